import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { beginningOfPair, facetLexeme, lengthLexeme, pairLexeme } from '../indexing/lexemes.ts';
import { bareForm, isGeneric } from '../vocabulary/vocabulary.ts';
import { facetNames, type SearchFilters, type SearchType } from '../query.ts';
import { allUses, type ExpandedGroup } from '../understanding/expansion.ts';
import type { Term } from '../understanding/term.ts';

export type Condition = RawBuilder<SqlBool>;

/** Holds where one of these tsqueries does, and this other one. */
export type Words = { either: readonly string[]; and?: string };

/** Where all of the groups are answered: one of the words that answer the rarest, and all others. */
export const allAnswered = (groups: readonly ExpandedGroup[]): Words => together(byRarity(groups));

/**
 * Where the names answer all of the groups; with `lengths`, those of so many telling words. The two rarest groups are
 * asked for as a pair, where they can be.
 */
export function allNamed(groups: readonly ExpandedGroup[], lengths?: readonly number[]): Words {
	const sorted = byRarity(groups);
	const [one, other] = sorted.filter((group) => pairable(group).length > 0);
	if (!one || !other) return together(sorted, lengths);
	const rest = sorted.filter((group) => group !== one && group !== other);
	return { either: namedTogether(one, other, lengths), ...and(rest, lengths) };
}

export const byRarity = (groups: readonly ExpandedGroup[]): ExpandedGroup[] =>
	groups.toSorted((one, other) => allUses(one) - allUses(other));

const together = ([rarest, ...rest]: readonly ExpandedGroup[], lengths?: readonly number[]): Words => ({
	either: rarest ? waysOf(rarest, lengths) : [],
	...and(rest, lengths)
});

const and = (groups: readonly ExpandedGroup[], lengths?: readonly number[]): Pick<Words, 'and'> =>
	groups.length > 0 ? { and: groups.map((group) => answered(group, lengths)).join(' & ') } : {};

/** Words of a group that can be one of a pair. */
const MOST_PAIRED = 12;

/** The words that answer a group, without their articles; none where a phrase answers it. No pair has a generic word. */
function pairable({ words, alternatives }: ExpandedGroup): string[] {
	if (words.length > 1) return [];
	const telling = wordsAlone(alternatives).filter((word) => !isGeneric(word));
	return [...new Set(telling.map(bareForm))].slice(0, MOST_PAIRED);
}

const wordsAlone = (alternatives: ExpandedGroup['alternatives']): string[] =>
	alternatives.flatMap(([term, ...more]) => (term && more.length === 0 ? [...term.keys()] : []));

/** A generic word that answers one of the two is in no pair. */
function namedTogether(one: ExpandedGroup, other: ExpandedGroup, lengths?: readonly number[]): string[] {
	const pairs = pairable(one).flatMap((word) => pairable(other).map((second) => [word, second] as const));
	const generic = [one, other].flatMap((group) => {
		const words = wordsAlone(group.alternatives).filter(isGeneric);
		const beside = group === one ? other : one;
		return words.length > 0 ? [`${anyOf(lexemesOf(words, lengths))} & ${answered(beside, lengths)}`] : [];
	});
	const ofTwo = lengths?.filter((length) => length >= 2);
	const lexemes = pairs.flatMap(([word, second]) =>
		ofTwo
			? ofTwo.map((length) => quoted(pairLexeme(word, second, length)))
			: [`${quoted(beginningOfPair(word, second))}:*`]
	);
	return [...lexemes, ...generic];
}

/** Where one of the groups is answered, the rarest first. */
export const anyAnswered = (groups: readonly ExpandedGroup[]): Words => ({
	either: byRarity(groups).flatMap((group) => waysOf(group))
});

/** A tsquery that holds where a group is answered in some way; with `lengths`, in names of so many telling words. */
export const answered = (group: ExpandedGroup, lengths?: readonly number[]): string =>
	`(${waysOf(group, lengths).join(' | ')})`;

/** Tsqueries of which one holds where a group is answered. */
function waysOf({ alternatives }: ExpandedGroup, lengths?: readonly number[]): string[] {
	const alone = new Set(wordsAlone(alternatives));
	const isSaidAlone = (term: Term) => [...term.keys()].every((word) => alone.has(word));
	const ways = alternatives
		// منطقة تبوك is found by تبوك, if that will do.
		.filter((terms) => terms.length === 1 || !terms.some(isSaidAlone))
		.flatMap((terms) => {
			const lexemes = terms.map((term) => lexemesOf([...term.keys()], lengths));
			return lexemes.length === 1 ? lexemes[0]!.map(quoted) : [`(${lexemes.map(anyOf).join(' & ')})`];
		});
	return [...new Set(ways)];
}

const lexemesOf = (words: readonly string[], lengths?: readonly number[]): string[] =>
	lengths ? words.flatMap((word) => lengths.map((length) => lengthLexeme(word, length))) : [...words];

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

export type WordColumn = 'words' | 'name_words';

export const hasWords = (column: WordColumn, query: string): Condition =>
	sql<SqlBool>`search_entry.${sql.ref(column)} @@ ${query}::tsquery`;

const everything: Condition = sql<SqlBool>`true`;

/** One record of sixteen, always the same; these have an index of their own. */
export const isSampled: Condition = sql<SqlBool>`right(search_entry.record_id, 2) < '08'`;

/** A condition that is checked on the rows that others find, and not looked up. */
export const unindexed = (condition: Condition): Condition => sql<SqlBool>`(${condition}) is true`;

export const allOf = (conditions: readonly Condition[]): Condition =>
	conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : everything;
