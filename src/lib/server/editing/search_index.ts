import { sql } from 'kysely';
import { isWithheldName } from '#lib/domain/public_view.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { isIdentifier } from '../search/indexing/lexemes.ts';
import { keysOf } from '../search/indexing/lexicon_keys.ts';
import {
	relatedIds,
	searchEntryOf,
	type Mentions,
	type Searchable,
	type SearchEntry
} from '../search/indexing/search_entry.ts';
import { insertRows } from './save.ts';

/** Whoever writes the index holds this advisory lock until the transaction ends: counts of words stay exact. */
const INDEX_LOCK = 7_458_003;

/**
 * Brings what search reads up to the records of these ids, and to those whose entries name them, in the transaction
 * that is given: the last step of each change. A record that is hidden, merged or gone loses its entry, and the
 * lexicon each word that nobody uses any more. Participations have none.
 */
export async function refreshSearchEntries(trx: DatabaseTransaction, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await lockIndex(trx);
	const renamed = await rewriteEntries(trx, ids);
	await rewriteEntries(trx, await dependentsOf(trx, renamed));
}

export async function lockIndex(trx: DatabaseTransaction): Promise<void> {
	await sql`select pg_advisory_xact_lock(${INDEX_LOCK})`.execute(trx);
}

type EntryRow = SearchEntry & { record_id: string; type: string; added_at: Date };
type MadeEntry = { row: EntryRow; isNew: boolean };
type StandingEntry = { record_id: string; names: string; words: string[] };

/** Writes the entries anew, without those that depend on them; returns the ids of records that are found by other names than before, or no more, or again. */
export async function rewriteEntries(trx: DatabaseTransaction, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const standing = await readStanding(trx, ids);
	const { made, shown } = await makeEntries(trx, ids);
	const rows = made.map(({ row }) => row);
	const kept = new Set(rows.map(({ record_id }) => record_id));
	const gone = [...standing.keys()].filter((id) => !kept.has(id));
	if (gone.length > 0) await sql`delete from search_entry where record_id = any(${gone})`.execute(trx);
	await writeEntries(trx, rows);
	await countWords(trx, [...standing.values()], rows, shown);
	const isRenamed = ({ row, isNew }: MadeEntry) => {
		const before = standing.get(row.record_id);
		return before ? before.names !== row.names : !isNew;
	};
	return [...gone, ...made.filter(isRenamed).map(({ row }) => row.record_id)];
}

async function readStanding(
	trx: DatabaseTransaction,
	ids: readonly string[]
): Promise<Map<string, StandingEntry>> {
	const { rows } = await sql<StandingEntry>`
		select record_id, names, tsvector_to_array(words) as words
		from search_entry where record_id in (select unnest(${ids}::text[]))`.execute(trx);
	return new Map(rows.map((row) => [row.record_id, row]));
}

async function makeEntries(
	trx: DatabaseTransaction,
	ids: readonly string[]
): Promise<{ made: MadeEntry[]; shown: Map<string, string> }> {
	const { rows: records } = await sql<{ document: Searchable; added_at: Date; is_new: boolean }>`
		select public_document as document, created_at as added_at, created_at >= now() as is_new from record
		where id = any(${ids}) and type <> 'participation' and visibility = 'public' and merged_into is null
	`.execute(trx);
	const mentions = await readMentions(
		trx,
		records.map(({ document }) => document)
	);
	const shown = new Map<string, string>();
	const made = records.map(({ document, added_at, is_new }) => {
		const { entry, shown: words } = searchEntryOf(document, mentions);
		for (const [word, text] of words) shown.set(word, text);
		return { row: { record_id: document.id!, type: document.type, added_at, ...entry }, isNew: is_new };
	});
	return { made, shown };
}

async function readMentions(trx: DatabaseTransaction, documents: Searchable[]): Promise<Mentions> {
	const people = documents.filter(({ type }) => type === 'person').map(({ id }) => id!);
	const organizationsOf = await readOrganizationsOf(trx, people);
	const ids = new Set(documents.flatMap((document) => relatedIds(document, { organizationsOf })));
	const names = await readNames(trx, [...ids]);
	const [regions, fields] = await Promise.all([
		trx.selectFrom('region').select(['code', 'name_ar', 'name_en']).execute(),
		trx.selectFrom('field_of_work').select(['code', 'name_ar', 'name_en']).execute()
	]);
	return { names, organizationsOf, regions: namesByCode(regions), fields: namesByCode(fields) };
}

async function readOrganizationsOf(
	trx: DatabaseTransaction,
	people: string[]
): Promise<Map<string, string[]>> {
	if (people.length === 0) return new Map();
	const { rows } = await sql<{ person: string; organizations: string[] }>`
		select person, array_agg(distinct record_id order by record_id) as organizations
		from appointment where person = any(${people}) and display is null group by person`.execute(trx);
	return new Map(rows.map(({ person, organizations }) => [person, organizations]));
}

/** Names as the world may see them, of records that it may see. */
async function readNames(trx: DatabaseTransaction, ids: string[]): Promise<Map<string, string[]>> {
	if (ids.length === 0) return new Map();
	const { rows } = await sql<{ id: string; names: { id: string; value: string }[] }>`
		select id, public_document->'names' as names from record
		where id = any(${ids}) and visibility = 'public' and merged_into is null`.execute(trx);
	return new Map(
		rows.map(({ id, names }) => [id, names.filter((name) => !isWithheldName(name)).map(({ value }) => value)])
	);
}

const namesByCode = (rows: { code: string; name_ar: string; name_en: string }[]) =>
	new Map(rows.map(({ code, name_ar, name_en }) => [code, [name_ar, name_en]]));

async function writeEntries(trx: DatabaseTransaction, rows: readonly EntryRow[]): Promise<void> {
	if (rows.length === 0) return;
	const columns = Object.keys(rows[0]!);
	const value = (column: string) =>
		column.endsWith('words') ? sql`array_to_tsvector(${sql.ref(column)})` : sql.ref(column);
	await sql`
		insert into search_entry (${sql.join(columns.map((column) => sql.ref(column)))})
		select ${sql.join(columns.map(value))}
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as made (record_id text, type text,
			name_ar text, name_en text, names text, related text, place text, facets text[], name_words text[],
			words text[], prior real, active_years int4range, added_at timestamptz, confirmed_on date, held_on date)
		on conflict (record_id) do update set
			${sql.join(columns.slice(1).map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))}
	`.execute(trx);
}

type WordCount = { uses: number; named: number };

/** Counts the words that come and go; new ones get their keys, and one that nobody uses any more is forgotten. */
async function countWords(
	trx: DatabaseTransaction,
	before: readonly Counted[],
	after: readonly Counted[],
	shown: ReadonlyMap<string, string>
): Promise<void> {
	const gains = new Map<string, WordCount>();
	for (const entry of before) addWords(gains, entry, -1);
	for (const entry of after) addWords(gains, entry, 1);
	const rows = [...gains]
		.filter(([, { uses, named }]) => uses !== 0 || named !== 0)
		.map(([word, count]) => ({ word, ...count, shown: shown.get(word) ?? word }));
	if (rows.length > 0) await changeCounts(trx, rows);
}

type Counted = Pick<EntryRow, 'names' | 'words'>;

function addWords(gains: Map<string, WordCount>, { names, words }: Counted, gain: number): void {
	const inNames = new Set(names.split(/\s/));
	for (const word of words.filter((each) => !isIdentifier(each))) {
		const count = gains.get(word) ?? { uses: 0, named: 0 };
		gains.set(word, count);
		count.uses += gain;
		if (inNames.has(word)) count.named += gain;
	}
}

async function changeCounts(
	trx: DatabaseTransaction,
	counts: readonly (WordCount & { word: string; shown: string })[]
): Promise<void> {
	const changed = sql`jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as changed (word text, uses int, named int)`;
	if (counts.some(({ uses }) => uses < 0))
		await sql`delete from lexicon using ${changed}
			where lexicon.word = changed.word and lexicon.uses + changed.uses <= 0`.execute(trx);
	// Counts in disorder must not stop the rebuild that puts them right.
	const { rows } = await sql<{ word: string }>`
		update lexicon set uses = lexicon.uses + changed.uses,
			named = greatest(0, least(lexicon.uses + changed.uses, lexicon.named + changed.named))
		from ${changed} where lexicon.word = changed.word returning lexicon.word`.execute(trx);
	const known = new Set(rows.map(({ word }) => word));
	const made = counts
		.filter(({ word, uses }) => uses > 0 && !known.has(word))
		.map((count) => ({ ...count, named: Math.max(0, Math.min(count.uses, count.named)) }));
	await insertRows(trx, 'lexicon', made);
	await writeKeys(
		trx,
		made.map(({ word }) => word)
	);
}

/** Writes the keys of words that have none. */
export async function writeKeys(trx: DatabaseTransaction, words: readonly string[]): Promise<void> {
	await insertRows(
		trx,
		'lexicon_key',
		words.flatMap((word) => keysOf(word).map((key) => ({ ...key, word })))
	);
}

/** Records whose entries hold names of these. */
async function dependentsOf(trx: Database, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const { rows } = await sql<{ id: string }>`
		select record_id as id from affiliation where "to" = any(${ids})
		union select record_id from organization where part_of = any(${ids})
		union select record_id from appointment where person = any(${ids})
		union select person from appointment where record_id = any(${ids})
		union select record_id from conference where series = any(${ids})
		union select record_id from organizer where organization = any(${ids})
		union select record_id from patron where person = any(${ids})`.execute(trx);
	return rows.map(({ id }) => id);
}
