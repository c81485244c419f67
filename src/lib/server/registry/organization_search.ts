import type { Database } from '../db/connection.ts';
import { suggest } from '../search/suggest.ts';
import { fold } from '#lib/domain/folding.ts';
import { labelsOf, type Label } from './labels.ts';
import type { PersonFound } from './people_search.ts';

const MOST = 12;

/** Organizations whose names answer what is typed, the likeliest first, but for the one that asks. */
export async function findOrganizations(db: Database, q: string, asking: string): Promise<Label[]> {
	const found = await suggest(db, { q, type: 'organization', lang: 'ar', limit: MOST + 1 });
	const ids = found.map(({ id }) => id).filter((id) => id !== asking);
	const labels = await labelsOf(db, ids);
	return ids.flatMap((id) => labels[id] ?? []).slice(0, MOST);
}

/** Organizations that a typed name may mean, as `findPeople` finds people. */
export async function findBodies(db: Database, name: string): Promise<PersonFound[]> {
	const labels = await findOrganizations(db, name, '');
	const isSame = ({ name_ar, name_en }: Label) => [name_ar, name_en].some((own) => fold(own) === fold(name));
	return labels.map((label) => ({ label, posts: [], is_same_name: isSame(label) }));
}
