import * as v from 'valibot';
import { longText, webAddress } from '../documents/common.ts';
import type { ConferenceDocument } from '../documents/conference.ts';
import type { RecordDocument } from '../documents/document.ts';
import type { OrganizationDocument } from '../documents/organization.ts';
import type { ParticipationDocument } from '../documents/participation.ts';

/** What every form asks besides: why, and where it can be read. */
export const aboutEntries = { source_url: v.optional(webAddress), reason: v.optional(longText(1000)) };
type Reading<Entries extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<Entries, undefined>>;

/** What of a document somebody edits on one page, and how its fields become the document after it. */
export type EditorForm<Input, Document extends RecordDocument = OrganizationDocument> = {
	entries: v.ObjectEntries;
	/** Groups of rows, each with the fields by which a row counts: one in which all of them are empty is no row. */
	rows: Readonly<Record<string, string | readonly string[]>>;
	values(document: Document): Record<string, string>;
	/** The document with what the form says; what the form does not show stays as it was. */
	after(document: Document, input: Input, added: readonly string[]): Document;
	/** What is wrong by the record, not by the form alone: message keys by field, rows counted as in the input. */
	refuse?(document: Document, input: Input): { [field: string]: string | undefined };
	/** Who is named in the form by typing, rows counted as in the input, and is to be found on the register. */
	asks?(input: Input): Asked[];
};

/**
 * A person or body named by typing. `field` begins the names of the fields about it (`members.2.`, or nothing), `chosen`
 * is what was answered so far.
 */
export type Asked = {
	field: string;
	as: 'person' | 'body';
	name: string;
	chosen?: string | undefined;
	/** Whoever is not on the register stays a name in words; else a person comes on the register with the change. */
	staysInWords?: boolean;
};

/** What a person field answers for somebody who is not on the register yet and comes on it. */
export const NEW_PERSON = 'new';

/** What a field answers for somebody who is not on the register and stays a name in words. */
export const IN_WORDS = 'words';

/** Makes forms for one type of record: their fields, with the two that every form has. */
export const formsFor =
	<Document extends RecordDocument>() =>
	<Entries extends v.ObjectEntries>(
		form: { entries: Entries } & Omit<
			EditorForm<Reading<Entries> & Reading<typeof aboutEntries>, Document>,
			'entries'
		>
	): EditorForm<Reading<Entries> & Reading<typeof aboutEntries>, Document> => ({
		...form,
		entries: { ...form.entries, ...aboutEntries }
	});

export const editorForm = formsFor<OrganizationDocument>();
export const conferenceForm = formsFor<ConferenceDocument>();
export const formOfParticipation = formsFor<ParticipationDocument>();
