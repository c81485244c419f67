import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { groupsOf } from './groups.ts';

const read = (q: string) =>
	groupsOf(q).map(({ words, isOptional }) => (isOptional ? `(${words.join(' ')})` : words.join(' ')));

describe('a query asks for', () => {
	test.each([
		['أمل القطيف', ['امل', 'القطيف']],
		['جمعية أمل القطيف الخيرية', ['(جمعيه)', 'امل', 'القطيف', '(الخيريه)']],
		['جمعية خيرية', ['جمعيه', 'خيريه']],
		['عبد الله بن سالم', ['عبدالله', '(بن)', 'سالم']],
		['آل موسى', ['موسي']],
		['معالي الدكتورة ريم', ['(معالي)', '(الدكتوره)', 'ريم']],
		['في', ['في']],
		['م نور', ['(م)', 'نور']],
		['!!! «»', []],
		['', []]
	])('%s', (q, groups) => {
		expect(read(q)).toEqual(groups);
	});
});

describe('a phrase of the vocabulary is one thing that is asked for', () => {
	test.each([
		['blood donation', ['blood donation']],
		['بنك الطعام بالدمام', ['بنك الطعام', 'بالدمام']],
		['Saudi Arabia', ['saudi arabia']]
	])('%s', (q, groups) => {
		expect(read(q)).toEqual(groups);
	});

	test('which its other words answer, too', () => {
		const [group] = groupsOf('blood donation');
		expect(group!.rewordings).toContainEqual({ words: ['تبرع', 'بالدم'], how: 'gloss' });
	});
});

test('a word is also read without its article, to be put in other words', () => {
	const rewordings = (q: string) => groupsOf(q)[0]!.rewordings.map(({ words }) => words.join(' '));
	expect(rewordings('للأيتام')).toContain('orphans');
	expect(rewordings('بالقطيف')).toContain('qatif');
});

test('each group knows how it was typed, and which is the last', () => {
	const q = '«أَمَل» عبد الله';
	expect(groupsOf(q)).toMatchObject([
		{ text: 'أَمَل', typed: ['أَمَل'], isLast: false },
		{ text: 'عبد الله', typed: ['عبد الله'], isLast: true }
	]);
});

test('of a query without end the beginning is read', () => {
	expect(groupsOf('نور '.repeat(5000)).length).toBeLessThanOrEqual(12);
	expect(groupsOf('س'.repeat(10_000))).toHaveLength(1);
	const words = Array.from({ length: 200 }, (_, at) => `كلمة${at}`).join(' ');
	expect(groupsOf(words)).toHaveLength(12);
});

it('has a group that must be answered wherever it has one, and shows only what was typed', () => {
	const word = fc.constantFrom(
		'جمعية',
		'عبد',
		'الله',
		'آل',
		'في',
		'نور',
		'blood',
		'donation',
		'3ali',
		'’',
		'٣'
	);
	const text = fc.oneof(
		fc.array(word).map((words) => words.join(' ')),
		fc.string({ unit: 'binary' })
	);
	fc.assert(
		fc.property(text, (q) => {
			const groups = groupsOf(q);
			if (groups.length > 0) expect(groups.some(({ isOptional }) => !isOptional)).toBe(true);
			for (const { text, typed, words } of groups) {
				expect(q).toContain(text);
				expect(typed.length).toBe(words.length);
				for (const each of typed) expect(text).toContain(each);
			}
		}),
		{ numRuns: 1000 }
	);
});
