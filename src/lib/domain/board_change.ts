import { addDays, daysWithin, type PartialDate } from './dates.ts';
import { boardPositions, solePositions, termOn } from './board.ts';
import type { Appointment, BoardTerm, OrganizationDocument } from './documents/organization.ts';
import { childId } from './registry_id.ts';
import { boardOn } from './tenure.ts';

export type Seat = { person: string; position: string; is_acting?: boolean | undefined };

/**
 * The record with a whole new board from a day on, past, present or to come: the board that sits until then ends on that
 * day, also those who are elected again and begin anew in the new term.
 */
export function withNewBoard(
	document: OrganizationDocument,
	term: Omit<BoardTerm, 'id' | 'sources'> & { from: PartialDate },
	seats: readonly Seat[]
): OrganizationDocument {
	const id = childId();
	const { from } = term;
	const eve = eveOf(from);
	const sitting = sittingOn(document, eve, (position) => boardPositions.has(position));
	const running = termOn(document.board_terms, eve);
	return {
		...document,
		board_terms: [
			...document.board_terms.map((each) => (each.id === running?.id ? endedOn(each, from) : each)),
			{ ...term, id, sources: [] }
		],
		appointments: [
			...document.appointments.map((post) => (sitting.has(post.id) ? endedOn(post, from) : post)),
			...seats.map((seat) => appointed(seat, from, id))
		]
	};
}

/**
 * The record with another holder of a post from a day on, in the term that runs then; with nobody, the post is vacant
 * from that day.
 */
export function withHolder(
	document: OrganizationDocument,
	position: string,
	from: PartialDate,
	holder: Omit<Seat, 'position'> | undefined
): OrganizationDocument {
	const sitting = sittingOn(document, eveOf(from), (other) => other === position);
	const term = termOn(document.board_terms, daysWithin(from).earliest);
	return {
		...document,
		appointments: [
			...document.appointments.map((post) => (sitting.has(post.id) ? endedOn(post, from) : post)),
			...(holder ? [appointed({ ...holder, position }, from, term?.id)] : [])
		]
	};
}

/** The last day before a date begins. */
const eveOf = (date: PartialDate) => addDays(daysWithin(date).earliest, -1);

/** Posts that are held on a day for all that is known; who was last heard of long ago is left as it is. */
function sittingOn(
	{ appointments }: OrganizationDocument,
	day: string,
	isMeant: (position: string) => boolean
): Set<string> {
	const held = boardOn(appointments, day, solePositions).map(({ appointment }) => appointment);
	return new Set(held.filter(({ position }) => isMeant(position)).map(({ id }) => id));
}

/** An end that comes earlier stays. */
function endedOn<Span extends { until?: PartialDate | undefined }>(span: Span, day: PartialDate): Span {
	const isEarlier = span.until !== undefined && daysWithin(span.until).latest <= daysWithin(day).earliest;
	return isEarlier ? span : { ...span, until: day };
}

const appointed = (
	{ person, position, is_acting = false }: Seat,
	from: PartialDate,
	term: string | undefined
): Appointment => ({
	id: childId(),
	person,
	position,
	from,
	seen_on: [],
	is_acting,
	sources: [],
	...(term && { term })
});
