import type { Language } from '#lib/domain/documents/common.ts';
import { displayName } from '#lib/domain/display_name.ts';
import { languageOfText, type LocalizedText } from '#lib/i18n.ts';

type Names = Parameters<typeof displayName>[0];

/** The name of a record in the page's language, and its name in the other one. */
export function titlesOf(names: Names, lang: Language): { name: LocalizedText; otherName: LocalizedText } {
	const other = lang === 'ar' ? 'en' : 'ar';
	const [name, otherName] = [displayName(names, lang), displayName(names, other)];
	return {
		name: { text: name, lang: languageOfText(name, lang) },
		otherName: { text: otherName, lang: languageOfText(otherName, other) }
	};
}
