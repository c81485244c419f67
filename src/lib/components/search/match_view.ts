import type { Language } from '#lib/domain/documents/common.ts';
import { languageOfText, nameIn, type LocalizedText } from '#lib/i18n.ts';

/** Stretches `[start, end)` of a text that answer a search, in UTF-16 units, in order. */
export type Marks = [start: number, end: number][];
export type MarkedText = LocalizedText & { marks?: Marks };

export type How =
	'exact' | 'article' | 'prefix' | 'part' | 'spelling' | 'typo' | 'script' | 'gloss' | 'alias' | 'layout';

/** Why a record was found, as the search tells it. */
export type Match = {
	field: 'identifier' | 'name' | 'related' | 'place' | 'text';
	text: string;
	marks: Marks;
	words: { query: string; found: string; how: How }[];
};

export type MatchView = {
	/** The name that heads the entry. */
	name: MarkedText;
	/** The name in the other language, where that is what was found. */
	otherName?: MarkedText;
	/** What else was found: another name, a place, a text. */
	elsewhere?: MarkedText & Pick<Match, 'field'>;
	/** Words of the query that stand otherwise in the register. */
	words: Match['words'];
};

/** Words that are explained; whoever types more knows what was typed. */
const MOST_WORDS = 4;

/** What a mark alone explains. */
const plain: How[] = ['exact', 'article', 'prefix', 'part'];

/** What an entry of a list says of its name and of its match. */
export function viewOfMatch(
	record: { name_ar: string; name_en: string },
	match: Match | undefined,
	lang: Language
): MatchView {
	const name = nameIn(lang, record);
	if (!match) return { name, words: [] };
	const { field, text, marks } = match;
	const words = explained(match.words);
	if (text === name.text) return { name: { ...name, marks }, words };
	const otherName = nameIn(lang === 'ar' ? 'en' : 'ar', record);
	if (text === otherName.text) return { name, otherName: { ...otherName, marks }, words };
	return { name, elsewhere: { field, text, lang: languageOfText(text, lang), marks }, words };
}

function explained(words: Match['words']): Match['words'] {
	const byWords = new Map(words.map((word) => [`${word.query} ${word.found}`, word]));
	return [...byWords.values()].filter(({ how }) => !plain.includes(how)).slice(0, MOST_WORDS);
}

/** A text cut at its marks. */
export function piecesOf(text: string, marks: Marks = []): { text: string; isMarked: boolean }[] {
	const cuts = [0, ...marks.flat(), text.length];
	return cuts
		.slice(1)
		.map((end, index) => ({ text: text.slice(cuts[index], end), isMarked: index % 2 === 1 }))
		.filter((piece) => piece.text !== '');
}
