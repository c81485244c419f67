import { foldTokens } from '#lib/domain/folding.ts';

/** A word as letter codes, 1 … alphabet length; 0 stands for the edge of the word. Longer words are cut at `longestWord`. */
export type Letters = Uint8Array;

export const arabicAlphabet = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** The digits are Arabizi: 2 hamza or qaf, 3 ain, 6 emphatic t, 7 ha, 9 emphatic s. */
export const latinAlphabet = 'abcdefghijklmnopqrstuvwxyz23679';

/** Letters outside the alphabet and their nearest neighbours inside it. */
const arabicNeighbours: Readonly<Record<string, string>> = { پ: 'ب', چ: 'ج', ڤ: 'ف', گ: 'غ', ژ: 'ج' };
const latinNeighbours: Readonly<Record<string, string>> = {
	...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ə: 'a', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' },
	...{ 5: 'kh', 8: 'q' }
};

/** Bounds the time that one word can take. */
export const longestWord = 40;

export const isArabic = (token: string): boolean => /\p{Script=Arabic}/u.test(token);
export const isLatin = (token: string): boolean => /\p{Script=Latin}/u.test(token);

/** The letters of an Arabic word; what is no Arabic letter is left out. */
export const arabicLetters = (word: string): Letters => letters(word, arabicAlphabet, arabicNeighbours);

/** The letters of a Latin or Arabizi word; a word without any Latin letter, such as a year, has none. */
export const latinLetters = (word: string): Letters =>
	isLatin(word) ? letters(word, latinAlphabet, latinNeighbours) : new Uint8Array();

function letters(word: string, alphabet: string, neighbours: Readonly<Record<string, string>>): Letters {
	const known = [...foldTokens(word).join('')].map((letter) => neighbours[letter] ?? letter);
	return encode(known.join(''), alphabet);
}

/** The codes of the letters that the alphabet has. */
export function encode(text: string, alphabet: string): Letters {
	const codes = [...text].map((letter) => alphabet.indexOf(letter) + 1);
	return Uint8Array.from(codes.filter((code) => code > 0).slice(0, longestWord));
}

/** Five bits a letter: words of up to `chunkLength` letters have numbers below 2^20. */
export const chunkLength = 4;
export const chunkCodes = 1 << (5 * chunkLength);

export function chunkCode(word: Letters, start: number, length: number): number {
	let code = 0;
	for (let at = start; at < start + length; at++) code = (code << 5) | word[at]!;
	return code;
}

export function chunkText(code: number, alphabet: string): string {
	let text = '';
	for (let rest = code; rest > 0; rest >>= 5) text = alphabet[(rest & 31) - 1]! + text;
	return text;
}
