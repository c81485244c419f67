import { isSame } from './change.ts';
import type { RecordDocument } from './documents/document.ts';
import { displayLevels } from './documents/person.ts';
import { findSame, partLists } from './merge_import.ts';
import { childId } from './registry_id.ts';
import { stricter } from './restore.ts';

type Part = Record<string, unknown> & { id: string; sources?: string[]; term?: string };
type Tree = Record<string, unknown>;

/** What can be taken over from the record that goes: a field that says something else, or a part that the other lacks. */
export type Offer = { path: string; kept?: unknown; merged: unknown };

/** Which record it is, and what follows from both, is no matter of choice. */
const notOffered = new Set(['type', 'id', 'slug', 'cited', 'confirmed_on', 'display', 'retired', 'sources']);

/** All that the record which goes says beyond the one that stays, in its own order. */
export function offersOf(kept: RecordDocument, merged: RecordDocument): Offer[] {
	const own = kept as unknown as Tree;
	return Object.entries(merged).flatMap(([field, value]): Offer[] => {
		if (notOffered.has(field)) return [];
		if (!partLists.includes(field)) {
			if (isSame(own[field], value) || isSame(value, undefined)) return [];
			return [{ path: field, ...(own[field] !== undefined && { kept: own[field] }), merged: value }];
		}
		return (value as Part[])
			.filter((part) => !findSame(field, partsOf(own, field), part))
			.filter(({ to }) => to === undefined || to !== kept.id)
			.map((part) => ({ path: `${field}/${part.id}`, merged: part }));
	});
}

/**
 * The record that stays, with what was chosen of the other. Parts bring their sources and, as far as it is there,
 * their board term; a part that both have gets the sources of both. Of two ways to show a person the stricter stays.
 */
export function mergeDocuments<T extends RecordDocument>(kept: T, merged: T, chosen: ReadonlySet<string>): T {
	const offers = offersOf(kept, merged).filter(({ path }) => chosen.has(path));
	const after = structuredClone(kept) as unknown as Tree;
	const sources = new SourceMap(after, merged);
	const taken = offers.filter(({ path }) => path.includes('/'));
	const terms = termIds(after, merged, taken);

	for (const { path, merged: value } of offers.filter(({ path }) => !path.includes('/'))) {
		after[path] = value;
		const cited = sources.bring(merged.cited[path] ?? []);
		(after.cited as Tree)[path] = cited;
		if (cited.length === 0) delete (after.cited as Tree)[path];
	}
	for (const list of partLists) uniteSources(list, after, merged, sources);
	for (const { path, merged: part } of taken) {
		const [list = ''] = path.split('/');
		after[list] = [...partsOf(after, list), adopted(list, part as Part, { after, sources, terms })];
	}
	if (kept.type === 'person' && merged.type === 'person') {
		after.display = stricter(displayLevels, kept.display, merged.display);
	}
	return after as unknown as T;
}

function adopted(
	list: string,
	part: Part,
	{ after, sources, terms }: { after: Tree; sources: SourceMap; terms: ReadonlyMap<string, string> }
): Part {
	const { term, ...rest } = part;
	const termId = term === undefined ? undefined : terms.get(term);
	const id = list === 'board_terms' ? terms.get(part.id)! : freeId(partsOf(after, list), part.id);
	return { ...rest, id, ...(termId && { term: termId }), sources: sources.bring(part.sources ?? []) };
}

/** Under which id each term of the record that goes is found in the other, if it is there. */
function termIds(after: Tree, merged: RecordDocument, taken: Offer[]): Map<string, string> {
	const standing = partsOf(after, 'board_terms');
	const own = partsOf(merged as unknown as Tree, 'board_terms');
	return new Map(
		own.flatMap((term): [string, string][] => {
			const same = findSame('board_terms', standing, term);
			if (same) return [[term.id, same.id]];
			const isTaken = taken.some(({ path }) => path === `board_terms/${term.id}`);
			return isTaken ? [[term.id, freeId(standing, term.id)]] : [];
		})
	);
}

function uniteSources(list: string, after: Tree, merged: RecordDocument, sources: SourceMap): void {
	if (list === 'sources') return;
	for (const part of partsOf(merged as unknown as Tree, list)) {
		const same = findSame(list, partsOf(after, list), part);
		if (same) same.sources = [...new Set([...(same.sources ?? []), ...sources.bring(part.sources ?? [])])];
	}
}

/** Brings sources of the record that goes into the other as they are needed, and knows their ids there. */
class SourceMap {
	private readonly ids = new Map<string, string>();
	private readonly after: Tree;
	private readonly merged: RecordDocument;

	constructor(after: Tree, merged: RecordDocument) {
		this.after = after;
		this.merged = merged;
	}

	bring(ids: readonly string[]): string[] {
		return [...new Set(ids.flatMap((id) => this.bringOne(id) ?? []))];
	}

	private bringOne(id: string): string | undefined {
		const known = this.ids.get(id);
		if (known) return known;
		const source = this.merged.sources.find((each) => each.id === id);
		if (!source) return undefined;
		const standing = partsOf(this.after, 'sources');
		const here = findSame('sources', standing, source)?.id ?? freeId(standing, id);
		if (!standing.some((each) => each.id === here)) {
			this.after.sources = [...standing, { ...source, id: here }];
		}
		this.ids.set(id, here);
		return here;
	}
}

const freeId = (parts: Part[], id: string): string => (parts.some((part) => part.id === id) ? childId() : id);

const partsOf = (document: Tree, list: string): Part[] => (document[list] ?? []) as Part[];
