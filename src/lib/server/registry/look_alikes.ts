import type { Language } from '#lib/domain/documents/common.ts';
import type { Database } from '../db/connection.ts';
import { suggest } from '../search/suggest.ts';
import { organizationsOf, type OrganizationItem } from './organizations.ts';

/** Most that a reader looks through before adding another. */
const MOST_SHOWN = 10;

/** Organizations on the register that the given names may mean, nearest first. */
export async function findLookAlikes(
	db: Database,
	names: readonly { value: string; lang: Language }[]
): Promise<OrganizationItem[]> {
	const ids = new Set<string>();
	for (const { value, lang } of names) {
		const found = await suggest(db, { q: value, type: 'organization', lang, limit: MOST_SHOWN });
		for (const { id } of found) ids.add(id);
	}
	const wanted = [...ids].slice(0, MOST_SHOWN);
	const items = new Map((await organizationsOf(db, wanted)).map((item) => [item.id, item]));
	return wanted.flatMap((id) => items.get(id) ?? []);
}
