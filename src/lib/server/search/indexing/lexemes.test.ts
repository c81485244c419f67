import { expect, test } from 'vitest';
import { beginningOfPair, isWord, nameLexemes, pairLexeme } from './lexemes.ts';

test('a name is found by its words, with its length, and by each two that are not generic', () => {
	expect(nameLexemes(['جمعيه', 'واحه', 'الريحان', 'بابها'])).toEqual([
		...['جمعيه', 'واحه', 'الريحان', 'بابها', 'جمعيه#3', 'واحه#3', 'الريحان#3', 'بابها#3'],
		...['ريحان+واحه#3', 'بابها+واحه#3', 'بابها+ريحان#3']
	]);
});

test('a pair is the same in either order, and in any length begins alike', () => {
	expect(pairLexeme('واحه', 'ريحان', 3)).toBe(pairLexeme('ريحان', 'واحه', 3));
	expect(pairLexeme('واحه', 'ريحان', 12)).toBe(`${beginningOfPair('ريحان', 'واحه')}8`);
	expect(isWord(pairLexeme('واحه', 'ريحان', 3))).toBe(false);
});

test('a name without end has no pairs without end, and one of a single word has none', () => {
	const words = Array.from({ length: 40 }, (_, at) => `كلمة${at}`);
	expect(nameLexemes(words).filter((lexeme) => lexeme.includes('+'))).toHaveLength(28);
	expect(nameLexemes(['نور', 'النور'])).not.toContainEqual(expect.stringContaining('+'));
});
