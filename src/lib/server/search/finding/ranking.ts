import type { MatchField } from '../query.ts';
import type { Candidate } from './candidates.ts';
import { answersIn, indexAnswers, type AnswerIndex } from './answers.ts';
import { bestLikeness, type ExpandedGroup } from './expansion.ts';
import { isGeneric } from '../vocabulary/vocabulary.ts';

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
	const anyName = groups.map((_, at) => Math.max(0, ...names.map(({ scores }) => scores[at]!)));
	const elsewhere = groups.map((group, at) =>
		Math.max(
			otherNameWorth * anyName[at]!,
			fieldWorth.related * related.scores[at]!,
			fieldWorth.place * place.scores[at]!,
			candidate.answers.includes(at) ? (holdsNumber(group) ? fieldWorth.identifier : fieldWorth.text) : 0
		)
	);
	const weighted = (scoreOf: (at: number) => number) =>
		groups.reduce((sum, _, at) => sum + weights[at]! * scoreOf(at), 0) / whole;
	let score = -1;
	for (const name of names) {
		const said = weighted((at) => Math.max(name.scores[at]!, elsewhere[at]!));
		const saidByName = weighted((at) => name.scores[at]!);
		const form =
			bonus.coverage * coverageOf(name) * saidByName +
			bonus.whole * wholeness(name, groups) +
			bonus.order * orderOf(name) +
			bonus.start * (name.matched.has(0) ? 1 : 0);
		score = Math.max(score, said + form);
	}
	const answered = weighted((at) =>
		Math.max(
			0,
			...names.map(({ likenesses }) => likenesses[at]!),
			sure(related.likenesses[at]!),
			sure(place.likenesses[at]!),
			candidate.answers.includes(at) ? sure(bestLikeness(groups[at]!)) : 0
		)
	);
	const numbers = groups.flatMap((_, at) => (elsewhere[at]! > 0 ? [at] : []));
	const { record_id, type, prior } = candidate;
	return { record_id, type, score: score + bonus.prior * prior, answered, groups: numbers };
}

/** Outside of names a word that is only like another is found by chance. */
const sure = (score: number): number => (score < leastSure ? 0 : score);
const leastSure = 0.6;

/** An identifier is in no field that is read: whoever answers a number without holding it as a word has it. */
const holdsNumber = ({ alternatives }: ExpandedGroup): boolean =>
	alternatives.some((terms) => terms.some((term) => [...term.keys()].some((word) => word.startsWith('id='))));

/** How a field answers each group, and at which of the words that tell something. */
type Field = {
	words: string[];
	scores: number[];
	likenesses: number[];
	places: (number | undefined)[];
	isTranslated: boolean[];
	matched: Set<number>;
};

function fieldOf(text: string, answers: AnswerIndex): Field {
	const words = text === '' ? [] : text.split(' ');
	const found = answersIn(words, answers);
	const matched = new Set(found.flatMap((answer) => answer?.places ?? []));
	const telling = words.map((word, at) => matched.has(at) || !isGeneric(word));
	const before = (place: number) => telling.slice(0, place).filter(Boolean).length;
	return {
		words,
		matched,
		scores: found.map((answer) => answer?.score ?? 0),
		likenesses: found.map((answer) => answer?.likeness ?? 0),
		places: found.map((answer) => answer && before(answer.places[0]!)),
		isTranslated: found.map((answer) => answer?.answers[0]!.how === 'gloss')
	};
}

const genericShare = 0.3;

/** The share of a name's words that the query asks for; generic ones count for less. */
function coverageOf({ words, matched }: Field): number {
	let [covered, whole] = [0, 0];
	for (const [place, word] of words.entries()) {
		const share = isGeneric(word) ? genericShare : 1;
		whole += share;
		if (matched.has(place)) covered += share;
	}
	return whole === 0 ? 0 : covered / whole;
}

/** The share of the query that a name says which says all that is required. */
function wholeness({ scores }: Field, groups: readonly ExpandedGroup[]): number {
	const isSaid = groups.map((_, at) => scores[at]! >= leastSure);
	if (!groups.every(({ isOptional }, at) => isOptional || isSaid[at])) return 0;
	return isSaid.filter(Boolean).length / groups.length;
}

/**
 * The share of neighbours in the query that are neighbours in the name, in this order; a translation may turn them.
 */
function orderOf({ places, isTranslated }: Field): number {
	if (places.length < 2) return 0;
	const next = places.filter((place, at) => {
		const last = places[at - 1];
		if (place === undefined || last === undefined) return false;
		return place === last + 1 || (isTranslated[at] && place === last - 1);
	});
	return next.length / (places.length - 1);
}
