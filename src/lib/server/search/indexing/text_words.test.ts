import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldTokens } from '#lib/domain/folding.ts';
import { foldedWords, textWords } from './text_words.ts';

describe('a text is read as its folded words', () => {
	test.each([
		['«أمل القطيف» – جمعيةُ العمل (التطوعي)، 2022م', ['امل', 'القطيف', 'جمعيه', 'العمل', 'التطوعي', '2022م']],
		['جمعيـــة الإحسان\u200Fِ', ['جمعيه', 'الاحسان']],
		['رؤية ٢٠٣٠', ['رويه', '2030']],
		["Qur'an Shaʿbān O’Neil", ['quran', 'shaban', 'oneil']],
		["‘أمل’ and 'Amal'", ['امل', 'and', 'amal']],
		['قط\u200Bيف', ['قطيف']],
		['3ali 7asan', ['3ali', '7asan']],
		['c/o info@example.org', ['c', 'o', 'info', 'example', 'org']],
		['!!! … — « »', []],
		['', []]
	])('%s', (text, words) => {
		expect(foldedWords(text)).toEqual(words);
	});
});

describe('عبد and the name behind it are one word, however they are written', () => {
	test.each([
		['عبدالله', ['عبدالله']],
		['عبد الله', ['عبدالله']],
		['عَبْد الرَّحمٰن الغافي', ['عبدالرحمن', 'الغافي']],
		['Abdullah', ['abdullah']],
		['Abd Allah', ['abdallah']],
		['Abdul Rahman', ['abdulrahman']],
		['Abd al-Rahman Al-Ghafi', ['abdalrahman', 'ghafi']],
		['Abd Al Aziz', ['abdalaziz']],
		['3abd el 7amid', ['3abdel7amid']],
		['مؤسسة عبد الرؤوف', ['موسسه', 'عبدالرووف']],
		['عبد', ['عبد']],
		['عبد 2022', ['عبد', '2022']]
	])('%s', (text, words) => {
		expect(foldedWords(text)).toEqual(words);
	});
});

describe('what stands alone in front of a name is passed over, and only there', () => {
	test.each([
		['مسلم آل موسى', ['مسلم', 'موسي']],
		['مسلم الموسى', ['مسلم', 'الموسي']],
		['Muslim Al Musa', ['muslim', 'musa']],
		['al-Qaṭīf', ['qatif']],
		['ash-Sharqiyah', ['sharqiyah']],
		['آل', ['ال']],
		['al', ['al']],
		['Alqatif', ['alqatif']]
	])('%s', (text, words) => {
		expect(foldedWords(text)).toEqual(words);
	});
});

test('a word is shown as the text writes it', () => {
	const text = '(جمعيّة) «عبد الله»: al-Qaṭīf';
	expect(textWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
		...['جمعيّة', 'عبد الله', 'Qaṭīf']
	]);
});

test('a run of letters without end is read to its sixtieth', () => {
	expect(foldedWords('س'.repeat(10_000))).toEqual(['س'.repeat(60)]);
	expect(foldedWords(`عبد ${'س'.repeat(10_000)}`)[0]).toHaveLength(60);
});

const written = fc.oneof(
	fc.constantFrom('عبد', 'abd', 'Abdul', 'ال', 'آل', 'al', 'Al-', 'ابن', 'رؤوف', 'Qaṭīf', 'رحمن', '2022'),
	fc.constantFrom(' ', '-', '«', "'", '’', '\u200F', 'ـ', 'َ', 'ﻻ', '٣', '😀')
);
const odd = fc.oneof(fc.constantFrom('ﷺ', '\ud800', '\u0000'), fc.string({ unit: 'binary', maxLength: 12 }));
const textOf = (pieces: fc.Arbitrary<string>) =>
	fc.array(pieces, { maxLength: 12 }).map((chosen) => chosen.join(''));
const anyText = textOf(fc.oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: odd }));

/** Its letters stand there in their order: between عبد and the name behind it a sign may stand that folds to a letter, such as ⓐ. */
const isWithin = (word: string, text: string): boolean =>
	[...text].reduce((rest, letter) => (rest.startsWith(letter) ? rest.slice(letter.length) : rest), word) ===
	'';

it('says of each word where it stands, from the beginning to the end: what is written there folds to it', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			let last = 0;
			for (const { word, start, end } of textWords(text)) {
				expect(isWithin(word, foldTokens(text.slice(start, end)).join(''))).toBe(true);
				expect(start).toBeGreaterThanOrEqual(last);
				last = start;
			}
		}),
		{ numRuns: 2000 }
	);
});

it('reads each of its own words as the same word again', () => {
	fc.assert(
		fc.property(textOf(written), (text) => {
			for (const word of foldedWords(text)) expect(foldedWords(word)).toEqual([word]);
		}),
		{ numRuns: 2000 }
	);
});
