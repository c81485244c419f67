import * as v from 'valibot';
import { licence } from '../documents/organization.ts';
import { citing } from './citing.ts';
import { typedDate } from './date.ts';
import { editorForm } from './editor_form.ts';
import { mergeRows, rowValues } from './rows.ts';

const fields = ['number', 'issuer', 'from', 'until', 'state'] as const;
const { id, number, issuer, state } = licence.entries;

/** Licences and registrations as printed. */
export const licencesForm = editorForm({
	entries: {
		licences: v.pipe(
			v.optional(v.array(v.object({ id, number, issuer, from: typedDate, until: typedDate, state })), []),
			v.maxLength(60, 'error.too_many')
		)
	},
	rows: { licences: ['number', 'issuer.ar', 'issuer.en'] },
	values: ({ licences }) => rowValues('licences', licences, fields),
	after: (document, { licences, source_url }) =>
		citing(document, { ...document, licences: mergeRows(document.licences, licences, fields) }, source_url)
});
