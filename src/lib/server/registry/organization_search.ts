import type { Database } from '../db/connection.ts';
import { suggest } from '../search/suggest.ts';
import { labelsOf, type Label } from './labels.ts';

const MOST = 12;

/** Organizations whose names answer what is typed, the likeliest first, but for the one that asks. */
export async function findOrganizations(db: Database, q: string, asking: string): Promise<Label[]> {
	const found = await suggest(db, { q, type: 'organization', lang: 'ar', limit: MOST + 1 });
	const ids = found.map(({ id }) => id).filter((id) => id !== asking);
	const labels = await labelsOf(db, ids);
	return ids.flatMap((id) => labels[id] ?? []).slice(0, MOST);
}
