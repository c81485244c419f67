import type { Appointment, BoardTerm } from '#lib/domain/documents/organization.ts';
import { daysWithin } from '#lib/domain/dates.ts';
import { boardOn } from '#lib/domain/tenure.ts';
import { rankOf, type Reference } from '../text/reference.ts';

export type TermWithMembers = { term: BoardTerm; members: Appointment[] };

/** The board's terms, newest first, each with its members; and whoever held a post outside of a known term. */
export function boardHistory(
	terms: readonly BoardTerm[],
	appointments: readonly Appointment[],
	reference: Reference
): { terms: TermWithMembers[]; others: Appointment[] } {
	const byRank = (a: Appointment, b: Appointment) =>
		rankOf(reference, a.position) - rankOf(reference, b.position);
	const known = new Set(terms.map(({ id }) => id));
	const withMembers = terms.map((term) => ({
		term,
		members: appointments.filter((appointment) => appointment.term === term.id).sort(byRank)
	}));
	return {
		terms: withMembers.sort((a, b) => startOf(b.term).localeCompare(startOf(a.term))),
		others: appointments
			.filter(({ term }) => term === undefined || !known.has(term))
			.sort((a, b) => lastKnown(b).localeCompare(lastKnown(a)) || byRank(a, b))
	};
}

function startOf({ from, elected_on, until, number }: BoardTerm): string {
	const date = from ?? elected_on ?? until;
	return date ? daysWithin(date).earliest : String(number ?? 0).padStart(4, '0');
}

function lastKnown({ from, until, seen_on }: Appointment): string {
	const days = [from, until, ...seen_on].flatMap((date) => (date ? [daysWithin(date).latest] : []));
	return days.sort().at(-1) ?? '';
}

/** The board of a day in the order of the page. */
export function boardOfDay(appointments: readonly Appointment[], day: string, reference: Reference) {
	const soleCodes = reference.positions.filter(({ is_sole }) => is_sole).map(({ code }) => code);
	return boardOn([...appointments], day, new Set(soleCodes)).sort(
		(a, b) => rankOf(reference, a.appointment.position) - rankOf(reference, b.appointment.position)
	);
}
