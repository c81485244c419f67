import { childId } from './registry_id.ts';
import { cleanText, toAsciiDigits } from './text.ts';

type Value = Record<string, unknown>;
type Part = Value & { id?: string; sources?: string[] };

/**
 * By what a part of an imported record is known again where the file gives no id: the first of these sets of
 * keys that the part has in common with one on the register.
 */
const naturalKeys: Record<string, readonly (readonly string[])[]> = {
	names: [['value', 'lang']],
	links: [['url']],
	contacts: [['kind', 'value']],
	figures: [['label', 'as_of']],
	alternatives: [['field', 'value']],
	notes: [['text']],
	sources: [['url'], ['publisher', 'title']],
	aims: [['text']],
	affiliations: [['to', 'from']],
	identifiers: [['scheme', 'value']],
	licences: [['number'], ['issuer', 'from']],
	board_terms: [['number'], ['label'], ['from']],
	appointments: [['person', 'position', 'term']],
	sessions: [['title', 'on']],
	organizers: [['organization'], ['name']],
	patrons: [['person'], ['name']],
	objectives: [['text']],
	recommendations: [['text']],
	delegates: [['person']]
};

export const partLists = Object.keys(naturalKeys);

/**
 * The document that an imported record leads to: fields that the file gives replace the current ones, parts are
 * known again by id or by their natural key and replaced, others are added. Nothing is removed by leaving it out.
 * Sources may be named by their URL wherever an id is due; they become ids here.
 */
export function mergeImport(current: Value | null, incoming: Value): Value {
	const given = partLists.filter((list) => isPartList(incoming[list]));
	const terms = identify('board_terms', current, partsOf(incoming, 'board_terms'));
	const termIds = renamedTerms(incoming, terms);
	const lists = given.map((list) => {
		const parts =
			list === 'appointments' ? withTermIds(incoming[list] as Part[], termIds) : (incoming[list] as Part[]);
		const identified = list === 'board_terms' ? terms : identify(list, current, parts);
		return [list, inCurrentOrder(list, current, identified)];
	});
	const merged: Value = { ...current, ...incoming, ...Object.fromEntries(lists) };
	const { cited = {} } = incoming;
	const known = isValue(cited) ? { ...(current?.cited as Value), ...cited } : cited;
	return { ...merged, ...namedSources({ ...merged, cited: known }) };
}

/** What is no list of objects stays as it is, for the schema to refuse. */
const isPartList = (value: unknown): value is Part[] => Array.isArray(value) && value.every(isValue);

const isValue = (value: unknown): value is Value =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const partsOf = (document: Value | null, list: string): Part[] => {
	const parts = document?.[list];
	return isPartList(parts) ? parts : [];
};

/** The incoming parts, each with the id of the current part that is the same, or a new id. */
function identify(list: string, current: Value | null, incoming: Part[]): Part[] {
	const free = new Set(partsOf(current, list));
	const byId = new Map([...free].map((part) => [part.id, part]));
	const byKey = groupByKey(list, [...free]);
	const take = (part: Part | undefined) => (part && free.delete(part) ? part : undefined);
	const sameById = incoming.map((part) => take(part.id === undefined ? undefined : byId.get(part.id)));
	return incoming.map((part, index) => {
		const same = sameById[index] ?? take(mostAlike(part, list, byKey, free));
		return { ...same, ...part, id: same?.id ?? part.id ?? childId() };
	});
}

function groupByKey(list: string, parts: Part[]): Map<string, Part[]> {
	const groups = new Map<string, Part[]>();
	for (const part of parts) {
		for (const key of keysOf(list, part)) groups.set(key, [...(groups.get(key) ?? []), part]);
	}
	return groups;
}

/** Who held a post twice has two parts under one key: the one that began on the same day is meant, else the first. */
function mostAlike(part: Part, list: string, byKey: Map<string, Part[]>, free: Set<Part>): Part | undefined {
	for (const key of keysOf(list, part)) {
		const alike = (byKey.get(key) ?? []).filter((each) => free.has(each));
		if (alike.length > 0) return alike.find(({ from }) => from === part.from) ?? alike[0];
	}
	return undefined;
}

/** Ids that the file gave to terms which are on the register under another id. */
function renamedTerms(incoming: Value, terms: Part[]): Map<unknown, string> {
	return new Map(partsOf(incoming, 'board_terms').map((term, index) => [term.id, terms[index]!.id!]));
}

function withTermIds(appointments: Part[], termIds: Map<unknown, string>): Part[] {
	return appointments.map((part) =>
		part.term === undefined ? part : { ...part, term: termIds.get(part.term) ?? part.term }
	);
}

/** The current parts in their order, each replaced by the incoming one that is the same, then the new ones. */
function inCurrentOrder(list: string, current: Value | null, parts: Part[]): Part[] {
	const before = partsOf(current, list);
	const replacing = new Map(parts.map((part) => [part.id, part]));
	const known = new Set(before.map(({ id }) => id));
	return [
		...before.map((part) => replacing.get(part.id) ?? part),
		...parts.filter(({ id }) => !known.has(id))
	];
}

/** The keys under which a part may be known again, the surest first; a part that has none of them has the last. */
function keysOf(list: string, part: Part): string[] {
	const given = naturalKeys[list]!.filter(([first]) => part[first!] !== undefined);
	const sets = given.length > 0 ? given : naturalKeys[list]!.slice(-1);
	return sets.map((keys) => JSON.stringify(keys.map((key) => [key, comparable(part[key])])));
}

/** Values in the form in which the register keeps them, whatever their spaces and the order of their languages. */
function comparable(value: unknown): unknown {
	if (typeof value === 'string') return toAsciiDigits(cleanText(value));
	if (typeof value !== 'object' || value === null) return value ?? null;
	return Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, entry]) => [key, comparable(entry)]);
}

/** Puts ids where sources are named by URL, in `cited` and in every part. */
function namedSources(document: Value): Value {
	const ids = new Map(partsOf(document, 'sources').map((source) => [source.url, source.id!]));
	const named = (sources: unknown) =>
		Array.isArray(sources) ? [...new Set(sources.map((source) => ids.get(source) ?? source))] : sources;
	const lists = partLists
		.filter((list) => list !== 'sources' && isPartList(document[list]))
		.map((list) => [
			list,
			partsOf(document, list).map((part) =>
				'sources' in part ? { ...part, sources: named(part.sources) } : part
			)
		]);
	const { cited } = document;
	const fields = isValue(cited) && Object.entries(cited).map(([field, sources]) => [field, named(sources)]);
	return { ...Object.fromEntries(lists), cited: fields ? Object.fromEntries(fields) : cited };
}
