import { expect, test } from 'vitest';
import { queryWith, withoutFilters } from './list_address.ts';

test('a filter is set beside the others, and the list begins at its first page', () => {
	expect(queryWith(new URLSearchParams('q=amal&cursor=x'), 'kind', 'group')).toBe('?q=amal&kind=group');
});

test('a filter is taken away; nothing is left of an empty query', () => {
	expect(queryWith(new URLSearchParams('q=&kind=group'), 'kind', undefined)).toBe('');
});

test('another page keeps everything else', () => {
	expect(queryWith(new URLSearchParams('kind=group&cursor=x'), 'cursor', 'y')).toBe('?kind=group&cursor=y');
});

test('without filters, the words and the order stay', () => {
	const current = new URLSearchParams('q=amal&kind=group&city=&sort=name&cursor=x');
	expect(withoutFilters(current)).toBe('?q=amal&sort=name');
	expect(withoutFilters(new URLSearchParams('kind=group'))).toBe('');
});
