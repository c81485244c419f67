import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { search } from '#lib/server/search/search.ts';
import { readTerms } from '#lib/server/search/understanding/terms.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	await makeRecord(db, named('فريق الرواسي'));
});
afterAll(() => test_database.drop());

const named = (value: string) => organization({ names: [{ value, lang: 'ar' }] });
const termOf = async (word: string, at = db) =>
	(await readTerms(at, { own: [word], reworded: [] })).own.get(word)!;
const found = async (q: string) => (await search(db, { q, lang: 'ar' })).items.map(({ name_ar }) => name_ar);

test('a word that was asked for is not looked up again while the register stays as it is', async () => {
	expect(await termOf('الرواسي')).toBe(await termOf('الرواسي'));
});

test('what another word brings is remembered beside it', async () => {
	const first = await termOf('الرواسي');
	await termOf('فريق');
	expect(await termOf('الرواسي')).toBe(first);
});

test('after a change all is looked up anew: a better answer is found at once', async () => {
	expect(await found('الرواصي')).toEqual(['فريق الرواسي']);
	await makeRecord(db, named('نادي الرواصي'));
	expect((await found('الرواصي'))[0]).toBe('نادي الرواصي');
});

test('whoever changes the lexicon, and in whatever way, is noticed', async () => {
	const before = await termOf('الرواسي');
	await sql`update lexicon set uses = uses + 1 where word = 'الرواسي'`.execute(db);
	const after = await termOf('الرواسي');
	expect(after.get('الرواسي')!.uses).toBe(before.get('الرواسي')!.uses + 1);
	await sql`delete from lexicon_key where word = 'الرواسي'`.execute(db);
	expect((await termOf('الرواسي')).has('الرواسي')).toBe(false);
});

test('what a transaction saw that was rolled back is not remembered', async () => {
	const rollback = new Error('rolled back');
	const work = db.transaction().execute(async (trx) => {
		await sql`insert into lexicon (word, uses, named, shown) values ('سامق', 1, 1, 'سامق')`.execute(trx);
		await sql`insert into lexicon_key (kind, key, word, share, letters) values ('stem', 'سامق', 'سامق', 1, 4)`.execute(
			trx
		);
		expect((await termOf('سامق', trx)).get('سامق')).toMatchObject({ how: 'exact' });
		expect((await termOf('سامق')).size).toBe(0);
		throw rollback;
	});
	await expect(work).rejects.toBe(rollback);
	expect((await termOf('سامق')).size).toBe(0);
});
