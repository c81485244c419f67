import { sql } from 'kysely';
import { prepared, type Database } from '../../db/connection.ts';
import type { SearchItem } from '../query.ts';
import type { ExpandedGroup } from '../understanding/expansion.ts';
import { explain, type Named } from './explanation.ts';
import type { Ranked } from './ranking.ts';

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
	const matches = await explain(db, q, groups, rows);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ranked.flatMap(({ record_id: id, type, score }) => {
		const row = byId.get(id);
		const match = matches.get(id);
		if (!row) return [];
		const { name_ar, name_en, slug } = row;
		return [{ id, type, slug, name_ar, name_en, score, ...(match && { match }) }];
	});
}
