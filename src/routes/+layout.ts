import type { LayoutLoad } from './$types';
import type { Language } from '#lib/domain/documents/common.ts';
import type { Messages } from '#lib/i18n.ts';

export const load: LayoutLoad = async ({ data }) => ({ ...data, messages: await messagesIn(data.lang) });

/** Only the page's language reaches the browser. */
async function messagesIn(lang: Language): Promise<Messages> {
	const file = lang === 'ar' ? import('../../messages/ar.json') : import('../../messages/en.json');
	return { ...(await file).default, ...(await partsIn(lang)) };
}

const parts = import.meta.glob<Record<string, string>>('../../messages/parts/*.json', { import: 'default' });

async function partsIn(lang: Language): Promise<Record<string, string>> {
	const files = Object.entries(parts).filter(([file]) => file.endsWith(`.${lang}.json`));
	return Object.assign({}, ...(await Promise.all(files.map(([, load]) => load()))));
}
