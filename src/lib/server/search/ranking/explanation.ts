import type { Database } from '../../db/connection.ts';
import { identifierLexeme, isIdentifier } from '../indexing/lexemes.ts';
import { textWords } from '../indexing/text_words.ts';
import type { Match, MatchField } from '../query.ts';
import type { ExpandedGroup } from '../understanding/expansion.ts';
import { answersIn, indexAnswers, type AnswerIndex, type GroupAnswer } from './answers.ts';
import { readTexts, textsOfNames, type FieldText, type Named } from './record_texts.ts';

/** Characters of a long text that are shown around what was found. */
const SNIPPET = { before: 60, length: 180 };

/** A record that was found, and the numbers of the groups that it answers somewhere. */
export type Answering = Named & { groups: readonly number[] };

/** Says of records why they answer a query: the text that answers most of it, marked, and what answers each word. */
export async function explain(
	db: Database,
	q: string,
	groups: readonly ExpandedGroup[],
	records: readonly Answering[]
): Promise<Map<string, Match>> {
	const matches = new Map<string, Match>();
	const index = indexAnswers(groups);
	const asked = (record: Answering) =>
		record.groups.map((number) => groups[number]!).filter(({ isOptional }) => !isOptional);
	const mayBeNumber = /\d/.test(identifierLexeme(q));
	const partly: Answering[] = [];
	for (const record of records) {
		const named = mayBeNumber ? undefined : bestOf(groups, index, textsOfNames(record), asked(record));
		if (named?.isWhole) matches.set(record.id, named.match);
		else partly.push(record);
	}
	if (partly.length === 0) return matches;
	const texts = await readTexts(
		db,
		partly.map(({ id }) => id)
	);
	for (const record of partly) {
		const { numbers, fields } = texts.get(record.id) ?? { numbers: [], fields: [] };
		const number = numbers.find((each) => identifierLexeme(each) === identifierLexeme(q));
		const match =
			number === undefined ? bestOf(groups, index, fields, asked(record))?.match : matchOfNumber(q, number);
		if (match) matches.set(record.id, match);
	}
	return matches;
}

const matchOfNumber = (query: string, text: string): Match => ({
	field: 'identifier',
	text,
	marks: [[0, text.length]],
	words: [{ query, found: text, how: 'exact' }]
});

/** What each field adds when one text is chosen to stand for the match. */
const preference: Record<MatchField, number> = {
	identifier: 1,
	name: 1,
	related: 0.5,
	place: 0.35,
	text: 0.3
};

/**
 * The text that answers most, of those that are given from the weightiest field to the least; no more of them is read
 * once all that is `asked` is answered and no other can be better. `isWhole`: the texts that were read answer all of it.
 */
function bestOf(
	groups: readonly ExpandedGroup[],
	index: AnswerIndex,
	texts: Iterable<FieldText>,
	asked: readonly ExpandedGroup[]
): { match: Match; isWhole: boolean } | undefined {
	const whole = groups.reduce((sum, { weight }) => sum + weight, 0);
	let best: { read: Reading; worth: number } | undefined;
	const answered = new Map<ExpandedGroup, Match['words']>();
	const isWhole = () => asked.every((group) => answered.has(group));
	for (const text of texts) {
		if (best && best.worth >= whole * preference[text.field] && isWhole()) break;
		const read = readText(groups, index, text);
		for (const [group, words] of read.words) if (!answered.has(group)) answered.set(group, words);
		const worth = read.worth * preference[text.field];
		if (read.words.size > 0 && worth > (best?.worth ?? 0)) best = { read, worth };
	}
	if (!best) return undefined;
	const { text, marks, words: own } = best.read;
	const words = groups.flatMap((group) => own.get(group) ?? answered.get(group) ?? []);
	return { match: { ...clipped(text, marks), words }, isWhole: isWhole() };
}

type Reading = {
	text: FieldText;
	words: Map<ExpandedGroup, Match['words']>;
	marks: Match['marks'];
	worth: number;
};

function readText(groups: readonly ExpandedGroup[], index: AnswerIndex, text: FieldText): Reading {
	const found = textWords(text.text);
	const folded = found.map(({ word }) => word);
	const reading: Reading = { text, words: new Map(), marks: [], worth: 0 };
	const answers = answersIn(folded, index);
	for (const [number, group] of groups.entries()) {
		const answer = text.field === 'identifier' ? answerOfNumber(group, text.text, folded) : answers[number];
		if (!answer) continue;
		const spans = answer.places.map((place) => found[place]!);
		reading.words.set(
			group,
			spans.map(({ start, end }, at) => ({
				query: spans.length === group.words.length ? (group.typed[at] ?? group.text) : group.text,
				found: text.text.slice(start, end),
				how: answer.answers[at]!.how
			}))
		);
		reading.marks.push(...spans.map(({ start, end }): [number, number] => [start, end]));
		reading.worth += group.weight * answer.score;
	}
	reading.marks = joinedMarks(reading.marks);
	return reading;
}

/** A number that stands in the query answers as a whole. */
function answerOfNumber(
	{ alternatives }: ExpandedGroup,
	text: string,
	words: string[]
): GroupAnswer | undefined {
	const asked = alternatives.flat().flatMap((term) => [...term].filter(([word]) => isIdentifier(word)));
	const [found] = asked.filter(([word]) => word === identifierLexeme(text));
	return (
		found && { score: 1, likeness: 1, places: words.map((_, at) => at), answers: words.map(() => found[1]) }
	);
}

function joinedMarks(marks: Match['marks']): Match['marks'] {
	const sorted = marks.toSorted(([one], [other]) => one - other);
	return sorted.filter(([start, end], at) => !sorted.slice(0, at).some(([s, e]) => s <= start && end <= e));
}

/** A long text is cut to the stretch around the first mark, at spaces. */
function clipped({ field, text }: FieldText, marks: Match['marks']): Pick<Match, 'field' | 'text' | 'marks'> {
	if (field === 'name' || text.length <= SNIPPET.length) return { field, text, marks };
	const first = marks[0]?.[0] ?? 0;
	const begin = first <= SNIPPET.before ? 0 : text.indexOf(' ', first - SNIPPET.before) + 1;
	const start = begin > first ? first : begin;
	const space = text.lastIndexOf(' ', start + SNIPPET.length);
	const end =
		start + SNIPPET.length >= text.length
			? text.length
			: space > (marks[0]?.[1] ?? 0)
				? space
				: start + SNIPPET.length;
	const lead = start > 0 ? '… ' : '';
	const inside = marks.filter(([from, to]) => from >= start && to <= end);
	return {
		field,
		text: lead + text.slice(start, end) + (end < text.length ? ' …' : ''),
		marks: inside.map(([from, to]) => [from - start + lead.length, to - start + lead.length])
	};
}
