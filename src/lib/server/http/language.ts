import type { Handle } from '@sveltejs/kit';
import { directions, languageOfPath } from '#lib/i18n.ts';

/** Takes the language from the address, and writes it and its direction into the page's root element. */
export const language: Handle = ({ event, resolve }) => {
	const lang = languageOfPath(event.url.pathname);
	event.locals.lang = lang;
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%sijill.lang%', lang).replace('%sijill.dir%', directions[lang])
	});
};
