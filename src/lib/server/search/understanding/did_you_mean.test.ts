import { expect, test } from 'vitest';
import type { How, Match } from '../query.ts';
import { betterSpelling } from './did_you_mean.ts';
import type { ExpandedGroup } from './expansion.ts';
import type { Answer } from './term.ts';
import { groupsOf } from './groups.ts';

type Given = Record<string, [word: string, how: How, score: number, uses?: number][]>;

/** The groups of a query, each word answered as given; the register has the words that are answered exactly. */
function expanded(q: string, given: Given): ExpandedGroup[] {
	return groupsOf(q).map((group) => {
		const terms = group.words.map((word, at) => {
			const answers = given[group.typed[at]!] ?? [[group.typed[at]!, 'exact', 1]];
			return new Map(
				answers.map(([shown, how, score, uses = 1]): [string, Answer] => [
					shown,
					{ shown, how, score, uses, named: uses }
				])
			);
		});
		const isKnown = terms.every((term) => [...term.values()].some(({ how }) => how === 'exact'));
		return { ...group, alternatives: [terms], weight: 1, rarity: 1, uses: 1, isKnown };
	});
}

/** A result that answers each word as well as the register can. */
function answering(groups: ExpandedGroup[]): Match {
	const words = groups.map(({ text, alternatives }) => {
		const answers = [...alternatives[0]![0]!.values()].toSorted((one, other) => other.score - one.score);
		return { query: text, found: answers[0]!.shown, how: answers[0]!.how };
	});
	return { field: 'name', text: '', marks: [], words };
}

test('a word that the register does not have is put as the register writes it', () => {
	const groups = expanded('أمل القطبف', { القطبف: [['القطيف', 'typo', 0.75]] });
	expect(betterSpelling('أمل القطبف', groups, answering(groups))).toBe('أمل القطيف');
});

test('the rest of the query stays as it was typed, with its signs', () => {
	const groups = expanded('«أَمَل»، القطبف!', { القطبف: [['القطيف', 'typo', 0.75]] });
	expect(betterSpelling('«أَمَل»، القطبف!', groups, answering(groups))).toBe('«أَمَل»، القطيف!');
});

test('of two corrections the surer one is taken, of equals the commoner', () => {
	const surer = expanded('سالن', {
		سالن: [
			['سالك', 'typo', 0.7],
			['سالم', 'typo', 0.8]
		]
	});
	expect(betterSpelling('سالن', surer, answering(surer))).toBe('سالم');
	const commoner = expanded('سالن', {
		سالن: [
			['سالك', 'typo', 0.7, 2],
			['سالم', 'typo', 0.7, 9]
		]
	});
	expect(betterSpelling('سالن', commoner, answering(commoner))).toBe('سالم');
});

test('a word that was typed without an article is put without it, where the register has it so', () => {
	const answers: Given[string] = [
		['والقطيف', 'typo', 0.75, 90],
		['القطيف', 'typo', 0.75, 60],
		['قطيف', 'typo', 0.75, 2]
	];
	const bare = expanded('قطبف', { قطبف: answers });
	expect(betterSpelling('قطبف', bare, answering(bare))).toBe('قطيف');
	const defined = expanded('القطبف', { القطبف: answers });
	expect(betterSpelling('القطبف', defined, answering(defined))).toBe('القطيف');
});

test('nothing is proposed where nothing is to correct', () => {
	expect(betterSpelling('أمل القطيف', expanded('أمل القطيف', {}), undefined)).toBeNull();
});

test.each<[string, Given[string]]>([
	['half a word', [['القطيف', 'prefix', 0.9]]],
	['a name in the other script', [['القطيف', 'script', 0.9]]],
	['a free choice of spelling', [['القطيف', 'spelling', 0.85]]],
	['a guess', [['القطيف', 'typo', 0.55]]],
	['nothing at all', []]
])('%s is no error', (_, answers) => {
	expect(betterSpelling('القطي', expanded('القطي', { القطي: answers }), undefined)).toBeNull();
});

test('a phrase of several words is left alone', () => {
	const groups = expanded('blood donation', { blood: [['blond', 'typo', 0.8]] });
	expect(groups).toHaveLength(1);
	expect(betterSpelling('blood donation', groups, answering(groups))).toBeNull();
});
