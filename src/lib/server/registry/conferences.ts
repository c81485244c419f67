import { sql, type SqlBool } from 'kysely';
import type { Database } from '../db/connection.ts';
import { search } from '../search/search.ts';
import { idsOf, withCards, type Listing, type ListQuery } from './listing.ts';

export type ConferenceItem = Awaited<ReturnType<typeof editionsOf>>[number];

/** One page of the conferences that fit, how many there are, and counts for each filter under the other filters. */
export async function listConferences(db: Database, query: ListQuery): Promise<Listing<ConferenceItem>> {
	const found = await search(db, { ...query, type: 'conference', withFacets: true });
	return withCards(found, await conferencesOf(db, idsOf(found.items)));
}

/** The public conferences among these, in no order. */
export async function conferencesOf(db: Database, ids: string[]): Promise<ConferenceItem[]> {
	return ids.length === 0 ? [] : selectItems(db).where('record.id', 'in', ids).execute();
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

/** Conferences that any of these organizations organizes or hosts, newest first: those that its team keeps. */
export async function conferencesKeptBy(db: Database, organizationIds: string[], limit: number) {
	if (organizationIds.length === 0) return [];
	return newestFirst(
		selectItems(db).where(
			sql<SqlBool>`exists (select from organizer where record_id = record.id
				and organization = any(${organizationIds}) and role in ('organizer', 'host'))`
		)
	)
		.limit(limit)
		.execute();
}
