import { createContext } from 'svelte';
import { nameIn, textIn, type LocalizedText } from '#lib/i18n.ts';
import type { Language } from '#lib/domain/documents/common.ts';

type Named = { code: string; name_ar: string; name_en: string };
export type Position = Named & { is_board: boolean; is_sole: boolean; rank: number };

/** The register's own lists: regions, fields of work and positions, with their names. */
export type Reference = { regions: Named[]; fields: Named[]; positions: Position[] };

export const [useReference, setReference] = createContext<() => Reference>();

/** The name of a code in one of the lists; the code itself where the list has no such entry. */
export function nameOfCode(list: Named[], code: string, lang: Language): LocalizedText {
	const entry = list.find((item) => item.code === code);
	return entry ? nameIn(lang, entry) : { text: code, lang: 'en' };
}

/** A post in words: its printed title where there is one, else the name of its position. */
export function postName(
	{ positions }: Reference,
	post: { position?: string | null | undefined; title?: { ar?: string; en?: string } | null | undefined },
	lang: Language
): LocalizedText | undefined {
	if (post.title?.[lang] || (post.title && !post.position)) return textIn(lang, post.title);
	return post.position ? nameOfCode(positions, post.position, lang) : undefined;
}

/** Positions in the order of the page: the chair first. */
export function rankOf({ positions }: Reference, code: string): number {
	return positions.find((position) => position.code === code)?.rank ?? Number.MAX_SAFE_INTEGER;
}
