import type { MatchField } from '../query.ts';
import type { Candidate } from '../finding/candidates.ts';
import { answersIn, indexAnswers, type AnswerIndex } from './answers.ts';
import { bestLikeness, type ExpandedGroup } from '../understanding/expansion.ts';
import { formOf, leastSure, type Field, type Form } from './name_form.ts';

/** What a match in each field is worth. */
const fieldWorth: Record<MatchField, number> = {
	identifier: 1,
	name: 1,
	related: 0.5,
	place: 0.35,
	text: 0.15
};

/** A word that matches in another name of the record than most do, say the English one. */
const otherNameWorth = 0.9;

/** An optional word counts for less than one that must be there. */
const optionalWorth = 0.6;

/**
 * What a name gains that the query says whole, that says the whole query, in its order, from its first word; and what
 * the record itself gains.
 */
const bonus = { coverage: 0.3, whole: 0.1, order: 0.05, start: 0.05, prior: 0.03 };

export type Ranked = {
	record_id: string;
	type: Candidate['type'];
	score: number;
	/** How much of the query it answers, and how well, in whatever field: 0 … 1. */
	answered: number;
	/** Numbers of the groups that it answers. */
	groups: number[];
};

/** Candidates by how well they answer the query, best first. */
export function rank(candidates: readonly Candidate[], groups: readonly ExpandedGroup[]): Ranked[] {
	const answers = indexAnswers(groups);
	const weights = groups.map(({ weight, isOptional }) => weight * (isOptional ? optionalWorth : 1));
	const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
	return candidates
		.map((candidate) => rankOne(candidate, groups, answers, weights, whole))
		.sort((one, other) => other.score - one.score || compare(one.record_id, other.record_id));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function rankOne(
	candidate: Candidate,
	groups: readonly ExpandedGroup[],
	answers: AnswerIndex,
	weights: readonly number[],
	whole: number
): Ranked {
	const names = candidate.names.split('\n').map((name) => fieldOf(name, answers));
	const related = fieldOf(candidate.related.replaceAll('\n', ' '), answers);
	const place = fieldOf(candidate.place.replaceAll('\n', ' '), answers);
	const anyName = groups.map((_, at) => Math.max(0, ...names.map((name) => scoreOf(name, at))));
	const elsewhere = groups.map((group, at) =>
		Math.max(
			otherNameWorth * anyName[at]!,
			fieldWorth.related * scoreOf(related, at),
			fieldWorth.place * scoreOf(place, at),
			candidate.answers.includes(at) ? (holdsNumber(group) ? fieldWorth.identifier : fieldWorth.text) : 0
		)
	);
	const weighted = (worth: (at: number) => number) =>
		groups.reduce((sum, _, at) => sum + weights[at]! * worth(at), 0) / whole;
	let score = -1;
	for (const name of names) {
		const said = weighted((at) => Math.max(scoreOf(name, at), elsewhere[at]!));
		const saidByName = weighted((at) => scoreOf(name, at));
		score = Math.max(score, said + (saidByName > 0 ? worthOf(formOf(name, groups), saidByName) : 0));
	}
	const answered = weighted((at) =>
		Math.max(
			0,
			...names.map((name) => likenessOf(name, at)),
			sure(likenessOf(related, at)),
			sure(likenessOf(place, at)),
			candidate.answers.includes(at) ? sure(bestLikeness(groups[at]!)) : 0
		)
	);
	const numbers = groups.flatMap((_, at) => (elsewhere[at]! > 0 ? [at] : []));
	const { record_id, type, prior } = candidate;
	return { record_id, type, score: score + bonus.prior * prior, answered, groups: numbers };
}

function fieldOf(text: string, index: AnswerIndex): Field {
	const words = text === '' ? [] : text.split(' ');
	return { words, answers: answersIn(words, index) };
}

const scoreOf = ({ answers }: Field, at: number): number => answers[at]?.score ?? 0;
const likenessOf = ({ answers }: Field, at: number): number => answers[at]?.likeness ?? 0;

const worthOf = ({ coverage, wholeness, order, start }: Form, said: number): number =>
	bonus.coverage * coverage * said + bonus.whole * wholeness + bonus.order * order + bonus.start * start;

/** Outside of names a word that is only like another is found by chance. */
const sure = (score: number): number => (score < leastSure ? 0 : score);
/** An identifier is in no field that is read: whoever answers a number without holding it as a word has it. */
const holdsNumber = ({ alternatives }: ExpandedGroup): boolean =>
	alternatives.some((terms) => terms.some((term) => [...term.keys()].some((word) => word.startsWith('id='))));
