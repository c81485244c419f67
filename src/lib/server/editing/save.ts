import { sql } from 'kysely';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { recordTypes } from '#lib/domain/documents/common.ts';
import type { DatabaseTransaction } from '../db/connection.ts';
import { mappings, toRow } from '../registry/mapping.ts';

type Row = Record<string, unknown>;
type Part = Row & { id: string; sources?: string[] };

/** A document to be written; `touched` are the fields that differ from what the tables hold. */
export type Saving = { id: string; isNew: boolean; document: RecordDocument; touched: ReadonlySet<string> };

/** Writes documents into their tables, many at once. Their `record` rows stand already; constraints refuse the rest. */
export async function saveDocuments(trx: DatabaseTransaction, savings: readonly Saving[]): Promise<void> {
	for (const type of recordTypes) {
		await saveOwnRows(
			trx,
			savings.filter(({ document }) => document.type === type)
		);
	}
	for (const [list, savingsOfList] of byTouchedList(savings)) await saveParts(trx, list, savingsOfList);
	await saveFields(
		trx,
		savings.filter(({ touched }) => touched.has('fields'))
	);
	await saveCitations(trx, savings);
}

async function saveOwnRows(trx: DatabaseTransaction, savings: readonly Saving[]): Promise<void> {
	const [first] = savings;
	if (!first) return;
	const mapping = mappings[first.document.type];
	const rows = savings.map(({ id, document }) => ({
		record_id: id,
		type: document.type,
		...toRow(mapping, document)
	}));
	await insertRows(trx, mapping.table, rows, ['record_id']);
}

/** Part lists in the order of the mappings, so that what is referred to is written first. */
function byTouchedList(savings: readonly Saving[]): Map<string, Saving[]> {
	const lists = new Map<string, Saving[]>();
	for (const saving of savings) {
		for (const list of Object.keys(mappings[saving.document.type].parts)) {
			if (!isWritten(saving, list)) continue;
			const savingsOfList = lists.get(list);
			if (savingsOfList) savingsOfList.push(saving);
			else lists.set(list, [saving]);
		}
	}
	return lists;
}

/** A record that is new has no rows that an empty list would have to remove. */
const isWritten = (saving: Saving, list: string): boolean =>
	saving.touched.has(list) && (!saving.isNew || partsOf(saving, list).length > 0);

async function saveParts(trx: DatabaseTransaction, list: string, savings: readonly Saving[]): Promise<void> {
	const table = partMapping(savings[0]!, list).table;
	const changed = savings.filter(({ isNew }) => !isNew).map(({ id }) => id);
	await deleteRows(trx, table, changed);
	const rows = savings.flatMap((saving) =>
		partsOf(saving, list).map((part, ordinal) => ({
			record_id: saving.id,
			id: part.id,
			ordinal,
			...toRow(partMapping(saving, list), part)
		}))
	);
	await insertRows(trx, table, rows);
}

const partMapping = ({ document }: Saving, list: string) => mappings[document.type].parts[list]!;

const partsOf = ({ document }: Saving, list: string): Part[] =>
	(document as unknown as Record<string, Part[]>)[list] ?? [];

async function saveFields(trx: DatabaseTransaction, savings: readonly Saving[]): Promise<void> {
	const changed = savings.filter(({ isNew }) => !isNew).map(({ id }) => id);
	await deleteRows(trx, 'record_field', changed);
	const rows = savings.flatMap(({ id, document }) =>
		('fields' in document ? document.fields : []).map((field, ordinal) => ({ record_id: id, field, ordinal }))
	);
	await insertRows(trx, 'record_field', rows);
}

async function saveCitations(trx: DatabaseTransaction, savings: readonly Saving[]): Promise<void> {
	const changed = savings.filter(({ isNew }) => !isNew).map(({ id }) => id);
	await deleteRows(trx, 'citation', changed);
	await insertRows(trx, 'citation', savings.flatMap(citationRows));
}

function citationRows(saving: Saving): Row[] {
	const lists = Object.keys(mappings[saving.document.type].parts).filter((list) => list !== 'sources');
	const cited = [
		...Object.entries(saving.document.cited),
		...lists.flatMap((list) =>
			partsOf(saving, list).map((part) => [`${list}/${part.id}`, part.sources ?? []] as const)
		)
	];
	return cited.flatMap(([path, sources]) =>
		sources.map((source_id, ordinal) => ({ record_id: saving.id, path, source_id, ordinal }))
	);
}

async function deleteRows(
	trx: DatabaseTransaction,
	table: string,
	recordIds: readonly string[]
): Promise<void> {
	if (recordIds.length === 0) return;
	await sql`delete from ${sql.table(table)} where record_id = any(${recordIds})`.execute(trx);
}

/**
 * Inserts any number of rows as one JSON parameter; keys that are missing in a row become null. With `key`, a row
 * that stands already under the same key is replaced.
 */
export async function insertRows(
	trx: DatabaseTransaction,
	table: string,
	rows: readonly Row[],
	key: readonly string[] = []
): Promise<void> {
	if (rows.length === 0) return;
	const columns = columnsOf(rows);
	const names = sql.join(columns.map((column) => sql.ref(column)));
	const updates = columns
		.filter((column) => !key.includes(column))
		.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`);
	const onConflict =
		key.length > 0
			? sql`on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do update set ${sql.join(updates)}`
			: sql``;
	await sql`insert into ${sql.table(table)} (${names})
		select ${names} from jsonb_populate_recordset(null::${rowType(table)}, ${binaryJson(rows)}::jsonb)
		${onConflict}`.execute(trx);
}

function columnsOf(rows: readonly Row[]): string[] {
	const columns = new Set<string>();
	for (const row of rows) for (const column in row) columns.add(column);
	return [...columns];
}

/**
 * Rows as PostgreSQL receives jsonb in binary: a version byte, then the text in UTF-8. One string of many Arabic rows
 * would be held in memory twice and take three times as long to make.
 */
function binaryJson(rows: readonly Row[]): Buffer {
	const pieces: Buffer[] = [JSONB_VERSION];
	for (const row of rows)
		pieces.push(pieces.length === 1 ? OPENING : COMMA, Buffer.from(JSON.stringify(row)));
	return Buffer.concat([...pieces, CLOSING]);
}

const JSONB_VERSION = Buffer.from([1]);
const [OPENING, COMMA, CLOSING] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')];

/** Qualified, since the bare name of the table `record` means a pseudo-type where a type is due. */
const rowType = (table: string) => sql.table(`public.${table}`);
