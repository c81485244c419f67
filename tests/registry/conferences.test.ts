import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import {
	conferencesOrganizedBy,
	editionsOf,
	listConferences,
	newestConferences
} from '#lib/server/registry/conferences.ts';
import type { ListQuery } from '#lib/server/registry/listing.ts';
import { patronagesOf } from '#lib/server/registry/people.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, person } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
const ids: Record<string, string> = {};

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	ids.host = (await makeRecord(db, organization())).id;
	ids.patron = (await makeRecord(db, person())).id;
	ids.series = (
		await makeRecord(db, conference({ kind: 'series', names: [{ value: 'مواسم', lang: 'ar' }] }))
	).id;
	const gatherings: [string, Record<string, unknown>][] = [
		['first', { from: '2019', edition: 1, series: ids.series, place: { country: 'SA' } }],
		['second', { from: '1444-05-09 AH', edition: 2, series: ids.series, place: { country: 'BH' } }],
		['visit', { kind: 'visit', from: '2022-12', until: '2023-01', place: { country: 'BH' } }],
		['undated', { kind: 'forum', until: '2030' }],
		['hosted', { kind: 'forum', from: '2024-01-01', organizers: [{ organization: ids.host, role: 'host' }] }],
		[
			'opened',
			{
				...{ from: '2021-06-01', organizers: [{ organization: ids.host, role: 'partner' }] },
				patrons: [{ person: ids.patron, role: 'deputy', title: { ar: 'وكيل الوزارة' } }]
			}
		]
	];
	for (const [key, partial] of gatherings) {
		const names = [{ value: `ملتقى ${key}`, lang: 'ar' }];
		ids[key] = (await makeRecord(db, conference({ names, theme: { ar: `شعار ${key}` }, ...partial }))).id;
	}
});
afterAll(() => test_database.drop());

const keysOf = (items: { id: string }[]) =>
	items.map(({ id }) => Object.keys(ids).find((key) => ids[key] === id));
const found = async (query: Partial<ListQuery>) =>
	keysOf((await listConferences(db, { lang: 'ar', ...query })).items);

describe('the list of conferences', () => {
	test('begins with the newest, those without a date last', async () => {
		const order = await found({});
		expect(order.slice(0, 5)).toEqual(['hosted', 'second', 'visit', 'opened', 'first']);
		expect(order.slice(5).toSorted()).toEqual(['series', 'undated']);
	});

	test('begins with the oldest if that is asked for, those without a date last too', async () => {
		expect((await found({ sort: 'oldest' })).slice(0, 5)).toEqual([
			'first',
			'opened',
			'visit',
			'second',
			'hosted'
		]);
	});

	test.each<[Partial<ListQuery>, string[]]>([
		[{ filters: { year: '2022' } }, ['second', 'visit']],
		[{ filters: { year: '2023' } }, []],
		[{ filters: { year: 'x' } }, []],
		[{ filters: { country: 'BH' } }, ['second', 'visit']],
		[{ filters: { country: 'BH', kind: 'visit' } }, ['visit']],
		[{ q: 'شعار opened' }, ['opened']],
		[{ q: 'ملتقي OPENED' }, ['opened']],
		[{ q: '؟' }, []]
	])('is narrowed by %j', async (query, keys) => expect(await found(query)).toEqual(keys));

	test('counts for each filter what the other filters let through, years newest first', async () => {
		const { facets } = await listConferences(db, { lang: 'ar', filters: { country: 'BH', year: '2022' } });
		expect(facets).toMatchObject({
			kind: [
				{ value: 'conference', count: 1 },
				{ value: 'visit', count: 1 }
			],
			year: [{ value: '2022', count: 2 }],
			country: [{ value: 'BH', count: 2 }]
		});
		const { facets: all } = await listConferences(db, { lang: 'ar' });
		expect(all.year!.map(({ value }) => value)).toEqual(['2024', '2022', '2021', '2019']);
	});

	test('shows dates as they were stated', async () => {
		const { items } = await listConferences(db, { lang: 'ar', q: 'second' });
		expect(items).toMatchObject([
			{ from: '1444-05-09 AH', until: null, edition: 2, theme_ar: 'شعار second' }
		]);
	});
});

test('the editions of a series come newest first', async () => {
	expect(keysOf(await editionsOf(db, ids.series!))).toEqual(['second', 'first']);
});

test('an organization is found with what it organized, hosted or supported', async () => {
	expect(keysOf(await conferencesOrganizedBy(db, ids.host!))).toEqual(['hosted', 'opened']);
});

test('the latest conferences are none of the series', async () => {
	expect(keysOf(await newestConferences(db, 10))).not.toContain('series');
	expect(keysOf(await newestConferences(db, 1))).toEqual(['hosted']);
});

test('a person is found with what the person was patron of or opened', async () => {
	expect(await patronagesOf(db, ids.patron!)).toMatchObject([
		{ conference: { id: ids.opened }, role: 'deputy', title: { ar: 'وكيل الوزارة' } }
	]);
	expect(await patronagesOf(db, ids.host!)).toEqual([]);
});
