import { sql, type Expression, type SqlBool } from 'kysely';
import type { Language } from '#lib/domain/documents/common.ts';
import type { Database } from '../db/connection.ts';
import { allOf, matches, pageOf, PAGE_SIZE, relevance, type FacetCount, type Listing } from './listing.ts';

export type ConferenceQuery = {
	q?: string;
	kind?: string;
	year?: string;
	country?: string;
	sort?: 'relevance' | 'newest' | 'oldest' | 'name';
	lang: Language;
	page?: number;
};

const facets = ['kind', 'year', 'country'] as const;
export type ConferenceFacet = (typeof facets)[number];

export type ConferenceItem = Awaited<ReturnType<typeof editionsOf>>[number];

/** One page of the conferences that fit, how many there are, and counts for each filter under the other filters. */
export async function listConferences(
	db: Database,
	query: ConferenceQuery
): Promise<Listing<ConferenceItem, ConferenceFacet>> {
	const [total, ...counts] = await Promise.all([
		countMatching(db, query),
		...facets.map((facet) => countFacet(db, query, facet))
	]);
	const { page, pages, offset } = pageOf(total, query.page);
	const items = await inOrder(selectItems(db).where(allOf(conditionsOf(query))), query)
		.limit(PAGE_SIZE)
		.offset(offset)
		.execute();
	const facetCounts = Object.fromEntries(facets.map((facet, index) => [facet, counts[index]!]));
	return { total, page, pages, items, facets: facetCounts as Record<ConferenceFacet, FacetCount[]> };
}

/** The editions of a series, newest first. */
export function editionsOf(db: Database, seriesId: string) {
	return newestFirst(selectItems(db).where('conference.series', '=', seriesId)).execute();
}

/** The conferences that an organization organized, hosted or supported, newest first. */
export function conferencesOrganizedBy(db: Database, organizationId: string) {
	return newestFirst(
		selectItems(db).where(
			sql<SqlBool>`exists (select from organizer where record_id = record.id and organization = ${organizationId})`
		)
	).execute();
}

/** The latest conferences. */
export function newestConferences(db: Database, limit: number) {
	return newestFirst(selectItems(db).where('conference.kind', '<>', 'series'))
		.limit(limit)
		.execute();
}

export const conferenceQuery = (db: Database) =>
	db
		.selectFrom('record')
		.innerJoin('conference', 'conference.record_id', 'record.id')
		.innerJoin('search_entry', 'search_entry.record_id', 'record.id')
		.where('record.visibility', '=', 'public')
		.where('record.merged_into', 'is', null);

export const selectItems = (db: Database) =>
	conferenceQuery(db).select([
		'record.id',
		sql<string>`record.slug`.as('slug'),
		'conference.kind',
		'conference.status',
		'search_entry.name_ar',
		'search_entry.name_en',
		'conference.from',
		'conference.until',
		'country',
		'region',
		'city_ar',
		'city_en',
		'edition',
		'theme_ar',
		'theme_en'
	]);

const newestFirst = (items: ReturnType<typeof selectItems>) =>
	items.orderBy(sql`lower(conference.held)`, (by) => by.desc().nullsLast()).orderBy('record.id');

function inOrder(items: ReturnType<typeof selectItems>, { sort, q, lang }: ConferenceQuery) {
	const byName = lang === 'ar' ? 'search_entry.name_ar' : 'search_entry.name_en';
	const order = sort ?? (q ? 'relevance' : 'newest');
	if (order === 'name') return items.orderBy(byName).orderBy('record.id');
	if (order === 'oldest') {
		return items.orderBy(sql`lower(conference.held)`, (by) => by.asc().nullsLast()).orderBy('record.id');
	}
	return newestFirst(order === 'relevance' && q ? items.orderBy(relevance(q)) : items);
}

type Conditions = Partial<Record<ConferenceFacet | 'q', Expression<SqlBool>>>;

function conditionsOf({ q, kind, year, country }: ConferenceQuery): Conditions {
	return {
		...(q && { q: matches(q) }),
		...(kind && { kind: sql<SqlBool>`conference.kind = ${kind}` }),
		...(year && { year: sql<SqlBool>`extract(year from lower(conference.held))::text = ${year}` }),
		...(country && { country: sql<SqlBool>`conference.country = ${country}` })
	};
}

async function countMatching(db: Database, query: ConferenceQuery): Promise<number> {
	const { total } = await conferenceQuery(db)
		.where(allOf(conditionsOf(query)))
		.select(sql<number>`count(*)::int`.as('total'))
		.executeTakeFirstOrThrow();
	return total;
}

const facetValue: Record<ConferenceFacet, Expression<string | null>> = {
	kind: sql`conference.kind`,
	year: sql`extract(year from lower(conference.held))::text`,
	country: sql`conference.country`
};

/** Counts the values of one filter among what the other filters let through; years newest first. */
async function countFacet(
	db: Database,
	query: ConferenceQuery,
	facet: ConferenceFacet
): Promise<FacetCount[]> {
	const others = conditionsOf(query);
	delete others[facet];
	const rows = await conferenceQuery(db)
		.where(allOf(others))
		.select([sql<string | null>`${facetValue[facet]}`.as('value'), sql<number>`count(*)::int`.as('count')])
		.groupBy(sql`1`)
		.orderBy(facet === 'year' ? 'value' : 'count', 'desc')
		.orderBy('value')
		.execute();
	return rows.filter((row): row is FacetCount => row.value !== null);
}
