import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { isSampled } from '#lib/server/search/finding/conditions.ts';
import { withStagedRead, type Stage } from '#lib/server/search/finding/staged_read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { loadRegister } from '../harness/search_register.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	await loadRegister(db);
});
afterAll(() => test_database.drop());

const holding = (...words: string[]): Stage => ({
	words: { column: 'words', either: words.map((word) => `'${word}'`) }
});
const every = holding('type=organization');

async function read(stages: Stage[], limit: number): Promise<string[]> {
	const head = withStagedRead({ stages, filters: [], columns: ['record_id'], limit });
	const { rows } = await sql<{ record_id: string }>`${head} select * from read`.execute(db);
	return rows.map(({ record_id }) => record_id);
}

test('a later stage is read only as far as those before leave room', async () => {
	const [first, second] = [holding('kind=association'), holding('kind=group', 'kind=association')];
	const associations = await read([first], 1000);
	const both = await read([first, second], 1000);
	expect(associations.length).toBeGreaterThan(3);
	expect(both.slice(0, associations.length)).toEqual(associations);
	expect(new Set(both).size).toBe((await read([second], 1000)).length);
	expect(await read([first, second], 3)).toEqual(associations.slice(0, 3));
});

test('more words than are looked up at once find the same as all of them together', async () => {
	const many = holding(...Array.from({ length: 20 }, (_, at) => `none${at}`), 'type=organization');
	expect(new Set(await read([many], 1000))).toEqual(new Set(await read([every], 1000)));
});

test('the sample is one record of sixteen, and has an index', async () => {
	const sample = await read([{ ...every, also: [isSampled] }], 1000);
	const all = await read([every], 1000);
	expect(sample.toSorted()).toEqual(all.filter((id) => id.slice(-2) < '08').toSorted());

	const plan = await db.transaction().execute(async (transaction) => {
		await sql`set local enable_seqscan = off`.execute(transaction);
		const { rows } = await sql<Record<string, string>>`
			explain select * from search_entry where words @@ 'x'::tsquery and ${isSampled}`.execute(transaction);
		return rows.map((row) => row['QUERY PLAN']).join('\n');
	});
	expect(plan).toContain('search_entry_sample');
});
