import * as v from 'valibot';
import { objective, recommendation } from '../documents/conference.ts';
import { citing } from './citing.ts';
import { conferenceForm } from './editor_form.ts';
import { mergeRows, rowValues } from './rows.ts';

const { id, text, owner, state } = recommendation.entries;
const recommendationFields = ['text', 'owner', 'state'] as const;

/** The objectives that a conference set itself, in their order. */
export const objectivesForm = conferenceForm({
	entries: {
		objectives: v.pipe(
			v.optional(v.array(v.object({ id: objective.entries.id, text: objective.entries.text })), []),
			v.maxLength(200, 'error.too_many')
		)
	},
	rows: { objectives: ['text.ar', 'text.en'] },
	values: ({ objectives }) => rowValues('objectives', objectives, ['text']),
	after: (document, { objectives, source_url }) =>
		citing(
			document,
			{ ...document, objectives: mergeRows(document.objectives, objectives, ['text']) },
			source_url
		)
});

/** The recommendations that it issued, with who is to carry each out and how far that has come. */
export const recommendationsForm = conferenceForm({
	entries: {
		recommendations: v.pipe(
			v.optional(v.array(v.object({ id, text, owner, state })), []),
			v.maxLength(200, 'error.too_many')
		)
	},
	rows: { recommendations: ['text.ar', 'text.en'] },
	values: ({ recommendations }) => rowValues('recommendations', recommendations, recommendationFields),
	after: (document, { recommendations, source_url }) =>
		citing(
			document,
			{
				...document,
				recommendations: mergeRows(document.recommendations, recommendations, recommendationFields)
			},
			source_url
		)
});
