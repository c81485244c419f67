import * as v from 'valibot';
import { registryId, text } from '../documents/common.ts';
import { organizationStatuses, type OrganizationDocument } from '../documents/organization.ts';
import { citing } from './citing.ts';
import { dateValues, typedDate } from './date.ts';
import { editorForm } from './editor_form.ts';

/**
 * Whether an organization works, when it ended, and which body carries on its work. `successor_name` is what was typed
 * to find that body; it is chosen by its id.
 */
export const closingForm = editorForm({
	entries: {
		status: v.picklist(organizationStatuses),
		dissolved: typedDate,
		successor: v.optional(registryId),
		successor_name: v.optional(text(300))
	},
	rows: {},
	values: ({ status, dissolved, successor }) => ({
		status,
		...dateValues('dissolved', dissolved),
		...(successor && { successor })
	}),
	refuse: (_document, { status, dissolved, successor, successor_name }) => {
		if (successor_name && !successor) return { successor_name: 'closing.choose_successor' };
		if (status === 'dissolved') return {};
		return {
			...(dissolved && { status: 'closing.ended_but_open' }),
			...(successor && { status: 'closing.succeeded_but_open' })
		};
	},
	after: (document, { status, dissolved, successor, source_url }) => {
		const { dissolved: _dissolved, successor: _successor, ...rest } = document;
		const after: OrganizationDocument = {
			...rest,
			status,
			...(dissolved && { dissolved }),
			...(successor && { successor })
		};
		return citing(document, after, source_url);
	}
});
