import type { Database } from '../../db/connection.ts';
import type { Searchable } from '../indexing/search_entry.ts';
import type { SearchItem } from '../query.ts';
import type { ExpandedGroup } from './expansion.ts';
import { explain } from './explanation.ts';
import type { Ranked } from './ranking.ts';

/** What is shown of ranked records: their names and addresses, and why they were found. */
export async function describe(
	db: Database,
	q: string,
	groups: readonly ExpandedGroup[],
	ranked: readonly Ranked[]
): Promise<SearchItem[]> {
	if (ranked.length === 0) return [];
	const rows = await db
		.selectFrom('record')
		.innerJoin('search_entry', 'search_entry.record_id', 'record.id')
		.where(
			'record.id',
			'in',
			ranked.map(({ record_id }) => record_id)
		)
		.select(['record.id', 'slug', 'name_ar', 'name_en', 'public_document'])
		.execute();
	const documents = rows.map(({ public_document }) => public_document as unknown as Searchable);
	const matches = await explain(db, q, groups, documents);
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ranked.flatMap(({ record_id: id, type, score }) => {
		const row = byId.get(id);
		const match = matches.get(id);
		if (!row) return [];
		const { slug, name_ar, name_en } = row;
		return [{ id, type, slug: slug!, name_ar, name_en, score, ...(match && { match }) }];
	});
}
