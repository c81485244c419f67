import * as v from 'valibot';
import { organizationStatuses, type OrganizationDocument } from '../documents/organization.ts';
import { citing } from './citing.ts';
import { dateValues, typedDate } from './date.ts';
import { editorForm, IN_WORDS } from './editor_form.ts';
import { checkbox } from './entries.ts';
import { bodyEntries, knownAsked, knownMeant } from './known_pick.ts';
import { flatValues } from './rows.ts';

/** Whether an organization works, when it ended, and which body on the register carries on its work. */
export const closingForm = editorForm({
	entries: {
		status: v.picklist(organizationStatuses),
		dissolved: typedDate,
		...bodyEntries,
		has_no_successor: checkbox
	},
	rows: {},
	values: ({ status, dissolved, successor }) => ({
		status,
		...dateValues('dissolved', dissolved),
		...flatValues('body', successor)
	}),
	refuse: ({ id }, { status, dissolved, body, body_name, has_no_successor }) => {
		if (body === id) return { body_name: 'closing.successor_is_itself' };
		if (has_no_successor && body_name) return { body_name: 'closing.successor_or_none' };
		if (body === IN_WORDS && body_name) return { body_name: 'closing.not_on_register' };
		if (status === 'dissolved') return {};
		const isSucceeded = (body || body_name) && !has_no_successor;
		return {
			...(dissolved && { status: 'closing.ended_but_open' }),
			...(isSucceeded && { status: 'closing.succeeded_but_open' })
		};
	},
	asks: (input) => (input.has_no_successor ? [] : knownAsked('', 'body', input)),
	after: (document, input) => {
		const { dissolved: _dissolved, successor: _successor, ...rest } = document;
		const successor = input.has_no_successor ? undefined : knownMeant('body', input, undefined).id;
		const after: OrganizationDocument = {
			...rest,
			status: input.status,
			...(input.dissolved && { dissolved: input.dissolved }),
			...(successor && { successor })
		};
		return citing(document, after, input.source_url);
	}
});
