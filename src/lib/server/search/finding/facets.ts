import { sql } from 'kysely';
import type { Database } from '../../db/connection.ts';
import { facetLexeme } from '../indexing/lexemes.ts';
import type { FacetCount, FacetName, SearchFilters, SearchResult, SearchType } from '../query.ts';
import { allOf, filterConditions, type Condition } from './conditions.ts';

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

/** Counts records and the values of each filter under the other filters; `conditions` are those of the words. */
export async function countFacets(
	db: Database,
	type: SearchType | undefined,
	filters: SearchFilters,
	conditions: readonly Condition[]
): Promise<Counted> {
	const wanted = type ? facetsOfType[type] : [];
	const chosen = wanted.filter((name) => filters[name] !== undefined);
	const all = await countValues(db, [...conditions, ...filterConditions(type, filters)]);
	const facets: Counted['facets'] = {};
	for (const name of wanted) if (!chosen.includes(name)) facets[name] = valuesOf(all, name);
	for (const name of chosen)
		facets[name] = valuesOf(
			await countValues(db, [...conditions, ...filterConditions(type, filters, name)]),
			name
		);
	const total = all.get('') ?? 0;
	const isExact = total < MOST_COUNTED;
	return { total, is_total_exact: isExact, facets, are_facets_exact: isExact };
}

/** How often each facet occurs among the records that fit; '' counts the records. */
async function countValues(db: Database, conditions: readonly Condition[]): Promise<Map<string, number>> {
	const { rows } = await sql<{ facet: string; count: number }>`
		with fitting as materialized (
			select facets from search_entry where facets <> '{}' and ${allOf(conditions)}
		), counted as materialized (select facets from fitting limit ${MOST_COUNTED})
		select facet, count(*)::int as count from counted cross join unnest(facets) as facet group by facet
		union all
		select '', count(*)::int from counted`.execute(db);
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
