import * as v from 'valibot';
import { diff, isSame } from '../change.ts';
import { link, localText, longText, name, place, webAddress } from '../documents/common.ts';
import type { OrganizationDocument } from '../documents/organization.ts';
import { childId } from '../registry_id.ts';

const nameRow = v.object(v.pick(v.object(name.entries), ['id', 'value', 'lang', 'kind']).entries);
const linkRow = v.object(v.pick(v.object(link.entries), ['id', 'kind', 'url', 'visibility']).entries);

/** What the profile form asks for: names, summary, place, fields of work, links; why, and where it can be read. */
export const profileSchema = v.object({
	names: v.pipe(
		v.optional(v.array(nameRow), []),
		v.minLength(1, 'error.no_name'),
		v.maxLength(60, 'error.too_many')
	),
	summary: v.optional(localText(4000)),
	place: v.optional(place),
	fields: v.optional(v.record(v.string(), v.string()), {}),
	links: v.pipe(v.optional(v.array(linkRow), []), v.maxLength(50, 'error.too_many')),
	source_url: v.optional(webAddress),
	reason: v.optional(longText(1000))
});

export type ProfileInput = v.InferOutput<typeof profileSchema>;

/** A row of the form counts when this field of it is filled in: emptying it removes the row. */
export const profileRows = { names: 'value', links: 'url' } as const;

/** The document as the profile form shows it: flat, `names.0.value` for the rows. */
export function profileValues(document: OrganizationDocument): Record<string, string> {
	const { names, links, fields, summary, place: at } = document;
	const rows = [
		...names.map(({ id, value, lang, kind }, n) => [`names.${n}`, { id, value, lang, kind }] as const),
		...links.map(
			({ id, kind, url, visibility }, n) => [`links.${n}`, { id, kind, url, visibility }] as const
		),
		['summary', summary ?? {}] as const,
		['fields', Object.fromEntries(fields.map((code) => [code, 'on']))] as const,
		['place', { country: at?.country, region: at?.region }] as const,
		...(['governorate', 'city', 'district'] as const).map(
			(part) => [`place.${part}`, at?.[part] ?? {}] as const
		)
	];
	return Object.fromEntries(
		rows.flatMap(([prefix, row]) =>
			Object.entries(row).flatMap(([key, value]) =>
				value === undefined ? [] : [[`${prefix}.${key}`, value]]
			)
		)
	);
}

/** The document with what the form says; what the form does not show stays as it was. */
export function withProfile(document: OrganizationDocument, input: ProfileInput): OrganizationDocument {
	const { summary: _summary, place: _place, ...rest } = document;
	const after: OrganizationDocument = {
		...rest,
		names: mergeRows(document.names, input.names),
		links: mergeRows(document.links, input.links),
		fields: keepOrder(document.fields, Object.keys(input.fields)),
		...(input.summary && { summary: input.summary }),
		...(input.place && { place: input.place })
	};
	return citing(document, after, input.source_url);
}

/** The rows of the form laid over the parts with the same id; a part that the form left out is gone. */
function mergeRows<Part extends { id: string; sources: string[] }>(
	parts: Part[],
	rows: Omit<Part, 'sources'>[]
): Part[] {
	const byId = new Map(parts.map((part) => [part.id, part]));
	return rows.map((row) => ({ sources: [], ...byId.get(row.id), ...row }) as unknown as Part);
}

/** The main field of work stays first. */
function keepOrder(before: string[], chosen: string[]): string[] {
	return [
		...before.filter((code) => chosen.includes(code)),
		...chosen.filter((code) => !before.includes(code))
	];
}

/**
 * Cites the source for every value that differs from before. Without one, such a value cites nothing any more: the
 * sources of the old value do not state the new one, which is what the organization says of itself.
 */
function citing(
	before: OrganizationDocument,
	after: OrganizationDocument,
	url?: string
): OrganizationDocument {
	const changed = diff(before, after).map(({ path }) => path.split('/'));
	if (changed.length === 0) return after;
	const parts = new Set(changed.map(([list, id]) => `${list}/${id}`));
	const fields = citedFields.filter((field) => changed.some(([first]) => first === field));
	const known = after.sources.find((source) => source.url === url);
	const source = known ?? (url ? { id: childId(), url } : undefined);
	const ids = source ? [source.id] : [];
	const cite = <Part extends { id: string; sources: string[] }>(list: string, items: Part[]) =>
		items.map((part) => (parts.has(`${list}/${part.id}`) ? { ...part, sources: ids } : part));
	const citedNow = fields.map((field) => [field, isSame(after[field], undefined) ? [] : ids] as const);
	const cited = { ...after.cited, ...Object.fromEntries(citedNow) };
	return {
		...after,
		sources: source && !known ? [...after.sources, source] : after.sources,
		cited: Object.fromEntries(Object.entries(cited).filter(([, sources]) => sources.length > 0)),
		names: cite('names', after.names),
		links: cite('links', after.links)
	};
}

const citedFields = ['summary', 'place', 'fields'] as const;
