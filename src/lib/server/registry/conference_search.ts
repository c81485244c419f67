import type { Database } from '../db/connection.ts';
import { suggest } from '../search/suggest.ts';
import { conferencesOf, type ConferenceItem } from './conferences.ts';

const MOST = 12;

/** Conferences that one can take part in whose names answer what is typed, the likeliest first. */
export async function findConferences(db: Database, q: string): Promise<ConferenceItem[]> {
	const ids = (await suggest(db, { q, type: 'conference', lang: 'ar', limit: MOST })).map(({ id }) => id);
	const items = new Map((await conferencesOf(db, ids)).map((item) => [item.id, item]));
	return ids.flatMap((id) => items.get(id) ?? []).filter(({ kind }) => kind !== 'series');
}
