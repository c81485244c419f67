import { afterAll, beforeAll, expect, test } from 'vitest';
import { importJsonLines, type ImportReport } from '#lib/server/exchange/import.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { counting } from '../harness/statements.ts';

const RECORDS = 2000;
const BATCHES = RECORDS / 500;
/** What one batch may need, however many records it holds: 19 are usual, half of them for the index of search. */
const STATEMENTS_PER_BATCH = 22;

let test_database: TestDatabase;

beforeAll(async () => {
	test_database = await createTestDatabase();
});
afterAll(() => test_database.drop());

/** Imports, and counts the statements that the database was sent. */
async function importCounted(lines: object[]): Promise<ImportReport & { statements: number }> {
	const { db, count } = counting(test_database.db);
	const text = lines.map((line) => JSON.stringify(line)).join('\n');
	const report = await importJsonLines(db, text, { author: 'register', channel: 'import' });
	return { ...report, statements: count() };
}

/** Teams, each with a chair, that belong to the first of them. */
const teams = (partial: object = {}) =>
	Array.from({ length: RECORDS / 2 }, (_, n) => [
		{ type: 'person', slug: `person-${n}`, names: [{ value: `سلمان ${n}`, lang: 'ar' }] },
		{
			type: 'organization',
			slug: `team-${n}`,
			names: [{ value: `فريق ${n}`, lang: 'ar' }],
			fields: ['health'],
			appointments: [{ person: `person-${n}`, position: 'chair', from: '2020' }],
			affiliations: n === 0 ? [] : [{ to: 'team-0' }],
			sources: [{ url: `https://example.org/${n}` }],
			...partial
		}
	]).flat();

test('2,000 records come in with a bounded number of statements', async () => {
	const { statements, ...report } = await importCounted(teams());
	expect(report).toEqual({ added: RECORDS, changed: 0, unchanged: 0, waiting: 0, errors: [] });
	expect(statements).toBeLessThan(BATCHES * STATEMENTS_PER_BATCH);
});

test('they change with a bounded number of statements', async () => {
	const changed = await importCounted(teams({ status: 'active' }));
	expect(changed).toMatchObject({ changed: RECORDS / 2, unchanged: RECORDS / 2, errors: [] });
	expect(changed.statements).toBeLessThan(BATCHES * STATEMENTS_PER_BATCH);
});

test('records without a slug get one each with a bounded number of statements', async () => {
	const lines = Array.from({ length: RECORDS }, (_, n) => ({
		type: 'conference',
		names: [{ value: `Nour Forum ${n % 1900}`, lang: 'en' }]
	}));
	const { statements, ...report } = await importCounted(lines);
	expect(report).toMatchObject({ added: RECORDS, errors: [] });
	expect(statements).toBeLessThan(BATCHES * STATEMENTS_PER_BATCH);
	const rows = await test_database.db
		.selectFrom('record')
		.where('type', '=', 'conference')
		.select('slug')
		.execute();
	expect(rows.map(({ slug }) => slug)).toContain('nour-forum-7-2');
	expect(new Set(rows.map(({ slug }) => slug)).size).toBe(RECORDS);
});

test('one record that the database refuses costs few statements more', async () => {
	const lines = Array.from({ length: 500 }, (_, n) => ({
		type: 'organization',
		slug: `wrong-${n}`,
		names: [{ value: `فريق ${n}`, lang: 'ar' }],
		fields: [n === 321 ? 'sorcery' : 'health']
	}));
	const { statements, ...report } = await importCounted(lines);
	expect(report).toMatchObject({ added: 499, errors: [{ line: 322, message: 'refusal.unknown_reference' }] });
	expect(statements).toBeLessThan(20 * STATEMENTS_PER_BATCH);
});
