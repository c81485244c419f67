import { expect, test } from 'vitest';
import { numberSources, runsOf } from './citations.ts';

const article = { id: 's1', url: 'https://example.org/article', publisher: 'A paper' };

test('sources of several records are numbered in one list', () => {
	const { list, numbersOf } = numberSources([
		{ id: 'group', sources: [article, { id: 's2', publisher: 'A ministry', title: 'A notice' }] },
		{ id: 'visit', sources: [{ id: 's1', url: 'https://example.org/visit' }] }
	]);
	expect(list).toHaveLength(3);
	expect(numbersOf('group', ['s2', 's1'])).toEqual([1, 2]);
	expect(numbersOf('visit', ['s1'])).toEqual([3]);
});

test('a page that two records cite has one number', () => {
	const { list, numbersOf } = numberSources([
		{ id: 'group', sources: [article] },
		{ id: 'visit', sources: [{ ...article, id: 'x' }] }
	]);
	expect(list).toEqual([article]);
	expect(numbersOf('visit', ['x'])).toEqual([1]);
});

test('a source without an address is the same only with the same publisher and title', () => {
	const { list } = numberSources([
		{ id: 'a', sources: [{ id: '1', publisher: 'P', title: 'One' }] },
		{ id: 'b', sources: [{ id: '1', publisher: 'P', title: 'Two' }] },
		{ id: 'c', sources: [{ id: '1', publisher: 'P', title: 'One' }] }
	]);
	expect(list.map(({ title }) => title)).toEqual(['One', 'Two']);
});

test('an id that no source has is cited by no number', () => {
	expect(numberSources([{ id: 'a', sources: [article] }]).numbersOf('a', ['gone'])).toEqual([]);
});

test('three numbers in a row or more are one run', () => {
	expect(runsOf([1, 2, 3, 5, 6, 9])).toEqual([
		[1, 3],
		[5, 5],
		[6, 6],
		[9, 9]
	]);
});
