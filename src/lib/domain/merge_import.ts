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
	const sources = identify('sources', current, partsOf(incoming, 'sources'));
	const sourceIds = new Map([
		...idsByUrl(partsOf(current, 'sources')),
		...idsByUrl(sources),
		...renamed(incoming, 'sources', sources)
	]);
	const citing = (list: string) => partsOf(incoming, list).map((part) => withSourceIds(part, sourceIds));
	const terms = identify('board_terms', current, citing('board_terms'));
	const termIds = renamed(incoming, 'board_terms', terms);
	const known: Record<string, Part[]> = { sources, board_terms: terms };
	const lists = given.map((list) => {
		const parts =
			known[list] ??
			identify(
				list,
				current,
				citing(list).map((part) => withTermId(part, termIds))
			);
		return [list, inCurrentOrder(list, current, parts)];
	});
	const cited = citedBy(current, incoming, sourceIds);
	return { ...current, ...incoming, ...Object.fromEntries(lists), cited };
}

/** The part among these that says the same thing as another, by what a part of this list is known by. */
export function findSame<P extends object>(list: string, among: readonly P[], part: object): P | undefined {
	const free = [...among] as Part[];
	return mostAlike(part as Part, list, groupByKey(list, free), new Set(free)) as P | undefined;
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
		for (const keys of keysIn(list, part)) {
			const key = keyOf(keys, part);
			groups.set(key, [...(groups.get(key) ?? []), part]);
		}
	}
	return groups;
}

/**
 * The free part that agrees in the surest set of keys which both have. Who held a post twice has two parts under
 * one key: the one that began on the same day is meant, else the first.
 */
function mostAlike(part: Part, list: string, byKey: Map<string, Part[]>, free: Set<Part>): Part | undefined {
	const tried: string[] = [];
	for (const keys of keysIn(list, part)) {
		const alike = (byKey.get(keyOf(keys, part)) ?? []).filter(
			(each) => free.has(each) && tried.every((first) => each[first] === undefined)
		);
		if (alike.length > 0) return alike.find(({ from }) => from === part.from) ?? alike[0];
		tried.push(keys[0]!);
	}
	return undefined;
}

/** The sets of keys under which a part may be known again, the surest first; the last where it has none of them. */
function keysIn(list: string, part: Part): (readonly string[])[] {
	const given = naturalKeys[list]!.filter(([first]) => part[first!] !== undefined);
	return given.length > 0 ? given : naturalKeys[list]!.slice(-1);
}

const keyOf = (keys: readonly string[], part: Part) =>
	JSON.stringify(keys.map((key) => [key, comparable(part[key])]));

/** Values in the form in which the register keeps them, whatever their spaces and the order of their languages. */
function comparable(value: unknown): unknown {
	if (typeof value === 'string') return toAsciiDigits(cleanText(value));
	if (typeof value !== 'object' || value === null) return value ?? null;
	return Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, entry]) => [key, comparable(entry)]);
}

/** The ids that the file gave to parts, each with the one that the part has on the register. */
const renamed = (incoming: Value, list: string, identified: Part[]): Map<unknown, string> =>
	new Map(partsOf(incoming, list).map(({ id }, index) => [id, identified[index]!.id!]));

const idsByUrl = (sources: Part[]): [unknown, string][] => sources.map(({ url, id }) => [url, id!]);

type Ids = ReadonlyMap<unknown, string>;

const withSourceIds = (part: Part, ids: Ids): Part =>
	part.sources === undefined ? part : { ...part, sources: named(part.sources, ids) as string[] };

const withTermId = (part: Part, ids: Ids): Part =>
	part.term === undefined ? part : { ...part, term: ids.get(part.term) ?? part.term };

function citedBy(current: Value | null, { cited = {} }: Value, sourceIds: Ids): unknown {
	if (!isValue(cited)) return cited;
	const fields = Object.entries(cited).map(([field, sources]) => [field, named(sources, sourceIds)]);
	return { ...(current?.cited as Value), ...Object.fromEntries(fields) };
}

const named = (sources: unknown, ids: Ids): unknown =>
	Array.isArray(sources) ? sources.map((source) => ids.get(source) ?? source) : sources;

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
