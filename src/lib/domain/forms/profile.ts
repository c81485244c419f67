import * as v from 'valibot';
import { link, localText, name, place } from '../documents/common.ts';
import type { OrganizationDocument } from '../documents/organization.ts';
import { citing } from './citing.ts';
import { dateValues, typedDate } from './date.ts';
import { aboutEntries, type EditorForm } from './editor_form.ts';
import { chosenInOrder } from './entries.ts';
import { flatValues, mergeRows, rowValues } from './rows.ts';

const nameRow = v.object(v.pick(v.object(name.entries), ['id', 'value', 'lang', 'kind']).entries);
const linkRow = v.object(v.pick(v.object(link.entries), ['id', 'kind', 'url', 'visibility']).entries);

/** What the profile form asks for: names, summary, place, founding, fields of work, links; why, and where it can be read. */
export const profileSchema = v.object({
	names: v.pipe(
		v.optional(v.array(nameRow), []),
		v.minLength(1, 'error.no_name'),
		v.maxLength(60, 'error.too_many')
	),
	summary: v.optional(localText(4000)),
	place: v.optional(place),
	founded: typedDate,
	fields: v.optional(v.record(v.string(), v.string()), {}),
	links: v.pipe(v.optional(v.array(linkRow), []), v.maxLength(50, 'error.too_many')),
	...aboutEntries
});

export type ProfileInput = v.InferOutput<typeof profileSchema>;

/** A row of the form counts when this field of it is filled in: emptying it removes the row. */
export const profileRows = { names: 'value', links: 'url' } as const;

const nameFields = ['value', 'lang', 'kind'] as const;
const linkFields = ['kind', 'url', 'visibility'] as const;

/** The document as the profile form shows it: flat, `names.0.value` for the rows. */
export function profileValues(document: OrganizationDocument): Record<string, string> {
	const { names, links, fields, summary, founded, place: at } = document;
	return {
		...rowValues('names', names, nameFields),
		...rowValues('links', links, linkFields),
		...flatValues('summary', summary),
		...flatValues('fields', Object.fromEntries(fields.map((code) => [code, true]))),
		...flatValues('place', at),
		...dateValues('founded', founded)
	};
}

/** The document with what the form says; what the form does not show stays as it was. */
export function withProfile(document: OrganizationDocument, input: ProfileInput): OrganizationDocument {
	const { summary: _summary, place: _place, founded: _founded, ...rest } = document;
	const after: OrganizationDocument = {
		...rest,
		names: mergeRows(document.names, input.names, nameFields),
		links: mergeRows(document.links, input.links, linkFields),
		fields: chosenInOrder(document.fields, input.fields),
		...(input.summary && { summary: input.summary }),
		...(input.place && { place: input.place }),
		...(input.founded && { founded: input.founded })
	};
	return citing(document, after, input.source_url);
}

export const profileForm: EditorForm<ProfileInput> = {
	entries: profileSchema.entries,
	rows: profileRows,
	values: profileValues,
	after: withProfile
};
