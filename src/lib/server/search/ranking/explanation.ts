import { sql } from 'kysely';
import { prepared, type Database } from '../../db/connection.ts';
import { isWithheldName } from '#lib/domain/public_view.ts';
import { identifierLexeme, isIdentifier } from '../indexing/lexemes.ts';
import { longTexts, placeTexts, relatedIds, type Searchable } from '../indexing/search_entry.ts';
import { textWords } from '../indexing/text_words.ts';
import type { Match, MatchField } from '../query.ts';
import type { ExpandedGroup } from '../understanding/expansion.ts';
import { answersIn, indexAnswers, type AnswerIndex, type GroupAnswer } from './answers.ts';

/** Characters of a long text that are shown around what was found. */
const SNIPPET = { before: 60, length: 180 };

/** A record as far as most queries need it: what else it says is only read where its names do not answer. */
export type Named = { id: string; names: Searchable['names'] };

/** Says of records why they answer a query: the text that answers most of it, marked, and what answers each word. */
export async function explain(
	db: Database,
	q: string,
	groups: readonly ExpandedGroup[],
	records: readonly Named[]
): Promise<Map<string, Match>> {
	const matches = new Map<string, Match>();
	const index = indexAnswers(groups);
	const required = countRequired(groups);
	const mayBeNumber = /\d/.test(identifierLexeme(q));
	for (const record of records) {
		const named = bestOf(groups, index, textsOfNames(record));
		if (named && named.answered === required && !mayBeNumber) matches.set(record.id, named.match);
	}
	const partly = records.flatMap(({ id }) => (matches.has(id) ? [] : [id]));
	if (partly.length === 0) return matches;
	const [documents, codes] = await Promise.all([readDocuments(db, partly), readCodes(db)]);
	const related = await readRelated(db, documents);
	for (const document of documents) {
		const number = numbersOf(document).find((each) => identifierLexeme(each) === identifierLexeme(q));
		const texts = [
			...textsOfNames(document),
			...numbersOf(document).map((text) => ({ field: 'identifier' as const, text })),
			...(related.get(document.id!) ?? []).map((text) => ({ field: 'related' as const, text })),
			...placeTexts(document, { regions: codes }).map((text) => ({ field: 'place' as const, text })),
			...longTexts(document, { fields: codes }).map((text) => ({ field: 'text' as const, text }))
		];
		const match = number === undefined ? bestOf(groups, index, texts)?.match : matchOfNumber(q, number);
		if (match) matches.set(document.id!, match);
	}
	return matches;
}

async function readDocuments(db: Database, ids: readonly string[]): Promise<Searchable[]> {
	const { rows } = await sql<{ document: Searchable }>`${prepared}
		select public_document as document from record where id = any(${ids})`.execute(db);
	return rows.map(({ document }) => document);
}

const countRequired = (groups: readonly ExpandedGroup[]): number =>
	groups.filter(({ isOptional, alternatives }) => !isOptional && alternatives.length > 0).length;

type FieldText = { field: MatchField; text: string };

const textsOfNames = ({ names }: Pick<Named, 'names'>): FieldText[] =>
	names.filter((name) => !isWithheldName(name)).map(({ value }) => ({ field: 'name', text: value }));

function numbersOf(document: Searchable): string[] {
	if (document.type !== 'organization') return [document.id!];
	const licences = document.licences.map(({ number }) => number).filter((number) => number !== undefined);
	return [document.id!, ...document.identifiers.map(({ value }) => value), ...licences];
}

const matchOfNumber = (query: string, text: string): Match => ({
	field: 'identifier',
	text,
	marks: [[0, text.length]],
	words: [{ query, found: text, how: 'exact' }]
});

/** Names of regions and fields of work, in both languages. */
async function readCodes(db: Database): Promise<Map<string, string[]>> {
	const { rows } = await sql<{ code: string; names: string[] }>`${prepared}
		select code, array[name_ar, name_en] as names from region
		union all select code, array[name_ar, name_en] from field_of_work`.execute(db);
	return new Map(rows.map(({ code, names }) => [code, names]));
}

/** Names of the records that these mention, or that mention these people. */
async function readRelated(db: Database, documents: readonly Searchable[]): Promise<Map<string, string[]>> {
	const people = documents.filter(({ type }) => type === 'person').map(({ id }) => id!);
	const posts = people.length > 0 ? await readPosts(db, people) : [];
	const organizationsOf = new Map(
		people.map((id) => [
			id,
			posts.filter(({ person }) => person === id).map(({ organization }) => organization)
		])
	);
	const idsOf = new Map(
		documents.map((document) => [document.id!, relatedIds(document, { organizationsOf })])
	);
	const ids = [...new Set([...idsOf.values()].flat())];
	if (ids.length === 0) return idsOf;
	const { rows } = await sql<{ id: string; names: { id: string; value: string }[] }>`${prepared}
		select id, public_document->'names' as names from record
		where id = any(${ids}) and visibility = 'public' and merged_into is null`.execute(db);
	const names = new Map(
		rows.map(({ id, names }) => [id, names.filter((name) => !isWithheldName(name)).map(({ value }) => value)])
	);
	return new Map([...idsOf].map(([id, related]) => [id, related.flatMap((other) => names.get(other) ?? [])]));
}

async function readPosts(
	db: Database,
	people: string[]
): Promise<{ person: string; organization: string }[]> {
	const { rows } = await sql<{ person: string; organization: string }>`${prepared}
		select distinct person, record_id as organization from appointment
		where person = any(${people}) and display is null`.execute(db);
	return rows;
}

/** What each field adds when one text is chosen to stand for the match. */
const preference: Record<MatchField, number> = {
	identifier: 1,
	name: 1,
	related: 0.5,
	place: 0.35,
	text: 0.3
};

function bestOf(
	groups: readonly ExpandedGroup[],
	index: AnswerIndex,
	texts: readonly FieldText[]
): { match: Match; answered: number } | undefined {
	let best: { read: Reading; worth: number } | undefined;
	const elsewhere = new Map<ExpandedGroup, Match['words']>();
	for (const text of texts) {
		const read = readText(groups, index, text);
		for (const [group, words] of read.words) if (!elsewhere.has(group)) elsewhere.set(group, words);
		const worth = read.worth * preference[text.field];
		if (read.words.size > 0 && worth > (best?.worth ?? 0)) best = { read, worth };
	}
	if (!best) return undefined;
	const { read } = best;
	const words = groups.flatMap((group) => read.words.get(group) ?? elsewhere.get(group) ?? []);
	const required = [...read.words.keys()].filter(({ isOptional }) => !isOptional);
	return { match: { ...clipped(read.text, read.marks), words }, answered: required.length };
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
