import * as v from 'valibot';
import { identifier } from '../documents/organization.ts';
import { citing } from './citing.ts';
import { editorForm } from './editor_form.ts';
import { mergeRows, rowValues } from './rows.ts';

const fields = ['scheme', 'value'] as const;
const { id, scheme, value } = identifier.entries;

/** Numbers under which an organization is known elsewhere. */
export const identifiersForm = editorForm({
	entries: {
		identifiers: v.pipe(
			v.optional(v.array(v.object({ id, scheme, value })), []),
			v.maxLength(60, 'error.too_many')
		)
	},
	rows: { identifiers: ['scheme', 'value'] },
	values: ({ identifiers }) => rowValues('identifiers', identifiers, fields),
	after: (document, { identifiers, source_url }) =>
		citing(
			document,
			{ ...document, identifiers: mergeRows(document.identifiers, identifiers, fields) },
			source_url
		)
});
