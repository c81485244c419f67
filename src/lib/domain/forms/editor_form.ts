import * as v from 'valibot';
import { longText, webAddress } from '../documents/common.ts';
import type { OrganizationDocument } from '../documents/organization.ts';

/** What every form asks besides: why, and where it can be read. */
export const aboutEntries = { source_url: v.optional(webAddress), reason: v.optional(longText(1000)) };
type Reading<Entries extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<Entries, undefined>>;

/** What of a document somebody edits on one page, and how its fields become the document after it. */
export type EditorForm<Input> = {
	entries: v.ObjectEntries;
	/** Groups of rows, each with the fields by which a row counts: one in which all of them are empty is no row. */
	rows: Readonly<Record<string, string | readonly string[]>>;
	values(document: OrganizationDocument): Record<string, string>;
	/** The document with what the form says; what the form does not show stays as it was. */
	after(document: OrganizationDocument, input: Input, added: readonly string[]): OrganizationDocument;
	/** What is wrong by the record, not by the form alone: message keys by field, rows counted as in the input. */
	refuse?(document: OrganizationDocument, input: Input): { [field: string]: string | undefined };
	/** People whom the form names, rows counted as in the input, and who are to be found on the register or added to it. */
	people?(input: Input): PersonAsked[];
};

/**
 * A person named by typing. `field` begins the names of the fields about it
 * (`members.2.`, or nothing), `chosen` is what was answered so far.
 */
export type PersonAsked = { field: string; name: string; chosen?: string | undefined };

/** What a person field answers for somebody who is not on the register yet. */
export const NEW_PERSON = 'new';

/** A form of these fields, with the two that every form has. */
export function editorForm<Entries extends v.ObjectEntries>(
	form: { entries: Entries } & Omit<EditorForm<Reading<Entries> & Reading<typeof aboutEntries>>, 'entries'>
): EditorForm<Reading<Entries> & Reading<typeof aboutEntries>> {
	return { ...form, entries: { ...form.entries, ...aboutEntries } };
}
