import type { Database } from '../db/connection.ts';
import { filterConditions } from './finding/conditions.ts';
import { readCursor, writeCursor } from './finding/cursor.ts';
import { betterSpelling } from './understanding/did_you_mean.ts';
import { countAll, countFacets } from './finding/facets.ts';
import { find, type Found } from './finding/find.ts';
import { listSorted, type Page } from './finding/listing.ts';
import type { Ranked } from './ranking/ranking.ts';
import { describe } from './ranking/results.ts';
import { conditionOf } from './finding/staged_read.ts';
import { countedBy } from './finding/stages.ts';
import type { SearchQuery, SearchResult, Sort } from './query.ts';

const DEFAULT_LIMIT = 20;
const MOST_ITEMS = 100;

/**
 * Searches the public records. Any text is answered within the same bounds, and nothing hidden is found or counted.
 * The method: fuzzy on the vocabulary, exact on the records (docs/decisions/0006-search-in-the-database.md).
 */
export async function search(db: Database, query: SearchQuery): Promise<SearchResult> {
	const q = query.q?.trim() ?? '';
	return q === '' ? browse(db, query) : searchWords(db, q, query);
}

async function searchWords(db: Database, q: string, query: SearchQuery): Promise<SearchResult> {
	const { type, filters = {}, sort = 'relevance', withFacets = false } = query;
	const conditions = filterConditions(type, filters);
	const found = await find(db, q, conditions);
	const { groups, total, is_total_exact, relaxed, is_approximate } = found;
	const [page, counted] = await Promise.all([
		sort === 'relevance'
			? rankedPage(db, q, found, query)
			: listSorted(db, [...conditions, conditionOf(found.counting.whole)], listQueryOf(query, sort)),
		withFacets ? countFacets(db, type, filters, found.counting) : { total, is_total_exact, ...noFacets }
	]);
	const did_you_mean = betterSpelling(q, groups, page.items[0]?.match);
	const isLast = sort === 'relevance' && page.next === null;
	const is_cut_off = isLast && (counted.total > found.ranked.length || !counted.is_total_exact);
	return { ...page, ...counted, is_cut_off, did_you_mean, relaxed, is_approximate };
}

const noFacets = { facets: {}, are_facets_exact: true };

/** All records that the filters let through. */
async function browse(db: Database, query: SearchQuery): Promise<SearchResult> {
	const { type, filters = {}, withFacets = false } = query;
	const isFiltered = Object.values(filters).some((value) => value !== undefined);
	const given = query.sort === 'relevance' ? undefined : query.sort;
	const sort = given ?? (type === 'conference' ? 'newest' : 'name');
	const [page, counted, all] = await Promise.all([
		listSorted(db, filterConditions(type, filters), listQueryOf(query, sort)),
		withFacets || isFiltered ? countFacets(db, type, filters, countedBy({})) : undefined,
		isFiltered ? undefined : countAll(db, type)
	]);
	const { total = 0, is_total_exact = true, facets = {}, are_facets_exact = true } = counted ?? {};
	return {
		...page,
		...(all === undefined ? { total, is_total_exact } : { total: all, is_total_exact: true }),
		facets: withFacets ? facets : {},
		are_facets_exact,
		is_cut_off: false,
		did_you_mean: null,
		relaxed: [],
		is_approximate: false
	};
}

function listQueryOf({ type, lang, limit, cursor }: SearchQuery, sort: Exclude<Sort, 'relevance'>) {
	return { type, lang, limit: limitOf(limit), cursor: readCursor(cursor, sort), sort };
}

const limitOf = (limit = DEFAULT_LIMIT): number => Math.min(Math.max(1, limit), MOST_ITEMS);

/** A page of the ranking, which is the same each time that the same is asked. */
async function rankedPage(
	db: Database,
	q: string,
	found: Found,
	{ limit, cursor }: SearchQuery
): Promise<Page> {
	const { ranked, groups } = found;
	const count = limitOf(limit);
	const start = startOf(ranked, count, cursor);
	const shown = ranked.slice(start, start + count);
	const edge = (place: number, isBackward: boolean) =>
		writeCursor({ order: 'relevance', value: place, id: ranked[place]!.record_id, isBackward });
	return {
		items: await describe(db, q, groups, shown),
		next: start + count < ranked.length ? edge(start + count - 1, false) : null,
		previous: start > 0 ? edge(start, true) : null
	};
}

/** Where a page begins: behind the record that the cursor names, or so far before it; one that is gone has left its place. */
function startOf(ranked: readonly Ranked[], count: number, cursor: string | undefined): number {
	const edge = readCursor(cursor, 'relevance');
	if (!edge || typeof edge.value !== 'number') return 0;
	const known = ranked.findIndex(({ record_id }) => record_id === edge.id);
	const place = known >= 0 ? known : Math.min(Math.max(0, Math.trunc(edge.value)), ranked.length);
	return edge.isBackward ? Math.max(0, place - count) : place + (known >= 0 ? 1 : 0);
}
