import * as v from 'valibot';
import { withHolder } from '../board_change.ts';
import { citing } from './citing.ts';
import { requiredDate } from './date.ts';
import { editorForm } from './editor_form.ts';
import { checkbox } from './entries.ts';
import { personAsked, personEntries, personMeant } from './person_pick.ts';

/** Posts that pass from one person to the next, the chair first. */
export const handedOver = [
	'chair',
	'head',
	'vice_chair',
	'secretary',
	'treasurer',
	'executive_director'
] as const;

/** Somebody takes a post over from its holder, for good or until it is filled; or it is left vacant. */
export const holderForm = editorForm({
	entries: {
		...personEntries,
		position: v.optional(v.picklist(handedOver), 'chair'),
		from: requiredDate,
		is_acting: checkbox,
		is_vacant: checkbox
	},
	rows: {},
	values: ({ kind }) => ({ position: kind === 'authority' ? 'head' : 'chair' }),
	refuse: (_, { person_name, is_vacant }) =>
		person_name || is_vacant ? {} : { person_name: 'people.name_missing' },
	asks: (input) => (input.is_vacant ? [] : personAsked('', input)),
	after: (document, input, added) => {
		const { position, from, is_acting, is_vacant } = input;
		const holder = is_vacant ? undefined : { person: personMeant(input, added, { count: 0 }), is_acting };
		return citing(document, withHolder(document, position, from, holder), input.source_url);
	}
});
