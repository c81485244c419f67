import { fold } from '#lib/domain/folding.ts';

/** Signs that no folded word has mark what is in a search entry and is no word. */

/** An identifier however it is punctuated, in whatever case and digits: `id=sancnp1234`. */
export const identifierLexeme = (identifier: string): string =>
	`id=${fold(identifier).replace(/[^\p{L}\p{N}]/gu, '')}`;

/** The value of a filter. */
export const facetLexeme = (name: string, value: string | number): string => `${name}=${value}`;

/** A name of so many words. */
export const lengthLexeme = (words: number): string => `#${words}`;

export const isIdentifier = (lexeme: string): boolean => lexeme.startsWith('id=');
export const isWord = (lexeme: string): boolean => !/[=#]/.test(lexeme);
