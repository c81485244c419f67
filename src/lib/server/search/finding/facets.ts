import { sql, type SqlBool } from 'kysely';
import type { Database } from '../../db/connection.ts';
import { facetLexeme } from '../indexing/lexemes.ts';
import type { FacetCount, FacetName, SearchFilters, SearchResult, SearchType } from '../query.ts';
import { filterConditions, type Condition } from './conditions.ts';
import { withStagedRead, type Stage } from './staged_read.ts';
import type { Counting } from './stages.ts';

/** Records that are counted; where there are more, the counts are what there is at least. */
export const MOST_COUNTED = 2000;

/** Which filters a search of each type can have; one over all types is narrowed by type alone. */
const facetsOfType: Record<SearchType, readonly FacetName[]> = {
	organization: ['kind', 'region', 'city', 'field', 'status'],
	person: [],
	conference: ['kind', 'year', 'country', 'field']
};

const MOST_VALUES = 60;

export type Counted = Pick<SearchResult, 'total' | 'is_total_exact' | 'facets' | 'are_facets_exact'>;

/** Counts records and the values of each filter under the other filters. */
export async function countFacets(
	db: Database,
	type: SearchType | undefined,
	filters: SearchFilters,
	{ stages, whole }: Counting
): Promise<Counted> {
	const wanted = type ? facetsOfType[type] : [];
	const chosen = wanted.filter((name) => filters[name] !== undefined);
	const all = await countValues(db, stages, filterConditions(type, filters));
	const facets: Counted['facets'] = {};
	for (const name of wanted) if (!chosen.includes(name)) facets[name] = valuesOf(all, name);
	for (const name of chosen)
		facets[name] = valuesOf(await countValues(db, stages, filterConditions(type, filters, name)), name);
	const total = all.get('') ?? 0;
	const isExact = (all.get('read') ?? 0) < MOST_COUNTED && stages.includes(whole);
	return { total, is_total_exact: isExact, facets, are_facets_exact: isExact };
}

/** How often each facet occurs among the records that fit; '' counts the records. */
async function countValues(
	db: Database,
	stages: readonly Stage[],
	filters: readonly Condition[]
): Promise<Map<string, number>> {
	const hasFacets = sql<SqlBool>`facets <> '{}'`;
	const columns = ['record_id', 'facets'];
	const read = withStagedRead({ stages, filters: [hasFacets, ...filters], columns, limit: MOST_COUNTED });
	const { rows } = await sql<{ facet: string; count: number }>`${read},
		counted as materialized (select distinct on (record_id) facets from read)
		select facet, count(*)::int as count from counted cross join unnest(facets) as facet group by facet
		union all
		select '', count(*)::int from counted
		union all
		select 'read', count(*)::int from read`.execute(db);
	return new Map(rows.map(({ facet, count }) => [facet, count]));
}

/** The commonest values; years newest first. */
function valuesOf(counts: ReadonlyMap<string, number>, name: FacetName): FacetCount[] {
	const values = [...counts]
		.filter(([facet]) => facet.startsWith(`${name}=`))
		.map(([facet, count]) => ({ value: facet.slice(name.length + 1), count }))
		.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
		.slice(0, MOST_VALUES);
	return name === 'year' ? values.sort((one, other) => Number(other.value) - Number(one.value)) : values;
}

/** All records of a type, or of all types: the lexicon has them counted. */
export async function countAll(db: Database, type: SearchType | undefined): Promise<number> {
	const { rows } = await sql<{ total: number }>`
		select coalesce(sum(uses), 0)::int as total from lexicon
		where word ${type ? sql`= ${facetLexeme('type', type)}` : sql`like 'type=%'`}`.execute(db);
	return rows[0]!.total;
}
