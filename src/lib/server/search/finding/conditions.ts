import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { facetLexeme, lengthLexeme } from '../indexing/lexemes.ts';
import { facetNames, type SearchFilters, type SearchType } from '../query.ts';
import type { ExpandedGroup } from './expansion.ts';

export type Condition = RawBuilder<SqlBool>;

/** A tsquery that holds where all of the groups are answered; with `lengths`, in names of so many telling words. */
export function allAnswered(groups: readonly ExpandedGroup[], lengths?: readonly number[]): string {
	return groups.map((group) => answered(group, lengths)).join(' & ');
}

/** A tsquery that holds where one of the groups is answered. */
export function anyAnswered(groups: readonly ExpandedGroup[]): string {
	return groups.map((group) => answered(group)).join(' | ');
}

/** A tsquery that holds where a group is answered in some way. */
export function answered({ alternatives }: ExpandedGroup, lengths?: readonly number[]): string {
	const lexemes = (word: string) => lengths?.map((length) => lengthLexeme(word, length)) ?? word;
	const ways = alternatives.map(
		(terms) => `(${terms.map((term) => anyOf([...term.keys()].flatMap(lexemes))).join(' & ')})`
	);
	return `(${ways.join(' | ')})`;
}

export function anyOf(lexemes: readonly string[]): string {
	return `(${lexemes.map(quoted).join(' | ')})`;
}

const plain = (id: string): string => id.replaceAll('\0', '');

/** What PostgreSQL cannot hold, or cannot hold at such length, no record has. */
const quoted = (lexeme: string): string =>
	`'${lexeme
		.slice(0, MOST_CHARACTERS)
		.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')
		.replaceAll('\\', '\\\\')
		.replaceAll("'", "''")}'`;

const MOST_CHARACTERS = 500;

const EARLIEST_FOUNDING = 1600;
const LATEST_FOUNDING = 2200;

/** What the filters let through; `except` leaves one of them out, to count its own values. */
export function filterConditions(
	type: SearchType | undefined,
	filters: SearchFilters,
	except?: string
): Condition[] {
	const lexemes = facetNames
		.filter((name) => name !== except && filters[name] !== undefined)
		.map((name) => quoted(facetLexeme(name, filters[name]!)));
	// Most records are organizations: to look each one up in the index costs more than to look at what was found.
	const isCommonType = type === 'organization';
	if (type && !isCommonType) lexemes.push(quoted(facetLexeme('type', type)));
	const founded = foundedYears(filters);
	if (founded) lexemes.push(anyOf(founded));
	return [
		...(isCommonType ? [sql<SqlBool>`search_entry.type = ${type}`] : []),
		...(lexemes.length > 0 ? [hasWords('words', lexemes.join(' & '))] : []),
		...(filters.association !== undefined
			? [
					sql<SqlBool>`search_entry.record_id in (select record_id from affiliation where "to" = ${plain(filters.association)})`
				]
			: []),
		...(filters.conference !== undefined
			? [
					sql<SqlBool>`search_entry.record_id in (select organization from participation
						join record on record.id = participation.record_id and visibility = 'public' and merged_into is null
						where conference = ${plain(filters.conference)})`
				]
			: []),
		...(filters.active_in !== undefined ? [existedIn(filters.active_in)] : [])
	];
}

/** Nothing existed in what is no year. */
const existedIn = (year: number): Condition =>
	Number.isInteger(year) && Math.abs(year) < LATEST_FOUNDING
		? sql<SqlBool>`search_entry.active_years @> ${year}::int`
		: sql<SqlBool>`false`;

function foundedYears({ founded_from, founded_until }: SearchFilters): string[] | undefined {
	if (founded_from === undefined && founded_until === undefined) return undefined;
	const first = Math.max(founded_from ?? EARLIEST_FOUNDING, EARLIEST_FOUNDING);
	const last = Math.min(founded_until ?? LATEST_FOUNDING, LATEST_FOUNDING);
	const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
	return years.length > 0
		? years.map((year) => facetLexeme('founded', year))
		: [facetLexeme('founded', 'never')];
}

export const hasWords = (column: 'words' | 'name_words', query: string): Condition =>
	sql<SqlBool>`search_entry.${sql.ref(column)} @@ ${query}::tsquery`;

export const allOf = (conditions: readonly Condition[]): Condition =>
	conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : sql<SqlBool>`true`;
