import { diff, isSame, type Operation } from '../change.ts';
import type { RecordDocument } from '../documents/document.ts';
import { childId } from '../registry_id.ts';

type Cited = { id: string; sources: string[] };

/** Fields that say where things are read, or which record it is: nothing is cited for them. */
const uncited = new Set(['sources', 'cited', 'slug', 'confirmed_on']);

/**
 * Cites the source for every value that differs from before. Without one, such a value cites nothing any more: the
 * sources of the old value do not state the new one, which is what whoever edits says of it. A part that only
 * gained a value, such as the end of a post, keeps its sources.
 */
export function citing<Document extends RecordDocument>(
	before: Document,
	after: Document,
	url?: string
): Document {
	const changes = diff(before, after).filter(({ path }) => !uncited.has(path.split('/')[0]!));
	if (changes.length === 0) return after;
	const known = after.sources.find((source) => url !== undefined && source.url === url);
	const source = known ?? (url ? { id: childId(), url } : undefined);
	const ids = source ? [source.id] : [];
	const lists = Object.entries(after).filter(([list, value]) => !uncited.has(list) && isPartList(value));
	const fields = [...new Set(changes.map(({ path }) => path.split('/')[0]!))].filter(
		(field) => !lists.some(([list]) => list === field)
	);
	return {
		...after,
		...Object.fromEntries(
			lists.map(([list, parts]) => [list, citingParts(list, parts as Cited[], changes, ids)])
		),
		sources: source && !known ? [...after.sources, source] : after.sources,
		cited: citedFields(after, fields, ids)
	};
}

function citingParts(list: string, parts: Cited[], changes: readonly Operation[], ids: string[]): Cited[] {
	return parts.map((part) => {
		const path = `${list}/${part.id}`;
		const own = changes.filter((change) => change.path === path || change.path.startsWith(`${path}/`));
		if (own.length === 0) return part;
		const isAddition = own.every((change) => change.path !== path && change.old === undefined);
		const kept = isAddition ? part.sources.filter((id) => !ids.includes(id)) : [];
		return { ...part, sources: [...kept, ...ids] };
	});
}

function citedFields(after: RecordDocument, fields: string[], ids: string[]): Record<string, string[]> {
	const valueOf = (field: string) => after[field as keyof RecordDocument];
	const now = fields.map((field) => [field, isSame(valueOf(field), undefined) ? [] : ids] as const);
	const cited = Object.entries({ ...after.cited, ...Object.fromEntries(now) });
	return Object.fromEntries(cited.filter(([, sources]) => sources.length > 0));
}

const isPartList = (value: unknown) =>
	Array.isArray(value) && value.some((part) => typeof part === 'object' && part !== null);
