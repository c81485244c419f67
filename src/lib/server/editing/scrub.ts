import { sql } from 'kysely';
import { erasedName } from '#lib/domain/public_view.ts';
import type { DatabaseTransaction } from '../db/connection.ts';

type Column = { table: string; column: string; type: 'text' | 'jsonb'; key: string | null };

/**
 * Takes names out of every text that the database keeps of these records, and out of all texts that belong to no record:
 * what says of other people stays as it is. Rows, revisions and changes stay in step, for all lose the same words.
 */
export async function scrubNames(
	trx: DatabaseTransaction,
	names: readonly string[],
	recordIds: readonly string[]
): Promise<void> {
	const columns = await textColumns(trx);
	// Of one word many are called, so it stays. The longest first: a name may stand within another.
	const whole = names.filter((name) => name.includes(' ')).toSorted((a, b) => b.length - a.length);
	for (const name of whole) {
		for (const column of columns) await scrubColumn(trx, column, name, recordIds);
	}
}

async function scrubColumn(
	trx: DatabaseTransaction,
	{ table, column, type, key }: Column,
	name: string,
	recordIds: readonly string[]
): Promise<void> {
	const erased = /\p{Script=Arabic}/u.test(name) ? erasedName.ar : erasedName.en;
	const [from, to] = type === 'jsonb' ? [inJson(name), inJson(erased)] : [name, erased];
	const value = sql.ref(column);
	const isMeant = key === null ? sql`true` : sql`${sql.ref(key)} = any(${recordIds})`;
	await sql`
		update ${sql.table(table)} set ${value} = replace(${value}::text, ${from}, ${to})::${sql.raw(type)}
		where ${isMeant} and strpos(${value}::text, ${from}) > 0`.execute(trx);
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Tables that are made from others, that hold no text of people, or in which each names themselves. */
const leftAlone = new Set([
	...['account', 'account_request', 'audit_entry', 'session', 'password_reset', 'suppression'],
	...['search_entry', 'lexicon', 'lexicon_key', 'sign_in_failure', 'mail_request'],
	...['region', 'governorate', 'city', 'field_of_work', 'position']
]);

/** Every column of the register that may hold a text, with the column of its table that says of which record. */
async function textColumns(trx: DatabaseTransaction): Promise<Column[]> {
	const { rows } = await sql<Column>`
		select columns.table_name as "table", column_name as "column", data_type as type,
			(select own.column_name from information_schema.columns as own
				where own.table_schema = 'public' and own.table_name = columns.table_name
					and own.column_name in ('record_id', 'kept_id')
				order by own.column_name desc limit 1) as key
		from information_schema.columns join information_schema.tables using (table_schema, table_name)
		where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb')
			and domain_name is null and columns.table_name not like 'kysely%'
			and column_name not like '%id' and column_name <> 'key'`.execute(trx);
	return rows
		.filter(({ table }) => !leftAlone.has(table))
		.map((row) => (row.table === 'record' ? { ...row, key: 'id' } : row));
}
