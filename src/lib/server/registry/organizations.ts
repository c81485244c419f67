import { sql, type Expression, type SqlBool } from 'kysely';
import type { Language } from '#lib/domain/documents/common.ts';
import type { Database } from '../db/connection.ts';
import { allOf, matches, pageOf, PAGE_SIZE, relevance, type FacetCount, type Listing } from './listing.ts';

export type OrganizationQuery = {
	q?: string;
	kind?: string;
	region?: string;
	field?: string;
	status?: string;
	/** Id of the association to which the organizations belong. */
	association?: string;
	sort?: 'relevance' | 'name' | 'newest' | 'confirmed';
	lang: Language;
	page?: number;
};

const facets = ['kind', 'region', 'field', 'status'] as const;
export type OrganizationFacet = (typeof facets)[number];

export type OrganizationItem = Awaited<ReturnType<typeof newestOrganizations>>[number];

/** One page of the organizations that fit, how many there are, and counts for each filter under the other filters. */
export async function listOrganizations(
	db: Database,
	query: OrganizationQuery
): Promise<Listing<OrganizationItem, OrganizationFacet>> {
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
	return { total, page, pages, items, facets: facetCounts as Record<OrganizationFacet, FacetCount[]> };
}

/** The organizations that came on the register last. */
export function newestOrganizations(db: Database, limit: number) {
	return selectItems(db).orderBy('record.created_at', 'desc').orderBy('record.id').limit(limit).execute();
}

/** How many there are in all, by region and by field of work. */
export async function countOrganizations(db: Database) {
	const lang: Language = 'ar';
	const [total, by_region, by_field] = await Promise.all([
		countMatching(db, { lang }),
		countFacet(db, { lang }, 'region'),
		countFacet(db, { lang }, 'field')
	]);
	return { total, by_region, by_field };
}

/** Organizations that are or were affiliated to this one, by name, with the dates of the link. */
export function affiliatesOf(db: Database, organizationId: string) {
	return selectItems(db)
		.innerJoin('affiliation', 'affiliation.record_id', 'record.id')
		.where('affiliation.to', '=', organizationId)
		.select(['affiliation.from', 'affiliation.until', 'affiliation.role_ar', 'affiliation.role_en'])
		.orderBy('search_entry.name_ar')
		.execute();
}

/** Sections of an organization, by name. */
export function sectionsOf(db: Database, organizationId: string) {
	return selectItems(db)
		.where('organization.part_of', '=', organizationId)
		.orderBy('search_entry.name_ar')
		.execute();
}

const organizationQuery = (db: Database) =>
	db
		.selectFrom('record')
		.innerJoin('organization', 'organization.record_id', 'record.id')
		.innerJoin('search_entry', 'search_entry.record_id', 'record.id')
		.where('record.visibility', '=', 'public')
		.where('record.merged_into', 'is', null);

const selectItems = (db: Database) =>
	organizationQuery(db).select([
		'record.id',
		sql<string>`record.slug`.as('slug'),
		'organization.kind',
		'organization.status',
		'search_entry.name_ar',
		'search_entry.name_en',
		'country',
		'region',
		'city_ar',
		'city_en',
		'summary_ar',
		'summary_en',
		'confirmed_on',
		'changed_at',
		'created_at',
		sql<string[]>`array(select field from record_field where record_id = record.id order by ordinal)`.as(
			'fields'
		)
	]);

function inOrder(items: ReturnType<typeof selectItems>, { sort, q, lang }: OrganizationQuery) {
	const byName = lang === 'ar' ? 'search_entry.name_ar' : 'search_entry.name_en';
	const order = sort ?? (q ? 'relevance' : 'name');
	if (order === 'newest') return items.orderBy('record.created_at', 'desc').orderBy('record.id');
	if (order === 'confirmed') {
		return items
			.orderBy('record.confirmed_on', (by) => by.desc().nullsLast())
			.orderBy(byName)
			.orderBy('record.id');
	}
	const ranked = order === 'relevance' && q ? items.orderBy(relevance(q)) : items;
	return ranked.orderBy(byName).orderBy('record.id');
}

type Conditions = Partial<Record<OrganizationFacet | 'q' | 'association', Expression<SqlBool>>>;

function conditionsOf({ q, kind, region, field, status, association }: OrganizationQuery): Conditions {
	return {
		...(q && { q: matches(q) }),
		...(kind && { kind: sql<SqlBool>`organization.kind = ${kind}` }),
		...(region && { region: sql<SqlBool>`coalesce(organization.region, organization.country) = ${region}` }),
		...(field && {
			field: sql<SqlBool>`exists (select from record_field where record_id = record.id and field = ${field})`
		}),
		...(status && { status: sql<SqlBool>`organization.status = ${status}` }),
		...(association && {
			association: sql<SqlBool>`exists (select from affiliation where record_id = record.id and "to" = ${association})`
		})
	};
}

async function countMatching(db: Database, query: OrganizationQuery): Promise<number> {
	const { total } = await organizationQuery(db)
		.where(allOf(conditionsOf(query)))
		.select(sql<number>`count(*)::int`.as('total'))
		.executeTakeFirstOrThrow();
	return total;
}

const facetValue: Record<OrganizationFacet, Expression<string | null>> = {
	kind: sql`organization.kind`,
	region: sql`coalesce(organization.region, organization.country)`,
	field: sql`record_field.field`,
	status: sql`organization.status`
};

/** Counts the values of one filter among what the other filters let through. */
async function countFacet(
	db: Database,
	query: OrganizationQuery,
	facet: OrganizationFacet
): Promise<FacetCount[]> {
	const others = conditionsOf(query);
	delete others[facet];
	const rows = await organizationQuery(db)
		.$if(facet === 'field', (query) => query.innerJoin('record_field', 'record_field.record_id', 'record.id'))
		.where(allOf(others))
		.select([sql<string | null>`${facetValue[facet]}`.as('value'), sql<number>`count(*)::int`.as('count')])
		.groupBy(sql`1`)
		.orderBy('count', 'desc')
		.orderBy('value')
		.execute();
	return rows.filter((row): row is FacetCount => row.value !== null);
}
