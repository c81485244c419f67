import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { whileLoading } from './bulk_loading.ts';
import { lockIndex, rewriteEntries, writeKeys } from './search_index.ts';

const BATCH = 1000;

/**
 * Rebuilds everything that search reads, a batch of records in each transaction, while the register is read and
 * written: after a change of the folding, of the letter table or of what entries hold. Only the last step, the
 * count of the words, lets writers wait. `onProgress` gets records and words that are done, of all.
 */
export async function reindex(
	db: Database,
	onProgress: (done: number, total: number) => void = () => {}
): Promise<{ records: number; words: number }> {
	const ids = await allIds(db);
	await inBatches(db, ids, onProgress);
	await recount(db);
	const words = await rewriteKeys(db);
	return { records: ids.length, words };
}

/**
 * Makes the entries of records that have none, as after a migration that emptied the index; returns how many. Ends
 * what a load that was killed left unfinished.
 */
export async function indexMissing(
	db: Database,
	onProgress: (done: number, total: number) => void = () => {}
): Promise<number> {
	const { rows } = await sql<{ id: string }>`
		select id from record
		where type <> 'participation' and visibility = 'public' and merged_into is null
			and not exists (select from search_entry where record_id = record.id)
		order by id`.execute(db);
	const ids = rows.map(({ id }) => id);
	await whileLoading(db, () => inBatches(db, ids, onProgress));
	return ids.length;
}

async function allIds(db: Database): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from record where type <> 'participation' order by id`.execute(db);
	return rows.map(({ id }) => id);
}

async function inBatches(
	db: Database,
	ids: readonly string[],
	onProgress: (done: number, total: number) => void
): Promise<void> {
	for (let start = 0; start < ids.length; start += BATCH) {
		const batch = ids.slice(start, start + BATCH);
		await db.transaction().execute(async (trx) => {
			// An editor holds the record and waits for the index: whoever needs both takes the record first.
			await sql`select from record where id = any(${batch}) order by id for key share`.execute(trx);
			await lockIndex(trx);
			await rewriteEntries(trx, batch);
		});
		onProgress(Math.min(start + BATCH, ids.length), ids.length);
	}
}

/** Sets each word's counts to what the entries say, and forgets words that none holds. */
async function recount(db: Database): Promise<void> {
	await db.transaction().execute(async (trx) => {
		await lockIndex(trx);
		await sql`create temporary table counted on commit drop as
			select word, found.ndoc as uses, least(found.ndoc, coalesce(named.ndoc, 0)) as named
			from ts_stat('select words from search_entry') as found
				left join ts_stat('select name_words from search_entry') as named using (word)
			where word not like 'id=%'`.execute(trx);
		await sql`delete from lexicon where word not in (select word from counted)`.execute(trx);
		await sql`insert into lexicon (word, uses, named, shown) select word, uses, named, word from counted
			on conflict (word) do update set uses = excluded.uses, named = excluded.named
			where (lexicon.uses, lexicon.named) <> (excluded.uses, excluded.named)`.execute(trx);
	});
}

async function rewriteKeys(db: Database): Promise<number> {
	const words = await db.selectFrom('lexicon').select('word').orderBy('word').execute();
	for (let start = 0; start < words.length; start += BATCH) {
		const batch = words.slice(start, start + BATCH).map(({ word }) => word);
		await db.transaction().execute((trx) => rewriteKeysOf(trx, batch));
	}
	return words.length;
}

/** A word may have gone meanwhile. */
async function rewriteKeysOf(trx: DatabaseTransaction, batch: readonly string[]): Promise<void> {
	await lockIndex(trx);
	await sql`delete from lexicon_key where word = any(${batch})`.execute(trx);
	const { rows } = await sql<{ word: string }>`
		select word from lexicon where word = any(${batch})`.execute(trx);
	await writeKeys(
		trx,
		rows.map(({ word }) => word)
	);
}
