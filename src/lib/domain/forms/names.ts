import * as v from 'valibot';
import { name } from '../documents/common.ts';
import type { ConferenceDocument } from '../documents/conference.ts';
import type { OrganizationDocument } from '../documents/organization.ts';
import { citing } from './citing.ts';
import { typedDate } from './date.ts';
import { formsFor } from './editor_form.ts';
import { mergeRows, rowValues } from './rows.ts';

const fields = ['value', 'lang', 'kind', 'from', 'until'] as const;
const { id, value, lang, kind } = name.entries;

/** Names of a record, in their order, with the time in which each was borne. */
const formOfNames = <Document extends OrganizationDocument | ConferenceDocument>() =>
	formsFor<Document>()({
		entries: {
			names: v.pipe(
				v.optional(v.array(v.object({ id, value, lang, kind, from: typedDate, until: typedDate })), []),
				v.minLength(1, 'error.no_name'),
				v.maxLength(60, 'error.too_many')
			)
		},
		rows: { names: 'value' },
		values: ({ names }) => rowValues('names', names, fields),
		after: (document, { names, source_url }) =>
			citing(document, { ...document, names: mergeRows(document.names, names, fields) }, source_url)
	});

export const namesForm = formOfNames<OrganizationDocument>();
export const conferenceNamesForm = formOfNames<ConferenceDocument>();
