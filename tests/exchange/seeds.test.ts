import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { loadReferenceData, loadSeeds } from '#lib/server/exchange/seed.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

let test_database: TestDatabase;
let db: Database;
const log: string[] = [];

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	await loadSeeds(db, (line) => log.push(line));
});
afterAll(() => test_database.drop());

const countRevisions = async () =>
	(await db
		.selectFrom('revision')
		.select((where) => where.fn.countAll<string>().as('count'))
		.executeTakeFirst())!.count;

test('the founding record and the bodies around it load without a single error', async () => {
	expect(log.filter((line) => !/^\w+\.jsonl: \d+$/.test(line))).toEqual([]);
	expect(log).toHaveLength(2);
});

test('loading them again changes nothing', async () => {
	const before = await countRevisions();
	const again: string[] = [];
	await loadSeeds(db, (line) => again.push(line));
	expect(again).toEqual([]);
	expect(await countRevisions()).toBe(before);
});

test.each(['founding', 'gulf'])('importing %s.jsonl over them finds everything unchanged', async (name) => {
	const text = await readFile(`db/seeds/${name}.jsonl`, 'utf8');
	const report = await importJsonLines(db, text, { author: 'register', channel: 'import' });
	expect(report).toMatchObject({ added: 0, changed: 0, errors: [] });
	expect(report.unchanged).toBeGreaterThan(10);
});

test('reference data loads again over itself, and mends what differs', async () => {
	await db.updateTable('region').set({ name_en: 'Somewhere' }).where('code', '=', 'SA-04').execute();
	const before = await db
		.selectFrom('city')
		.select((where) => where.fn.countAll<string>().as('count'))
		.execute();
	await loadReferenceData(db);
	const region = await db
		.selectFrom('region')
		.where('code', '=', 'SA-04')
		.select('name_en')
		.executeTakeFirst();
	expect(region?.name_en).toBe('Eastern Province');
	expect(
		await db
			.selectFrom('city')
			.select((where) => where.fn.countAll<string>().as('count'))
			.execute()
	).toEqual(before);
});
