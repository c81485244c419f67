import { expect, test } from 'vitest';
import { queryOfPage, queryWith } from './list_address.ts';

test('a filter is set beside the others, and the list begins at its first page', () => {
	expect(queryWith(new URLSearchParams('q=amal&page=3'), 'kind', 'group')).toBe('?q=amal&kind=group');
});

test('a filter is taken away; nothing is left of an empty query', () => {
	expect(queryWith(new URLSearchParams('q=&kind=group'), 'kind', undefined)).toBe('');
});

test('the first page has no number', () => {
	const current = new URLSearchParams('kind=group&page=3');
	expect(queryOfPage(current, 1)).toBe('?kind=group');
	expect(queryOfPage(current, 4)).toBe('?kind=group&page=4');
});
