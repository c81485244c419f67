import { daysWithin } from '#lib/domain/dates.ts';
import { displayName } from '#lib/domain/display_name.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import type { DocumentOf, RecordDocument } from '#lib/domain/documents/document.ts';
import { isWithheldName } from '#lib/domain/public_view.ts';
import { facetLexeme, identifierLexeme, nameLexemes } from './lexemes.ts';
import { textWords } from './text_words.ts';
import { activeYears, yearsWithin } from './years.ts';

export type Searchable = DocumentOf<'organization' | 'person' | 'conference'>;

/** What a record says about others and about codes, in words. */
export type Mentions = {
	/** Names of the records that it mentions, or that mention it, by id. */
	names: ReadonlyMap<string, readonly string[]>;
	/** Ids of the organizations in which a person holds or held a post. */
	organizationsOf: ReadonlyMap<string, readonly string[]>;
	/** Names of regions and fields of work by code, in both languages. */
	regions: ReadonlyMap<string, readonly string[]>;
	fields: ReadonlyMap<string, readonly string[]>;
};

export type SearchEntry = {
	name_ar: string;
	name_en: string;
	names: string;
	related: string;
	place: string;
	facets: string[];
	name_words: string[];
	words: string[];
	prior: number;
	active_years: string | null;
	confirmed_on: string;
	held_on: string;
};

/** Sorts behind every day. */
const never = '-infinity';

/** Words of an entry that are kept: enough for the longest record, so that no entry grows without bound. */
const MOST_WORDS = 1500;

/**
 * What finds a record, from its public view, and each of its words as it is written there. A person whose name is
 * withheld has an entry that nothing finds.
 */
export function searchEntryOf(
	document: Searchable,
	mentions: Mentions
): { entry: SearchEntry; shown: Map<string, string> } {
	const shown = new Map<string, string>();
	const read = (text: string) => wordsOf(text, shown);
	const names = document.names.filter((name) => !isWithheldName(name));
	const isFound = names.length > 0;
	const nameWords = names.map(({ value }) => read(value));
	const related = isFound ? relatedNames(document, mentions).map(read) : [];
	const place = isFound ? placeTexts(document, mentions).map(read) : [];
	const texts = isFound ? longTexts(document, mentions).map(read) : [];
	const facets = isFound ? facetsOf(document) : [];
	const all = [...nameWords, ...related, ...place, ...texts].flat();
	const ids = isFound ? [document.id!, ...identifiersOf(document)].map(identifierLexeme) : [];
	const entry = {
		name_ar: displayName(document.names, 'ar'),
		name_en: displayName(document.names, 'en'),
		names: nameWords.map(joined).join('\n'),
		related: related.map(joined).join('\n'),
		place: place.map(joined).join('\n'),
		facets,
		name_words: distinct(nameWords.flatMap(nameLexemes)),
		words: distinct([...ids, ...facets, ...all]).slice(0, MOST_WORDS),
		prior: priorOf(document),
		active_years: document.type === 'organization' ? activeYears(document) : null,
		confirmed_on: document.confirmed_on ?? never,
		held_on: document.type === 'conference' && document.from ? daysWithin(document.from).earliest : never
	};
	return { entry, shown };
}

function wordsOf(text: string, shown: Map<string, string>): string[] {
	return textWords(text).map(({ word, start, end }) => {
		if (!shown.has(word)) shown.set(word, text.slice(start, end));
		return word;
	});
}

const joined = (words: string[]): string => words.join(' ');
const distinct = (words: string[]): string[] => [...new Set(words)];

/** Ids of the records whose names help to find this one. */
export function relatedIds(document: Searchable, mentions: Pick<Mentions, 'organizationsOf'>): string[] {
	return distinct(related(document, mentions).filter((id) => id !== undefined));
}

function related(document: Searchable, mentions: Pick<Mentions, 'organizationsOf'>): (string | undefined)[] {
	switch (document.type) {
		case 'organization':
			return [
				document.part_of,
				...document.affiliations.map(({ to }) => to),
				...document.appointments.map(({ person }) => person)
			];
		case 'conference':
			return [
				document.series,
				...document.organizers.map(({ organization }) => organization),
				...document.patrons.map(({ person }) => person)
			];
		case 'person':
			return [...(mentions.organizationsOf.get(document.id!) ?? [])];
	}
}

function relatedNames(document: Searchable, mentions: Mentions): string[] {
	const printed =
		document.type === 'conference'
			? [...document.organizers, ...document.patrons].flatMap(({ name }) => both(name))
			: [];
	return [...relatedIds(document, mentions).flatMap((id) => mentions.names.get(id) ?? []), ...printed];
}

const countryNames: Record<Language, Intl.DisplayNames> = {
	ar: new Intl.DisplayNames('ar', { type: 'region' }),
	en: new Intl.DisplayNames('en', { type: 'region' })
};

/** Its place in both languages, the nearest first. */
export function placeTexts(document: Searchable, { regions }: Pick<Mentions, 'regions'>): string[] {
	if (document.type === 'person') return [];
	const venue = document.type === 'conference' ? both(document.venue) : [];
	if (!document.place) return venue;
	const { country, region, governorate, city, district } = document.place;
	return [
		...[city, district, governorate].flatMap(both),
		...venue,
		...((region && regions.get(region)) || []),
		countryNames.ar.of(country) ?? '',
		countryNames.en.of(country) ?? ''
	];
}

function identifiersOf(document: Searchable): string[] {
	if (document.type !== 'organization') return [];
	const licences = document.licences.map(({ number }) => number).filter((number) => number !== undefined);
	return [...document.identifiers.map(({ value }) => value), ...licences];
}

/** Everything else that it says in words. */
export function longTexts(document: Searchable, { fields: known }: Pick<Mentions, 'fields'>): string[] {
	const fields = 'fields' in document ? document.fields.flatMap((code) => known.get(code) ?? []) : [];
	const aims = document.type === 'organization' ? document.aims.map(({ text }) => text) : [];
	const programme =
		document.type === 'conference'
			? [
					document.theme,
					...document.objectives.map(({ text }) => text),
					...document.recommendations.map(({ text }) => text),
					...document.sessions.map(({ title }) => title)
				]
			: [];
	return [...fields, ...[document.summary, ...aims, ...programme].flatMap(both)];
}

type Both = { ar?: string | undefined; en?: string | undefined } | undefined;
const both = (text: Both): string[] => [text?.ar, text?.en].filter((part) => part !== undefined);

function facetsOf(document: Searchable): string[] {
	const place = 'place' in document ? document.place : undefined;
	const city = place?.city?.ar ?? place?.city?.en;
	const isOrganization = document.type === 'organization';
	const facets: [name: string, values: (string | number | undefined)[]][] = [
		['type', [document.type]],
		['kind', 'kind' in document ? [document.kind] : []],
		['status', 'status' in document ? [document.status] : []],
		['region', [place?.region ?? place?.country]],
		['country', [place?.country]],
		['city', [city]],
		['field', 'fields' in document ? document.fields : []],
		['founded', isOrganization && document.founded ? yearsWithin(document.founded) : []],
		['year', document.type === 'conference' && document.from ? [yearsWithin(document.from)[0]] : []]
	];
	return facets.flatMap(([name, values]) =>
		values.filter((value) => value !== undefined).map((value) => facetLexeme(name, value))
	);
}

/** Of equal matches the active, confirmed, described and sourced one comes first. */
function priorOf(document: Searchable & RecordDocument): number {
	const isActive = 'status' in document && (document.status === 'active' || document.status === 'held');
	const merits = [isActive, document.confirmed_on, document.summary, document.sources.length > 0];
	return (1 + merits.filter(Boolean).length) / (1 + merits.length);
}
