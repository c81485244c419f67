import { describe, expect, test } from 'vitest';
import { fold } from './folding.ts';
import { isCommonInNames, isSameOccasion, mayBeOne } from './conference_likeness.ts';

const in2022 = { from: '2022-12-03', until: '2022-12-05', country: 'BH', city_ar: 'المنامة', edition: 2 };

describe('two conferences of a like name', () => {
	test.each([
		['may be one where nothing tells them apart', {}, true],
		['are two by their editions', { edition: 3 }, false],
		['may be one of the same edition, though a date is wrong', { ...in2022, from: '2021-12-03' }, true],
		['are two a year apart', { from: '2023-12-03' }, false],
		['may be one in the year that is stated', { from: '2022' }, true],
		['may be one in either calendar', { from: '1444-05 AH' }, true],
		['may be one that was put off for some weeks', { from: '2022-12-28' }, true],
		['are two in two countries', { from: '2022-12', country: 'SA' }, false]
	] as const)('%s', (_, other, expected) => {
		expect([mayBeOne(in2022, other), mayBeOne(other, in2022)]).toEqual([expected, expected]);
	});
});

describe('conferences of any name', () => {
	const { edition: _, ...here } = in2022;
	test.each([
		['on the same days in the same city are one occasion', { ...here, from: '2022-12-05' }, true],
		['in a city that is spelt otherwise too', { ...here, city_ar: 'المنامه' }, true],
		['are not where the city is another', { ...here, city_ar: 'المحرق' }, false],
		['are not where only the year is known', { ...here, from: '2022', until: undefined }, false],
		['are not on other days', { ...here, from: '2022-12-07', until: undefined }, false],
		['are not without dates', { country: 'BH', city_ar: 'المنامة' }, false]
	])('%s', (_, other, expected) => expect(isSameOccasion(here, other)).toBe(expected));
});

test('words for a gathering tell none from another, with their article or without', () => {
	for (const word of ['المؤتمر', 'ملتقى', 'السنوي', 'Forum']) expect(isCommonInNames(fold(word))).toBe(true);
	for (const word of ['المرفأ', 'ضفاف', 'Harbour']) expect(isCommonInNames(fold(word))).toBe(false);
});
