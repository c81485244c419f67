import { sql, type RawBuilder } from 'kysely';
import type { Language } from '#lib/domain/documents/common.ts';
import type { Database } from '../../db/connection.ts';
import type { SearchItem, SearchType, Sort } from '../query.ts';
import { allOf, type Condition } from './conditions.ts';
import { writeCursor, type Cursor } from './cursor.ts';

export type Page = { items: SearchItem[]; next: string | null; previous: string | null };

type Order = { column: RawBuilder<unknown>; cast: RawBuilder<unknown>; isDescending: boolean };

/** Sorts by whole columns, each with an index that begins with the type; equal ones by id. */
function orderOf(sort: Exclude<Sort, 'relevance'>, type: SearchType | undefined, lang: Language): Order {
	const day = (column: string, isDescending: boolean): Order => ({
		column: sql.ref(`search_entry.${column}`),
		cast: column === 'added_at' ? sql`timestamptz` : sql`date`,
		isDescending
	});
	const age = type === 'conference' ? 'held_on' : 'added_at';
	switch (sort) {
		case 'name':
			return { column: sql.ref(`search_entry.name_${lang}`), cast: sql`text`, isDescending: false };
		case 'newest':
			return day(age, true);
		case 'oldest':
			return age === 'held_on' ? { ...day(age, false), column: undatedLast } : day(age, false);
		case 'confirmed':
			return day('confirmed_on', true);
	}
}

/** Conferences of which no day is known come last also where the oldest come first. */
const undatedLast = sql`case when search_entry.held_on = '-infinity' then 'infinity' else search_entry.held_on end`;

type ListQuery = {
	sort: Exclude<Sort, 'relevance'>;
	type: SearchType | undefined;
	lang: Language;
	limit: number;
	cursor: Cursor | undefined;
};

/** One page of the records that fit, in the order of a column, after or before the edge of another page. */
export async function listSorted(
	db: Database,
	conditions: readonly Condition[],
	{ sort, type, lang, limit, cursor }: ListQuery
): Promise<Page> {
	const { column, cast, isDescending } = orderOf(sort, type, lang);
	const isBackward = cursor?.isBackward ?? false;
	const goesDown = isDescending !== isBackward;
	const [sign, direction] = goesDown ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
	const beyond =
		cursor && isFit(cursor, sort)
			? [sql<boolean>`(${column}, search_entry.record_id) ${sign} (${cursor.value}::${cast}, ${cursor.id})`]
			: [];
	const { rows } = await sql<SearchItem & { edge: string }>`
		select record_id as id, search_entry.type, public_document->>'slug' as slug, search_entry.name_ar, search_entry.name_en, ${column}::text as edge
		from search_entry join record on record.id = record_id
		where facets <> '{}' and ${allOf([...conditions, ...beyond] as Condition[])}
		order by ${column} ${direction}, search_entry.record_id ${direction} limit ${limit + 1}`.execute(db);
	const shown = rows.slice(0, limit);
	if (isBackward) shown.reverse();
	const hasMore = rows.length > limit;
	const edge = (row: (typeof rows)[number] | undefined, isBackward: boolean) =>
		row ? writeCursor({ order: sort, value: row.edge, id: row.id, isBackward }) : null;
	return {
		items: shown.map(({ edge: _, ...item }) => item),
		next: isBackward || hasMore ? edge(shown.at(-1), false) : null,
		previous: (isBackward ? hasMore : cursor) ? edge(shown[0], true) : null
	};
}

/** A cursor of another order is passed over. */
function isFit({ value }: Cursor, sort: Sort): boolean {
	if (sort === 'name') return typeof value === 'string';
	return (
		typeof value === 'string' && (/^-?infinity$/.test(value) || /^\d{4}-\d\d-\d\d[ :.+\d-]*$/.test(value))
	);
}
