import type { Language } from './documents/common.ts';

type Name = { value: string; lang: string; kind: string; until?: string | undefined };

/** Which kind of name to show first, in either language. */
const preference = ['official', 'known_as', 'translation', 'transliteration', 'alias', 'acronym'];

/**
 * The name to show in a language: the best one of that language, else the best of any; a former name only where
 * there is no other. Empty only if there is none.
 */
export function displayName(names: readonly Name[], lang: Language): string {
	const ranked = [...names].sort((a, b) => rank(a, lang) - rank(b, lang));
	return ranked[0]?.value ?? '';
}

function rank(name: Name, lang: Language): number {
	const isFormer = name.kind === 'former' ? 2 * preference.length : 0;
	const isOtherLanguage = name.lang === lang ? 0 : preference.length;
	return isFormer + isOtherLanguage + preference.indexOf(name.kind);
}
