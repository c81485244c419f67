import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { refreshSearchEntries } from '#lib/server/editing/search_index.ts';
import {
	affiliatesOf,
	countOrganizations,
	listOrganizations,
	newestOrganizations,
	sectionsOf
} from '#lib/server/registry/organizations.ts';
import type { ListQuery } from '#lib/server/registry/listing.ts';
import type { SearchFilters } from '#lib/server/search/query.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
const ids: Record<string, string> = {};

const ar = (value: string, kind = 'official') => ({ value, lang: 'ar', kind });
const en = (value: string, kind = 'transliteration') => ({ value, lang: 'en', kind });
const place = (country: string, region?: string, city?: string) => ({
	place: { country, region, ...(city && { city: { ar: city } }) }
});

/** Six bodies, two of them out of sight. */
const bodies: [string, Record<string, unknown>][] = [
	[
		'union',
		{
			...{ kind: 'association', status: 'active', fields: ['social_services', 'philanthropy'] },
			...{ founded: '1980' },
			...{ names: [ar('جمعية رُوّاد العطاء'), en('Ruwwad Al-Ata Association')], confirmed_on: '2026-01-01' },
			...place('SA', 'SA-04', 'الدمام')
		}
	],
	[
		'hope',
		{
			...{ kind: 'group', status: 'active', fields: ['social_services'], confirmed_on: '2026-05-01' },
			...{ founded: '2014-03' },
			...{
				names: [
					ar('فريق آمال الروضة'),
					en('Aamal Al-Rawdah'),
					ar('بسمة ١٠٠٪', 'alias'),
					ar('فريق السُّقيا', 'former')
				]
			},
			...{
				identifiers: [{ scheme: 'SA-NCNP', value: '٥٦٠-ب' }],
				summary: { ar: 'سقيا الحجاج', en: 'Water' }
			},
			...place('SA', 'SA-04', 'القطيف')
		}
	],
	[
		'sea',
		{
			...{ kind: 'group', status: 'inactive', fields: ['environment', 'health'] },
			...{ founded: '1436 AH' },
			...{ names: [ar('فريق حماة البحر'), en("O'Hara_Sea 100% Team", 'official')] },
			...place('SA', 'SA-01', 'الرياض')
		}
	],
	[
		'gulf',
		{ kind: 'group', status: 'active', names: [ar('رابطة الدانة')], ...place('BH', undefined, 'المنامة') }
	],
	[
		'hidden',
		{
			kind: 'group',
			status: 'active',
			fields: ['health'],
			names: [ar('فريق آمال المستور')],
			...place('SA', 'SA-04')
		}
	],
	[
		'merged',
		{
			kind: 'group',
			status: 'active',
			fields: ['health'],
			names: [ar('فريق آمال الروضه')],
			...place('SA', 'SA-04')
		}
	]
];

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	for (const [key, partial] of bodies) {
		const affiliations = ['hope', 'sea', 'hidden', 'merged'].includes(key)
			? [{ to: ids.union, from: '2014', until: key === 'sea' ? '2020' : undefined, role: { ar: 'منتسب' } }]
			: [];
		ids[key] = (await makeRecord(db, organization({ ...partial, affiliations }))).id;
	}
	ids.section = (
		await makeRecord(db, organization({ kind: 'section', part_of: ids.union, names: [ar('قسم التدريب')] }))
	).id;
	await db.updateTable('record').where('id', '=', ids.hidden!).set({ visibility: 'hidden' }).execute();
	await db.updateTable('record').where('id', '=', ids.merged!).set({ merged_into: ids.hope! }).execute();
	await db.transaction().execute((trx) => refreshSearchEntries(trx, [ids.hidden!, ids.merged!]));
});
afterAll(() => test_database.drop());

const list = (query: Partial<ListQuery> = {}) => listOrganizations(db, { lang: 'ar', ...query });
const found = async (query: Partial<ListQuery> = {}) => {
	const { total, items } = await list(query);
	const keys = items.map(({ id }) => Object.keys(ids).find((key) => ids[key] === id));
	expect(total).toBe(keys.length);
	return keys;
};

describe('the list of organizations', () => {
	test('holds what is public, by name in the language of the page', async () => {
		expect(await found()).toEqual(['union', 'gulf', 'hope', 'sea', 'section']);
		expect(await found({ lang: 'en' })).toEqual(['hope', 'sea', 'union', 'gulf', 'section']);
	});

	test.each<[SearchFilters, string[]]>([
		[{ kind: 'group' }, ['gulf', 'hope', 'sea']],
		[{ status: 'inactive' }, ['sea']],
		[{ region: 'SA-04' }, ['union', 'hope']],
		[{ region: 'BH' }, ['gulf']],
		[{ city: 'القطيف' }, ['hope']],
		[{ field: 'social_services' }, ['union', 'hope']],
		[{ field: 'health' }, ['sea']],
		[{ kind: 'group', field: 'social_services' }, ['hope']],
		[{ founded_from: 2014 }, ['hope', 'sea']],
		[{ founded_until: 2013 }, ['union']],
		[{ founded_from: 2014, founded_until: 2014 }, ['hope', 'sea']],
		[{ founded_from: 2015, founded_until: 2010 }, []],
		[{ active_in: 1990, kind: 'association' }, ['union']],
		[{ active_in: 1979, kind: 'association' }, []],
		[{ kind: 'committee' }, []],
		[{ field: "x' or true" }, []]
	])('is narrowed by %j', async (filters, keys) => expect(await found({ filters })).toEqual(keys));

	test('is narrowed to what belongs to an association', async () => {
		expect(await found({ filters: { association: ids.union! } })).toEqual(['hope', 'sea']);
	});

	test('is narrowed to what took part in a conference', async () => {
		const gathering = await makeRecord(db, conference());
		await makeRecord(db, participation({ organization: ids.sea!, conference: gathering.id }));
		expect(await found({ filters: { conference: gathering.id } })).toEqual(['sea']);
	});

	test('counts for each filter what the other filters let through', async () => {
		const { facets, are_facets_exact } = await list({ filters: { kind: 'group', region: 'SA-04' } });
		expect(are_facets_exact).toBe(true);
		expect(facets).toEqual({
			kind: [
				{ value: 'association', count: 1 },
				{ value: 'group', count: 1 }
			],
			region: [
				{ value: 'BH', count: 1 },
				{ value: 'SA-01', count: 1 },
				{ value: 'SA-04', count: 1 }
			],
			city: [{ value: 'القطيف', count: 1 }],
			field: [{ value: 'social_services', count: 1 }],
			status: [{ value: 'active', count: 1 }]
		});
	});

	test('counts a body in each of its fields of work, the most frequent first', async () => {
		expect((await list()).facets.field).toEqual([
			{ value: 'social_services', count: 2 },
			{ value: 'environment', count: 1 },
			{ value: 'health', count: 1 },
			{ value: 'philanthropy', count: 1 }
		]);
	});

	test('is sorted by when they were confirmed, those that never were last', async () => {
		expect((await found({ sort: 'confirmed' })).slice(0, 2)).toEqual(['hope', 'union']);
	});

	test('is sorted by when they came on the register', async () => {
		expect(await found({ sort: 'newest' })).toEqual(['section', 'gulf', 'sea', 'hope', 'union']);
		expect((await newestOrganizations(db, 2)).map(({ id }) => id)).toEqual([ids.section, ids.gulf]);
	});

	test('shows each with place, fields of work in their order, and dates', async () => {
		const [item] = (await list({ q: 'رواد' })).items;
		expect(item).toMatchObject({
			...{ id: ids.union, slug: 'ruwwad-al-ata-association', kind: 'association', status: 'active' },
			...{ name_ar: 'جمعية رُوّاد العطاء', name_en: 'Ruwwad Al-Ata Association', region: 'SA-04' },
			...{ city_ar: 'الدمام', fields: ['social_services', 'philanthropy'], confirmed_on: '2026-01-01' }
		});
		expect(item!.changed_at).toBeInstanceOf(Date);
	});
});

describe('what is searched', () => {
	test.each(['آمال الروضة', 'امال روضه', 'Aamal al rawdah', 'السقيا', '٥٦٠-ب'])(
		'as %j is found first, and what is hidden or merged is not',
		async (q) => {
			const keys = await found({ q });
			expect(keys[0]).toBe('hope');
			for (const key of ['hidden', 'merged']) expect(keys).not.toContain(key);
		}
	);

	test.each(['', '  '])('%j, which is nothing, finds everything', async (q) => {
		expect(await found({ q })).toHaveLength(5);
	});

	test('is told with each card: which name it is and which stretch of it', async () => {
		const [item] = (await list({ q: 'السقيا' })).items;
		expect(item).toMatchObject({
			id: ids.hope,
			kind: 'group',
			match: { field: 'name', text: 'فريق السُّقيا' }
		});
		const { text, marks } = item!.match!;
		expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['السُّقيا']);
		expect((await list()).items[0]).not.toHaveProperty('match');
	});

	test('is narrowed and counted under the filters', async () => {
		const { total, facets } = await list({ q: 'فريق', filters: { status: 'active' } });
		expect(total).toBe(1);
		expect(facets.status).toEqual([
			{ value: 'active', count: 1 },
			{ value: 'inactive', count: 1 }
		]);
	});
});

describe('the pages of the list', () => {
	beforeAll(async () => {
		const numbers = Array.from({ length: 41 }, (_, index) => index + 10);
		for (const number of numbers)
			await makeRecord(db, organization({ kind: 'committee', names: [ar(`لجنة ${number}`)] }));
	});
	const committees = (cursor?: string | null) =>
		list({ filters: { kind: 'committee' }, ...(cursor && { cursor }) });
	const namesOf = ({ items }: Awaited<ReturnType<typeof list>>) => items.map(({ name_ar }) => name_ar);

	test('lead forward and back, and hold every one once', async () => {
		const first = await committees();
		const second = await committees(first.next);
		const third = await committees(second.next);
		expect([first, second, third].map(({ items }) => items.length)).toEqual([20, 20, 1]);
		expect([first, second, third].map(({ total }) => total)).toEqual([41, 41, 41]);
		expect([first.previous, third.next]).toEqual([null, null]);
		const names = [first, second, third].flatMap(namesOf);
		expect(names).toEqual(names.toSorted());
		expect(new Set(names).size).toBe(41);
		expect(namesOf(await committees(third.previous))).toEqual(namesOf(second));
		expect(namesOf(await committees(second.previous))).toEqual(namesOf(first));
	});

	test('begin anew where the cursor is none of ours', async () => {
		expect(namesOf(await committees('nonsense'))).toEqual(namesOf(await committees()));
	});
});

test('the groups of an association are those that belong or belonged to it, with the dates', async () => {
	const groups = await affiliatesOf(db, ids.union!);
	expect(groups).toMatchObject([
		{ id: ids.hope, from: '2014', until: null, role_ar: 'منتسب', role_en: null },
		{ id: ids.sea, from: '2014', until: '2020' }
	]);
	expect(await affiliatesOf(db, ids.gulf!)).toEqual([]);
});

test('the sections of an organization are its own', async () => {
	expect((await sectionsOf(db, ids.union!)).map(({ id }) => id)).toEqual([ids.section]);
});

test('the register is counted by region and field of work', async () => {
	const { total, by_region, by_field } = await countOrganizations(db);
	expect(total).toBe((await list()).total);
	expect(by_region).toContainEqual({ value: 'SA-04', count: 2 });
	expect(by_field[0]).toEqual({ value: 'social_services', count: 2 });
});
