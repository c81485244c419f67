import type { Database } from '../db/connection.ts';
import { foldTokens } from '#lib/domain/folding.ts';
import { labelsOf, type Label } from './labels.ts';
import { matches, relevance } from './listing.ts';

const MOST = 12;

/** Organizations whose names the words are in, the likeliest first, but for the one that asks. */
export async function findOrganizations(db: Database, q: string, asking: string): Promise<Label[]> {
	if (foldTokens(q).length === 0) return [];
	const rows = await db
		.selectFrom('search_entry')
		.innerJoin('record', 'record.id', 'search_entry.record_id')
		.where('search_entry.type', '=', 'organization')
		.where('record.visibility', '=', 'public')
		.where('record.merged_into', 'is', null)
		.where('record.id', '<>', asking)
		.where(matches(q))
		.orderBy(relevance(q))
		.orderBy('search_entry.name_ar')
		.limit(MOST)
		.select('record.id')
		.execute();
	const ids = rows.map(({ id }) => id);
	const labels = await labelsOf(db, ids);
	return ids.flatMap((id) => labels[id] ?? []);
}
