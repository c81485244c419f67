import { sql } from 'kysely';
import { expect } from 'vitest';
import { foldTokens } from '#lib/domain/folding.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { keysOf } from '#lib/server/search/indexing/lexicon_keys.ts';

/** The lexicon counts what the entries say. */
export async function expectTrueCounts(db: Database): Promise<void> {
	const { rows: counted } = await sql`
		select word collate "C" as word, found.ndoc as uses, coalesce(named.ndoc, 0) as named
		from ts_stat('select words from search_entry') as found
			left join ts_stat('select name_words from search_entry') as named using (word)
		where word not like 'id=%' order by 1`.execute(db);
	const counts = db.selectFrom('lexicon').select(['word', 'uses', 'named']).orderBy('word');
	expect(await counts.execute()).toEqual(counted);
}

/** Each word has its keys and no others, and is shown as some record writes it. */
export async function expectTrueKeys(db: Database): Promise<void> {
	const words = await db.selectFrom('lexicon').select(['word', 'shown']).execute();
	for (const { word, shown } of words) if (shown !== word) expect(foldTokens(shown).join('')).toContain(word);
	const keys = await db.selectFrom('lexicon_key').select(['word', 'kind', 'key']).execute();
	const text = (one: { word: string; kind: string; key: string }) => `${one.word} ${one.kind} ${one.key}`;
	const due = words.flatMap(({ word }) => keysOf(word).map(({ kind, key }) => text({ word, kind, key })));
	expect(keys.map(text).toSorted()).toEqual(due.toSorted());
}
