import { sql } from 'kysely';
import type { Database } from '../db/connection.ts';

/**
 * Does work that adds many records. Meanwhile the index of search gathers new entries in its list of pending ones and
 * takes in some thousands at once, which costs half as much as one by one and makes searches slower for that time.
 */
export async function whileLoading<T>(db: Database, work: () => Promise<T>): Promise<T> {
	await gatherEntries(db, true);
	try {
		return await work();
	} finally {
		await gatherEntries(db, false);
		await sql`select gin_clean_pending_list('search_entry_words')`.execute(db);
	}
}

async function gatherEntries(db: Database, isGathering: boolean): Promise<void> {
	const setting = sql.raw(isGathering ? 'on' : 'off');
	await sql`alter index search_entry_words set (fastupdate = ${setting})`.execute(db);
}
