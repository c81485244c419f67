import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { DocumentOf } from '#lib/domain/documents/document.ts';
import { registryId } from '#lib/domain/registry_id.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { proposeChange } from '#lib/server/editing/propose.ts';
import { importJsonLines, type ImportOptions } from '#lib/server/exchange/import.ts';
import { readRecord, type ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

type Line = Record<string, unknown>;

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

/** Each test has slugs of its own. */
let mark = '';
let tests = 0;
beforeEach(() => {
	mark = `t${++tests}`;
});

const own = (slug: string) => `${mark}-${slug}`;
const team = (slug: string, partial: Line = {}): Line => ({
	type: 'organization',
	slug: own(slug),
	names: [{ value: `فريق ${slug}`, lang: 'ar' }],
	...partial
});
const person = (slug: string, partial: Line = {}): Line => ({
	type: 'person',
	slug: own(slug),
	names: [{ value: `سلمان ${slug}`, lang: 'ar' }],
	...partial
});
const forum = (slug: string, partial: Line = {}): Line => ({
	type: 'conference',
	slug: own(slug),
	names: [{ value: `ملتقى ${slug}`, lang: 'ar' }],
	...partial
});

const importLines = (lines: (Line | string)[], options: Partial<ImportOptions> = {}) =>
	importJsonLines(
		db,
		lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
		{
			author: 'register',
			channel: 'import',
			...options
		}
	);

async function find<T extends RecordType>(type: T, slug: string): Promise<ReadRecord<DocumentOf<T>>> {
	const row = await db
		.selectFrom('record')
		.where('type', '=', type)
		.where('slug', '=', own(slug))
		.select('id')
		.executeTakeFirst();
	if (!row) throw new Error(`no ${type} ${slug}`);
	return (await readRecord(db, type, row.id))!;
}

const counts = async () => {
	const tables = ['record', 'revision', 'change', 'name', 'source', 'citation', 'search_entry'] as const;
	const entries = await Promise.all(
		tables.map(async (table) => {
			const row = await db
				.selectFrom(table)
				.select((where) => where.fn.countAll<string>().as('count'))
				.executeTakeFirst();
			return [table, Number(row!.count)] as const;
		})
	);
	return Object.fromEntries(entries);
};

test('records may refer to what comes later in the file', async () => {
	const report = await importLines([
		{
			type: 'participation',
			organization: own('team'),
			conference: own('forum'),
			delegates: [{ person: own('chair') }]
		},
		forum('forum', { organizers: [{ organization: own('team') }], patrons: [{ person: own('chair') }] }),
		team('team', {
			affiliations: [{ to: own('parent') }],
			appointments: [{ person: own('chair'), position: 'chair' }]
		}),
		team('parent', { kind: 'association' }),
		person('chair')
	]);
	expect(report).toEqual({ added: 5, changed: 0, unchanged: 0, waiting: 0, errors: [] });
	const { document } = await find('organization', 'team');
	expect(document.affiliations[0]!.to).toBe((await find('organization', 'parent')).id);
	expect(document.appointments[0]!.person).toBe((await find('person', 'chair')).id);
});

test('records may refer to each other in a circle, also beside a record that is refused', async () => {
	const report = await importLines([
		team('one', { affiliations: [{ to: own('two') }] }),
		team('two', { affiliations: [{ to: own('three') }] }),
		team('three', { affiliations: [{ to: own('one') }] }),
		team('wrong', { appointments: [{ person: registryId(900_001), position: 'chair' }] })
	]);
	expect(report.errors).toEqual([{ line: 4, message: 'refusal.unknown_reference' }]);
	expect(report.added).toBe(3);
	expect((await find('organization', 'three')).document.affiliations[0]!.to).toBe(
		(await find('organization', 'one')).id
	);
});

test('the same file twice changes nothing the second time', async () => {
	const lines = [
		person('chair', { names: [{ value: '  سلمان   آل ربيع ', lang: 'ar' }] }),
		team('team', {
			names: [
				{ value: 'فريق\u200f  نور ', lang: 'ar' },
				{ value: 'Nour', lang: 'en', kind: 'transliteration' }
			],
			summary: { en: 'b', ar: 'أ' },
			aims: [{ text: { en: 'To plant', ar: 'أن نغرس' } }],
			notes: [{ text: { en: 'A note', ar: 'ملاحظة' } }],
			founded: '١٤٣٥ AH',
			sources: [{ url: 'https://example.org/a' }, { publisher: 'جريدة', title: 'خبر' }],
			cited: { founded: ['https://example.org/a'] },
			board_terms: [{ number: 1, from: '2014', until: '2018' }],
			appointments: [
				{ person: own('chair'), position: 'chair', from: '2014-01-01', until: '2018-01-01' },
				{ person: own('chair'), position: 'chair', from: '2022-01-01' }
			]
		}),
		forum('forum', { objectives: [{ text: { ar: 'هدف' } }], recommendations: [{ text: { ar: 'توصية' } }] }),
		{ type: 'participation', organization: own('team'), conference: own('forum'), role: 'spoke' }
	];
	expect((await importLines(lines)).errors).toEqual([]);
	const before = await counts();
	expect(await importLines(lines)).toEqual({ added: 0, changed: 0, unchanged: 4, waiting: 0, errors: [] });
	expect(await counts()).toEqual(before);
});

test('what the register says of a record comes back as unchanged when it is imported', async () => {
	await importLines([
		person('chair'),
		team('team', {
			appointments: [{ person: own('chair'), position: 'chair', from: '2020' }],
			sources: [{ url: 'https://example.org/a' }],
			links: [{ kind: 'website', url: 'https://example.org' }]
		}),
		forum('forum'),
		{ type: 'participation', organization: own('team'), conference: own('forum') }
	]);
	const { document } = await find('organization', 'team');
	const participation = await db
		.selectFrom('participation')
		.where('organization', '=', document.id!)
		.select('record_id')
		.executeTakeFirstOrThrow();
	const exported = [
		document,
		(await find('person', 'chair')).document,
		(await find('conference', 'forum')).document,
		(await readRecord(db, 'participation', participation.record_id))!.document
	];
	expect(await importLines(exported)).toEqual({ added: 0, changed: 0, unchanged: 4, waiting: 0, errors: [] });
});

test('a participation is known again by organization, conference and role', async () => {
	const lines = [team('team'), forum('forum')];
	const participation = { type: 'participation', organization: own('team'), conference: own('forum') };
	await importLines([...lines, participation]);
	const report = await importLines([
		{ ...participation, summary: { ar: 'حضر' } },
		{ ...participation, role: 'spoke' }
	]);
	expect(report).toMatchObject({ added: 1, changed: 1, errors: [] });
});

test('a byte-order mark and Windows line ends are passed over', async () => {
	const text = `\uFEFF${JSON.stringify(team('one'))}\r\n\r\n${JSON.stringify(team('two'))}\r\n`;
	const report = await importJsonLines(db, text, { author: 'register', channel: 'import' });
	expect(report).toMatchObject({ added: 2, errors: [] });
});

test('lines of board terms join their organization, on the register or in the file', async () => {
	await importLines([person('chair'), team('known')]);
	const term = {
		type: 'board_term',
		number: 2,
		from: '2018',
		until: '2022',
		sources: [{ url: 'https://example.org/a' }]
	};
	const chair = { person: own('chair'), position: 'chair', from: '2018' };
	const lines = [
		{ ...term, organization: own('known'), appointments: [chair] },
		team('new'),
		{ ...term, organization: own('new'), appointments: [chair] },
		{
			...term,
			organization: own('new'),
			number: 3,
			from: '2022',
			until: '2026',
			sources: [{ publisher: 'جريدة' }]
		}
	];
	expect(await importLines(lines)).toMatchObject({ added: 1, changed: 1, errors: [] });
	expect(await importLines(lines)).toMatchObject({ unchanged: 2, added: 0, changed: 0, errors: [] });
	for (const slug of ['known', 'new']) {
		const { document } = await find('organization', slug);
		expect(document.appointments[0]!.term).toBe(document.board_terms[0]!.id);
		expect(document.board_terms[0]!.sources).toEqual([document.sources[0]!.id]);
	}
	const { document } = await find('organization', 'new');
	expect(document.board_terms[1]!.sources).toEqual([document.sources[1]!.id]);
	expect(document.sources[1]!.publisher).toBe('جريدة');
});

test('the same record twice in one file is reported where it stands again', async () => {
	const report = await importLines([team('team'), team('other'), team('team', { status: 'active' })]);
	expect(report).toMatchObject({ added: 2, errors: [{ line: 3, message: 'import.record_twice' }] });
});

test('a record that breaks a constraint is named, and all the others come in', async () => {
	const lines = Array.from({ length: 40 }, (_, index) => team(`team${index}`));
	lines[17] = team('team17', {
		appointments: [
			{ person: own('chair'), position: 'chair', from: '2020' },
			{ person: own('other'), position: 'chair', from: '2021' }
		]
	});
	const report = await importLines([person('chair'), person('other'), ...lines]);
	expect(report).toMatchObject({ added: 41, errors: [{ line: 20, message: 'refusal.two_in_one_post' }] });
});

test('one bad part of a reference does not shift the ids of the others', async () => {
	const report = await importLines([
		team('broken', { part_of: 'nobody' }),
		team('team'),
		forum('forum'),
		{ type: 'participation', organization: own('team'), conference: own('forum') },
		{ type: 'person', names: [{ value: 'سلمان', lang: 'ar' }] }
	]);
	expect(report).toMatchObject({ added: 4, errors: [{ line: 1, message: 'import.reference_unknown' }] });
});

test('a dry run says what would happen and writes nothing', async () => {
	await importLines([team('known'), team('same')]);
	const before = await counts();
	const report = await importLines(
		[team('known', { status: 'active' }), team('same'), team('new'), team('wrong', { names: [] })],
		{ isDryRun: true }
	);
	expect(report).toEqual({
		added: 1,
		changed: 1,
		unchanged: 1,
		waiting: 0,
		errors: [{ line: 4, path: 'names', message: 'error.no_name' }]
	});
	expect(await counts()).toEqual(before);
});

test('what is on the register already can be left as it is', async () => {
	await importLines([team('known')]);
	const report = await importLines([team('known', { status: 'active' }), team('new')], {
		keepsExisting: true
	});
	expect(report).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
	expect((await find('organization', 'known')).document.status).toBe('unknown');
});

test('nothing is removed by leaving it out', async () => {
	await importLines([
		team('team', {
			names: [
				{ value: 'فريق نور', lang: 'ar' },
				{ value: 'Nour', lang: 'en' }
			],
			founded: '2014',
			sources: [{ url: 'https://example.org/a' }],
			cited: { founded: ['https://example.org/a'] }
		})
	]);
	await importLines([
		team('team', {
			names: [{ value: 'فريق نور الوادي', lang: 'ar', kind: 'alias' }],
			sources: [{ url: 'https://example.org/b' }],
			cited: { summary: ['https://example.org/b'] },
			summary: { ar: 'ملخص' }
		})
	]);
	const { document } = await find('organization', 'team');
	expect(document.names.map(({ value }) => value)).toEqual(['فريق نور', 'Nour', 'فريق نور الوادي']);
	expect(document.founded).toBe('2014');
	expect(Object.keys(document.cited).sort()).toEqual(['founded', 'summary']);
});

test('an old file knows a record by its former slug and does not bring that slug back', async () => {
	await importLines([team('old')]);
	const { id, version, document } = await find('organization', 'old');
	const after = { ...document, slug: own('new') };
	await proposeChange(db, 'register', { id, base_version: version, after, channel: 'form' });
	const report = await importLines([team('old', { status: 'active' })]);
	expect(report).toMatchObject({ added: 0, changed: 1, errors: [] });
	expect((await find('organization', 'new')).document.status).toBe('active');
});

test('a merged record is not brought back by an old file: the one that took it in is meant', async () => {
	await importLines([team('kept'), team('merged')]);
	const kept = await find('organization', 'kept');
	const merged = await find('organization', 'merged');
	await db.updateTable('record').set({ merged_into: kept.id }).where('id', '=', merged.id).execute();
	const report = await importLines([
		team('merged', { status: 'active' }),
		team('other', { part_of: merged.id }),
		team('third', { part_of: own('merged') })
	]);
	expect(report).toMatchObject({ added: 2, changed: 1, errors: [] });
	const { document } = await find('organization', 'kept');
	expect([document.slug, document.status]).toEqual([own('kept'), 'active']);
	expect((await find('organization', 'other')).document.part_of).toBe(kept.id);
	expect((await find('organization', 'third')).document.part_of).toBe(kept.id);
});

test('records keep the ids that the file gives them, and no later record gets one of these', async () => {
	const { last } = await db
		.selectNoFrom((where) => where.fn<string>('nextval', [where.val('record_number')]).as('last'))
		.executeTakeFirstOrThrow();
	const ids = [1, 2, 3].map((step) => registryId(BigInt(last) + BigInt(step)));
	const first = await importLines([
		team('given', { id: ids[0] }),
		team('fresh'),
		team('refers', { id: ids[2], part_of: own('given') })
	]);
	expect(first).toMatchObject({ added: 3, errors: [] });
	expect((await find('organization', 'given')).id).toBe(ids[0]);
	expect((await find('organization', 'refers')).document.part_of).toBe(ids[0]);
	expect(await importLines([team('later'), team('later2')])).toMatchObject({ added: 2, errors: [] });
});
