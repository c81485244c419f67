import { isSame } from './change.ts';
import type { RecordType } from './documents/common.ts';
import type { RecordDocument } from './documents/document.ts';
import { findSame } from './merge_import.ts';

/** Where records refer to each other: list (none for the record itself), key, and the type of what is meant. */
export const referenceKeys: Record<RecordType, readonly (readonly [string | null, string, RecordType])[]> = {
	organization: [
		[null, 'part_of', 'organization'],
		[null, 'successor', 'organization'],
		['affiliations', 'to', 'organization'],
		['appointments', 'person', 'person']
	],
	person: [],
	conference: [
		[null, 'series', 'conference'],
		['organizers', 'organization', 'organization'],
		['patrons', 'person', 'person']
	],
	participation: [
		[null, 'organization', 'organization'],
		[null, 'conference', 'conference'],
		[null, 'inviter', 'organization'],
		['delegates', 'person', 'person']
	]
};

type Part = Record<string, unknown> & { id: string };
type Tree = Record<string, unknown>;

/** In these lists nobody stands twice; elsewhere only what says the same is a double. */
const onceOnly = new Set(['delegates', 'organizers', 'patrons']);

/**
 * The document with one record put in the place of another wherever it refers to it. What comes to say the same
 * twice is said once, with what either adds, and what would refer to the document itself is dropped.
 */
export function moveReferences<T extends RecordDocument>(document: T, from: string, to: string): T {
	const copy = structuredClone(document) as unknown as Tree;
	for (const [list, key] of referenceKeys[document.type]) {
		if (list === null) moveValue(copy, key, from, to);
		else if (mentions(copy[list] as Part[], key, from, document.id)) {
			copy[list] = moveInList(list, copy[list] as Part[], key, { from, to, self: document.id });
		}
	}
	return copy as unknown as T;
}

function moveValue(copy: Tree, key: string, from: string, to: string): void {
	if (copy[key] === from) copy[key] = to;
	if (copy[key] === copy.id) delete copy[key];
}

const mentions = (parts: Part[], key: string, ...ids: unknown[]) =>
	parts.some((part) => part[key] !== undefined && ids.includes(part[key]));

function moveInList(
	list: string,
	parts: Part[],
	key: string,
	{ from, to, self }: { from: string; to: string; self: string | undefined }
): Part[] {
	const kept: Part[] = [];
	for (const part of parts) {
		const moved = part[key] === from ? { ...part, [key]: to } : part;
		if (moved[key] !== undefined && moved[key] === self) continue;
		const same = onceOnly.has(list)
			? findSame(list, kept, moved)
			: kept.find((other) => saysTheSame(other, moved));
		if (same) Object.assign(same, { ...moved, ...same });
		else kept.push(moved);
	}
	return kept;
}

const saysTheSame = (one: Part, other: Part): boolean =>
	isSame({ ...one, id: '', sources: [] }, { ...other, id: '', sources: [] });
