import { sql, type RawBuilder } from 'kysely';
import * as v from 'valibot';
import type { RecordType, Retirement } from '#lib/domain/documents/common.ts';
import { documentSchemas, type DocumentOf, type RecordDocument } from '#lib/domain/documents/document.ts';
import type { Database } from '../db/connection.ts';
import { fromRow, mappings, type RecordMapping } from './mapping.ts';

export type ReadRecord<T extends RecordDocument = RecordDocument> = {
	id: string;
	version: number;
	visibility: string;
	document: T;
};

type Row = Record<string, unknown>;
type Citation = { path: string; source_id: string };

/** Reads records whole from their rows, nothing left out: for editing, never for showing. Unknown ids are absent. */
export async function readRecords<T extends RecordType>(
	db: Database,
	type: T,
	ids: readonly string[]
): Promise<ReadRecord<DocumentOf<T>>[]> {
	if (ids.length === 0) return [];
	const mapping = mappings[type];
	const { rows } = await sql<Row>`
		select record.id, record.slug, record.version, record.visibility, record.confirmed_on,
			record.retired_for, record.retired_note_ar, record.retired_note_en, record.retired_on,
			to_jsonb(own) as own, ${fieldsOf(mapping)} as fields, ${citationsOf()} as citations,
			${sql.join(Object.entries(mapping.parts).map(([list, part]) => sql`${rowsOf(part.table)} as ${sql.ref(list)}`))}
		from record join ${sql.table(mapping.table)} as own on own.record_id = record.id
		where record.id = any(${ids}) and record.merged_into is null
	`.execute(db);
	return rows.map((row) => ({
		id: row.id as string,
		version: row.version as number,
		visibility: row.visibility as string,
		document: v.parse(documentSchemas[type], assemble(type, row)) as DocumentOf<T>
	}));
}

/** One record whole, or undefined. */
export async function readRecord<T extends RecordType>(
	db: Database,
	type: T,
	id: string
): Promise<ReadRecord<DocumentOf<T>> | undefined> {
	return (await readRecords(db, type, [id]))[0];
}

const rowsOf = (table: string): RawBuilder<unknown> =>
	sql`(select coalesce(jsonb_agg(to_jsonb(part) order by part.ordinal), '[]')
		from ${sql.table(table)} as part where part.record_id = record.id)`;

const fieldsOf = (mapping: RecordMapping): RawBuilder<unknown> =>
	mapping.hasPlace
		? sql`(select coalesce(jsonb_agg(field order by ordinal), '[]') from record_field where record_id = record.id)`
		: sql`null`;

const citationsOf = (): RawBuilder<unknown> =>
	sql`(select coalesce(jsonb_agg(jsonb_build_object('path', path, 'source_id', source_id) order by ordinal), '[]')
		from citation where record_id = record.id)`;

function assemble(type: RecordType, row: Row): Row {
	const mapping = mappings[type];
	const sourcesAt = groupByPath(row.citations as Citation[]);
	const parts = Object.entries(mapping.parts).map(([list, part]) => [
		list,
		(row[list] as Row[]).map((partRow) => ({
			id: partRow.id,
			...fromRow(part, partRow),
			...(list !== 'sources' && { sources: sourcesAt.get(`${list}/${partRow.id}`) ?? [] })
		}))
	]);
	return {
		type,
		id: row.id,
		...(row.slug !== null && { slug: row.slug }),
		...(row.confirmed_on !== null && { confirmed_on: row.confirmed_on }),
		...(row.retired_for !== null && { retired: retirementOf(row) }),
		...fromRow(mapping, row.own as Row),
		...(row.fields !== null && { fields: row.fields }),
		...Object.fromEntries(parts),
		cited: Object.fromEntries([...sourcesAt].filter(([path]) => !path.includes('/')))
	};
}

/** How a row of `record` says that it is out of sight. */
export function retirementOf(row: Row): Retirement {
	const { retired_for, retired_note_ar: ar, retired_note_en: en, retired_on } = row;
	const note = { ...(ar !== null && { ar }), ...(en !== null && { en }) };
	const isNoted = Object.keys(note).length > 0;
	return { reason: retired_for, on: retired_on, ...(isNoted && { note }) } as Retirement;
}

function groupByPath(citations: Citation[]): Map<string, string[]> {
	const grouped = new Map<string, string[]>();
	for (const { path, source_id } of citations) grouped.set(path, [...(grouped.get(path) ?? []), source_id]);
	return grouped;
}
