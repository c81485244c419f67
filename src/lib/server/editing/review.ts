import { applyOperations, isSame, rebase, valueAt, type Operation } from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import { isRetired, type RecordDocument } from '#lib/domain/documents/document.ts';
import { corrected } from '#lib/domain/edit_operation.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { readRecord } from '../registry/read.ts';
import { applyChanges } from './apply.ts';
import { tellDecided } from './change_letters.ts';
import { checkDocument } from './check.ts';
import { allocateSlugs } from './identity.ts';
import type { Conflict } from './propose.ts';
import { tellApproved, tellReturned } from './proposals.ts';
import { blank } from './queue.ts';
import { tellOrganizers } from './participation_letters.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { insertRows } from './save.ts';

export type Decided = { version?: number } | { version: number; conflicts: Conflict[] } | Refusal;

/** What a registrar makes of a waiting change; what is not named in it is approved as it was proposed. */
export type Decision = {
	/** Paths of the operations that go back to their editor, each with the reason. */
	returned?: ReadonlyMap<string, string>;
	/** Values put right before they are approved: by the operation's path, then by the path below it. */
	corrections?: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** Paths whose value moved meanwhile and which are approved over it, by who saw the record at this version. */
	overriding?: { version: number; paths: ReadonlySet<string> };
};

/** Applies a waiting change, whole or in part. Nobody approves their own; what moved meanwhile is a conflict and stays waiting. */
export async function approveChange(
	db: Database,
	actor: Actor,
	changeId: string,
	decision: Decision = {}
): Promise<Decided> {
	try {
		return await db.transaction().execute((trx) => approve(trx, actor, changeId, decision));
	} catch (error) {
		return refusalOf(error);
	}
}

async function approve(
	trx: DatabaseTransaction,
	actor: Actor,
	changeId: string,
	decision: Decision
): Promise<Decided> {
	const change = await lockWaiting(trx, actor, changeId);
	if ('refused' in change) return change;
	const type = change.record_type as RecordType;
	await trx.selectFrom('record').where('id', '=', change.record_id).forUpdate().select('id').execute();
	const current = await readRecord(trx, type, change.record_id);
	if (!current && change.base_version > 0) return { refused: 'refusal.record_gone' };

	const before = (current?.document ?? null) as RecordDocument | null;
	if (before && isRetired(before)) return { refused: 'refusal.retired' };
	const version = current?.version ?? 0;
	const base = before ?? ({ ...blank(type), id: change.record_id } as RecordDocument);
	const proposed = change.operations as Operation[];
	const { approved, returned } = divide(proposed, decision);
	if (approved.length === 0) {
		await returnParts(trx, actor, change, returned, decision);
		return {};
	}
	const wanted = approved.map((operation) => decidedOperation(operation, decision, base, version));
	const { clean, conflicts } = rebase(wanted, base);
	if (conflicts.length > 0) return { version, conflicts };
	const checked = checkDocument(applyOperations(base, clean));
	if ('refused' in checked) return checked;
	const [after] = before ? [checked.document] : await allocateSlugs(trx, [checked.document]);

	if (returned.length > 0) await splitOff(trx, actor, change, returned, decision);
	const isCorrected = approved.some((operation, index) => !isSame(operation.new, wanted[index]!.new));
	await trx
		.updateTable('change')
		.set({
			...decidedNow(actor, 'applied'),
			operations: JSON.stringify(wanted),
			...(isCorrected && { proposed_operations: JSON.stringify(approved) })
		})
		.where('id', '=', changeId)
		.execute();
	if (before) await tellDecided(trx, change);
	if (clean.length === 0) return { version };
	await applyChanges(trx, [
		{
			...{ change_id: changeId, id: change.record_id, version: version + 1 },
			...{ before, after: after!, operations: clean }
		}
	]);
	if (!before) await tellApproved(trx, change, after!.slug!);
	if (before?.type === 'participation' && after?.type === 'participation')
		await tellOrganizers(trx, { id: change.record_id, before, after, said_by: change.proposed_by });
	return { version: version + 1 };
}

function divide(operations: Operation[], { returned = new Map() }: Decision) {
	return {
		approved: operations.filter(({ path }) => !returned.has(path)),
		returned: operations.filter(({ path }) => returned.has(path))
	};
}

/** An operation as the registrar wants it: corrected, and laid over what they saw that the record says now. */
function decidedOperation(
	operation: Operation,
	{ corrections, overriding }: Decision,
	base: RecordDocument,
	version: number
): Operation {
	const right = corrected(operation, corrections?.get(operation.path) ?? new Map());
	if (overriding?.version !== version || !overriding.paths.has(operation.path)) return right;
	const { old: _old, ...rest } = right;
	const now = valueAt(base, operation.path);
	return { ...rest, ...(now !== undefined && { old: now }) };
}

/** The operations that go back become changes of their own, one for each reason. */
async function splitOff(
	trx: DatabaseTransaction,
	actor: Actor,
	change: LockedChange,
	returned: Operation[],
	decision: Decision
): Promise<void> {
	const { record_id, record_type, base_version, reason, channel } = change;
	const { proposed_by, proposed_role, proposed_at, own_link } = change;
	const rows = byReason(returned, decision).map(([decision_reason, operations]) => ({
		...{ record_id, record_type, base_version, reason, channel },
		...{ proposed_by, proposed_role, proposed_at, own_link },
		...{ operations, decision_reason, id: crypto.randomUUID(), split_from: change.id },
		...{ state: 'returned', decided_by: actor.account_id, decided_at: 'now' }
	}));
	await insertRows(trx, 'change', rows);
	for (const row of rows) await tellDecided(trx, row, row.decision_reason);
}

/** Where nothing is left to approve, the change itself goes back with the first reason, the others beside it. */
async function returnParts(
	trx: DatabaseTransaction,
	actor: Actor,
	change: LockedChange,
	returned: Operation[],
	decision: Decision
): Promise<void> {
	const [[reason, operations] = ['', returned], ...others] = byReason(returned, decision);
	await tellDecided(trx, change, reason);
	await trx
		.updateTable('change')
		.set({
			...decidedNow(actor, 'returned'),
			decision_reason: reason,
			operations: JSON.stringify(operations)
		})
		.where('id', '=', change.id)
		.execute();
	await splitOff(
		trx,
		actor,
		change,
		others.flatMap(([, rest]) => rest),
		decision
	);
}

function byReason(operations: Operation[], { returned = new Map() }: Decision): [string, Operation[]][] {
	const groups = new Map<string, Operation[]>();
	for (const operation of operations) {
		const reason = returned.get(operation.path) ?? '';
		groups.set(reason, [...(groups.get(reason) ?? []), operation]);
	}
	return [...groups];
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
		await trx
			.updateTable('change')
			.set({ ...decidedNow(actor, 'returned'), decision_reason: reason })
			.where('id', '=', changeId)
			.execute();
		await (change.base_version === 0 ? tellReturned : tellDecided)(trx, change, reason);
		return {};
	});
}

/** Puts a waiting change in the care of the registrar, or of nobody again. */
export async function assignChange(
	db: Database,
	actor: Actor,
	changeId: string,
	isMine: boolean
): Promise<Decided> {
	if (!can(roleOf(actor), 'review')) return { refused: 'refusal.not_allowed' };
	const { numUpdatedRows } = await db
		.updateTable('change')
		.set({ assigned_to: isMine ? actor.account_id : null })
		.where('id', '=', changeId)
		.where('state', '=', 'waiting')
		.executeTakeFirst();
	return numUpdatedRows > 0n ? {} : { refused: 'refusal.decided_already' };
}

type LockedChange = Exclude<Awaited<ReturnType<typeof lockWaiting>>, Refusal>;

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

const decidedNow = (actor: Actor, state: 'applied' | 'returned') => ({
	state,
	decided_by: actor.account_id,
	decided_at: new Date()
});
