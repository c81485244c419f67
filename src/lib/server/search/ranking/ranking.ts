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

/** What a name loses for each word but one that it answers by a typing error: who mistypes one word rarely mistypes two. */
const anotherTypo = 0.2;

export type Ranked = {
	record_id: string;
	type: Candidate['type'];
	score: number;
	/** How much of the query it answers, and how well, in whatever field: 0 … 1. */
	answered: number;
	/** Numbers of the groups that it answers. */
	groups: number[];
};

/** A query as ranking needs it: what is the same for all candidates. */
type Asked = {
	groups: readonly ExpandedGroup[];
	index: AnswerIndex;
	/** Of all groups together, how much each is worth, and how much of the query it is. */
	weights: readonly number[];
	shares: readonly number[];
	/** What a group is worth that a record answers in no field that is read, and how sure that is. */
	unread: readonly { worth: number; likeness: number }[];
	/** The texts beside names that were read: many records have the same place. */
	texts: Map<string, Field>;
};

/** Candidates by how well they answer the query, best first. */
export function rank(candidates: readonly Candidate[], groups: readonly ExpandedGroup[]): Ranked[] {
	const asked = prepare(groups);
	return candidates
		.map((candidate) => rankOne(candidate, asked))
		.sort((one, other) => other.score - one.score || compare(one.record_id, other.record_id));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function prepare(groups: readonly ExpandedGroup[]): Asked {
	return {
		groups,
		index: indexAnswers(groups),
		weights: sharesOf(groups, ({ weight }) => weight),
		shares: sharesOf(groups, ({ rarity }) => rarity),
		unread: groups.map((group) => ({
			worth: holdsNumber(group) ? fieldWorth.identifier : fieldWorth.text,
			likeness: sure(bestLikeness(group))
		})),
		texts: new Map()
	};
}

function sharesOf(groups: readonly ExpandedGroup[], of: (group: ExpandedGroup) => number): number[] {
	const parts = groups.map((group) => of(group) * (group.isOptional ? optionalWorth : 1));
	const whole = parts.reduce((sum, part) => sum + part, 0) || 1;
	return parts.map((part) => part / whole);
}

function rankOne(candidate: Candidate, asked: Asked): Ranked {
	const { groups, shares } = asked;
	const fields = fieldsOf(candidate, asked);
	const elsewhere = groups.map((_, at) => worthElsewhere(fields, at, asked));
	const answered = groups.reduce((sum, _, at) => sum + shares[at]! * likenessAnywhere(fields, at, asked), 0);
	const score = Math.max(...fields.names.map((name) => scoreOfName(name, elsewhere, asked)));
	const numbers = groups.flatMap((_, at) => (elsewhere[at]! > 0 ? [at] : []));
	const { record_id, type, prior } = candidate;
	return { record_id, type, score: score + bonus.prior * prior, answered, groups: numbers };
}

type Fields = { names: Field[]; related: Field; place: Field; answers: readonly number[] };

function fieldsOf({ names, related, place, answers }: Candidate, asked: Asked): Fields {
	return {
		names: names.split('\n').map((name) => fieldOf(name, asked.index)),
		related: textOf(related, asked),
		place: textOf(place, asked),
		answers
	};
}

/** What it is worth that another name than the one that is looked at answers a group, or another field. */
const worthElsewhere = ({ names, related, place, answers }: Fields, at: number, { unread }: Asked): number =>
	Math.max(
		otherNameWorth * best(names, at, scoreOf),
		fieldWorth.related * scoreOf(related, at),
		fieldWorth.place * scoreOf(place, at),
		answers.includes(at) ? unread[at]!.worth : 0
	);

const likenessAnywhere = (
	{ names, related, place, answers }: Fields,
	at: number,
	{ unread }: Asked
): number =>
	Math.max(
		best(names, at, likenessOf),
		sure(likenessOf(related, at)),
		sure(likenessOf(place, at)),
		answers.includes(at) ? unread[at]!.likeness : 0
	);

function scoreOfName(name: Field, elsewhere: readonly number[], { groups, weights }: Asked): number {
	let [said, saidByName] = [0, 0];
	for (let at = 0; at < groups.length; at++) {
		const score = scoreOf(name, at);
		said += weights[at]! * Math.max(score, elsewhere[at]!);
		saidByName += weights[at]! * score;
	}
	const form = saidByName > 0 ? worthOf(formOf(name, groups), saidByName) : 0;
	return said + form - anotherTypo * Math.max(0, typosIn(name) - 1);
}

const typosIn = ({ answers }: Field): number =>
	answers.filter((answer) => answer?.answers.some(({ how }) => how === 'typo')).length;

function textOf(text: string, { index, texts }: Asked): Field {
	const known = texts.get(text);
	if (known) return known;
	const field = fieldOf(text.replaceAll('\n', ' '), index);
	texts.set(text, field);
	return field;
}

function fieldOf(text: string, index: AnswerIndex): Field {
	const words = text === '' ? [] : text.split(' ');
	return { words, answers: answersIn(words, index) };
}

function best(names: readonly Field[], at: number, of: (field: Field, at: number) => number): number {
	let most = 0;
	for (const name of names) most = Math.max(most, of(name, at));
	return most;
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
