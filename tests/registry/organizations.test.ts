import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import {
	affiliatesOf,
	countOrganizations,
	listOrganizations,
	newestOrganizations,
	sectionsOf,
	type OrganizationQuery
} from '#lib/server/registry/organizations.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
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
			...{ names: [ar('جمعية رُوّاد العطاء'), en('Ruwwad Al-Ata Association')], confirmed_on: '2026-01-01' },
			...place('SA', 'SA-04', 'الدمام')
		}
	],
	[
		'hope',
		{
			...{ kind: 'group', status: 'active', fields: ['social_services'], confirmed_on: '2026-05-01' },
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
});
afterAll(() => test_database.drop());

const list = (query: Partial<OrganizationQuery> = {}) => listOrganizations(db, { lang: 'ar', ...query });
const found = async (query: Partial<OrganizationQuery> = {}) => {
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

	test.each<[Partial<OrganizationQuery>, string[]]>([
		[{ kind: 'group' }, ['gulf', 'hope', 'sea']],
		[{ status: 'inactive' }, ['sea']],
		[{ region: 'SA-04' }, ['union', 'hope']],
		[{ region: 'BH' }, ['gulf']],
		[{ field: 'social_services' }, ['union', 'hope']],
		[{ field: 'health' }, ['sea']],
		[{ kind: 'group', field: 'social_services' }, ['hope']],
		[{ kind: 'committee' }, []],
		[{ field: "x' or true" }, []]
	])('is narrowed by %j', async (query, keys) => expect(await found(query)).toEqual(keys));

	test('is narrowed to what belongs to an association', async () => {
		expect(await found({ association: ids.union })).toEqual(['hope', 'sea']);
	});

	test('counts for each filter what the other filters let through', async () => {
		const { facets } = await list({ kind: 'group', region: 'SA-04' });
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

describe('what is searched is found', () => {
	test.each<[string, string[]]>([
		['آمال الروضة', ['hope']],
		['امال الروضه', ['hope']],
		['امال روضة', ['hope']],
		['أَمَال روضه', ['hope']],
		['الروضة آمال', ['hope']],
		['روض', ['hope']],
		['Aamal al rawdah', ['hope']],
		['AAMAL AL-RAWDAH', ['hope']],
		['رواد', ['union']],
		['الرواد', ['union']],
		['السقيا', ['hope']],
		['قطيف', ['hope']],
		['560', ['hope']],
		['٥٦٠', ['hope']],
		['water', ['hope']],
		['100', ['hope', 'sea']],
		["O'Hara", ['sea']],
		['فريق', ['hope', 'sea']],
		['لا أحد', []],
		['%', []],
		['_', []],
		['%_%', []],
		['hara_100%', ['sea']],
		['\\', []],
		["'", []],
		["' or true --", []],
		['؟!…', []],
		['🌴', []],
		['a\u0000amal', ['hope']],
		['آمال المستور', []]
	])('%j', async (q, keys) => expect(await found({ q })).toEqual(keys));

	test('as everything where nothing is typed', async () => {
		expect(await found({ q: '' })).toHaveLength(5);
		expect(await found({ q: '  ' })).toHaveLength(5);
	});

	test('also by more words, and longer ones, than anyone types', async () => {
		expect(await found({ q: 'آمال '.repeat(500) })).toEqual(['hope']);
		expect(await found({ q: 'س'.repeat(100_000) })).toEqual([]);
	});

	test('with the whole name before those that only begin with it or hold it', async () => {
		const names = ['ضياء', 'ضياء الفجر', 'أنصار ضياء', 'نجم'];
		for (const value of names.toReversed()) {
			const summary = value === 'نجم' ? { summary: { ar: 'في ضياء' } } : {};
			await makeRecord(db, organization({ names: [ar(value)], ...summary }));
		}
		const { items } = await list({ q: 'ضياء' });
		expect(items.map(({ name_ar }) => name_ar)).toEqual(names);
	});
});

describe('the pages of the list', () => {
	beforeAll(async () => {
		const numbers = Array.from({ length: 41 }, (_, index) => index + 10);
		const made = numbers.map((number) => organization({ kind: 'committee', names: [ar(`لجنة ${number}`)] }));
		for (const document of made) await makeRecord(db, document);
	});
	const committees = (page?: number) => list({ kind: 'committee', page: page as number });

	test('hold twenty each, every one once', async () => {
		const pages = [await committees(1), await committees(2), await committees(3)];
		expect(pages.map(({ items }) => items.length)).toEqual([20, 20, 1]);
		expect(pages[0]).toMatchObject({ total: 41, page: 1, pages: 3 });
		const names = pages.flatMap(({ items }) => items.map(({ name_ar }) => name_ar));
		expect(names).toEqual(names.toSorted());
		expect(new Set(names).size).toBe(41);
	});

	test.each([
		[undefined, 1],
		[0, 1],
		[-3, 1],
		[NaN, 1],
		[2.9, 2],
		[99, 3],
		[Infinity, 3]
	])('asked for %s, is %s', async (asked, page) =>
		expect(await committees(asked)).toMatchObject({ page, pages: 3 })
	);

	test('is the first of one where there is nothing', async () => {
		expect(await list({ kind: 'foundation', page: 7 })).toMatchObject({
			total: 0,
			page: 1,
			pages: 1,
			items: []
		});
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
