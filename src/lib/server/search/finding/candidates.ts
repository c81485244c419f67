import { sql, type SqlBool } from 'kysely';
import type { Database } from '../../db/connection.ts';
import type { SearchType } from '../query.ts';
import {
	allAnswered,
	allNamed,
	answered,
	anyAnswered,
	hasWords,
	isSampled,
	unindexed,
	type Condition,
	type Words
} from './conditions.ts';
import { withStagedRead, type Stage } from './staged_read.ts';
import { tellingWords } from '../vocabulary/vocabulary.ts';
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

export type Candidates = {
	candidates: Candidate[];
	/** How many records there are; at least that many where it is not exact. */
	total: number;
	isExact: boolean;
	/** The groups that all of them answer, or with `any` one of them. */
	groups: ExpandedGroup[];
	/**
	 * The last holds for all records that there are, with `all`; where they are many, for those that answer well. Those
	 * before it hold for records that answer better.
	 */
	stages: Stage[];
	mode: 'all' | 'any';
};

/** Records that are ranked, and that are weighed in the database to choose them. */
const most = { ranked: 200, weighed: 1000 };

/** Records that a word may be in, to lead alone to any of them; and for all that hold it to be looked at. */
const rareUses = 4000;
const veryRareUses = 400;

/** Names that are many to read, where some of them do. */
const manyUses = 5000;

/** A search that finds fewer looks further: in texts behind names, and for what answers only a part. */
const enough = 40;
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

const nothing: Candidates = {
	...{ candidates: [], total: 0, isExact: true, groups: [], mode: 'all' },
	stages: [{ also: [sql<SqlBool>`false`] }]
};

const inAnyField = (words: Words): Stage => ({ words: { column: 'words', ...words } });
const inNames = (words: Words): Stage => ({ words: { column: 'name_words', ...words } });

/** Enough was found, or what was asked for is in the register word for word. */
function isSure({ candidates }: Candidates, groups: readonly ExpandedGroup[]): boolean {
	if (candidates.length >= few) return true;
	return candidates.length > 0 && groups.every(({ isKnown, isOptional }) => isKnown || isOptional);
}

/** Records that answer all of the required groups: where many may, first those that answer them well. */
async function findAnswering(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: ExpandedGroup[],
	filters: readonly Condition[]
): Promise<Candidates> {
	const read = (stages: readonly Stage[]) => select(db, groups, required, stages, filters);
	const rarest = required.reduce((one, other) => (allUses(other) < allUses(one) ? other : one));
	const uses = allUses(rarest);
	if (uses <= veryRareUses) {
		const stage = answeredBeside(rarest, required);
		return foundBy(await read([stage]), required, [stage]);
	}
	const stages = nameStages(groups, required);
	const anywhere = inAnyField(allAnswered(required));
	const named = await read(stages);
	const well = named.length >= enough ? named : await findBesideNames(read, required, named, uses);
	if (well.length >= few) {
		const surely = inAnyField(allAnswered(required.map(withSureAnswers)));
		return { ...foundBy(well, required, [...stages, surely]), isExact: false };
	}
	return foundBy(merged(well, await read([anywhere])), required, [anywhere]);
}

/**
 * With those whose names answer one group and that answer the others elsewhere, if they may be many; where there are
 * few, with those that answer anywhere.
 */
async function findBesideNames(
	read: (stages: readonly Stage[]) => Promise<Candidate[]>,
	required: readonly ExpandedGroup[],
	named: readonly Candidate[],
	uses: number
): Promise<Candidate[]> {
	const isPartly = required.length > 1 && uses > rareUses;
	const partly = isPartly ? await read(partlyNamed(required.map(withSureAnswers))) : [];
	const found = merged(named, partly);
	if (isPartly && found.length >= few) return found;
	return merged(found, await read([inAnyField(allAnswered(required.map(withBestAnswers)))]));
}

/** Records with the rarest words that answer the other groups, too: to look at the few is faster than to look up the others. */
function answeredBeside(rarest: ExpandedGroup, required: readonly ExpandedGroup[]): Stage {
	const others = required.filter((group) => group !== rarest);
	return { ...inAnyField(anyAnswered([rarest])), also: others.map((other) => unindexed(isAnswered(other))) };
}

const isAnswered = (group: ExpandedGroup): Condition => hasWords('words', answered(group));

const foundBy = (candidates: Candidate[], groups: ExpandedGroup[], stages: Stage[]): Candidates => ({
	candidates,
	stages,
	total: candidates.length,
	isExact: candidates.length < most.ranked,
	groups,
	mode: 'all'
});

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

/**
 * Records whose names answer: names that say no more than the query before longer ones, and of each those with the
 * optional words of the query before others.
 */
function nameStages(groups: readonly ExpandedGroup[], required: readonly ExpandedGroup[]): Stage[] {
	const surely = required.map(withSureAnswers);
	const optional = groups.filter(({ isOptional, alternatives }) => isOptional && alternatives.length > 0);
	const wholly = [...surely, ...optional.map(withSureAnswers)];
	const asked = tellingWords(required.flatMap(({ words }) => words));
	const named = (answering: readonly ExpandedGroup[], lengths?: readonly number[]) =>
		inNames(allNamed(answering, lengths));
	const noLonger = Array.from({ length: asked + 1 }, (_, length) => length);
	const longer = (...more: number[]) => more.map((words) => asked + words);
	const stages = [
		...(optional.length > 0 ? [named(wholly, noLonger), named(wholly, longer(1, 2))] : []),
		named(surely, noLonger),
		named(surely, longer(1)),
		named(surely, longer(2, 3)),
		named(required.map(withBestAnswers))
	];
	const isCommon = required.every((group) => allUses(group) > manyUses);
	return isCommon ? stages.flatMap((stage) => [sampled(stage), stage]) : stages;
}

const sampled = (stage: Stage): Stage => ({ ...stage, also: [isSampled, ...(stage.also ?? [])] });

/** Records whose names answer one of the groups, the rarest first, and that answer the others anywhere, say by their place. */
function partlyNamed(groups: readonly ExpandedGroup[]): Stage[] {
	return groups
		.toSorted((one, other) => allUses(one) - allUses(other))
		.map((group) => {
			const others = groups.filter((other) => other !== group);
			return { ...inNames(anyAnswered([group])), also: others.map(isAnswered) };
		});
}

async function select(
	db: Database,
	groups: readonly ExpandedGroup[],
	required: readonly ExpandedGroup[],
	stages: readonly Stage[],
	filters: readonly Condition[]
): Promise<Candidate[]> {
	const read = withStagedRead({ stages, filters, columns, limit: most.ranked });
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
	const stage = inAnyField(anyAnswered(rare));
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
		stages: [stage]
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
