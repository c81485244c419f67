import { sql } from 'kysely';
import { prepared, type Database } from '../../db/connection.ts';
import type { SearchItem } from '../query.ts';
import type { ExpandedGroup } from '../understanding/expansion.ts';
import { explain } from './explanation.ts';
import type { Ranked } from './ranking.ts';
import type { Named } from './record_texts.ts';

type Row = Named & { name_ar: string; name_en: string; slug: string | null };

/** What is shown of ranked records: their names and addresses, and why they were found. */
export async function describe(
	db: Database,
	q: string,
	groups: readonly ExpandedGroup[],
	ranked: readonly Ranked[]
): Promise<SearchItem[]> {
	if (ranked.length === 0) return [];
	const ids = ranked.map(({ record_id }) => record_id);
	const { rows } = await sql<Row>`${prepared}
		select id, name_ar, name_en, public_document->>'slug' as slug, public_document->'names' as names
		from record join search_entry on record_id = id where id = any(${ids})`.execute(db);
	const byId = new Map(rows.map((row) => [row.id, row]));
	const shown = ranked.flatMap((found) => {
		const row = byId.get(found.record_id);
		return row ? [{ ...found, row }] : [];
	});
	const matches = await explain(
		db,
		q,
		groups,
		shown.map(({ row, groups }) => ({ ...row, groups }))
	);
	return shown.map(({ type, score, row }) => {
		const { id, name_ar, name_en, slug } = row;
		const match = matches.get(id);
		return { id, type, slug, name_ar, name_en, score, ...(match && { match }) };
	});
}
