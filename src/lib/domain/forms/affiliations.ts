import * as v from 'valibot';
import { affiliation } from '../documents/organization.ts';
import { citing } from './citing.ts';
import { typedDate } from './date.ts';
import { editorForm } from './editor_form.ts';
import { mergeRows, rowValues } from './rows.ts';

const fields = ['to', 'role', 'from', 'until'] as const;
const { id, to, role } = affiliation.entries;

/** Dates of the affiliations that there are; new ones are proposed to the other side. */
export const affiliationsForm = editorForm({
	entries: {
		affiliations: v.pipe(
			v.optional(v.array(v.object({ id, to, role, from: typedDate, until: typedDate })), []),
			v.maxLength(200, 'error.too_many')
		)
	},
	rows: { affiliations: 'to' },
	values: ({ affiliations }) => rowValues('affiliations', affiliations, fields),
	refuse: (document, { affiliations }) => {
		const known = new Map(document.affiliations.map((each) => [each.id, each.to]));
		return affiliations.every((row) => known.get(row.id) === row.to)
			? {}
			: { form: 'affiliation.is_proposed' };
	},
	after: (document, { affiliations, source_url }) =>
		citing(
			document,
			{ ...document, affiliations: mergeRows(document.affiliations, affiliations, fields) },
			source_url
		)
});
