import { loadMessages } from '#lib/i18n.ts';
import type { LayoutLoad } from './$types';

/** Pages are documents and forms: a script would only take over, late, what is being read and typed. */
export const csr = false;

export const load: LayoutLoad = async ({ data }) => ({ ...data, messages: await loadMessages(data.lang) });
