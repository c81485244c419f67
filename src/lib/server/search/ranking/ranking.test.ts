import { describe, expect, test } from 'vitest';
import { foldedWords } from '../indexing/text_words.ts';
import type { How } from '../query.ts';
import type { Candidate } from '../finding/candidates.ts';
import type { ExpandedGroup } from '../understanding/expansion.ts';
import type { Answer, Term } from '../understanding/term.ts';
import { groupsOf } from '../understanding/groups.ts';
import { rank } from './ranking.ts';

const folded = (text: string): string => foldedWords(text).join(' ');

/** A query in which each word is answered by itself alone, or by what is given; words weigh the same unless said. */
function asked(
	q: string,
	given: Record<string, Record<string, [How, number]>> = {},
	weights: number[] = []
): ExpandedGroup[] {
	return groupsOf(q).map((group, at) => {
		const terms = group.words.map((word): Term => {
			const answers = Object.entries(given[word] ?? { [word]: ['exact', 1] as [How, number] });
			return new Map(
				answers.map(([shown, [how, score]]): [string, Answer] => [
					shown,
					{ how, score, uses: 1, named: 1, shown }
				])
			);
		});
		return {
			...group,
			alternatives: [terms],
			weight: weights[at] ?? 1,
			rarity: weights[at] ?? 1,
			uses: 1,
			isKnown: true
		};
	});
}

let made = 0;
const candidate = (names: string[], partial: Partial<Candidate> = {}): Candidate => ({
	record_id: `r${String(made++).padStart(3, '0')}`,
	type: 'organization',
	names: names.map(folded).join('\n'),
	related: '',
	place: '',
	prior: 0.5,
	answers: [],
	...partial
});

/** The candidates in the order in which they come. */
function order(q: ExpandedGroup[], ...candidates: Candidate[]): Candidate[] {
	const shuffled = candidates.toReversed();
	const ranked = rank(shuffled, q);
	return ranked.map(({ record_id }) => candidates.find((each) => each.record_id === record_id)!);
}

describe('comes first', () => {
	test('a name before an affiliation, a place and a text', () => {
		const texts = [
			candidate(['فريق زمردة']),
			candidate(['لجنة الضياء'], { related: folded('فريق زمردة') }),
			candidate(['لجنة الضياء'], { place: folded('حي زمردة') }),
			candidate(['لجنة الضياء'], { answers: [0] })
		];
		expect(order(asked('زمردة'), ...texts)).toEqual(texts);
	});

	test('a name that the query says whole before one of which it says a part', () => {
		const names = [candidate(['فريق نور']), candidate(['فريق نور الوادي الأخضر'])];
		expect(order(asked('نور'), ...names)).toEqual(names);
	});

	test('generic words of a name hardly count as missing', () => {
		const names = [candidate(['جمعية نور الخيرية']), candidate(['وادي نور'])];
		expect(order(asked('نور'), ...names)).toEqual(names);
	});

	test('the words in their order before the same words in another', () => {
		const names = [candidate(['نور وادي السلام']), candidate(['وادي نور السلام'])];
		expect(order(asked('نور وادي'), ...names)).toEqual(names);
	});

	test('the better match of a word', () => {
		const q = asked('حسين', { حسين: { حسين: ['exact', 1], حسن: ['typo', 0.75] } });
		const names = [candidate(['حسين النويري']), candidate(['حسن النويري'])];
		expect(order(q, ...names)).toEqual(names);
	});

	test('a longer name with one typing error before one that takes two', () => {
		const q = asked('زايه رياضه', {
			زايه: { الزاويه: ['typo', 0.78], نزايه: ['typo', 0.75] },
			رياضه: { رياضه: ['exact', 1], الرياض: ['typo', 0.87] }
		});
		const names = [candidate(['جمعية الزاوية رياضة الحي بالوادي']), candidate(['فريق نزاية الرياض'])];
		expect(order(q, ...names)).toEqual(names);
	});

	test('the rarer word where only one of two is answered', () => {
		const q = asked('مسلم الموسى', {}, [5, 1]);
		const names = [candidate(['مسلم العوامي']), candidate(['علي الموسى'])];
		expect(order(q, ...names)).toEqual(names);
	});

	test('of equals the one that is preferred, else always the same', () => {
		const [one, other, third] = [
			candidate(['فريق نور'], { prior: 1 }),
			candidate(['فريق نور'], { prior: 0.2 }),
			candidate(['فريق نور'], { prior: 0.2 })
		];
		expect(order(asked('نور'), one, other, third)).toEqual([one, other, third]);
		expect(order(asked('نور'), third, one, other)).toEqual([one, other, third]);
	});
});

test('the full Latin name comes before a part of an Arabic one', () => {
	const q = asked('Zahra Nakhli', {
		zahra: { zahra: ['exact', 1], زهرا: ['alias', 0.95] },
		nakhli: { nakhli: ['exact', 1], النخلي: ['script', 0.8] }
	});
	const full = candidate(['Zahra Al Nakhli']);
	const part = candidate(['زهراء']);
	const both = candidate(['زهراء النخلي']);
	expect(order(q, full, both, part)).toEqual([full, both, part]);
});

test('words that are answered by two names of a record count together, a little less than in one', () => {
	const q = asked('نور Qatif');
	const names = [candidate(['نور Qatif']), candidate(['نور', 'Qatif']), candidate(['نور'])];
	expect(order(q, ...names)).toEqual(names);
});

test('a phrase is answered by all its words or not at all', () => {
	const [group] = groupsOf('blood donation');
	const term = (word: string): Term =>
		new Map([[word, { how: 'gloss', score: 0.85, uses: 1, named: 1, shown: word }]]);
	const q = [
		{
			...group!,
			alternatives: [['للتبرع', 'بالدم'].map(term)],
			weight: 1,
			rarity: 1,
			uses: 1,
			isKnown: false
		}
	];
	const [whole, half] = [candidate(['قطرة للتبرع بالدم']), candidate(['لجنة للتبرع بالكتب'])];
	const ranked = rank([whole, half], q);
	expect(ranked[0]).toMatchObject({ record_id: whole.record_id, groups: [0] });
	expect(ranked[1]).toMatchObject({ record_id: half.record_id, answered: 0, groups: [] });
});

test('how much of a query is answered does not depend on where, an optional word counting for less', () => {
	const q = asked('جمعية نور');
	const answered = (...candidates: Candidate[]) => rank(candidates, q)[0]!.answered;
	expect(answered(candidate(['جمعية نور']))).toBeCloseTo(1);
	expect(answered(candidate(['جمعية'], { related: 'نور' }))).toBeCloseTo(1);
	expect(answered(candidate(['جمعية'], { answers: [1] }))).toBeCloseTo(1);
	expect(answered(candidate(['نور']))).toBeGreaterThan(0.6);
	expect(answered(candidate(['جمعية']))).toBeLessThan(0.4);
});

test('nothing is made of nothing', () => {
	expect(rank([], asked('نور'))).toEqual([]);
	expect(rank([candidate(['فريق'])], [])[0]!.answered).toBe(0);
	expect(rank([candidate([''])], asked('نور'))[0]!.groups).toEqual([]);
});
