import { describe, expect, test } from 'vitest';
import { readAsked, yearFilters } from './list_query.ts';

const address = (query: string) => new URL(`https://register.test/organizations?${query}`);
const wordsOf = (query: string) => readAsked(address(query), []).q;

test('words are cleaned, and cut where nobody types more', () => {
	expect(wordsOf('q=%20%D8%A3%D9%85%D9%84%E2%80%AE%20%20x')).toBe('أمل x');
	expect(wordsOf(`q=${'a'.repeat(10_000)}`)).toBe('a'.repeat(200));
	expect(wordsOf(`q=${'a'.repeat(199)}%F0%9F%8C%B4`)).toBe('a'.repeat(199));
	expect(wordsOf('q=%E2%80%AE%20')).toBeUndefined();
	expect(wordsOf('')).toBeUndefined();
});

test('filters and orders that the page does not know are passed over', () => {
	const url = address('kind=group&region=&colour=red&sort=name&kind=section&active_in=2014');
	expect(readAsked(url, ['kind', 'region'], ['name'])).toMatchObject({
		filters: { kind: 'group' },
		years: {},
		sort: 'name',
		params: [
			['kind', 'group'],
			['sort', 'name']
		]
	});
	expect(readAsked(url, ['region'], ['newest'])).toMatchObject({ filters: {}, sort: undefined, params: [] });
});

test('a cursor is taken as it is, unless it is longer than any', () => {
	const cursorOf = (query: string) => readAsked(address(query), []).cursor;
	expect(cursorOf('cursor=a%2Bb')).toBe('a+b');
	expect(cursorOf('cursor=')).toBeUndefined();
	expect(cursorOf(`cursor=${'x'.repeat(9000)}`)).toHaveLength(2000);
});

test('a list in another order is still whole; one that anything narrows is not', () => {
	const isWhole = (query: string) => readAsked(address(query), ['kind', 'active_in'], ['name']).isWhole;
	for (const query of ['', 'q=', 'sort=name&utm_source=x']) expect(isWhole(query)).toBe(true);
	for (const query of ['q=x', 'cursor=x', 'kind=group', 'active_in=x']) expect(isWhole(query)).toBe(false);
});

describe('a year', () => {
	test.each([
		['2014', 2014],
		['٢٠١٤', 2014],
		[' 2014م', 2014],
		['1435', 2013],
		['1435هـ', 2013],
		['99', undefined],
		['1066', undefined],
		['20145', undefined],
		['long ago', undefined],
		['', undefined]
	])('typed as %j is %s', (typed, founded_from) => {
		const { years, params } = readAsked(
			address(new URLSearchParams({ founded_from: typed }).toString()),
			yearFilters
		);
		expect(years).toEqual(founded_from ? { founded_from } : {});
		expect(params).toEqual(typed ? [['founded_from', typed.trim()]] : []);
	});

	test('of the Hijri calendar ends in the next Gregorian one', () => {
		expect(readAsked(address('founded_from=1435&founded_until=1435'), yearFilters).years).toEqual({
			founded_from: 2013,
			founded_until: 2014
		});
	});
});
