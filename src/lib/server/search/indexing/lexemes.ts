/** Signs that no folded word has mark what is in a search entry and is no word. */

/** An identifier however it is punctuated and in whatever case: `id=sancnp1234`. */
export const identifierLexeme = (identifier: string): string =>
	`id=${identifier.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')}`;

/** The value of a filter. */
export const facetLexeme = (name: string, value: string | number): string => `${name}=${value}`;

/** A name of so many words. */
export const lengthLexeme = (words: number): string => `#${words}`;

export const isIdentifier = (lexeme: string): boolean => lexeme.startsWith('id=');
export const isWord = (lexeme: string): boolean => !/[=#]/.test(lexeme);
