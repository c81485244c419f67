import { sql } from 'kysely';
import { prepared, type Database } from '../../db/connection.ts';
import { lengthLexeme } from '../indexing/lexemes.ts';
import type { SearchType } from '../query.ts';
import { allAnswered, allOf, answered, anyAnswered, anyOf, hasWords, type Condition } from './conditions.ts';
import { allUses, bestWords, withBestAnswers, type ExpandedGroup } from './expansion.ts';

/** A record that may be a result, with what it is ranked by. */
export type Candidate = {
	record_id: string;
	type: SearchType;
	names: string;
	related: string;
	place: string;
	prior: number;
	/** Numbers of the groups that it answers somewhere. */
	answers: number[];
};

export type Candidates = {
	candidates: Candidate[];
	/** How many records there are; at least that many where it is not exact. */
	total: number;
	isExact: boolean;
	/** The groups that all of them answer, or with `any` one of them. */
	groups: ExpandedGroup[];
	mode: 'all' | 'any';
};

/** Records that are ranked, and that are looked at to choose them; fewer where each is weighed in the database. */
const most = { ranked: 400, read: 4000, weighed: 1500 };

/** A search that finds fewer looks further. */
const few = 10;

/**
 * Records that answer the query: all groups that are not optional, by their best answers, or by any; where nothing
 * does, all but the commonest of them, and so on. Where little is found and the query is not sure, also records
 * that answer only some of it.
 */
export async function findCandidates(
	db: Database,
	groups: readonly ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const answerable = groups.filter(({ alternatives }) => alternatives.length > 0);
	const required = answerable.filter(({ isOptional }) => !isOptional);
	if (required.length === 0) return nothing;
	const found = await findAnswering(db, groups, required, filters);
	if (isSure(found, groups)) return found;
	const relaxed = found.candidates.length > 0 ? found : await findRelaxed(db, groups, required, filters);
	const any = await findAny(db, groups, required, filters);
	return { ...any, candidates: merged(relaxed.candidates, any.candidates), mode: 'any' };
}

const nothing: Candidates = { candidates: [], total: 0, isExact: true, groups: [], mode: 'all' };

/** Enough was found, or what was asked for is in the register word for word. */
function isSure({ candidates }: Candidates, groups: readonly ExpandedGroup[]): boolean {
	if (candidates.length >= few) return true;
	return candidates.length > 0 && groups.every(({ isKnown, isOptional }) => isKnown || isOptional);
}

/** Records that answer all of the required groups: where too many may, first those that answer them well. */
async function findAnswering(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const isNarrow = required.some((group) => allUses(group) <= most.read);
	const well = isNarrow
		? noneSelected
		: await selectAnswering(db, groups, required.map(withBestAnswers), filters);
	if (well.candidates.length >= few) return { ...well, groups: required, mode: 'all' };
	const anyhow = await selectAnswering(db, groups, required, filters);
	return {
		...anyhow,
		candidates: merged(well.candidates, anyhow.candidates),
		groups: required,
		mode: 'all'
	};
}

/** Without the commonest group, or without one more, until something is found. */
async function findRelaxed(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	if (required.length < 2) return nothing;
	const commonest = required.reduce((one, other) => (other.weight < one.weight ? other : one));
	const rest = required.filter((group) => group !== commonest);
	const found = await findAnswering(db, groups, rest, filters);
	return found.candidates.length > 0 ? found : findRelaxed(db, groups, rest, filters);
}

/** Where very many may answer, those whose names do come first, and of them names about as long as the query. */
async function selectAnswering(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: readonly ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Selected> {
	const all = allAnswered(required);
	const isCommon = Math.min(...required.map(({ uses }) => uses)) > most.read;
	if (!isCommon) return select(db, groups, [hasWords('words', all), ...filters]);
	const words = groups.reduce((count, group) => count + group.words.length, 0);
	const lengths = anyOf([lengthLexeme(words), lengthLexeme(words + 1)]);
	const [alike, others] = await Promise.all([
		select(db, groups, [hasWords('name_words', `${all} & ${lengths}`), ...filters]),
		select(db, groups, [hasWords('name_words', all), ...filters])
	]);
	const named = { ...others, candidates: merged(alike.candidates, others.candidates) };
	if (named.candidates.length >= most.ranked) return named;
	const anywhere = await select(db, groups, [hasWords('words', all), ...filters]);
	return { ...anywhere, candidates: merged(named.candidates, anywhere.candidates) };
}

/** Records that answer the rarer groups; those that answer more of the query come first. */
async function findAny(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: readonly ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const rare = required.map(withBestAnswers).filter(({ uses }) => uses <= most.read);
	if (rare.length === 0) return nothing;
	const conditions = [hasWords('words', anyAnswered(rare)), ...filters];
	const { rows } = await sql<Candidate>`${prepared}
		select record_id, type, names, related, place, prior, answers from (
			select *, ${answersOf(groups)} as answers from (
				select * from search_entry where ${allOf(conditions)} limit ${sql.lit(most.weighed)}
			) as read
		) as weighed
		order by cardinality(answers) desc, prior desc, record_id limit ${sql.lit(most.ranked)}`.execute(db);
	return { candidates: rows, total: rows.length, isExact: true, groups: [...rare], mode: 'any' };
}

type Selected = Pick<Candidates, 'candidates' | 'total' | 'isExact'>;

const noneSelected: Selected = { candidates: [], total: 0, isExact: true };

/** Of those that are read, the most promising ones. */
async function select(
	db: Database,
	groups: readonly ExpandedGroup[],
	conditions: readonly Condition[]
): Promise<Selected> {
	const { rows } = await sql<Candidate & { total: number }>`${prepared}
		select record_id, type, names, related, place, prior, ${answersOf(groups)} as answers, total from (
			select *, count(*) over ()::int as total from (
				select record_id, type, names, related, place, prior, words, name_words from search_entry
				where ${allOf(conditions)} limit ${sql.lit(most.read)}
			) as read
			order by ${promise(groups)} desc, prior desc, record_id limit ${sql.lit(most.ranked)}
		) as chosen`.execute(db);
	const total = rows[0]?.total ?? 0;
	return { candidates: rows, total, isExact: total < most.read };
}

/** How much of the query the names of an entry answer by its best words: enough to choose what is worth ranking. */
function promise(groups: readonly ExpandedGroup[]) {
	const parts = groups.flatMap((group) => {
		const words = bestWords(group);
		if (words.length === 0) return [];
		return sql`case when name_words @@ ${anyOf(words)}::tsquery then ${group.weight}::real else 0 end`;
	});
	return sql.join(parts, sql` + `);
}

/** The numbers of the groups that an entry answers somewhere. */
function answersOf(groups: readonly ExpandedGroup[]) {
	const numbers = groups.map((group, number) =>
		group.alternatives.length === 0
			? sql`null::int`
			: sql`case when words @@ ${answered(group)}::tsquery then ${sql.lit(number)}::int end`
	);
	return sql`array_remove(array[${sql.join(numbers)}], null)`;
}

function merged(one: readonly Candidate[], other: readonly Candidate[]): Candidate[] {
	const known = new Set(one.map(({ record_id }) => record_id));
	return [...one, ...other.filter(({ record_id }) => !known.has(record_id))];
}
