import type { Language } from '#lib/domain/documents/common.ts';
import type { LocalizedText } from '#lib/i18n.ts';
import { countryName } from './formats.ts';
import { nameOfCode, type Reference } from './reference.ts';

/** The name of a region, or of a country where that is all that is known of a place. */
export function regionName(reference: Reference, code: string, lang: Language): LocalizedText {
	return code.length === 2
		? { text: countryName(code, lang), lang }
		: nameOfCode(reference.regions, code, lang);
}
