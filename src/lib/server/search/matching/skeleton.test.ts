import { describe, expect, it } from 'vitest';
import { arabicLetters, latinLetters } from './letters.ts';
import { arabicSkeleton, latinSkeletons } from './skeleton.ts';

describe('skeletons', () => {
	it.each([
		['قطيف', 'ktf'],
		['موسى', 'ms'],
		['عوامي', 'am'],
		['وائل', 'wl'],
		['يوسف', 'ysf'],
		['هشام', 'hxm'],
		['عبد', 'abd']
	])('%s has the consonants %s', (word, skeleton) => {
		expect(arabicSkeleton(arabicLetters(word))).toBe(skeleton);
	});

	it.each([
		['Khalid', 'kld'],
		['Qateef', 'ktf'],
		['Chekrouni', 'xkrn'],
		['Zahra', 'sr'],
		['Thamer', 'tmr'],
		['Wael', 'wl'],
		['Jaber', 'kbr']
	])('%s may have the consonants %s', (word, skeleton) => {
		expect(latinSkeletons(latinLetters(word), 16).map((key) => key.skeleton)).toContain(skeleton);
	});

	it('has none for numbers and foreign scripts', () => {
		expect(latinSkeletons(latinLetters('2022'), 16)).toEqual([]);
		expect(latinSkeletons(latinLetters('Москва'), 16)).toEqual([]);
		expect(arabicSkeleton(arabicLetters('2022'))).toBe('');
	});

	it('stays quick for a word of a thousand letters', () => {
		expect(latinSkeletons(latinLetters('abdulrahman'.repeat(90)), 16).length).toBeGreaterThan(0);
	});
});
