import type { Language } from '#lib/domain/documents/common.ts';
import { foldTokens } from '#lib/domain/folding.ts';
import type { Database } from '../db/connection.ts';
import { listOrganizations, type OrganizationItem } from './organizations.ts';

/** Most that a reader looks through before adding another. */
const MOST_SHOWN = 10;

/** Words that many names have in common: they tell no two bodies apart. Folded. */
const commonWords = new Set(
	foldTokens(
		'فريق مجموعة مجموعه جمعية لجنة مؤسسة مركز ملتقى نادي التطوعي التطوعية تطوعي تطوعية الخيرية الخيري للعمل التطوع ' +
			'team group society association committee foundation club volunteer volunteers volunteering voluntary charity the of for and'
	)
);

/** Organizations on the register that the given names may mean, nearest first. */
export async function findLookAlikes(
	db: Database,
	names: readonly { value: string; lang: Language }[]
): Promise<OrganizationItem[]> {
	const found = new Map<string, OrganizationItem>();
	for (const { value, lang } of names) {
		const { items } = await listOrganizations(db, { q: distinctive(value), lang });
		for (const item of items) found.set(item.id, found.get(item.id) ?? item);
	}
	return [...found.values()].slice(0, MOST_SHOWN);
}

/** What of a name tells it from others; a name of common words alone is taken whole. */
function distinctive(name: string): string {
	const words = foldTokens(name);
	const rare = words.filter((word) => !commonWords.has(word));
	return (rare.length > 0 ? rare : words).join(' ');
}
