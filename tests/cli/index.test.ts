import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run as doctor } from '../../src/cli/doctor.ts';
import { run as reindex } from '../../src/cli/reindex.ts';
import { run as search } from '../../src/cli/search.ts';
import { makeAccount } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';
import { run } from './command.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
	await makeAccount(database.db, { is_registrar: true });
	await makeRecord(database.db, organization({ names: [{ value: 'مجموعة نبع الوادي', lang: 'ar' }] }));
	await makeRecord(database.db, organization({ names: [{ value: 'فريق سواعد الساحل', lang: 'ar' }] }));
});
afterAll(() => database.drop());

const found = async (q: string) => JSON.parse((await run(search, database, [q])).stdout).total;

test('a search index that was lost is seen by the doctor, and made anew', async () => {
	const healthy = await run(doctor, database, []);
	expect(healthy.code).toBe(0);
	expect(healthy.stdout).toContain('ok: search knows every public record\n');

	await sql`truncate search_entry, lexicon, lexicon_key`.execute(database.db);
	expect(await found('نبع الوادي')).toBe(0);
	const ill = await run(doctor, database, []);
	expect(ill.code).toBe(1);
	expect(ill.stdout).toContain('not ok: search does not know 2 of the records');

	const { code, stdout, stderr } = await run(reindex, database, []);
	expect(code).toBe(0);
	expect(JSON.parse(stdout)).toEqual({ records: 2, words: expect.any(Number) });
	expect(stdout).toMatch(/^[^\n]+\n$/);
	expect(stderr).toContain('2 of 2\n');
	expect(await found('نبع الوادي')).toBe(1);
	expect((await run(doctor, database, [])).code).toBe(0);
});

test('a second time changes nothing', async () => {
	const read = () => sql`select * from lexicon_key order by 1, 2, 3`.execute(database.db);
	const before = await read();
	await run(reindex, database, []);
	expect((await read()).rows).toEqual(before.rows);
});

test('arguments are refused', async () => {
	await expect(run(reindex, database, ['all'])).rejects.toThrow();
});
