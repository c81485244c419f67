import { sql } from 'kysely';
import { diff, type Operation } from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { mergeDocuments, offersOf } from '#lib/domain/merge_records.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { moveReferences } from '#lib/domain/references.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { mappings } from '../registry/mapping.ts';
import { readRecord, readRecords, type ReadRecord } from '../registry/read.ts';
import { moveAttached, moveClaims, moveFolded } from './merge_attached.ts';
import { moveTeams } from './merge_teams.ts';
import { renameInWaiting } from './merge_waiting.ts';
import { proposeAll } from './propose.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { refreshSearchEntries } from './search_index.ts';

export const mergedTypes = ['organization', 'person', 'conference'] as const;
export type MergedType = (typeof mergedTypes)[number];

export type MergeInput = {
	type: MergedType;
	kept_id: string;
	merged_id: string;
	/** The versions that the registrar saw side by side. */
	kept_version: number;
	merged_version: number;
	/** Paths of what is taken over from the record that goes: see `offersOf`. */
	chosen: ReadonlySet<string>;
	reason: string;
	submission_key: string;
};

/** A record that a merger changed, and how. */
export type Moved = { id: string; type: RecordType; operations: Operation[] };
export type Folded = { kept_id: string; merged_id: string };

/** Ends the transaction of a merger or of its undoing. */
export class MergeRefused extends Error {
	readonly refusal: Refusal;
	constructor(refusal: Refusal) {
		super(refusal.refused);
		this.refusal = refusal;
	}
}

/** What the error that ended a merger says to the registrar; anything else is a fault and goes on up. */
export const refusalOfMerger = (error: unknown): Refusal =>
	error instanceof MergeRefused ? error.refusal : refusalOf(error);

/**
 * Makes one record of two. The one that stays takes over what was chosen, what referred to the other refers to it,
 * participations that become doubles are folded into one, teams come along, and the addresses of the other lead here.
 */
export async function mergeRecords(
	db: Database,
	actor: Actor,
	input: MergeInput
): Promise<{ merger_id: string } | Refusal> {
	if (!can(roleOf(actor), 'merge')) return { refused: 'refusal.not_allowed' };
	try {
		return await db.transaction().execute((trx) => merge(trx, actor, input));
	} catch (error) {
		return refusalOfMerger(error);
	}
}

async function merge(
	trx: DatabaseTransaction,
	actor: Actor,
	input: MergeInput
): Promise<{ merger_id: string }> {
	const { kept_id, merged_id, submission_key, reason } = input;
	await sql`select pg_advisory_xact_lock(hashtextextended(${submission_key}, 0))`.execute(trx);
	const repeated = await trx
		.selectFrom('merger')
		.where('submission_key', '=', submission_key)
		.select('id as merger_id')
		.executeTakeFirst();
	if (repeated) return repeated;

	const { kept, merged } = await lockPair(trx, input);
	const doubles = await lockDoubles(trx, input);
	const claims = input.type === 'organization' ? await moveClaims(trx, { kept_id, merged_id }) : [];
	const teams = input.type === 'organization' ? await moveTeams(trx, actor, kept_id, merged_id) : [];
	const afters = new Map<string, RecordDocument>();
	const befores = new Map<string, ReadRecord>([[kept_id, kept]]);
	afters.set(kept_id, mergeDocuments(kept.document, merged.document, input.chosen));
	for (const { kept: one, merged: other } of doubles) {
		const all = new Set(offersOf(one.document, other.document).map(({ path }) => path));
		befores.set(one.id, one);
		afters.set(one.id, mergeDocuments(one.document, other.document, all));
	}
	const gone = new Set([merged_id, ...doubles.map((double) => double.merged.id)]);
	for (const record of await lockReferring(trx, input.type, merged_id)) {
		if (gone.has(record.id) || befores.has(record.id)) continue;
		befores.set(record.id, record);
		afters.set(record.id, record.document);
	}
	const folded = doubles.map((double) => ({ kept_id: double.kept.id, merged_id: double.merged.id }));
	await vacate(trx, input.type, [{ kept_id, merged_id }]);
	await vacate(trx, 'participation', folded);
	const moved = await changeAll(trx, actor, reason, befores, afters, (document) =>
		moveReferences(document, merged_id, kept_id)
	);
	const attached = [
		...claims,
		...(await moveAttached(trx, afters.get(kept_id)!, merged.document)),
		...(await moveFolded(
			trx,
			doubles.map((double, index) => ({ ...folded[index]!, kept_version: double.kept.version }))
		))
	];
	const renamed = await renameInWaiting(trx, { kept_id, merged_id });
	await refreshSearchEntries(trx, [merged_id]);
	const { id } = await trx
		.insertInto('merger')
		.values({
			...{ kept_id, merged_id, reason, submission_key, merged_by: actor.account_id },
			moved: JSON.stringify(moved),
			folded: JSON.stringify(folded),
			teams: JSON.stringify(teams),
			attached: JSON.stringify(attached),
			renamed: JSON.stringify(renamed)
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { merger_id: id };
}

/** Both records as the registrar saw them, locked in the order of their ids; nothing may wait on the one that goes. */
async function lockPair(trx: DatabaseTransaction, input: MergeInput) {
	const { type, kept_id, merged_id } = input;
	if (kept_id === merged_id) throw new MergeRefused({ refused: 'merge.same' });
	await lockRecords(trx, [kept_id, merged_id]);
	const [kept, merged] = [await readRecord(trx, type, kept_id), await readRecord(trx, type, merged_id)];
	if (!kept || !merged) throw new MergeRefused({ refused: 'refusal.record_gone' });
	if ([kept, merged].some(({ visibility }) => visibility !== 'public'))
		throw new MergeRefused({ refused: 'refusal.retired' });
	if (kept.version !== input.kept_version || merged.version !== input.merged_version) {
		throw new MergeRefused({ refused: 'merge.moved' });
	}
	if ([kept, merged].some(({ document }) => document.type === 'person' && document.display === 'erased'))
		throw new MergeRefused({ refused: 'refusal.erased' });
	await refuseWaiting(trx, [merged_id]);
	return { kept: kept as ReadRecord, merged: merged as ReadRecord };
}

/** What waits for a record that goes is decided first: a registrar says there what of it holds. */
async function refuseWaiting(trx: DatabaseTransaction, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	const waiting = trx
		.selectFrom('change')
		.where('record_id', 'in', [...ids])
		.where('state', '=', 'waiting');
	if (await waiting.select('id').executeTakeFirst())
		throw new MergeRefused({ refused: 'merge.changes_wait' });
}

async function lockRecords(trx: DatabaseTransaction, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await trx
		.selectFrom('record')
		.where('id', 'in', [...ids])
		.orderBy('id')
		.forUpdate()
		.select('id')
		.execute();
}

/** Pairs of participations that would be the same once the two records are one. */
async function lockDoubles(trx: DatabaseTransaction, { type, kept_id, merged_id }: MergeInput) {
	if (type === 'person') return [];
	const [own, other] =
		type === 'organization' ? ['organization', 'conference'] : ['conference', 'organization'];
	const { rows } = await sql<Folded>`
		select stays.record_id as kept_id, goes.record_id as merged_id
		from participation as goes join participation as stays
			on stays.${sql.ref(other!)} = goes.${sql.ref(other!)} and stays.role = goes.role
			and stays.withdrawn_on is null and goes.withdrawn_on is null
		where goes.${sql.ref(own!)} = ${merged_id} and stays.${sql.ref(own!)} = ${kept_id}
	`.execute(trx);
	const ids = rows.flatMap((row) => [row.kept_id, row.merged_id]);
	await lockRecords(trx, ids);
	await refuseWaiting(
		trx,
		rows.map((row) => row.merged_id)
	);
	const records = new Map(
		(await readRecords(trx, 'participation', ids)).map((record) => [record.id, record])
	);
	return rows.flatMap((row) => {
		const [kept, merged] = [records.get(row.kept_id), records.get(row.merged_id)];
		return kept && merged ? [{ kept: kept as ReadRecord, merged: merged as ReadRecord }] : [];
	});
}

/** Tables whose rows refer to a type of record: the table, its column, and what its records are. */
const referring: Record<MergedType, [table: string, column: string, type: RecordType][]> = {
	organization: [
		['organization', 'part_of', 'organization'],
		['organization', 'successor', 'organization'],
		['affiliation', 'to', 'organization'],
		['organizer', 'organization', 'conference'],
		['participation', 'organization', 'participation'],
		['participation', 'inviter', 'participation']
	],
	person: [
		['appointment', 'person', 'organization'],
		['patron', 'person', 'conference'],
		['delegate', 'person', 'participation']
	],
	conference: [
		['conference', 'series', 'conference'],
		['participation', 'conference', 'participation']
	]
};

async function lockReferring(trx: DatabaseTransaction, type: MergedType, id: string): Promise<ReadRecord[]> {
	const byType = new Map<RecordType, string[]>();
	for (const [table, column, holder] of referring[type]) {
		const { rows } = await sql<{ id: string }>`
			select distinct record_id as id from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(trx);
		byType.set(holder, [...(byType.get(holder) ?? []), ...rows.map((row) => row.id)]);
	}
	await lockRecords(trx, [...byType.values()].flat());
	const found: ReadRecord[] = [];
	for (const [holder, ids] of byType) {
		found.push(...((await readRecords(trx, holder, [...new Set(ids)])) as ReadRecord[]));
	}
	return found;
}

/**
 * Takes the rows of merged records out of every table that is read, so that nothing stands twice. They keep their
 * number, addresses and history, and the row that teams and the like refer to; a participation has none such.
 */
async function vacate(trx: DatabaseTransaction, type: RecordType, pairs: readonly Folded[]): Promise<void> {
	const ids = pairs.map(({ merged_id }) => merged_id);
	if (ids.length === 0) return;
	for (const { kept_id, merged_id } of pairs) {
		await trx.updateTable('record').set({ merged_into: kept_id }).where('id', '=', merged_id).execute();
	}
	const { table, parts } = mappings[type];
	const own = type === 'participation' ? [table] : [];
	const tables = [...Object.values(parts).map((part) => part.table), 'record_field', ...own];
	for (const each of new Set(tables.toReversed())) {
		await sql`delete from ${sql.table(each)} where record_id = any(${ids})`.execute(trx);
	}
}

/** Proposes what becomes of each record as one change each; a refusal of any ends the whole. */
export async function changeAll(
	trx: DatabaseTransaction,
	actor: Actor,
	reason: string,
	befores: ReadonlyMap<string, ReadRecord>,
	afters: ReadonlyMap<string, RecordDocument>,
	finish: (document: RecordDocument) => RecordDocument = (document) => document
): Promise<Moved[]> {
	const proposals = [...befores.values()].flatMap((before) => {
		const after = finish(afters.get(before.id)!);
		const { id, version: base_version, document } = before;
		const isChanged = diff(document, after).length > 0;
		return isChanged ? [{ id, base_version, after, reason, channel: 'merge' as const }] : [];
	});
	const outcomes = await proposeAll(trx, actor, proposals);
	return outcomes.map((outcome, index) => {
		if ('refused' in outcome) throw new MergeRefused(outcome);
		if ('conflicts' in outcome || outcome.waiting.length > 0)
			throw new MergeRefused({ refused: 'merge.moved' });
		return { id: outcome.id, type: proposals[index]!.after.type, operations: outcome.applied };
	});
}
