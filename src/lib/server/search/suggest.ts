import type { Language } from '#lib/domain/documents/common.ts';
import type { Database } from '../db/connection.ts';
import { filterConditions } from './finding/conditions.ts';
import { find } from './finding/find.ts';
import { describe } from './ranking/results.ts';
import type { SearchType, Suggestion } from './query.ts';

const DEFAULT_LIMIT = 8;
const MOST_SUGGESTIONS = 20;

/**
 * Records whose names answer what is being typed, best first: for the box of a page, and for picking a person or an
 * organization in a form. Empty for a blank text.
 */
export async function suggest(
	db: Database,
	{ q, type, limit = DEFAULT_LIMIT }: { q: string; type?: SearchType; lang: Language; limit?: number }
): Promise<Suggestion[]> {
	if (q.trim() === '') return [];
	const { groups, ranked } = await find(db, q, filterConditions(type, {}));
	return describe(db, q, groups, ranked.slice(0, Math.min(Math.max(1, limit), MOST_SUGGESTIONS)));
}
