import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

type Line = Record<string, unknown>;

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

const unnamed = (partial: Line = {}): Line => ({
	type: 'organization',
	names: [{ value: 'فريق نور', lang: 'ar' }],
	...partial
});

const importLines = (lines: (Line | string)[]) =>
	importJsonLines(
		db,
		lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
		{ author: 'register', channel: 'import' }
	);

test.each<[string, Line | string, { path?: string; message: string }]>([
	['what is not JSON', '{"type":"organization"', { message: 'import.not_an_object' }],
	['a list', '[1]', { message: 'import.not_an_object' }],
	['nothing', 'null', { message: 'import.not_an_object' }],
	['no type', { names: [] }, { path: 'type', message: 'import.unknown_type' }],
	['another type', { type: 'account' }, { path: 'type', message: 'import.unknown_type' }],
	['no name', { type: 'organization', names: [] }, { path: 'names', message: 'error.no_name' }],
	['names that are no list', { type: 'person', names: 'سلمان' }, { path: 'names', message: 'error.invalid' }],
	[
		'a name that is nothing',
		{ type: 'person', names: [null] },
		{ path: 'names/0', message: 'error.invalid' }
	],
	['sources that are nothing', unnamed({ sources: [null] }), { path: 'sources/0', message: 'error.invalid' }],
	[
		'board terms that are no list',
		unnamed({ board_terms: {} }),
		{ path: 'board_terms', message: 'error.invalid' }
	],
	['citations that are no object', unnamed({ cited: 'abc' }), { path: 'cited', message: 'error.invalid' }],
	['an unknown key', unnamed({ visibility: 'hidden' }), { path: 'visibility', message: 'error.invalid' }],
	['an id that is none', unnamed({ id: 'abc' }), { path: 'id', message: 'error.not_an_id' }],
	['a number for an id', unnamed({ id: 5 }), { path: 'id', message: 'error.invalid' }],
	['an id with a null character', unnamed({ id: '\u0000' }), { path: 'id', message: 'error.not_an_id' }],
	[
		'a slug with a null character',
		unnamed({ slug: 'a\u0000' }),
		{ path: 'slug', message: 'error.not_a_slug' }
	],
	[
		'a reference nobody knows',
		unnamed({ part_of: 'nobody' }),
		{ path: 'part_of', message: 'import.reference_unknown' }
	],
	[
		'a reference with a null character',
		unnamed({ part_of: 'a\u0000' }),
		{ path: 'part_of', message: 'import.reference_unknown' }
	],
	[
		'a day that is none',
		unnamed({ confirmed_on: '2026-02-31' }),
		{ path: 'confirmed_on', message: 'error.not_a_date' }
	],
	['an unknown field of work', unnamed({ fields: ['sorcery'] }), { message: 'refusal.unknown_reference' }],
	[
		'a board term of nobody',
		{ type: 'board_term', number: 1 },
		{ path: 'organization', message: 'import.reference_missing' }
	],
	[
		'a source that nobody names',
		unnamed({ cited: { founded: ['s9'] } }),
		{ path: 'founded', message: 'rule.unknown_source' }
	]
])('%s is reported by its line, and the others are imported', async (_, wrong, error) => {
	const report = await importLines([unnamed(), wrong, unnamed()]);
	expect(report.errors).toEqual([{ line: 2, ...error }]);
	expect(report.added).toBe(2);
});
