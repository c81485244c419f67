import { expect, test } from 'vitest';
import type { ExpandedGroup } from '../understanding/expansion.ts';
import { groupsOf } from '../understanding/groups.ts';
import type { Answer } from '../understanding/term.ts';
import { anywhere, nameStages } from './stages.ts';

/** The groups of words that are known as they are typed, each in so many records. */
function known(uses: Record<string, number>): ExpandedGroup[] {
	return groupsOf(Object.keys(uses).join(' ')).map((group) => {
		const answer: Answer = { score: 1, how: 'exact', uses: uses[group.text]!, named: 0, shown: group.text };
		const alternatives = [[new Map([[group.words[0]!, answer]])]];
		return { ...group, alternatives, weight: 1, rarity: 1, uses: answer.uses, isKnown: true };
	});
}

test('of many words the four rarest are looked up, and the others are checked in the rows', () => {
	const { whole } = anywhere(known({ زهر: 50, نخل: 10, بحر: 60, جبل: 20, نهر: 40, سهل: 30 }));
	expect(whole.words).toEqual({ column: 'words', either: ["'نخل'"], and: "('جبل') & ('سهل') & ('نهر')" });
	expect(whole.also).toHaveLength(2);
});

test.each([
	['few records hold are read whole', 100, [true]],
	['many records hold are read in a sample first', 10_000, [false, true]],
	['very many records hold are read in a sample alone', 100_000, [false]]
])('words that %s', (_, uses, areWhole) => {
	const { whole, inBounds } = anywhere(known({ زهر: uses, نخل: 2 * uses }));
	expect(inBounds.map((stage) => stage === whole)).toEqual(areWhole);
	for (const { words } of inBounds) expect(words).toBe(whole.words);
});

test('the query word for word comes first, then names as short as it; two words are looked up as a pair, in names that can hold two', () => {
	const groups = known({ زهر: 50, نخل: 10 });
	const asked = nameStages(groups, groups).map(({ words }) => words?.either);
	expect(asked).toEqual([
		["'زهر+نخل#2'"],
		["'زهر+نخل#2'"],
		["'زهر+نخل#3'"],
		["'زهر+نخل#4'", "'زهر+نخل#5'"],
		["'زهر+نخل#':*"]
	]);
});

test('names of eight words and more are told apart no further', () => {
	const words = 'زهر نخل بحر جبل نهر سهل ورد غصن قمر'.split(' ');
	const groups = known(Object.fromEntries(words.map((word, at) => [word, 10 + at])));
	const [exactly, noLonger, ...more] = nameStages(groups, groups);
	for (const { words } of [exactly!, noLonger!]) expect(words!.either).toHaveLength(7);
	expect(more).toHaveLength(1);
});
