import { sql } from 'kysely';
import type { RecordType, Retirement } from '#lib/domain/documents/common.ts';
import type { DocumentOf } from '#lib/domain/documents/document.ts';
import { cleanText } from '#lib/domain/text.ts';
import type { Database } from '../db/connection.ts';
import { labelsOf, mentionedIn, type Label } from './labels.ts';
import { retirementOf } from './read.ts';

/** A record as the world sees it, with labels of every other record that it mentions. */
export type Found<T extends RecordType> = {
	id: string;
	slug: string | null;
	version: number;
	document: DocumentOf<T>;
	labels: Record<string, Label>;
	confirmed_on: string | null;
	created_at: Date;
	changed_at: Date;
};

/**
 * Finds a public record by its slug or permanent id, in any Unicode form; a former slug or a merged record says
 * where it moved to.
 */
export async function findPublic<T extends RecordType>(
	db: Database,
	type: T,
	asked: string
): Promise<Found<T> | { moved_to: string } | undefined> {
	const slugOrId = cleanText(asked);
	const row = await publicRecordQuery(db)
		.where('type', '=', type)
		.where((where) => where.or([where('slug', '=', slugOrId), where('id', '=', slugOrId)]))
		.selectAll('record')
		.executeTakeFirst();
	if (!row) return findMoved(db, type, slugOrId);
	const document = row.public_document as unknown as DocumentOf<T>;
	const { id, slug, version, confirmed_on, created_at, changed_at } = row;
	const labels = await labelsOf(db, mentionedIn(document));
	return { id, slug, version, document, labels, confirmed_on, created_at, changed_at };
}

async function findMoved(
	db: Database,
	type: RecordType,
	slugOrId: string
): Promise<{ moved_to: string } | undefined> {
	const row = await db
		.selectFrom('record as former')
		.leftJoin('former_slug', 'former_slug.record_id', 'former.id')
		.innerJoin('record', (join) =>
			join.on(({ eb, fn, ref }) => eb('record.id', '=', fn<string>('merged_end', [ref('former.id')])))
		)
		.where((where) =>
			where.or([
				where.and([where('former_slug.type', '=', type), where('former_slug.slug', '=', slugOrId)]),
				where.and([
					where('former.merged_into', 'is not', null),
					where('former.type', '=', type),
					where.or([where('former.slug', '=', slugOrId), where('former.id', '=', slugOrId)])
				])
			])
		)
		.leftJoin('person', 'person.record_id', 'record.id')
		// The address that told a name in full does not lead to who is not shown in full any more.
		.where((where) => where.or([where('display', 'is', null), where('display', '=', 'full')]))
		.where('record.visibility', '=', 'public')
		.select('record.slug')
		.executeTakeFirst();
	return row?.slug ? { moved_to: row.slug } : undefined;
}

/**
 * Why nothing is shown at this address: its record, or the one that it became part of, is out of sight. A former address of
 * somebody who is not shown in full tells nothing.
 */
export async function findRetired(
	db: Database,
	asked: string,
	type?: RecordType
): Promise<Retirement | undefined> {
	const slugOrId = cleanText(asked);
	const { rows } = await sql<Record<string, unknown>>`
		select record.retired_for, record.retired_note_ar, record.retired_note_en, record.retired_on
		from record as former
		join record on record.id = merged_end(former.id)
		left join person on person.record_id = record.id
		where record.retired_for is not null
			and (former.id = ${slugOrId} ${
				type
					? sql`and former.type = ${type}
				or former.type = ${type} and former.slug = ${slugOrId}
				or coalesce(display, 'full') = 'full' and former.id in (
					select record_id from former_slug where type = ${type} and slug = ${slugOrId})`
					: sql``
			})
		limit 1`.execute(db);
	return rows[0] && retirementOf(rows[0]);
}

/** Where a permanent id leads: type and slug, or for a participation those of its conference. */
export async function findAddress(
	db: Database,
	id: string
): Promise<{ type: RecordType; slug: string } | undefined> {
	const row = await db
		.selectFrom('record as asked')
		.leftJoin('participation', (join) =>
			join.on(({ eb, fn, ref }) =>
				eb('participation.record_id', '=', fn<string>('merged_end', [ref('asked.id')]))
			)
		)
		.innerJoin('record', (join) =>
			join.on(({ eb, fn, ref }) =>
				eb(
					'record.id',
					'=',
					fn.coalesce(ref('participation.conference'), fn<string>('merged_end', [ref('asked.id')]))
				)
			)
		)
		.where('asked.id', '=', cleanText(id))
		.where('asked.visibility', '=', 'public')
		.where('record.visibility', '=', 'public')
		.select(['record.type', 'record.slug'])
		.executeTakeFirst();
	return row?.slug ? { type: row.type as RecordType, slug: row.slug } : undefined;
}

/** Addresses of all public records that have a page, for the site map. */
export async function listAddresses(
	db: Database
): Promise<{ type: RecordType; slug: string; changed_at: Date }[]> {
	const rows = await publicRecordQuery(db)
		.where('slug', 'is not', null)
		.orderBy('id')
		.limit(50_000)
		.select(['type', 'slug', 'changed_at'])
		.execute();
	return rows.map(({ type, slug, changed_at }) => ({ type: type as RecordType, slug: slug!, changed_at }));
}

const publicRecordQuery = (db: Database) =>
	db.selectFrom('record').where('visibility', '=', 'public').where('merged_into', 'is', null);
