import { sql, type SqlBool } from 'kysely';
import type { DocumentOf } from '#lib/domain/documents/document.ts';
import type { Database } from '../db/connection.ts';
import type { SearchItem, SearchQuery, SearchResult, SearchType } from '../search/query.ts';
import { search } from '../search/search.ts';
import { conferencesOf, type ConferenceItem } from './conferences.ts';
import { labelsOf, type Label } from './labels.ts';
import { idsOf } from './listing.ts';
import { organizationsOf, type OrganizationItem } from './organizations.ts';

/** What was found, with what tells it from others of its name: place and dates, or for people where they serve or served. */
export type ResultItem = SearchItem & {
	organization?: OrganizationItem;
	conference?: ConferenceItem;
	bodies?: Label[];
};

/** One page of what a search over the whole register, or over one type of record, finds. */
export async function searchRegister(
	db: Database,
	query: SearchQuery
): Promise<Omit<SearchResult, 'items'> & { items: ResultItem[] }> {
	const result = await search(db, query);
	const ids = (type: SearchType) => idsOf(result.items.filter((item) => item.type === type));
	const [organizations, conferences, bodies] = await Promise.all([
		organizationsOf(db, ids('organization')),
		conferencesOf(db, ids('conference')),
		bodiesOf(db, ids('person'))
	]);
	const items = result.items.map((item) => ({
		...item,
		organization: organizations.find(({ id }) => id === item.id),
		conference: conferences.find(({ id }) => id === item.id),
		bodies: bodies.get(item.id)
	}));
	return { ...result, items };
}

/** The organizations on whose boards or in whose posts these people are or were, by person. */
async function bodiesOf(db: Database, personIds: string[]): Promise<Map<string, Label[]>> {
	if (personIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('record')
		.where('visibility', '=', 'public')
		.where('merged_into', 'is', null)
		.where('type', '=', 'organization')
		.where(
			sql<SqlBool>`exists (select from appointment where record_id = record.id and person = any(${personIds}))`
		)
		.select('public_document')
		.execute();
	const documents = rows.map((row) => row.public_document as unknown as DocumentOf<'organization'>);
	const labels = await labelsOf(
		db,
		documents.map(({ id }) => id!)
	);
	const bodiesWith = (personId: string) =>
		documents
			.filter(({ appointments }) => appointments.some(({ person }) => person === personId))
			.map(({ id }) => labels[id!]!);
	return new Map(personIds.map((personId) => [personId, bodiesWith(personId)]));
}
