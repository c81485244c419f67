import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { beginningOfPair, facetLexeme, lengthLexeme, pairLexeme } from '../indexing/lexemes.ts';
import { bareForm, isGeneric } from '../vocabulary/vocabulary.ts';
import { facetNames, type SearchFilters, type SearchType } from '../query.ts';
import { allUses, type ExpandedGroup } from './expansion.ts';

export type Condition = RawBuilder<SqlBool>;

/** A tsquery that holds where all of the groups are answered. */
export const allAnswered = (groups: readonly ExpandedGroup[]): string =>
	groups.map((group) => answered(group)).join(' & ');

/**
 * A tsquery that holds where the names answer all of the groups; with `lengths`, those of so many telling words. The
 * two rarest groups are asked for as a pair, where they can be.
 */
export function allNamed(groups: readonly ExpandedGroup[], lengths?: readonly number[]): string {
	const paired = groups
		.filter((group) => pairable(group).length > 0)
		.toSorted((one, other) => allUses(one) - allUses(other))
		.slice(0, 2);
	const [one, other] = paired;
	if (!one || !other) return groups.map((group) => answered(group, lengths)).join(' & ');
	const rest = groups.filter((group) => !paired.includes(group));
	return [namedTogether(one, other, lengths), ...rest.map((group) => answered(group, lengths))].join(' & ');
}

/** Words of a group that can be one of a pair. */
const MOST_PAIRED = 12;

/** The words that answer a group, without their articles; none where a phrase answers it, or a generic word, which no pair has. */
function pairable({ words, alternatives }: ExpandedGroup): string[] {
	const answers = alternatives.flatMap(([term, ...more]) =>
		term && more.length === 0 ? [...term.keys()] : []
	);
	if (words.length > 1 || answers.some(isGeneric)) return [];
	return [...new Set(answers.map(bareForm))].slice(0, MOST_PAIRED);
}

function namedTogether(one: ExpandedGroup, other: ExpandedGroup, lengths?: readonly number[]): string {
	const pairs = pairable(one).flatMap((word) => pairable(other).map((second) => [word, second] as const));
	const lexemes = pairs.flatMap(([word, second]) =>
		lengths
			? lengths.map((length) => quoted(pairLexeme(word, second, length)))
			: [`${quoted(beginningOfPair(word, second))}:*`]
	);
	return `(${lexemes.join(' | ')})`;
}

/** A tsquery that holds where one of the groups is answered. */
export function anyAnswered(groups: readonly ExpandedGroup[]): string {
	return groups.map((group) => answered(group)).join(' | ');
}

/** A tsquery that holds where a group is answered in some way; with `lengths`, in names of so many telling words. */
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

export const everything: Condition = sql<SqlBool>`true`;

/** A condition that is checked on the rows that others find, and not looked up. */
export const unindexed = (condition: Condition): Condition => sql<SqlBool>`(${condition}) is true`;

export const allOf = (conditions: readonly Condition[]): Condition =>
	conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : everything;
