import { sql } from 'kysely';
import type { Database } from '../../db/connection.ts';
import { lengthLexeme } from '../indexing/lexemes.ts';
import type { SearchType } from '../query.ts';
import { allAnswered, allOf, answered, anyAnswered, hasWords, type Condition } from './conditions.ts';
import type { ExpandedGroup } from './expansion.ts';

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

/** Records that are ranked, and that are looked at to choose them. */
const most = { ranked: 400, read: 4000 };

/** A search that finds fewer looks further. */
const few = 10;

/**
 * Records that answer the query: all groups that are not optional; where nothing does, all but the commonest of
 * them, and so on; where still nothing does, any of them.
 */
export async function findCandidates(
	db: Database,
	groups: readonly ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const answerable = groups.filter(({ alternatives }) => alternatives.length > 0);
	let required = answerable.filter(({ isOptional }) => !isOptional);
	if (required.length === 0) return { candidates: [], total: 0, isExact: true, groups: [], mode: 'all' };
	const found = await findAnswering(db, answerable, required, filters);
	let best = found;
	while (best.candidates.length === 0 && required.length > 1) {
		required = withoutCommonest(required);
		best = await findAnswering(db, answerable, required, filters);
	}
	if (isSure(found, groups)) return best;
	const any = await findAny(db, answerable, filters);
	return best.candidates.length === 0
		? any
		: { ...best, candidates: merged(best.candidates, any.candidates) };
}

/** Enough was found, or what was asked for is in the register word for word. */
function isSure({ candidates }: Candidates, groups: readonly ExpandedGroup[]): boolean {
	if (candidates.length >= few) return true;
	return candidates.length > 0 && groups.every(({ isKnown, isOptional }) => isKnown || isOptional);
}

function withoutCommonest(groups: readonly ExpandedGroup[]): ExpandedGroup[] {
	const commonest = groups.reduce((one, other) => (other.weight < one.weight ? other : one));
	return groups.filter((group) => group !== commonest);
}

/** Where very many may answer, those whose names do come first, and of them names as long as the query. */
async function findAnswering(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const all = allAnswered(required);
	const isCommon = Math.min(...required.map(({ uses }) => uses)) > most.read;
	const named: Candidate[] = [];
	if (isCommon) {
		const words = groups.reduce((count, group) => count + group.words.length, 0);
		const lengths = [words, words + 1].map((length) => `'${lengthLexeme(length)}'`).join(' | ');
		const [alike, others] = await Promise.all([
			select(db, groups, [hasWords('name_words', `${all} & (${lengths})`), ...filters]),
			select(db, groups, [hasWords('name_words', all), ...filters])
		]);
		named.push(...merged(alike.candidates, others.candidates));
		if (named.length >= most.ranked)
			return {
				candidates: named,
				total: others.total,
				isExact: others.isExact,
				groups: required,
				mode: 'all'
			};
	}
	const anywhere = await select(db, groups, [hasWords('words', all), ...filters]);
	return { ...anywhere, candidates: merged(named, anywhere.candidates), groups: required, mode: 'all' };
}

/** Records that answer the rarest groups; those that answer more of them come first. */
async function findAny(
	db: Database,
	groups: readonly ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const rare = groups
		.filter(({ isOptional, uses }) => !isOptional && uses <= most.read)
		.toSorted((one, other) => other.weight - one.weight);
	if (rare.length === 0) return { candidates: [], total: 0, isExact: true, groups: [], mode: 'any' };
	const found = await select(db, groups, [hasWords('words', anyAnswered(rare)), ...filters]);
	return { ...found, groups: rare, mode: 'any' };
}

async function select(
	db: Database,
	groups: readonly ExpandedGroup[],
	conditions: readonly Condition[]
): Promise<{ candidates: Candidate[]; total: number; isExact: boolean }> {
	const answers = groups.map(
		(group, number) => sql`case when words @@ ${answered(group)}::tsquery then ${sql.lit(number)}::int end`
	);
	const { rows } = await sql<Candidate & { total: number }>`
		select record_id, type, names, related, place, prior, answers, total from (
			select *, array_remove(array[${sql.join(answers)}], null) as answers, count(*) over ()::int as total
			from (
				select record_id, type, names, related, place, prior, words from search_entry
				where ${allOf(conditions)} limit ${most.read}
			) as read
		) as answering
		order by cardinality(answers) desc, prior desc, record_id limit ${most.ranked}`.execute(db);
	const total = rows[0]?.total ?? 0;
	return { candidates: rows, total, isExact: total < most.read };
}

function merged(one: readonly Candidate[], other: readonly Candidate[]): Candidate[] {
	const known = new Set(one.map(({ record_id }) => record_id));
	return [...one, ...other.filter(({ record_id }) => !known.has(record_id))];
}
