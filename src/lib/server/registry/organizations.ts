import { sql } from 'kysely';
import type { Database } from '../db/connection.ts';
import type { FacetCount } from '../search/query.ts';
import { search } from '../search/search.ts';
import { labelsOf, type Label } from './labels.ts';
import { idsOf, withCards, type Listing, type ListQuery } from './listing.ts';

export type OrganizationItem = Awaited<ReturnType<typeof newestOrganizations>>[number];

/** One page of the organizations that fit, how many there are, and counts for each filter under the other filters. */
export async function listOrganizations(db: Database, query: ListQuery): Promise<Listing<OrganizationItem>> {
	const found = await search(db, { ...query, type: 'organization', withFacets: true });
	return withCards(found, await organizationsOf(db, idsOf(found.items)));
}

/** The public organizations among these, in no order. */
export async function organizationsOf(db: Database, ids: string[]): Promise<OrganizationItem[]> {
	return ids.length === 0 ? [] : selectItems(db).where('record.id', 'in', ids).execute();
}

/** The organizations that came on the register last. */
export function newestOrganizations(db: Database, limit: number) {
	return selectItems(db).orderBy('record.created_at', 'desc').orderBy('record.id').limit(limit).execute();
}

/** How many there are in all, by region (by country where a place has no region) and by field of work. */
export async function countOrganizations(db: Database) {
	const [all, by_region, by_field] = await Promise.all([
		organizationQuery(db).select(count).executeTakeFirstOrThrow(),
		organizationQuery(db)
			.select([sql<string | null>`coalesce(organization.region, organization.country)`.as('value'), count])
			.groupBy('value')
			.orderBy('count', 'desc')
			.orderBy('value')
			.execute(),
		organizationQuery(db)
			.innerJoin('record_field', 'record_field.record_id', 'record.id')
			.select(['record_field.field as value', count])
			.groupBy('value')
			.orderBy('count', 'desc')
			.orderBy('value')
			.execute()
	]);
	return {
		total: all.count,
		by_region: by_region.filter((row): row is FacetCount => row.value !== null),
		by_field
	};
}

const count = sql<number>`count(*)::int`.as('count');

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

/** Organizations whose work this one carries on, by name. */
export async function predecessorsOf(db: Database, organizationId: string): Promise<Label[]> {
	const rows = await organizationQuery(db)
		.where('organization.successor', '=', organizationId)
		.orderBy('search_entry.name_ar')
		.select('record.id')
		.execute();
	return Object.values(
		await labelsOf(
			db,
			rows.map(({ id }) => id)
		)
	);
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
		'record.confirmed_on',
		'changed_at',
		'created_at',
		sql<string[]>`array(select field from record_field where record_id = record.id order by ordinal)`.as(
			'fields'
		)
	]);
