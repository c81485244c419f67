import { sql } from 'kysely';
import { applyOperations, invert, rebase } from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { publicView } from '#lib/domain/public_view.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { readRecord, type ReadRecord } from '../registry/read.ts';
import { refreshSearchEntries } from './search_index.ts';
import { changeAll, MergeRefused, refusalOfMerger, type Folded, type Moved } from './merge.ts';
import { returnAttached, type Attached } from './merge_attached.ts';
import { partTeams, type TeamRow } from './merge_teams.ts';
import { renameBack, type Renamed } from './merge_waiting.ts';
import type { Refusal } from './refusal.ts';
import { saveDocuments } from './save.ts';

/**
 * Parts two records that were merged: the one comes back as it was, and what the merger changed elsewhere is taken
 * back. Refused whole where somebody has changed one of those values since.
 */
export async function undoMerger(
	db: Database,
	actor: Actor,
	mergerId: string
): Promise<{ merged_id: string } | Refusal> {
	if (!can(roleOf(actor), 'merge')) return { refused: 'refusal.not_allowed' };
	try {
		return await db.transaction().execute((trx) => undo(trx, actor, mergerId));
	} catch (error) {
		return refusalOfMerger(error);
	}
}

async function undo(
	trx: DatabaseTransaction,
	actor: Actor,
	mergerId: string
): Promise<{ merged_id: string }> {
	const merger = await trx
		.selectFrom('merger')
		.where('id', '=', mergerId)
		.selectAll()
		.forUpdate()
		.executeTakeFirst();
	if (!merger || merger.undone_at) throw new MergeRefused({ refused: 'merge.undone_already' });
	const { merged_id, reason } = merger;
	const folded = merger.folded as unknown as Folded[];
	await bringBack(trx, [merged_id, ...folded.map((double) => double.merged_id)]);
	await takeBack(trx, actor, reason, merger.moved as unknown as Moved[]);
	await partTeams(trx, actor, merger.kept_id, merged_id, merger.teams as unknown as TeamRow[]);
	await returnAttached(trx, merger.attached as unknown as Attached[]);
	await renameBack(trx, merger, merger.renamed as unknown as Renamed[]);
	await trx
		.updateTable('merger')
		.set({ undone_by: actor.account_id, undone_at: new Date() })
		.where('id', '=', mergerId)
		.execute();
	await refreshSearchEntries(trx, [merged_id]);
	return { merged_id };
}

/** Records come back as their newest revision has them. */
async function bringBack(trx: DatabaseTransaction, ids: readonly string[]): Promise<void> {
	const { rows } = await sql<{ id: string; document: RecordDocument }>`
		select distinct on (record_id) record_id as id, document from revision
		where record_id = any(${ids}) order by record_id, version desc
	`.execute(trx);
	const documents = rows.map(({ id, document }) => ({ ...document, id }) as RecordDocument);
	for (const document of documents) {
		await trx
			.updateTable('record')
			.set({
				merged_into: null,
				public_document: JSON.stringify(publicView(document)),
				changed_at: new Date()
			})
			.where('id', '=', document.id!)
			.execute();
	}
	await saveDocuments(
		trx,
		documents.map((document) => ({
			...{ id: document.id!, isNew: true, document },
			touched: new Set(Object.keys(document))
		}))
	);
}

async function takeBack(
	trx: DatabaseTransaction,
	actor: Actor,
	reason: string,
	moved: readonly Moved[]
): Promise<void> {
	const befores = new Map<string, ReadRecord>();
	const afters = new Map<string, RecordDocument>();
	await trx
		.selectFrom('record')
		.where('id', 'in', ['', ...moved.map(({ id }) => id)])
		.orderBy('id')
		.forUpdate()
		.select('id')
		.execute();
	for (const { id, type, operations } of moved) {
		const record = (await readRecord(trx, type as RecordType, id)) as ReadRecord | undefined;
		if (!record) throw new MergeRefused({ refused: 'merge.undo_conflict', path: id });
		const { clean, conflicts } = rebase(invert(operations), record.document);
		if (conflicts.length > 0) throw new MergeRefused({ refused: 'merge.undo_conflict', path: id });
		befores.set(id, record);
		afters.set(id, applyOperations(record.document, clean));
	}
	await changeAll(trx, actor, reason, befores, afters);
}
