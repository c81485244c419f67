import type { Language } from '#lib/domain/documents/common.ts';
import { locales } from '#lib/i18n.ts';

/** The name of a country by its ISO 3166-1 code; what is no code is given back. */
export function countryName(code: string, lang: Language): string {
	if (!/^[A-Z]{2}$/.test(code)) return code;
	return new Intl.DisplayNames(locales[lang], { type: 'region' }).of(code) ?? code;
}

/** The name of a language by its ISO 639 code. */
export function languageName(code: string, lang: Language): string {
	return new Intl.DisplayNames(locales[lang], { type: 'language' }).of(code) ?? code;
}

/** A moment in the register's own time zone. */
export function displayMoment(moment: Date, lang: Language): string {
	const format = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Riyadh' } as const;
	return new Intl.DateTimeFormat(locales[lang], format).format(moment);
}

export function displayNumber(number: number, lang: Language): string {
	return new Intl.NumberFormat(locales[lang]).format(number);
}

/** A text that stands in a sentence of any direction and turns nothing of it (Unicode: FSI and PDI). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** Several things in one sentence: "a, b and c". */
export function listInWords(items: string[], lang: Language): string {
	return new Intl.ListFormat(locales[lang]).format(items);
}

/** A web address without what says nothing to a reader; letters instead of their percent codes. */
export function readableAddress(url: string): string {
	const { hostname, pathname, search } = new URL(url);
	return hostname.replace(/^www\./, '') + decoded(pathname).replace(/\/$/, '') + decoded(search);
}

function decoded(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}
