import { sql, type Expression, type SqlBool } from 'kysely';
import { foldTokens } from '#lib/domain/folding.ts';

export const PAGE_SIZE = 20;

/** Words that a query may hold; the rest is passed over, so that no query can be made slow. */
const MOST_WORDS = 12;

export type FacetCount = { value: string; count: number };

export type Listing<Item, Facet extends string> = {
	total: number;
	page: number;
	pages: number;
	items: Item[];
	facets: Record<Facet, FacetCount[]>;
};

/** Holds where each word of the query stands in the folded text of the record's search entry. */
export function matches(q: string): Expression<SqlBool> {
	const words = foldTokens(q.slice(0, 500)).slice(0, MOST_WORDS);
	if (words.length === 0) return sql<SqlBool>`${foldTokens(q).length === 0 && q.trim() === ''}`;
	const conditions = words.map(
		(word) => sql<SqlBool>`search_entry.folded_text like ${`%${escapeLike(withoutArticle(word))}%`}`
	);
	return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

/** Orders whole-name matches first, then names that begin so, then names that hold it, then the rest. */
export function relevance(q: string): Expression<number> {
	const phrase = escapeLike(foldTokens(q).join(' '));
	return sql<number>`case
		when search_entry.folded_names like any (array[${phrase}, ${`%\n${phrase}`}, ${`${phrase}\n%`}, ${`%\n${phrase}\n%`}]) then 0
		when search_entry.folded_names like any (array[${`${phrase}%`}, ${`%\n${phrase}%`}]) then 1
		when search_entry.folded_names like ${`%${phrase}%`} then 2
		else 3 end`;
}

/** People leave the article out or add it: القطيف is found in قطيف and the reverse. */
function withoutArticle(word: string): string {
	return word.startsWith('ال') && word.length >= 5 ? word.slice(2) : word;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** All of the conditions; true if there are none. */
export function allOf(conditions: Partial<Record<string, Expression<SqlBool>>>): Expression<SqlBool> {
	const list = Object.values(conditions).filter((condition) => condition !== undefined);
	return list.length > 0 ? sql<SqlBool>`(${sql.join(list, sql` and `)})` : sql<SqlBool>`true`;
}

/** Page number and offset within what there is; a page beyond the last is the last. */
export function pageOf(total: number, asked = 1): { page: number; pages: number; offset: number } {
	const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
	return { page, pages, offset: (page - 1) * PAGE_SIZE };
}
