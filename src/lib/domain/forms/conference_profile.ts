import * as v from 'valibot';
import { conferenceSchema, type ConferenceDocument } from '../documents/conference.ts';
import { citing } from './citing.ts';
import { dateValues, typedDate } from './date.ts';
import { conferenceForm } from './editor_form.ts';
import { chosenInOrder, typedCount } from './entries.ts';
import { flatValues } from './rows.ts';

const { kind, status, summary, theme, series, place, venue } = conferenceSchema.entries;

/** What a conference is, when and where it is held, and what it is about. */
export const conferenceProfileForm = conferenceForm({
	entries: {
		...{ kind, status, summary, theme, series, place, venue },
		...{ edition: typedCount, from: typedDate, until: typedDate },
		fields: v.optional(v.record(v.string(), v.string()), {})
	},
	rows: {},
	values: (document) => ({
		...flatValues('kind', document.kind),
		...flatValues('status', document.status),
		...flatValues('summary', document.summary),
		...flatValues('theme', document.theme),
		...flatValues('series', document.series),
		...flatValues('edition', document.edition),
		...dateValues('from', document.from),
		...dateValues('until', document.until),
		...flatValues('place', document.place),
		...flatValues('venue', document.venue),
		...flatValues('fields', Object.fromEntries(document.fields.map((code) => [code, true])))
	}),
	after: (document, { kind, status, fields, source_url, ...input }) => {
		const rest: Partial<ConferenceDocument> = { ...document };
		for (const field of emptied) delete rest[field];
		const typed = Object.fromEntries(
			emptied.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]]))
		);
		const after = { ...rest, ...typed, kind, status, fields: chosenInOrder(document.fields, fields) };
		return citing(document, after as ConferenceDocument, source_url);
	}
});

/** What goes where its field is left empty. */
const emptied = ['summary', 'theme', 'series', 'edition', 'from', 'until', 'place', 'venue'] as const;
