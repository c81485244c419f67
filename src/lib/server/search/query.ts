import type { Language } from '#lib/domain/documents/common.ts';

/** What can be searched for; a participation is found through its organization and its conference. */
export const searchTypes = ['organization', 'person', 'conference'] as const;
export type SearchType = (typeof searchTypes)[number];

/** Filters whose values are codes, each with counts under the other filters. */
export const facetNames = ['kind', 'region', 'city', 'field', 'status', 'country', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

/** Filters of a search. Values that no record has find nothing. */
export type SearchFilters = { [F in FacetName]?: string } & {
	/** Id of the association to which organizations are or were affiliated. */
	association?: string;
	/** Id of a conference in which organizations took part. */
	conference?: string;
	/** First and last year of founding, Gregorian, both included. */
	founded_from?: number;
	founded_until?: number;
	/** A Gregorian year in which the organization existed. */
	active_in?: number;
};

export const sorts = ['relevance', 'name', 'newest', 'oldest', 'confirmed'] as const;
export type Sort = (typeof sorts)[number];

export type SearchQuery = {
	/** What was typed, as it was typed. Absent or blank: all records that the filters let through. */
	q?: string;
	/** All three types if absent. */
	type?: SearchType;
	filters?: SearchFilters;
	/** By relevance if there are words, else by name. Conferences are newest first by the days on which they were held. */
	sort?: Sort;
	/** Language of the reader: its collation orders names. */
	lang: Language;
	/** 20 unless given, at most 100. */
	limit?: number;
	/** `next` or `previous` of another page of the same search. One that is not ours is passed over. */
	cursor?: string;
	/** Whether counts for the filters are wanted. */
	withFacets?: boolean;
};

/** How a word of the register answers a word of the query. */
export type How =
	'exact' | 'article' | 'prefix' | 'part' | 'spelling' | 'typo' | 'script' | 'gloss' | 'alias' | 'layout';

/** Where a record was found, the weightiest first. */
export const matchFields = ['identifier', 'name', 'related', 'place', 'text'] as const;
export type MatchField = (typeof matchFields)[number];

/**
 * Why a record was found: the text that answers, as it is shown, with the marked stretches `[start, end)` in
 * UTF-16 units, and each word of the query with what answered it.
 */
export type Match = {
	field: MatchField;
	text: string;
	marks: [start: number, end: number][];
	words: { query: string; found: string; how: How }[];
};

export type SearchItem = {
	id: string;
	type: SearchType;
	/** Null where the address would tell a name that is withheld. */
	slug: string | null;
	name_ar: string;
	name_en: string;
	/** Comparable within one search only; absent where the order is not by relevance. */
	score?: number;
	match?: Match;
};

export type FacetCount = { value: string; count: number };

/** Very many records are not counted to the last one: then a figure is what there is at least. */
export type SearchResult = {
	items: SearchItem[];
	total: number;
	is_total_exact: boolean;
	/** Cursors of the neighbouring pages; null where there is none. */
	next: string | null;
	previous: string | null;
	/** Whether pages by relevance end here though more answers the query: only the nearest are ranked. Other orders list all. */
	is_cut_off: boolean;
	/** Empty unless wanted. */
	facets: Partial<Record<FacetName, FacetCount[]>>;
	are_facets_exact: boolean;
	/** A better spelling of the whole query, where it finds more. */
	did_you_mean: string | null;
	/** Words of the query that the results do not answer, because nothing answers all of them; empty if nothing was relaxed. */
	relaxed: string[];
	/** Whether the results only resemble what was typed. */
	is_approximate: boolean;
};

/** One proposal while a query is typed: a record, and how its name answers. */
export type Suggestion = Pick<SearchItem, 'id' | 'type' | 'slug' | 'name_ar' | 'name_en'> & { match?: Match };
