import { LONGEST_TOLD } from '../indexing/lexemes.ts';
import {
	allUses,
	withBestAnswers,
	withExactAnswers,
	withSureAnswers,
	type ExpandedGroup
} from '../understanding/expansion.ts';
import { tellingWords } from '../vocabulary/vocabulary.ts';
import {
	allAnswered,
	allNamed,
	answered,
	anyAnswered,
	byRarity,
	hasWords,
	isSampled,
	unindexed,
	type Condition,
	type WordColumn,
	type Words
} from './conditions.ts';
import type { Stage } from './staged_read.ts';

/** How records are counted. */
export type Counting = {
	/** Where they are looked for, those that answer better before others. */
	stages: readonly Stage[];
	/** Holds for all of them; not one of the stages where they are too many to be looked at. */
	whole: Stage;
};

export const countedBy = (whole: Stage): Counting => ({ stages: [whole], whole });

/** Groups that are looked up together, the rarest; whether the others are answered is seen in the rows. */
const MOST_TOGETHER = 4;

/** Records that are many to read, where some of them do; and so many that more than a sample is never read. */
const manyUses = 5000;
const tooManyUses = 50_000;

/**
 * Records whose names answer: those that are the query word for word, then names that say no more than it before longer
 * ones, and of each those with the optional words of the query before others.
 */
export function nameStages(groups: readonly ExpandedGroup[], required: readonly ExpandedGroup[]): Stage[] {
	const surely = required.map(withSureAnswers);
	const optional = groups.filter(({ isOptional, alternatives }) => isOptional && alternatives.length > 0);
	const wholly = [...surely, ...optional.map(withSureAnswers)];
	const asked = tellingWords(required.flatMap(({ words }) => words));
	const noLonger = Array.from({ length: Math.min(asked, LONGEST_TOLD) + 1 }, (_, length) => length);
	const longer = (...more: number[]) => more.map((words) => asked + words);
	const areLonger = asked < LONGEST_TOLD;
	const withOptional = [
		named(wholly, noLonger),
		...(areLonger ? [named(wholly, longer(1, 2))] : []),
		...(wholly.length <= MOST_TOGETHER ? [named(wholly)] : [])
	];
	const stages = [
		...(optional.length > 0 ? withOptional : []),
		named(surely, noLonger),
		...(areLonger ? [named(surely, longer(1)), named(surely, longer(2, 3))] : []),
		named(required.map(withBestAnswers))
	];
	const answerable = [...required, ...optional];
	const isOneWord = answerable.flatMap(({ words }) => words).length === 1;
	const exactly = isOneWord ? [] : [named(answerable.map(withExactAnswers), noLonger)];
	return [...exactly, ...sampledFirst(required, stages)];
}

/** Records whose names answer one of the groups, the rarest first, and that answer the others anywhere, say by their place. */
export function partlyNamed(groups: readonly ExpandedGroup[]): Stage[] {
	const stages = byRarity(groups).map((group): Stage => {
		const others = groups.filter((other) => other !== group);
		return {
			words: { column: 'name_words', ...anyAnswered([group]) },
			also: others.map((other) => isAnswered('words', other))
		};
	});
	return sampledFirst(groups, stages);
}

/**
 * Records that answer all of the groups in some field. `inBounds`: as far as they can be read, which is a sample where
 * even the rarest word is in very many records.
 */
export function anywhere(groups: readonly ExpandedGroup[]): { whole: Stage; inBounds: Stage[] } {
	const whole = together('words', groups, allAnswered);
	const uses = usesOfRarest(groups);
	if (uses <= manyUses) return { whole, inBounds: [whole] };
	return { whole, inBounds: uses <= tooManyUses ? [sampled(whole), whole] : [sampled(whole)] };
}

/** Records with the rarest words that answer the other groups, too: to look at the few is faster than to look up the others. */
export function besideRarest(groups: readonly ExpandedGroup[]): Stage {
	const [rarest, ...others] = byRarity(groups);
	return {
		words: { column: 'words', ...anyAnswered([rarest!]) },
		also: others.map((other) => unindexed(isAnswered('words', other)))
	};
}

/** Records that answer one of the groups. */
export const anyOfThem = (groups: readonly ExpandedGroup[]): Stage => ({
	words: { column: 'words', ...anyAnswered(groups) }
});

const named = (groups: readonly ExpandedGroup[], lengths?: readonly number[]): Stage =>
	together('name_words', groups, (rare) => allNamed(rare, lengths));

function together(
	column: WordColumn,
	groups: readonly ExpandedGroup[],
	wordsOf: (groups: readonly ExpandedGroup[]) => Words
): Stage {
	const sorted = byRarity(groups);
	const others = sorted.slice(MOST_TOGETHER);
	return {
		words: { column, ...wordsOf(sorted.slice(0, MOST_TOGETHER)) },
		also: others.map((other) => unindexed(isAnswered(column, other)))
	};
}

const isAnswered = (column: WordColumn, group: ExpandedGroup): Condition => hasWords(column, answered(group));

const usesOfRarest = (groups: readonly ExpandedGroup[]): number => Math.min(...groups.map(allUses));

/** What is in many records is first read in a sample, which may be enough. */
const sampledFirst = (groups: readonly ExpandedGroup[], stages: readonly Stage[]): Stage[] =>
	usesOfRarest(groups) > manyUses ? stages.flatMap((stage) => [sampled(stage), stage]) : [...stages];

const sampled = (stage: Stage): Stage => ({ ...stage, also: [isSampled, ...(stage.also ?? [])] });
