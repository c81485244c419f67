import { describe, expect, test } from 'vitest';
import { piecesOf, viewOfMatch, type Match } from './match_view.ts';

const record = { name_ar: 'أمل القطيف', name_en: 'Amal Al-Qatif' };
const match = (partial: Partial<Match>): Match => ({
	field: 'name',
	text: record.name_ar,
	marks: [],
	words: [],
	...partial
});

describe('a match', () => {
	test('in the name that is shown marks it there', () => {
		expect(viewOfMatch(record, match({ marks: [[0, 3]] }), 'ar')).toEqual({
			name: { text: 'أمل القطيف', lang: 'ar', marks: [[0, 3]] },
			words: []
		});
	});

	test('in the name of the other language shows that name beside', () => {
		expect(viewOfMatch(record, match({ marks: [[0, 3]] }), 'en')).toEqual({
			name: { text: 'Amal Al-Qatif', lang: 'en' },
			otherName: { text: 'أمل القطيف', lang: 'ar', marks: [[0, 3]] },
			words: []
		});
	});

	test('elsewhere is quoted, with where it stands', () => {
		expect(viewOfMatch(record, match({ field: 'place', text: 'Qatif', marks: [[0, 5]] }), 'ar')).toEqual({
			name: { text: 'أمل القطيف', lang: 'ar' },
			elsewhere: { field: 'place', text: 'Qatif', lang: 'en', marks: [[0, 5]] },
			words: []
		});
	});

	test('explains the words that a mark alone does not', () => {
		const words = (['exact', 'typo', 'prefix', 'gloss'] as const).map((how) => ({
			query: how,
			found: 'x',
			how
		}));
		expect(viewOfMatch(record, match({ words }), 'ar').words.map(({ how }) => how)).toEqual([
			'typo',
			'gloss'
		]);
	});

	test('explains each word once, and not more of them than one reads', () => {
		const words = Array.from({ length: 20 }, (_, at) => ({
			query: `${at % 7}`,
			found: 'x',
			how: 'typo' as const
		}));
		expect(viewOfMatch(record, match({ words }), 'ar').words.map(({ query }) => query)).toEqual([
			'0',
			'1',
			'2',
			'3'
		]);
	});

	test('that is absent explains nothing', () => {
		expect(viewOfMatch(record, undefined, 'en')).toEqual({
			name: { text: 'Amal Al-Qatif', lang: 'en' },
			words: []
		});
	});
});

test('a text is cut at its marks, and nothing of it is lost', () => {
	expect(
		piecesOf('Amal Al-Qatif', [
			[0, 4],
			[8, 13]
		])
	).toEqual([
		{ text: 'Amal', isMarked: true },
		{ text: ' Al-', isMarked: false },
		{ text: 'Qatif', isMarked: true }
	]);
	expect(piecesOf('', [])).toEqual([]);
});
