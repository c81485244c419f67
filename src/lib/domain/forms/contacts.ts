import * as v from 'valibot';
import { readContact, readLink } from '../contact_points.ts';
import { contact, link } from '../documents/common.ts';
import { citing } from './citing.ts';
import { editorForm } from './editor_form.ts';
import { mergeRows, rowValues } from './rows.ts';

const linkFields = ['url', 'kind', 'visibility'] as const;
const contactFields = ['value', 'kind', 'visibility'] as const;

const linkRow = v.pipe(
	v.object({
		id: link.entries.id,
		kind: link.entries.kind,
		url: v.pipe(v.string(), v.maxLength(2000, 'error.too_long')),
		visibility: link.entries.visibility
	}),
	v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
		const read = readLink(value.kind, value.url);
		if (read.error === undefined)
			return { ...value, ...(read.value as { kind: typeof value.kind; url: string }) };
		addIssue({ message: read.error, path: [pathItem(value, 'url')] });
		return NEVER;
	})
);

const contactRow = v.pipe(
	v.object({
		id: contact.entries.id,
		kind: contact.entries.kind,
		value: contact.entries.value,
		visibility: contact.entries.visibility
	}),
	v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
		const read = readContact(value.kind, value.value);
		if (read.error === undefined) return { ...value, value: read.value };
		addIssue({ message: read.error, path: [pathItem(value, 'value')] });
		return NEVER;
	})
);

const pathItem = <Row extends Record<string, unknown>>(input: Row, key: keyof Row & string) => ({
	...{ type: 'object' as const, origin: 'value' as const },
	...{ input, key, value: input[key] }
});

/** Links and ways to reach an organization, typed in any form that people paste; who sees each is its own choice. */
export const contactsForm = editorForm({
	entries: {
		contacts: v.pipe(v.optional(v.array(contactRow), []), v.maxLength(30, 'error.too_many')),
		links: v.pipe(v.optional(v.array(linkRow), []), v.maxLength(50, 'error.too_many'))
	},
	rows: { contacts: 'value', links: 'url' },
	values: ({ contacts, links }) => ({
		...rowValues('contacts', contacts, contactFields),
		...rowValues('links', links, linkFields)
	}),
	after: (document, { contacts, links, source_url }) =>
		citing(
			document,
			{
				...document,
				contacts: mergeRows(document.contacts, contacts, contactFields),
				links: mergeRows(document.links, links, linkFields)
			},
			source_url
		)
});
