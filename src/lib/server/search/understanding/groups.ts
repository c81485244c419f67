import { textWords } from '../indexing/text_words.ts';
import { isFunctionWord, isGeneric, longestPhrase, rewordingsOf } from '../vocabulary/vocabulary.ts';
import { stemsOf } from '../matching/stems.ts';

/** Words of a query that are read; the rest is passed over, so that no query can be made slow. */
const MOST_WORDS = 12;
const MOST_CHARACTERS = 400;

/** Other words for a group that are looked up. */
const MOST_REWORDINGS = 16;

/**
 * One thing that a query asks for: a word, or a phrase that has an entry in the vocabulary. It is answered by all of
 * its own words, or by all words of one of its rewordings.
 */
export type QueryGroup = {
	/** As it was typed. */
	text: string;
	/** Its words as they were typed, and folded. */
	typed: string[];
	words: string[];
	/** The word with what stands before it in Latin and is joined to it in Arabic: `lisadihim` of Li-Is'adihim. */
	joined?: string;
	rewordings: { words: string[]; how: 'gloss' | 'alias' }[];
	/** A word that so many names hold that it need not be answered. */
	isOptional: boolean;
	/** Whether it may be half a word, still being typed. */
	isLast: boolean;
};

/** Reads a query. Empty if it holds no word. */
export function groupsOf(q: string): QueryGroup[] {
	const text = q.slice(0, MOST_CHARACTERS);
	const words = textWords(text).slice(0, MOST_WORDS);
	const groups: QueryGroup[] = [];
	for (let at = 0; at < words.length;) {
		const length = phraseLength(words.slice(at, at + longestPhrase).map(({ word }) => word));
		const phrase = words.slice(at, at + length);
		at += length;
		groups.push({
			text: text.slice(phrase[0]!.start, phrase.at(-1)!.end),
			typed: phrase.map(({ start, end }) => text.slice(start, end)),
			words: phrase.map(({ word }) => word),
			...joinedTo(words[at - length - 1]?.word, phrase),
			rewordings: allRewordings(phrase.map(({ word }) => word)),
			isOptional: phrase.length === 1 && isOptional(phrase[0]!.word),
			isLast: at >= words.length
		});
	}
	const telling = groups.filter(
		({ words, isLast }) => isLast || words.length > 1 || !isFunctionWord(words[0]!)
	);
	return telling.every((group) => group.isOptional)
		? telling.map((group) => ({ ...group, isOptional: false }))
		: telling;
}

/** Prepositions and the like of one Arabic letter. */
const joining = new Set(['li', 'bi', 'wa']);

function joinedTo(
	before: string | undefined,
	[first, ...more]: { word: string }[]
): Pick<QueryGroup, 'joined'> {
	const isJoined = before !== undefined && joining.has(before) && more.length === 0;
	return isJoined ? { joined: before + first!.word } : {};
}

/** The longest phrase of the vocabulary at the beginning of these words; 1 if there is none. */
function phraseLength(words: string[]): number {
	for (let length = words.length; length > 1; length--)
		if (rewordingsOf(words.slice(0, length)).length > 0) return length;
	return 1;
}

function allRewordings(words: string[]): QueryGroup['rewordings'] {
	const [word] = words;
	const forms = words.length > 1 || !word ? [words] : stemsOf(word).map(({ stem }) => [stem]);
	return forms.flatMap((form) => rewordingsOf(form)).slice(0, MOST_REWORDINGS);
}

const isOptional = (word: string): boolean =>
	[...word].length < 2 || stemsOf(word).some(({ stem, how }) => how !== 'part' && isGeneric(stem));
