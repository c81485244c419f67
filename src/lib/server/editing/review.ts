import { applyOperations, rebase, type Operation } from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import type { Label } from '../registry/labels.ts';
import { readRecord } from '../registry/read.ts';
import { applyChanges } from './apply.ts';
import { checkDocument } from './check.ts';
import type { Conflict } from './propose.ts';
import { applyNew, labelOfNew, tellReturned } from './proposals.ts';
import { refusalOf, type Refusal } from './refusal.ts';

export type WaitingChange = {
	id: string;
	type: RecordType;
	/** The record that it is about, or the organization of the participation that it is about. */
	record: Label;
	operations: Operation[];
	reason: string | null;
	proposed_at: Date;
	proposed_by: string | null;
	proposer: string | null;
	proposed_role: string;
};

/**
 * Changes that wait for a registrar, oldest first; of the given records only, if any are given. A participation is
 * shown under the name of its organization.
 */
export async function listWaiting(db: Database, recordIds?: readonly string[]): Promise<WaitingChange[]> {
	if (recordIds?.length === 0) return [];
	const rows = await db
		.selectFrom('change')
		.leftJoin('participation', 'participation.record_id', 'change.record_id')
		.leftJoin('record', (join) =>
			join.on(({ eb, fn, ref }) =>
				eb('record.id', '=', fn.coalesce(ref('participation.organization'), ref('change.record_id')))
			)
		)
		.leftJoin('search_entry', 'search_entry.record_id', 'record.id')
		.leftJoin('account', 'account.id', 'change.proposed_by')
		.where('change.state', '=', 'waiting')
		.where((where) =>
			where.or([
				where('search_entry.record_id', 'is not', null),
				where.and([where('change.base_version', '=', 0), where('change.record_type', '=', 'organization')])
			])
		)
		.$if(recordIds !== undefined, (query) => query.where('record.id', 'in', [...recordIds!]))
		.select([
			'change.id',
			'change.record_type',
			'change.record_id as changed_id',
			'operations',
			'reason',
			'proposed_at',
			'proposed_by',
			'proposed_role',
			'account.display_name as proposer',
			'record.id as record_id',
			'record.type',
			'record.slug',
			'name_ar',
			'name_en'
		])
		.orderBy('proposed_at')
		.limit(200)
		.execute();
	return rows.map(({ record_id, changed_id, record_type, type, slug, name_ar, name_en, ...change }) => ({
		...change,
		type: record_type as RecordType,
		operations: change.operations as Operation[],
		record:
			record_id === null
				? labelOfNew({ ...change, record_id: changed_id, record_type })
				: { id: record_id, type: type as RecordType, slug, name_ar: name_ar!, name_en: name_en! }
	}));
}

export type Decided = { version?: number } | { conflicts: Conflict[] } | Refusal;

/** Applies a waiting change. Nobody approves their own; what moved meanwhile is a conflict and stays waiting. */
export async function approveChange(db: Database, actor: Actor, changeId: string): Promise<Decided> {
	try {
		return await db.transaction().execute((trx) => approve(trx, actor, changeId));
	} catch (error) {
		return refusalOf(error);
	}
}

async function approve(trx: DatabaseTransaction, actor: Actor, changeId: string): Promise<Decided> {
	const change = await lockWaiting(trx, actor, changeId);
	if ('refused' in change) return change;
	if (change.base_version === 0) {
		const made = await applyNew(trx, change);
		if (!('refused' in made)) await decide(trx, actor, changeId, 'applied');
		return made;
	}
	await trx.selectFrom('record').where('id', '=', change.record_id).forUpdate().select('id').execute();
	const current = await readRecord(trx, change.record_type as RecordType, change.record_id);
	if (!current) return { refused: 'refusal.record_gone' };

	const { clean, conflicts } = rebase(change.operations as Operation[], current.document as RecordDocument);
	if (conflicts.length > 0) return { conflicts };
	const before = current.document as RecordDocument;
	const checked = checkDocument(applyOperations(before, clean));
	if ('refused' in checked) return checked;

	await decide(trx, actor, changeId, 'applied');
	if (clean.length === 0) return { version: current.version };
	const version = current.version + 1;
	const after = checked.document;
	await applyChanges(trx, [
		{ change_id: changeId, id: current.id, version, before, after, operations: clean }
	]);
	return { version };
}

/** Gives a waiting change back to its editor, who reads the reason. */
export async function returnChange(
	db: Database,
	actor: Actor,
	changeId: string,
	reason: string
): Promise<Decided> {
	return db.transaction().execute(async (trx) => {
		const change = await lockWaiting(trx, actor, changeId);
		if ('refused' in change) return change;
		await decide(trx, actor, changeId, 'returned', reason);
		if (change.base_version === 0) await tellReturned(trx, change, reason);
		return {};
	});
}

async function lockWaiting(trx: DatabaseTransaction, actor: Actor, changeId: string) {
	if (!can(roleOf(actor), 'review')) return { refused: 'refusal.not_allowed' };
	const change = await trx
		.selectFrom('change')
		.where('id', '=', changeId)
		.selectAll()
		.forUpdate()
		.executeTakeFirst();
	if (!change || change.state !== 'waiting') return { refused: 'refusal.decided_already' };
	if (change.proposed_by === actor.account_id) return { refused: 'refusal.own_change' };
	return change;
}

async function decide(
	trx: DatabaseTransaction,
	actor: Actor,
	changeId: string,
	state: 'applied' | 'returned',
	reason?: string
): Promise<void> {
	await trx
		.updateTable('change')
		.set({ state, decided_by: actor.account_id, decided_at: new Date(), decision_reason: reason ?? null })
		.where('id', '=', changeId)
		.execute();
}
