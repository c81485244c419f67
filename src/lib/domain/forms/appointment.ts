import * as v from 'valibot';
import { daysWithin, type PartialDate } from '../dates.ts';
import { appointment, type Appointment, type OrganizationDocument } from '../documents/organization.ts';
import { childId } from '../registry_id.ts';
import { citing } from './citing.ts';
import { dateValues, typedDate } from './date.ts';
import { editorForm } from './editor_form.ts';
import { checkbox } from './entries.ts';
import { personAsked, personEntries, personMeant } from './person_pick.ts';
import { flatValues } from './rows.ts';

/** The id that stands in the address of a post that is to be entered. */
export const NEW_POST = 'new';

const { position, title, note } = appointment.entries;

/** One post: who holds it, in which term, from when until when. */
export const appointmentForm = (id: string) =>
	editorForm({
		entries: {
			...personEntries,
			...{ position, title, note, term: v.optional(v.string()) },
			...{ from: typedDate, until: typedDate, is_acting: checkbox, is_removed: checkbox }
		},
		rows: {},
		values: ({ appointments, board_terms }) => {
			const post = appointments.find((each) => each.id === id);
			if (!post) return { position: 'member', ...flatValues('term', board_terms.at(-1)?.id) };
			return {
				...flatValues('person', post.person),
				...flatValues('position', post.position),
				...flatValues('title', post.title),
				...flatValues('note', post.note),
				...flatValues('term', post.term),
				...dateValues('from', post.from),
				...dateValues('until', post.until),
				...flatValues('is_acting', post.is_acting)
			};
		},
		refuse: ({ board_terms }, { person, person_name, term, from, until, is_removed }) => {
			if (is_removed) return {};
			if (!person && !person_name) return { person_name: 'people.name_missing' };
			const chosen = board_terms.find((each) => each.id === term);
			return chosen && isOutside({ from, until }, chosen) ? { from: 'board.outside_term' } : {};
		},
		asks: ({ person, person_name, person_for, is_removed }) =>
			is_removed ? [] : personAsked('', { person, person_name, person_for }),
		after: (document, input, added) =>
			citing(document, { ...document, appointments: withPost(document, id, input, added) }, input.source_url)
	});

type PostInput = Pick<Appointment, 'position' | 'title' | 'note' | 'term' | 'is_acting'> & {
	person?: string | undefined;
	from?: PartialDate | undefined;
	until?: PartialDate | undefined;
	is_removed: boolean;
};

function withPost(
	{ appointments }: OrganizationDocument,
	id: string,
	input: PostInput,
	added: readonly string[]
): Appointment[] {
	const { position, title, note, term, from, until, is_acting } = input;
	if (input.is_removed) return appointments.filter((each) => each.id !== id);
	const typed = Object.entries({ title, note, term, from, until }).filter(([, value]) => value !== undefined);
	const post = {
		...{ person: personMeant(input, added, { count: 0 }), position, is_acting },
		...(Object.fromEntries(typed) as Partial<Appointment>)
	};
	if (id === NEW_POST) return [...appointments, { id: childId(), seen_on: [], sources: [], ...post }];
	return appointments.map((each) =>
		each.id === id ? { id, seen_on: each.seen_on, sources: each.sources, ...post } : each
	);
}

/** Whether a post lies wholly before or after the term that it is said to belong to. */
function isOutside(
	post: Pick<Appointment, 'from' | 'until'>,
	term: Pick<Appointment, 'from' | 'until'>
): boolean {
	const isAfter = post.from && term.until && daysWithin(post.from).earliest >= daysWithin(term.until).latest;
	const isBefore = post.until && term.from && daysWithin(post.until).latest <= daysWithin(term.from).earliest;
	return Boolean(isAfter) || Boolean(isBefore);
}
