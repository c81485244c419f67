import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldedWords } from '../indexing/text_words.ts';
import { sharedStem, stemsOf } from './stems.ts';
import { tokenMatcher } from './token_match.ts';

const wordOf = (text: string): string => foldedWords(text)[0]!;
const answers = (query: string, word: string) => tokenMatcher(wordOf(query))(wordOf(word))?.how;

describe('a word with an article or a letter written onto it and the bare word find each other', () => {
	test.each([
		['القطيف', 'قطيف'],
		['والقطيف', 'قطيف'],
		['بالقطيف', 'القطيف'],
		['كالقطيف', 'قطيف'],
		['فالقطيف', 'القطيف'],
		['للأيتام', 'أيتام'],
		['البر', 'بر'],
		['الدم', 'دم'],
		['بالدم', 'دم'],
		['للبر', 'بر'],
		['al-Qatif', 'Qatif'],
		['Alqatif', 'qatif'],
		['Errahman', 'Rahman'],
		['بسيهات', 'سيهات'],
		['وسيهات', 'سيهات'],
		['لسيهات', 'سيهات'],
		['بجدة', 'جدة'],
		['بأبها', 'أبها']
	])('%s and %s', (one, other) => {
		const both = [answers(one, other), answers(other, one)];
		for (const how of both) expect(how).toMatch(/^(article|exact|spelling)$/);
	});

	test.each([
		['الله', 'له'],
		['بدر', 'در'],
		['وعد', 'عد'],
		['بسمة', 'سمة'],
		['بلال', 'لال'],
		['الم', 'م'],
		['وليد', 'ليد']
	])('but %s is a word of its own, not %s', (word, rest) => {
		expect(stemsOf(wordOf(word)).map(({ stem }) => stem)).not.toContain(wordOf(rest));
	});
});

describe('one name, however it is written apart', () => {
	test.each([
		['عبدالله', 'عبد الله'],
		['عبد الرحمن', 'عبدالرحمن'],
		['عَبْدُ الرَّؤوف', 'عبدالرووف']
	])('%s is %s', (one, other) => {
		expect(answers(one, other)).toBe('exact');
	});

	test.each([
		['آل موسى', 'الموسى'],
		['الخريف', 'آل خريف']
	])('%s answers %s', (one, other) => {
		expect(answers(one, other)).toBe('article');
		expect(answers(other, one)).toBe('article');
	});

	test.each([
		['الرحمن', 'عبدالرحمن'],
		['تراب', 'أبوتراب'],
		['Rahman', 'Abdulrahman'],
		['Turab', 'Abuturab']
	])('%s is a part of %s, and worth less than the whole', (part, whole) => {
		const match = tokenMatcher(wordOf(part))(wordOf(whole));
		expect(match?.how).toBe('part');
		expect(match?.score).toBeLessThan(0.7);
	});
});

test('two words that share a form answer each other as well as the weaker form makes it', () => {
	const shared = (one: string, other: string) => sharedStem(stemsOf(one), stemsOf(other));
	expect(shared('قطيف', 'قطيف')).toMatchObject({ worth: 1, how: 'exact' });
	expect(shared('القطيف', 'قطيف')).toMatchObject({ stem: 'قطيف', how: 'article' });
	expect(shared('بسيهات', 'السيهات')!.worth).toBeLessThan(shared('القطيف', 'قطيف')!.worth);
	expect(shared('القطيف', 'سيهات')).toBeUndefined();
});

it('names the word itself first, and no form twice', () => {
	const letters = fc.constantFrom(...'ابتدرسعفقكلمنهوي', ...'abdeilmu');
	const word = fc.array(letters, { minLength: 1, maxLength: 12 }).map((chosen) => chosen.join(''));
	fc.assert(
		fc.property(word, (own) => {
			const stems = stemsOf(own);
			expect(stems[0]).toEqual({ stem: own, worth: 1, how: 'exact' });
			expect(new Set(stems.map(({ stem }) => stem)).size).toBe(stems.length);
			for (const { worth } of stems.slice(1)) expect(worth).toBeLessThan(1);
		}),
		{ numRuns: 1000 }
	);
});
