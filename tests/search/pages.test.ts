import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { loadDemo } from '#lib/server/exchange/demo.ts';
import { writeCursor } from '#lib/server/search/finding/cursor.ts';
import { sorts, type SearchQuery, type SearchResult } from '#lib/server/search/query.ts';
import { search } from '#lib/server/search/search.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { loadRegister } from '../harness/search_register.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	await loadRegister(db);
});
afterAll(() => test_database.drop());

const LIMIT = 7;
const ask = (query: Partial<SearchQuery>) => search(db, { lang: 'ar', limit: LIMIT, ...query });
const idsOf = ({ items }: SearchResult) => items.map(({ id }) => id);

/** The pages from one on, in the direction that is given. */
async function walk(
	query: Partial<SearchQuery>,
	start: SearchResult,
	towards: 'next' | 'previous'
): Promise<SearchResult[]> {
	const pages = [start];
	for (let cursor = start[towards]; cursor !== null; cursor = pages.at(-1)![towards]) {
		if (pages.length > 100) throw new Error('the pages never end');
		pages.push(await ask({ ...query, cursor }));
	}
	return pages;
}

const searches: Partial<SearchQuery>[] = [
	...sorts.map((sort) => ({ sort })),
	...sorts.map((sort) => ({ sort, type: 'organization' as const })),
	...sorts.map((sort) => ({ sort, type: 'conference' as const, limit: 3 })),
	...sorts.map((sort) => ({ sort, q: 'جمعية' })),
	...sorts.map((sort) => ({
		sort,
		type: 'organization' as const,
		filters: { country: 'SA' },
		lang: 'en' as const
	}))
];

describe('pages show each record once, forth and back', () => {
	test.each(searches)('%j', async (query) => {
		const whole = idsOf(await ask({ ...query, limit: 100 }));
		const forth = await walk(query, await ask(query), 'next');
		expect(forth.length).toBeGreaterThan(2);
		expect(forth.flatMap(idsOf)).toEqual(whole);
		expect(forth[0]!.previous).toBeNull();
		expect(new Set(forth.map(({ total }) => total))).toEqual(new Set([whole.length]));

		const back = await walk(query, forth.at(-1)!, 'previous');
		expect(back.toReversed().flatMap(idsOf)).toEqual(whole);
		expect(back.toReversed().map(idsOf).at(-1)).toEqual(idsOf(forth.at(-1)!));
	});
});

describe('a cursor that is not of this order is passed over', () => {
	const orders = [{ sort: 'name' }, { sort: 'newest' }, { sort: 'confirmed' }, { q: 'جمعية' }] as const;
	const foreign = orders.flatMap((own) =>
		orders.filter((other) => other !== own).map((other) => [own, other] as const)
	);

	test.each(foreign)('%j with one of %j', async (own, other) => {
		const second = await ask({ ...other, cursor: (await ask(other)).next! });
		const first = await ask(own);
		for (const cursor of [second.next!, second.previous!])
			expect(await ask({ ...own, cursor })).toEqual(first);
	});

	test('one of another search of the same order leads into this one, or to its beginning', async () => {
		const { next } = await ask({ q: 'جمعية' });
		const { items } = await ask({ q: 'سيهات', cursor: next! });
		const all = idsOf(await ask({ q: 'سيهات', limit: 100 }));
		for (const { id } of items) expect(all).toContain(id);
	});
});

describe('a cursor that nobody gave is passed over', () => {
	const days = [
		'2026-99-99',
		'0000-00-00',
		'9999-12-31 99:99:99',
		'2026-01-01 +99',
		'-infinity',
		'infinity',
		'',
		'2026-01-01--'
	];
	const made = (value: string | number) =>
		[true, false].map((isBackward) => writeCursor({ order: 'name', value, id: 'zzzzzzzzz', isBackward }));
	const cursors = [
		...['x', 'AAAA', '%', '\0', '\ud800', '💥'.repeat(100), 'س'.repeat(5000), "' or true --"],
		...days.flatMap(made),
		...[0, -1, 1e308, 0.5].flatMap(made),
		...['أ', '\ud800', "'", 'س'.repeat(1000)].flatMap(made)
	];

	test.each([{ sort: 'name' }, { sort: 'newest' }, { sort: 'confirmed' }, { q: 'جمعية' }] as const)(
		'by %j',
		async (query) => {
			const all = idsOf(await ask({ ...query, limit: 100 }));
			for (const cursor of cursors) {
				const { items } = await ask({ ...query, cursor });
				for (const { id } of items) expect(all).toContain(id);
			}
		}
	);
});

test('a page whose record is gone meanwhile goes on behind the place where it stood', async () => {
	const first = await ask({ q: 'جمعية' });
	const all = idsOf(await ask({ q: 'جمعية', limit: 100 }));
	const { items } = await ask({
		q: 'جمعية',
		cursor: writeCursor({ order: 'relevance', value: first.items.length, id: 'gone', isBackward: false })
	});
	expect(all.indexOf(items[0]!.id)).toBeGreaterThanOrEqual(LIMIT);
});

test('only the nearest are ranked: their last page says that there are more, and by name all are listed', async () => {
	await loadDemo(db, 600);
	const query = { q: 'جمعية', limit: 100 };
	const forth = await walk(query, await ask({ ...query, withFacets: true }), 'next');
	const nearest = forth.flatMap(idsOf);
	expect(forth.map((page) => page.is_cut_off)).toEqual([false, true]);
	expect(forth[0]!.total).toBeGreaterThan(nearest.length);
	const all = await walk({ ...query, sort: 'name' }, await ask({ ...query, sort: 'name' }), 'next');
	expect(new Set(all.flatMap(idsOf)).size).toBe(forth[0]!.total);
	expect(all.map((page) => page.is_cut_off)).not.toContain(true);
	for (const id of nearest) expect(all.flatMap(idsOf)).toContain(id);
	expect(await ask({ q: 'سيهات', limit: 100 })).toMatchObject({ is_cut_off: false, next: null });
});
