import * as v from 'valibot';
import { partId } from '../documents/common.ts';
import { organizerRoles, patronRoles } from '../documents/conference.ts';
import { citing } from './citing.ts';
import { conferenceForm, type Asked } from './editor_form.ts';
import { checkbox } from './entries.ts';
import { bodyEntries, inWords, isNobody, knownAsked, knownMeant, knownPersonEntries } from './known_pick.ts';
import { flatValues, mergeRows } from './rows.ts';

const shared = { id: partId, name: inWords, is_removed: checkbox };

const organizerRow = v.object({
	...{ ...shared, ...bodyEntries },
	role: v.optional(v.picklist(organizerRoles), 'organizer')
});

const patronRow = v.object({
	...{ ...shared, ...knownPersonEntries },
	...{ role: v.optional(v.picklist(patronRoles), 'patron'), title: inWords }
});

const organizerFields = ['organization', 'name', 'role'] as const;
const patronFields = ['person', 'name', 'role', 'title'] as const;

/** Who organizes, hosts and supports a conference: bodies on the register, or in words. */
export const organizersForm = conferenceForm({
	entries: { organizers: v.pipe(v.optional(v.array(organizerRow), []), v.maxLength(200, 'error.too_many')) },
	rows: { organizers: ['body', 'body_name', 'name.ar', 'name.en'] },
	values: ({ organizers }) =>
		Object.assign(
			{},
			...organizers.map(({ id, organization, name, role }, n) =>
				flatValues(`organizers.${n}`, { id, body: organization, name, role })
			)
		),
	refuse: (_, { organizers }) => unnamed('organizers', 'body', organizers),
	asks: ({ organizers }) => asksOf('organizers', 'body', organizers),
	after: (document, { organizers, source_url }) => {
		const rows = organizers.filter(isKept).map(({ id, role, name, ...row }) => {
			const { id: organization, words } = knownMeant('body', row, name);
			return { id, role, organization, name: words };
		});
		return citing(
			document,
			{ ...document, organizers: mergeRows(document.organizers, rows, organizerFields) },
			source_url
		);
	}
});

/** Under whose patronage a conference is held, and who deputised: people on the register, or in words. */
export const patronsForm = conferenceForm({
	entries: { patrons: v.pipe(v.optional(v.array(patronRow), []), v.maxLength(30, 'error.too_many')) },
	rows: { patrons: ['person', 'person_name', 'name.ar', 'name.en'] },
	values: ({ patrons }) =>
		Object.assign(
			{},
			...patrons.map(({ id, person, name, role, title }, n) =>
				flatValues(`patrons.${n}`, { id, person, name, role, title })
			)
		),
	refuse: (_, { patrons }) => unnamed('patrons', 'person', patrons),
	asks: ({ patrons }) => asksOf('patrons', 'person', patrons),
	after: (document, { patrons, source_url }) => {
		const rows = patrons.filter(isKept).map(({ id, role, title, name, ...row }) => {
			const { id: person, words } = knownMeant('person', row, name);
			return { id, role, title, person, name: words };
		});
		return citing(
			document,
			{ ...document, patrons: mergeRows(document.patrons, rows, patronFields) },
			source_url
		);
	}
});

type Row = Parameters<typeof knownAsked>[2] & {
	is_removed: boolean;
	name?: v.InferOutput<typeof inWords>;
};

const isKept = ({ is_removed }: Row) => !is_removed;

const asksOf = (list: string, as: Asked['as'], rows: readonly Row[]): Asked[] =>
	rows.flatMap((row, n) => (isKept(row) ? knownAsked(`${list}.${n}.`, as, row) : []));

/** A row that is kept names somebody: one that lost its words and has no page is none. */
const unnamed = (list: string, as: Asked['as'], rows: readonly Row[]): Record<string, string> =>
	Object.fromEntries(
		rows.flatMap((row, n) =>
			isKept(row) && isNobody(as, row, row.name) ? [[`${list}.${n}.${as}_name`, 'error.nobody_named']] : []
		)
	);
