import type { Database } from '../../db/connection.ts';
import { isGeneric } from '../vocabulary/vocabulary.ts';
import type { QueryGroup } from './groups.ts';
import { firstOf, soundly, withJoined, worthOf, type Answer, type Term } from './term.ts';
import { readTerms, type Terms } from './terms.ts';

/** One way to answer a group: each of its terms by some word. */
export type Alternative = Term[];

export type ExpandedGroup = QueryGroup & {
	alternatives: Alternative[];
	/** How rare what answers it is in all records, as idf; what nothing answers is as rare as can be. */
	rarity: number;
	/** The same, where people look for it: mostly in names. */
	weight: number;
	/** Records that may answer it, at most. */
	uses: number;
	/** Whether the register has the word itself. */
	isKnown: boolean;
};

/** From this score on a word is surely what was meant by another. */
const clearlyMeant = 0.7;

/** Below this share of the best score an answer does not count towards how common a group is. */
const goodAnswer = 0.75;

/** Answers of all words of a query together: the more it has, the fewer of each are looked for. */
const MOST_ANSWERS = 60;

/** Finds for each word of a query the words of the register that answer it, by one look into the lexicon. */
export async function expand(db: Database, groups: readonly QueryGroup[]): Promise<ExpandedGroup[]> {
	const own = [
		...new Set(groups.flatMap(({ words, joined }) => [...words, ...(joined === undefined ? [] : [joined])]))
	];
	const others = [...new Set(groups.flatMap(({ rewordings }) => rewordings.flatMap(({ words }) => words)))];
	const terms = await readTerms(db, { own, reworded: others });
	const most = Math.max(1, Math.floor(MOST_ANSWERS / Math.max(1, groups.length)));
	const expanded = groups.map((group) => expandGroup(group, terms, most));
	return withOptional(expanded, terms.records);
}

/**
 * A misspelt or sounded word that means a generic one is optional, too, and so is a word that half of the records
 * hold; as long as another is not.
 */
function withOptional(groups: ExpandedGroup[], records: number): ExpandedGroup[] {
	const optional = groups.map((group) => ({
		...group,
		isOptional:
			group.isOptional || (!group.isKnown && meansGeneric(group)) || group.uses > everywhere(records)
	}));
	return optional.every(({ isOptional }) => isOptional) ? groups : optional;
}

const everywhere = (records: number): number => Math.max(50_000, records / 2);

function meansGeneric({ words, alternatives }: ExpandedGroup): boolean {
	const [own] = alternatives;
	if (words.length > 1 || !own?.[0]) return false;
	const best = [...own[0]].reduce((one, other) => (other[1].score > one[1].score ? other : one));
	return best[1].score >= clearlyMeant && isGeneric(best[0]);
}

function expandGroup(group: QueryGroup, terms: Terms, most: number): ExpandedGroup {
	const { records } = terms;
	const isTranslated = group.rewordings.length > 0;
	const own = group.words.map((word) => {
		const term = withJoined(
			terms.own.get(word)!,
			group.joined === undefined ? undefined : terms.own.get(group.joined)
		);
		return isTranslated ? term : soundly(term);
	});
	const others = group.rewordings.map(({ words, how }) =>
		words.map((word) => worthOf(terms.reworded.get(word)!, how))
	);
	const alternatives = [own, ...others]
		.filter((terms) => terms.every((term) => term.size > 0))
		.map((terms) => terms.map((term) => new Map(firstOf([...term], most))));
	const uses = Math.min(records, sum(alternatives.map((terms) => Math.min(...terms.map(usesOf)))));
	const isKnown = own.every((term) =>
		[...term.values()].some(({ how }) => how === 'exact' || how === 'article')
	);
	const idf = (count: number) => Math.log(1 + records / (1 + count));
	return {
		...{ ...group, alternatives, uses, isKnown },
		rarity: idf(uses),
		weight: idf(frequencyOf({ alternatives }))
	};
}

/** Records that hold what answers well, of which those count most that hold it in a name. */
const frequencyOf = ({ alternatives }: Pick<ExpandedGroup, 'alternatives'>): number =>
	sum(alternatives.map((terms) => Math.min(...terms.map((term) => sumOfGood(term, frequency)))));

/** What a record counts for that holds a word elsewhere. */
const asideWorth = 0.1;
const frequency = ({ uses, named }: Answer): number => named + asideWorth * (uses - named);

/** Records that hold a word which answers well. */
const usesOf = (term: Term): number => sumOfGood(term, ({ uses }) => uses);

function sumOfGood(term: Term, count: (answer: Answer) => number): number {
	const answers = [...term.values()];
	const best = Math.max(...answers.map(({ score }) => score));
	return sum(answers.filter(({ score }) => score >= goodAnswer * best).map(count));
}

/** Records that answer a group in any way, at most. */
export function allUses({ alternatives }: Pick<ExpandedGroup, 'alternatives'>): number {
	const usesOfTerm = (term: Term) => sum([...term.values()].map(({ uses }) => uses));
	return sum(alternatives.map((terms) => Math.min(...terms.map(usesOfTerm))));
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** From this share of the best score an answer is as good as the word itself: with its article, or translated. */
const sureAnswer = 0.8;
/** A word of the other script that sounds as asked for has about this score. */
const goodSound = 0.65;
/** From this share on it is no worse. */
const exactAnswer = 0.99;
const MOST_SURE = 6;
const MOST_SOUNDS = 4;

/** A group with what is asked for word for word, or with what comes closest. */
export const withExactAnswers = (group: ExpandedGroup): ExpandedGroup =>
	withAnswersFrom(group, exactAnswer, 1);
/** A group with those of its answers that are nearly as good as the best. */
export const withBestAnswers = (group: ExpandedGroup): ExpandedGroup => withAnswersFrom(group, goodAnswer);
export const withSureAnswers = (group: ExpandedGroup): ExpandedGroup =>
	withAnswersFrom(group, sureAnswer, MOST_SURE);

/** The best come first in each term. */
function withAnswersFrom(group: ExpandedGroup, share: number, count?: number): ExpandedGroup {
	const best = bestLikeness(group);
	const alternatives = group.alternatives
		.map((terms) => terms.map((term) => goodAnswers(term, share, best, count)))
		.filter((terms) => terms.every(({ size }) => size > 0));
	return alternatives.length > 0 ? { ...group, alternatives } : group;
}

/** A sound is measured against the best sound: what only has a name in the other script is not crowded out. */
function goodAnswers(term: Term, share: number, best: number, count?: number): Term {
	const answers = [...term];
	const own = answers.filter(([, { how, score }]) => how !== 'script' && score >= share * best);
	const sounds = answers.filter(([, { how }]) => how === 'script');
	const leastSound = share * Math.max(goodSound, ...sounds.map(([, { score }]) => score));
	const clear = sounds.filter(([, { score }]) => score >= leastSound);
	return new Map([...firstOf(own, count), ...firstOf(clear, count && MOST_SOUNDS)]);
}

/** How surely any word of the register is what a group means. */
export function bestLikeness({ alternatives }: ExpandedGroup): number {
	const scores = alternatives.map((terms) => {
		const best = terms.map((term) =>
			Math.max(...[...term.values()].map(({ likeness, score }) => likeness ?? score))
		);
		return best.reduce((sum, score) => sum + score, 0) / terms.length;
	});
	return Math.max(0, ...scores);
}
