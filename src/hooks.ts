import type { Reroute } from '@sveltejs/kit';
import { withoutLanguage } from '#lib/i18n.ts';

/** Both languages are served by the same routes: `/en/people/…` is `/people/…` in English. */
export const reroute: Reroute = ({ url }) => withoutLanguage(url.pathname);
