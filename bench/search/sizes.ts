import { sql } from 'kysely';
import type { Database } from '#lib/server/db/connection.ts';

/** Prints how large the tables of search are, with and without their indexes. */
export async function reportSizes(db: Database): Promise<void> {
	const { rows } = await sql<{ name: string; rows: number; table_mb: number; index_mb: number }>`
		select relname as name, reltuples::int as rows, pg_table_size(oid) / 1048576 as table_mb,
			pg_indexes_size(oid) / 1048576 as index_mb
		from pg_class where relname in ('search_entry', 'lexicon', 'lexicon_key', 'record', 'revision') and relkind = 'r'
		order by relname`.execute(db);
	console.log('\nTables (rows, MB of rows, MB of indexes)');
	for (const { name, rows: count, table_mb, index_mb } of rows)
		console.log(
			`${name.padEnd(14)} ${`${count}`.padStart(9)} ${`${table_mb}`.padStart(6)} ${`${index_mb}`.padStart(6)}`
		);
}
