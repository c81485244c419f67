import { fold } from '#lib/domain/folding.ts';

/** Signs that no folded word has mark what is in a search entry and is no word. */

/** An identifier however it is punctuated, in whatever case and digits: `id=sancnp1234`. */
export const identifierLexeme = (identifier: string): string =>
	`id=${fold(identifier).replace(/[^\p{L}\p{N}]/gu, '')}`;

/** The value of a filter. */
export const facetLexeme = (name: string, value: string | number): string => `${name}=${value}`;

/** Longer names are not told apart by their length. */
const LONGEST_TOLD = 8;

/** A word in a name of so many telling words: of the many names that hold a common word the short ones are found alone. */
export const lengthLexeme = (word: string, length: number): string =>
	`${word}#${Math.min(length, LONGEST_TOLD)}`;

export const isIdentifier = (lexeme: string): boolean => lexeme.startsWith('id=');
export const isWord = (lexeme: string): boolean => !/[=#]/.test(lexeme);
