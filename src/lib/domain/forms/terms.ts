import * as v from 'valibot';
import { boardTerm } from '../documents/organization.ts';
import { citing } from './citing.ts';
import { typedDate } from './date.ts';
import { editorForm } from './editor_form.ts';
import { typedCount } from './entries.ts';
import { mergeRows, rowValues } from './rows.ts';

const fields = ['number', 'label', 'elected_on', 'from', 'until', 'state', 'seats'] as const;
const { id, label, state } = boardTerm.entries;

const termRow = v.object({
	...{ id, number: typedCount, label, elected_on: typedDate },
	...{ from: typedDate, until: typedDate, state, seats: typedCount }
});

/** The terms of a board. */
export const termsForm = editorForm({
	entries: { board_terms: v.pipe(v.optional(v.array(termRow), []), v.maxLength(200, 'error.too_many')) },
	rows: { board_terms: ['number', 'label.ar', 'label.en', 'elected_on.year', 'from.year', 'until.year'] },
	values: ({ board_terms }) => rowValues('board_terms', board_terms, fields),
	refuse: ({ board_terms, appointments }, input) => {
		const kept = new Set(input.board_terms.map(({ id }) => id));
		const hasMembers = board_terms.some(
			(term) => !kept.has(term.id) && appointments.some((post) => post.term === term.id)
		);
		return hasMembers ? { form: 'board.term_has_members' } : {};
	},
	after: (document, { board_terms, source_url }) =>
		citing(
			document,
			{ ...document, board_terms: mergeRows(document.board_terms, board_terms, fields) },
			source_url
		)
});
