import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { displayName } from '#lib/domain/display_name.ts';
import { offersOf, type Offer } from '#lib/domain/merge_records.ts';
import { publicView } from '#lib/domain/public_view.ts';
import type { Database } from '../db/connection.ts';
import { labelsOf, mentionedIn, type Label } from '../registry/labels.ts';
import { readRecord } from '../registry/read.ts';
import { findPublic } from '../registry/records.ts';
import type { MergedType } from './merge.ts';

export type Side = { id: string; slug: string; version: number; document: RecordDocument };
export type Pair = { kept: Side; merged: Side; offers: Offer[]; labels: Record<string, Label> };

/** Two records of one type, each by its address, slug or id, beside each other; a side that is not there is null. */
export async function findPair(
	db: Database,
	type: MergedType,
	asked: { kept: string; merged: string }
): Promise<Pair | { kept: Side | null; merged: Side | null }> {
	const [kept, merged] = [await findSide(db, type, asked.kept), await findSide(db, type, asked.merged)];
	if (!kept || !merged) return { kept, merged };
	const mentioned = [kept, merged].flatMap(({ document }) => mentionedIn(document));
	return {
		...{ kept, merged, offers: offersOf(kept.document, merged.document) },
		labels: await labelsOf(db, mentioned)
	};
}

async function findSide(db: Database, type: MergedType, asked: string): Promise<Side | null> {
	const found = await findPublic(db, type, keyIn(asked));
	const key = found && 'moved_to' in found ? found.moved_to : undefined;
	const standing = key ? await findPublic(db, type, key) : found;
	if (!standing || 'moved_to' in standing || !standing.slug) return null;
	const record = await readRecord(db, type, standing.id);
	if (!record) return null;
	return {
		...{ id: record.id, slug: standing.slug, version: record.version },
		document: record.document as RecordDocument
	};
}

/** The slug or id in what was typed, be it a whole address. */
function keyIn(asked: string): string {
	const path = asked
		.trim()
		.replace(/[?#].*$/, '')
		.replace(/\/+$/, '');
	const key = path.split('/').at(-1) ?? '';
	try {
		return decodeURIComponent(key);
	} catch {
		return key;
	}
}

export type Merger = {
	id: string;
	kept: Label | null;
	/** The record that went, as it was named. */
	merged: { id: string; name_ar: string; name_en: string };
	reason: string;
	merged_by: string;
	merged_at: Date;
	undone_at: Date | null;
};

/** The newest mergers. */
export async function listMergers(db: Database, limit = 100): Promise<Merger[]> {
	const rows = await db
		.selectFrom('merger')
		.innerJoin('record as gone', 'gone.id', 'merger.merged_id')
		.innerJoin('account', 'account.id', 'merger.merged_by')
		.select(['merger.id', 'kept_id', 'merged_id', 'reason', 'merged_at', 'undone_at'])
		.select(['account.display_name as merged_by', 'gone.public_document'])
		.orderBy('merged_at', 'desc')
		.limit(limit)
		.execute();
	const labels = await labelsOf(
		db,
		rows.map(({ kept_id }) => kept_id)
	);
	return rows.map(({ kept_id, merged_id, public_document, ...merger }) => {
		const shown = publicView(public_document as unknown as RecordDocument);
		const names = 'names' in shown ? shown.names : [];
		const merged = { id: merged_id, name_ar: displayName(names, 'ar'), name_en: displayName(names, 'en') };
		return { ...merger, merged, kept: labels[kept_id] ?? null };
	});
}
