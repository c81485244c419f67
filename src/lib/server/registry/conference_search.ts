import { sql, type SqlBool } from 'kysely';
import { isCommonInNames, isSameOccasion, mayBeOne, type Occasion } from '#lib/domain/conference_likeness.ts';
import { daysWithin } from '#lib/domain/dates.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import { fold, foldTokens } from '#lib/domain/folding.ts';
import type { Database } from '../db/connection.ts';
import type { Suggestion } from '../search/query.ts';
import { suggest } from '../search/suggest.ts';
import { isGeneric } from '../search/vocabulary/vocabulary.ts';
import { conferencesOf, selectItems, type ConferenceItem } from './conferences.ts';

const MOST = 12;

/** Conferences that one can take part in whose names answer what is typed, the likeliest first. */
export async function findConferences(db: Database, q: string): Promise<ConferenceItem[]> {
	const ids = (await suggest(db, { q, type: 'conference', lang: 'ar', limit: MOST })).map(({ id }) => id);
	const items = new Map((await conferencesOf(db, ids)).map((item) => [item.id, item]));
	return ids.flatMap((id) => items.get(id) ?? []).filter(({ kind }) => kind !== 'series');
}

/** Most that a reader looks through before adding another. */
const MOST_SHOWN = 8;

/**
 * Conferences on the register that the given one may be: of a like name, where neither edition, dates nor place say that
 * they are two, or of any name on the same days in the same city. A series is no edition of itself.
 */
export async function findConferenceLookAlikes(
	db: Database,
	names: readonly { value: string; lang: Language }[],
	occasion: Occasion,
	{ isSeries = false }: { isSeries?: boolean } = {}
): Promise<ConferenceItem[]> {
	const ids = new Set<string>();
	for (const { value, lang } of names) {
		const found = await suggest(db, { q: value, type: 'conference', lang, limit: MOST });
		for (const { id } of found.filter((each) => sharesMore(value, each))) ids.add(id);
	}
	const [named, there] = await Promise.all([conferencesOf(db, [...ids]), conferencesHeld(db, occasion)]);
	const byId = new Map(named.map((item) => [item.id, item]));
	const likely = [...ids]
		.flatMap((id) => byId.get(id) ?? [])
		.filter((item) => (item.kind === 'series') === isSeries && mayBeOne(occasion, item));
	const others = there.filter((item) => !ids.has(item.id) && isSameOccasion(occasion, item));
	return [...likely, ...others].slice(0, MOST_SHOWN);
}

/** Whether a name answers more of the typed one than words that say what kind of gathering it is. */
function sharesMore(typed: string, { match }: Suggestion): boolean {
	const telling = (words: readonly string[]) =>
		words.filter((word) => !isCommonInNames(word) && !isGeneric(word));
	if (telling(foldTokens(typed)).length === 0) return true;
	return match?.field === 'name' && telling(match.words.map(({ query }) => fold(query))).length > 0;
}

/** The conferences of a country that the dates may touch. */
async function conferencesHeld(db: Database, { from, until, country }: Occasion): Promise<ConferenceItem[]> {
	if (!from || !country) return [];
	const range = `[${daysWithin(from).earliest},${daysWithin(until ?? from).latest}]`;
	return selectItems(db)
		.where('conference.country', '=', country)
		.where(sql<SqlBool>`conference.held && ${range}::daterange`)
		.limit(100)
		.execute();
}

/** The series of which a conference can be an edition, by name, for a form to offer. */
export async function listSeries(db: Database): Promise<ConferenceItem[]> {
	return selectItems(db)
		.where('conference.kind', '=', 'series')
		.orderBy('search_entry.name_ar')
		.limit(MOST_SERIES)
		.execute();
}

/** More than a country has; a form offers them all. */
const MOST_SERIES = 1000;
