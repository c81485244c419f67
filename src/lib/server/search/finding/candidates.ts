import { sql, type SqlBool } from 'kysely';
import type { Database } from '../../db/connection.ts';
import type { SearchType } from '../query.ts';
import { answered, type Condition } from './conditions.ts';
import {
	anyOfThem,
	anywhere,
	besideRarest,
	countedBy,
	type Counting,
	nameStages,
	partlyNamed
} from './stages.ts';
import { withStagedRead, type Stage } from './staged_read.ts';
import { allUses, withBestAnswers, withSureAnswers, type ExpandedGroup } from '../understanding/expansion.ts';

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

/** Where they are many, those that answer well are counted. */
export type Candidates = Counting & {
	candidates: Candidate[];
	/** How many records there are; at least that many where it is not exact. */
	total: number;
	isExact: boolean;
	/** The groups that all of them answer, or with `any` one of them. */
	groups: ExpandedGroup[];
	mode: 'all' | 'any';
};

/** Records that are ranked, and that are weighed in the database to choose them. */
const most = { ranked: 150, weighed: 400 };

/** Records that a word may be in, to lead alone to any of them; and for all that hold it to be looked at. */
const rareUses = 4000;
const veryRareUses = 400;

/** A search that finds fewer looks further: in texts behind names, and for what answers only a part. */
const enough = 40;
const few = 10;

/** More words than these are rarely answered one by name and the others elsewhere. */
const MOST_PARTLY = 3;

/** Of more words than these a half is given up at once, where no record answers all. */
const MOST_RELAXED = 4;

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

const nothing: Candidates = {
	...{ candidates: [], total: 0, isExact: true, groups: [], mode: 'all' },
	...countedBy({ also: [sql<SqlBool>`false`] })
};

/** Enough was found, or what was asked for is in the register word for word. */
function isSure({ candidates }: Candidates, groups: readonly ExpandedGroup[]): boolean {
	if (candidates.length >= few) return true;
	return candidates.length > 0 && groups.every(({ isKnown, isOptional }) => isKnown || isOptional);
}

/** Candidates of these stages, at most so many. */
type Read = (stages: readonly Stage[], limit?: number) => Promise<Candidate[]>;

/** Records that answer all of the required groups: where many may, first those that answer them well. */
async function findAnswering(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const read: Read = (stages, limit) => select(db, groups, required, filters, stages, limit);
	const uses = Math.min(...required.map(allUses));
	if (uses <= veryRareUses) {
		const stage = besideRarest(required);
		return foundBy(await read([stage]), required, countedBy(stage));
	}
	const stages = nameStages(groups, required);
	const named = await read(stages);
	const well = named.length >= enough ? named : await findBesideNames(read, required, named, uses);
	if (well.length >= few) {
		const { whole, inBounds } = anywhere(required.map(withSureAnswers));
		return { ...foundBy(well, required, { stages: [...stages, ...inBounds], whole }), isExact: false };
	}
	const { whole, inBounds } = anywhere(required);
	return foundBy(merged(well, await read(inBounds)), required, { stages: inBounds, whole });
}

/**
 * With those whose names answer one group and that answer the others elsewhere, if they may be many; where there are
 * few, with those that answer anywhere.
 */
async function findBesideNames(
	read: Read,
	required: readonly ExpandedGroup[],
	named: readonly Candidate[],
	uses: number
): Promise<Candidate[]> {
	const isPartly = required.length > 1 && required.length <= MOST_PARTLY && uses > rareUses;
	const partly = isPartly ? await read(partlyNamed(required.map(withSureAnswers)), enough) : [];
	const found = merged(named, partly);
	if (isPartly && found.length >= few) return found;
	return merged(found, await read(anywhere(required.map(withBestAnswers)).inBounds));
}

const foundBy = (candidates: Candidate[], groups: ExpandedGroup[], counting: Counting): Candidates => ({
	...{ candidates, groups, ...counting, mode: 'all' },
	total: candidates.length,
	isExact: candidates.length < most.ranked && counting.stages.includes(counting.whole)
});

/** Without the commonest group, or of many without a half, until something is found. */
async function findRelaxed(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const count = required.length;
	if (count < 2) return nothing;
	const byRarity = required.toSorted((one, other) => one.uses - other.uses);
	const kept = new Set(byRarity.slice(0, count > MOST_RELAXED ? Math.ceil(count / 2) : count - 1));
	const rest = required.filter((group) => kept.has(group));
	const found = await findAnswering(db, groups, rest, filters);
	return found.candidates.length > 0 ? found : findRelaxed(db, groups, rest, filters);
}

async function select(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: readonly ExpandedGroup[],
	filters: readonly Condition[],
	stages: readonly Stage[],
	limit: number = most.ranked
): Promise<Candidate[]> {
	const read = withStagedRead({ stages, filters, columns, limit });
	const { rows } = await sql<Omit<Candidate, 'answers'>>`${read} select * from read`.execute(db);
	const answers = required.map((group) => groups.findIndex(({ words }) => words === group.words));
	return merged(
		[],
		rows.map((row) => ({ ...row, answers }))
	);
}

const columns = ['record_id', 'type', 'names', 'related', 'place', 'prior'];

/** Records that answer the rarer groups; those that answer more of the query come first. */
async function findAny(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: readonly ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const rare = required.map(withBestAnswers).filter(({ uses }) => uses <= rareUses);
	if (rare.length === 0) return nothing;
	const stage = anyOfThem(rare);
	const read = withStagedRead({
		...{ stages: [stage], filters, limit: required.length > 2 ? most.weighed : most.ranked },
		columns: [...columns, 'words']
	});
	const { rows } = await sql<Candidate>`${read}
		select record_id, type, names, related, place, prior, answers from (
			select distinct on (record_id) *, ${answersOf(groups)} as answers from read
		) as weighed
		order by cardinality(answers) desc, prior desc, record_id limit ${sql.lit(most.ranked)}`.execute(db);
	return {
		...{ candidates: rows, total: rows.length, isExact: true, groups: [...rare], mode: 'any' },
		...countedBy(stage)
	};
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

/** Each record once: it may have names of several lengths. */
function merged(one: readonly Candidate[], other: readonly Candidate[]): Candidate[] {
	return [...new Map([...other, ...one].map((candidate) => [candidate.record_id, candidate])).values()];
}
