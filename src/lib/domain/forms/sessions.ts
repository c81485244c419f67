import * as v from 'valibot';
import { session } from '../documents/conference.ts';
import { citing } from './citing.ts';
import { typedDate } from './date.ts';
import { conferenceForm } from './editor_form.ts';
import { typedTime } from './entries.ts';
import { mergeRows, rowValues } from './rows.ts';

const fields = ['title', 'on', 'starts_at', 'ends_at', 'venue'] as const;
const { id, title, venue } = session.entries;

const sessionRow = v.object({
	...{ id, title, venue },
	...{ on: typedDate, starts_at: typedTime, ends_at: typedTime }
});

/** The sessions and evenings of a conference, in their order. */
export const sessionsForm = conferenceForm({
	entries: { sessions: v.pipe(v.optional(v.array(sessionRow), []), v.maxLength(200, 'error.too_many')) },
	rows: { sessions: ['title.ar', 'title.en', 'on.year', 'starts_at'] },
	values: ({ sessions }) => rowValues('sessions', sessions, fields),
	refuse: (_, { sessions }) =>
		Object.fromEntries(
			sessions.flatMap(({ starts_at, ends_at }, n) =>
				ends_at && !starts_at ? [[`sessions.${n}.starts_at`, 'session.start_missing']] : []
			)
		),
	after: (document, { sessions, source_url }) =>
		citing(document, { ...document, sessions: mergeRows(document.sessions, sessions, fields) }, source_url)
});
