import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { indexMissing, reindex } from '#lib/server/editing/reindex.ts';
import { lockIndex, refreshSearchEntries } from '#lib/server/editing/search_index.ts';
import { search } from '#lib/server/search/search.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, person } from '../harness/documents.ts';
import { makeRecord, propose } from '../harness/factory.ts';
import { expectTrueCounts, expectTrueKeys } from '../harness/search_index.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	await makeSomeRecords();
});
afterAll(() => test_database.drop());

/** Records of each type that name each other; one is hidden, one withholds the name. */
async function makeSomeRecords(): Promise<void> {
	const names = (ar: string, en?: string) => ({
		names: [{ value: ar, lang: 'ar' }, ...(en ? [{ value: en, lang: 'en', kind: 'transliteration' }] : [])]
	});
	const chair = await makeRecord(db, person(names('سلمى الزعفراني', 'Salma Al-Zafarani')));
	const hidden = await makeRecord(db, person({ ...names('ميسون الدارينية'), display: 'withheld' }));
	const association = await makeRecord(
		db,
		organization({ ...names('جمعية الواحة'), place: { country: 'SA', region: 'SA-04' }, fields: ['health'] })
	);
	for (const name of ['فريق الموج', 'فريق الموجة', 'لجنة الشاطئ', 'مجموعة 2030'])
		await makeRecord(
			db,
			organization({
				...names(name),
				affiliations: [{ to: association.id }],
				appointments: [chair, hidden].map(({ id }) => ({ person: id, position: 'member' })),
				identifiers: [{ scheme: 'SA-NCNP', value: `${name.length}/77` }]
			})
		);
	const gone = await makeRecord(db, organization(names('جمعية السنديان')));
	await db.transaction().execute(async (trx) => {
		await trx.updateTable('record').set({ visibility: 'hidden' }).where('id', '=', gone.id).execute();
		await refreshSearchEntries(trx, [gone.id]);
	});
	await makeRecord(
		db,
		conference({
			...names('ملتقى الأشرعة', 'Sails Forum'),
			organizers: [{ organization: association.id }],
			from: '2019'
		})
	);
}

/** Everything that search reads, but for how a word is shown: that is as the record writes it that came first. */
async function snapshot(): Promise<{ entries: unknown[]; words: unknown[]; keys: unknown[] }> {
	const [entries, words, keys] = await Promise.all([
		sql`select * from search_entry order by record_id`.execute(db),
		sql`select word, uses, named from lexicon order by word`.execute(db),
		sql`select * from lexicon_key order by kind, key, word`.execute(db)
	]);
	return { entries: entries.rows, words: words.rows, keys: keys.rows };
}

test('a rebuild of an index that was emptied gives the same index, record by record', async () => {
	const before = await snapshot();
	await emptyIndex();
	expect(await search(db, { q: 'الواحة', lang: 'ar' })).toMatchObject({ total: 0 });
	const progress: [number, number][] = [];
	const { records, words } = await reindex(db, (done, total) => progress.push([done, total]));
	const after = await snapshot();
	expect(after).toEqual(before);
	expect([records, records]).toEqual(progress.at(-1));
	expect(words).toBe(after.words.length);
	await expectTrueKeys(db);
});

test('a rebuild of an index in disorder gives the same index, and a second one changes nothing', async () => {
	const before = await snapshot();
	await sql`update search_entry set names = 'فريق', words = array_to_tsvector('{فريق,خطأ,id=0}'), facets = '{}'
		where record_id < 'h'`.execute(db);
	await sql`delete from search_entry where record_id > 'w'`.execute(db);
	await sql`update lexicon set uses = uses + 7, named = 0 where word < 'ك'`.execute(db);
	await sql`delete from lexicon where word like 'م%' or word = 'فريق'`.execute(db);
	await sql`insert into lexicon (word, uses, named, shown) values ('شبح', 3, 0, 'شبح')`.execute(db);
	await sql`delete from lexicon_key where kind = 'stem'`.execute(db);
	await sql`insert into lexicon_key values ('typo', 'قشة', 'شبح', 1, 3)`.execute(db);
	await reindex(db);
	expect(await snapshot()).toEqual(before);
	await reindex(db);
	expect(await snapshot()).toEqual(before);
});

test('entries are made where they are missing, as after a migration that emptied the index', async () => {
	const before = await snapshot();
	await emptyIndex();
	expect(await indexMissing(db)).toBe(before.entries.length);
	expect(await snapshot()).toEqual(before);
	expect(await indexMissing(db)).toBe(0);
});

test('a rebuild from nothing goes on while the register is written, and nothing of that is lost', async () => {
	await emptyIndex();
	const write = async (at: number) => {
		const made = await makeRecord(db, organization({ names: [{ value: `فريق الصبح ${at}`, lang: 'ar' }] }));
		return propose(db, 'register', made, {
			names: [{ ...made.document.names[0]!, value: `فريق الضحى ${at}` }]
		});
	};
	const [, ...outcomes] = await Promise.all([reindex(db), ...[1, 2, 3, 4, 5, 6].map(write)]);
	for (const outcome of outcomes) expect(outcome).toMatchObject({ version: 2 });
	await expectTrueCounts(db);
	expect(await search(db, { q: 'الضحى', lang: 'ar' })).toMatchObject({ total: 6 });
	expect(await search(db, { q: 'الصبح', lang: 'ar' })).toMatchObject({ total: 0 });
	const during = await snapshot();
	await reindex(db);
	expect(await snapshot()).toEqual(during);
});

test('a rebuild and an editor of the same record, who both wait for the index, do not block each other', async () => {
	const team = await makeRecord(db, organization());
	await emptyIndex();
	const under_way: Promise<unknown>[] = [];
	await db.transaction().execute(async (trx) => {
		await lockIndex(trx);
		under_way.push(reindex(db));
		await untilWaiting(1);
		under_way.push(propose(db, 'register', team, { founded: '2014' }));
		await untilWaiting(2);
	});
	const outcomes = await Promise.allSettled(under_way);
	expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled', value: { version: 2 } }]);
	await expectTrueCounts(db);
});

async function emptyIndex(): Promise<void> {
	await sql`delete from search_entry`.execute(db);
	await sql`truncate lexicon, lexicon_key`.execute(db);
}

/** Until so many connections to this database wait for a lock. */
async function untilWaiting(count: number): Promise<void> {
	for (;;) {
		const { rows } = await sql`select from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
		if (rows.length >= count) return;
	}
}
