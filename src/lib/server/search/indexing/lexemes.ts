import { fold } from '#lib/domain/folding.ts';
import { bareForm, isGeneric } from '../vocabulary/vocabulary.ts';

/** Signs that no folded word has mark what is in a search entry and is no word. */

/** An identifier however it is punctuated, in whatever case and digits: `id=sancnp1234`. */
export const identifierLexeme = (identifier: string): string =>
	`id=${fold(identifier).replace(/[^\p{L}\p{N}]/gu, '')}`;

/** The value of a filter. */
export const facetLexeme = (name: string, value: string | number): string => `${name}=${value}`;

/** Longer names are not told apart by their length, which is that of their telling words. */
export const LONGEST_TOLD = 8;

/** A word in a name of so many telling words: of the many names that hold a common word the short ones are found alone. */
export const lengthLexeme = (word: string, length: number): string => `${word}#${told(length)}`;

/**
 * Two words in one name, without their articles and in either order: names that hold two common words are found
 * without a walk through all that hold one of them.
 */
export const pairLexeme = (one: string, other: string, length: number): string =>
	`${beginningOfPair(one, other)}${told(length)}`;

/** What the lexemes of a pair begin with, in names of any length. */
export const beginningOfPair = (one: string, other: string): string =>
	`${one < other ? `${one}+${other}` : `${other}+${one}`}#`;

const told = (length: number): number => Math.min(length, LONGEST_TOLD);

/** Words of a name that are paired, so that a long one has no hundreds of pairs. */
const MOST_PAIRED = 8;

/** What finds a record by one of its names: its words, and those that tell something in pairs, with how long it is. */
export function nameLexemes(words: readonly string[]): string[] {
	const telling = words.filter((word) => !isGeneric(word));
	const bare = [...new Set(telling.map(bareForm))].slice(0, MOST_PAIRED);
	const pairs = bare.flatMap((one, at) =>
		bare.slice(at + 1).map((other) => pairLexeme(one, other, telling.length))
	);
	return [...words, ...words.map((word) => lengthLexeme(word, telling.length)), ...pairs];
}

export const isIdentifier = (lexeme: string): boolean => lexeme.startsWith('id=');
export const isWord = (lexeme: string): boolean => !/[=#]/.test(lexeme);
