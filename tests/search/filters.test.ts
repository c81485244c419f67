import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysWithin } from '#lib/domain/dates.ts';
import type { Database } from '#lib/server/db/connection.ts';
import {
	sorts,
	type FacetName,
	type SearchFilters,
	type SearchItem,
	type SearchQuery
} from '#lib/server/search/query.ts';
import { search } from '#lib/server/search/search.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';
import { loadRegister, type RegisterLine } from '../harness/search_register.ts';

let test_database: TestDatabase;
let db: Database;
let lines: RegisterLine[];

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	lines = await loadRegister(db);
});
afterAll(() => test_database.drop());

const ask = (query: Partial<SearchQuery>) => search(db, { lang: 'ar', limit: 100, ...query });
const slugs = (items: readonly { slug?: string | null }[]) => items.map(({ slug }) => slug!).toSorted();
const idOf = async (q: string): Promise<string> => (await ask({ q })).items[0]!.id;

const yearOf = (date: string, edge: 'earliest' | 'latest') => Number(daysWithin(date)[edge].slice(0, 4));

/** What the lines of the register say of each filter. */
const values: Record<FacetName, (line: RegisterLine) => (string | undefined)[]> = {
	kind: ({ kind }) => [kind],
	status: ({ status, type }) => [status ?? (type === 'person' ? undefined : 'unknown')],
	region: ({ place }) => [place?.region ?? place?.country],
	country: ({ place }) => [place?.country],
	city: ({ place }) => [place?.city?.ar ?? place?.city?.en],
	field: ({ fields = [] }) => fields,
	year: ({ from }) => [from && String(yearOf(from, 'earliest'))]
};
const fits = (filters: SearchFilters) => (line: RegisterLine) =>
	(Object.entries(filters) as [FacetName, string][]).every(([name, value]) =>
		values[name](line).includes(value)
	);

/** How often each value of a filter occurs among lines. */
function countsOf(name: FacetName, chosen: RegisterLine[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of chosen.flatMap(values[name])) if (value) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

describe('a filter lets through', () => {
	test.each<[SearchFilters, SearchQuery['type']]>([
		[{ kind: 'committee' }, 'organization'],
		[{ region: 'SA-04' }, 'organization'],
		[{ region: 'BH' }, 'organization'],
		[{ city: 'سيهات' }, 'organization'],
		[{ field: 'health' }, 'organization'],
		[{ status: 'dissolved' }, 'organization'],
		[{ country: 'BH' }, 'conference'],
		[{ year: '2019' }, 'conference'],
		[{ kind: 'forum' }, 'conference'],
		[{ country: 'SA', field: 'environment', status: 'active' }, 'organization'],
		[{ country: 'BH' }, undefined],
		[{ kind: 'nothing' }, 'organization']
	])('%j of type %s what the records say, no more and no less', async (filters, type) => {
		const expected = lines.filter(
			(line) => (type === undefined || line.type === type) && fits(filters)(line)
		);
		const { items, total } = await ask({ type, filters });
		expect(slugs(items)).toEqual(slugs(expected));
		expect(total).toBe(expected.length);
	});

	test('the groups of an association, and those who took part in a conference', async () => {
		const association = await idOf('جمعية العمل التطوعي');
		expect(slugs((await ask({ filters: { association } })).items)).toEqual(['amal-al-qatif']);
		const event = await idOf('المؤتمر الدولي الثاني للعمل الطوعي');
		const { items, total } = await ask({ type: 'organization', filters: { conference: event } });
		expect([slugs(items), total]).toEqual([['amal-al-qatif'], 1]);
	});

	test('organizations that were founded between two years, both included', async () => {
		const between = (from: number, until: number) =>
			lines.filter(
				({ type, founded }) =>
					type === 'organization' &&
					founded &&
					yearOf(founded, 'latest') >= from &&
					yearOf(founded, 'earliest') <= until
			);
		for (const [from, until] of [
			[2003, 2015],
			[2011, 2011],
			[1900, 1965],
			[2016, 2003]
		] as const) {
			const { items } = await ask({ filters: { founded_from: from, founded_until: until } });
			expect(slugs(items), `${from}–${until}`).toEqual(slugs(between(from, until)));
		}
		expect(slugs((await ask({ filters: { founded_from: 2014 } })).items)).toEqual(slugs(between(2014, 9999)));
		expect(slugs((await ask({ filters: { founded_until: 1970 } })).items)).toEqual(slugs(between(0, 1970)));
	});

	test('organizations that existed in a year', async () => {
		const active = async (year: number) => slugs((await ask({ filters: { active_in: year } })).items);
		for (const year of [1990, 2000, 2012]) expect(await active(year)).toContain('people-of-nuwairi');
		for (const year of [1989, 2013]) expect(await active(year)).not.toContain('people-of-nuwairi');
		expect(await active(2012)).not.toContain('nur-al-wadi');
		expect(await active(2030)).toContain('nur-al-wadi');
	});

	test('of what words find', async () => {
		const all = await ask({ q: 'سيهات' });
		const some = await ask({ q: 'سيهات', type: 'organization', filters: { kind: 'association' } });
		const kinds = new Map(lines.map(({ slug, kind }) => [slug, kind]));
		expect(some.items.length).toBeGreaterThan(0);
		expect(slugs(some.items)).toEqual(
			slugs(all.items.filter(({ slug }) => kinds.get(slug!) === 'association'))
		);
	});

	test('a licence only where the other filters let it through', async () => {
		expect((await ask({ q: '4417/2', filters: { field: 'social_services' } })).items).toHaveLength(1);
		expect((await ask({ q: '4417/2', filters: { field: 'health' } })).items).toEqual([]);
	});
});

describe('counts', () => {
	test.each<[NonNullable<SearchQuery['type']>, SearchFilters, FacetName[]]>([
		['organization', {}, ['kind', 'region', 'city', 'field', 'status']],
		['organization', { region: 'SA-04' }, ['kind', 'region', 'city', 'field', 'status']],
		['organization', { region: 'SA-04', kind: 'association' }, ['kind', 'region', 'city', 'field', 'status']],
		['conference', { country: 'BH' }, ['kind', 'year', 'country', 'field']],
		['person', {}, []]
	])('of %s under %j are those under the other filters', async (type, filters, names) => {
		const { facets, total, are_facets_exact } = await ask({ type, filters, withFacets: true });
		const ofType = lines.filter((line) => line.type === type);
		expect(Object.keys(facets).toSorted()).toEqual(names.toSorted());
		for (const name of names) {
			const { [name]: _, ...others } = filters;
			const counted = Object.fromEntries(facets[name]!.map(({ value, count }) => [value, count]));
			expect(counted, name).toEqual(countsOf(name, ofType.filter(fits(others))));
		}
		expect([total, are_facets_exact]).toEqual([ofType.filter(fits(filters)).length, true]);
	});

	test('come commonest first, years newest first', async () => {
		const { facets } = await ask({ type: 'organization', withFacets: true });
		const counts = facets.field!.map(({ count }) => count);
		expect(counts).toEqual(counts.toSorted((one, other) => other - one));
		const years = (await ask({ type: 'conference', withFacets: true })).facets.year!.map(
			({ value }) => value
		);
		expect(years.length).toBeGreaterThan(2);
		expect(years).toEqual(years.toSorted().toReversed());
	});

	test('are those of what words find, and are not made where nobody asks', async () => {
		const { facets, total, items } = await ask({ q: 'جمعية', type: 'organization', withFacets: true });
		expect(facets.kind!.reduce((sum, { count }) => sum + count, 0)).toBe(total);
		expect(items).toHaveLength(total);
		expect((await ask({ q: 'جمعية', type: 'organization' })).facets).toEqual({});
	});
});

describe('in an order', () => {
	const arabic = new Intl.Collator('ar').compare;
	const english = new Intl.Collator('en').compare;
	const inOrder = (names: string[], compare: (one: string, other: string) => number) =>
		names.every((name, at) => at === 0 || compare(names[at - 1]!, name) <= 0);

	test('by name as the readers of a language order them', async () => {
		const byArabic = (await ask({ type: 'organization', sort: 'name' })).items.map(({ name_ar }) => name_ar);
		expect(inOrder(byArabic, arabic)).toBe(true);
		expect(byArabic.indexOf('مجموعة أمل القطيف')).toBeLessThan(byArabic.indexOf('مركز نعيم للعمل التطوعي'));
		const byEnglish = (await search(db, { lang: 'en', limit: 100, type: 'organization', sort: 'name' }))
			.items;
		expect(
			inOrder(
				byEnglish.map(({ name_en }) => name_en),
				english
			)
		).toBe(true);
	});

	test('newest and oldest: organizations as they came on the register, conferences as they were held', async () => {
		const team = await makeRecord(db, organization({ names: [{ value: 'فريق اليوم', lang: 'ar' }] }));
		const newest = (await ask({ type: 'organization', sort: 'newest' })).items;
		expect(newest[0]!.id).toBe(team.id);
		expect((await ask({ type: 'organization', sort: 'oldest' })).items.at(-1)!.id).toBe(team.id);
		await makeRecord(db, conference({ names: [{ value: 'ملتقى الأمس', lang: 'ar' }], from: '1435 AH' }));
		const held = (await ask({ type: 'conference' })).items.map(({ slug }) => slug);
		expect(held[0]).toBe('coast-week');
		expect(held.indexOf('ghiras-2021')).toBeLessThan(held.indexOf('ghiras-2019'));
		expect(held.indexOf('ghiras-2019')).toBeLessThan(held.indexOf('ملتقى-الأمس'));
		const dated = held.slice(0, held.indexOf('ملتقى-الأمس') + 1);
		const oldest = (await ask({ type: 'conference', sort: 'oldest' })).items.map(({ slug }) => slug);
		expect(oldest.slice(0, dated.length)).toEqual(dated.toReversed());
	});

	test('those first that were confirmed last', async () => {
		const { items } = await ask({ type: 'organization', sort: 'confirmed' });
		expect(items.slice(0, 2).map(({ slug }) => slug)).toEqual([
			'amal-al-qatif',
			'volunteer-work-association'
		]);
	});

	test('words find the same in any order', async () => {
		const byRelevance = await ask({ q: 'سيهات' });
		for (const sort of sorts) {
			const { items, total } = await ask({ q: 'سيهات', sort });
			expect([slugs(items), total], sort).toEqual([slugs(byRelevance.items), byRelevance.total]);
		}
	});
});

test('an answer holds as many as are asked for, twenty if nobody says, a hundred at most', async () => {
	const lengths = [undefined, 7, 0, -3, 5000].map(
		async (limit) => (await search(db, { lang: 'ar', limit })).items.length
	);
	const [usual, seven, none, negative, all] = await Promise.all(lengths);
	expect([usual, seven, none, negative]).toEqual([20, 7, 1, 1]);
	expect(all).toBeGreaterThan(70);
	const shown = (await ask({})).items as SearchItem[];
	expect(shown.every(({ score, match }) => score === undefined && match === undefined)).toBe(true);
});
