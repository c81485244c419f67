import { daysWithin } from './dates.ts';
import type { Appointment, BoardTerm, OrganizationDocument } from './documents/organization.ts';
import { boardOn, stateOn } from './tenure.ts';

/** Posts of a board; `db/seeds/reference/positions.json` says the same. */
export const boardPositions: ReadonlySet<string> = new Set([
	'chair',
	'vice_chair',
	'secretary',
	'treasurer',
	'member'
]);

/** Posts that one person holds at a time. */
export const solePositions: ReadonlySet<string> = new Set(['chair', 'head']);

/** A third consecutive term needs the consent of the regulator. */
export const TERMS_WITHOUT_CONSENT = 2;

type Board = Pick<OrganizationDocument, 'board_terms' | 'appointments'>;

/** The first day (ISO) that is known of a term. */
const startOf = ({ from, elected_on }: BoardTerm): string | undefined => {
	const date = from ?? elected_on;
	return date && daysWithin(date).earliest;
};

/** Terms in the order in which they follow one another; of one whose start is not known the number tells. */
export function termsInOrder(terms: readonly BoardTerm[]): BoardTerm[] {
	return terms.toSorted((a, b) => {
		const [one, other] = [startOf(a), startOf(b)];
		if (one && other && one !== other) return one < other ? -1 : 1;
		return (a.number ?? 0) - (b.number ?? 0);
	});
}

export type Standing = 'current' | 'to_come' | 'ended' | 'unknown';
export type StandingOfPost = Standing | 'continued' | 'reported';

/** Where a term stands on an ISO day; on the day of a hand-over it has ended. */
export function standingOf(term: BoardTerm, day: string): Standing {
	const start = startOf(term);
	if (start === undefined && term.until === undefined) return 'unknown';
	if (start !== undefined && start > day) return 'to_come';
	return term.until !== undefined && daysWithin(term.until).latest <= day ? 'ended' : 'current';
}

/** The term that runs on an ISO day; one that was annulled or dismissed never does. */
export function termOn(terms: readonly BoardTerm[], day: string): BoardTerm | undefined {
	const running = terms.filter(
		(term) => !['annulled', 'dismissed'].includes(term.state) && standingOf(term, day) === 'current'
	);
	return termsInOrder(running).at(-1);
}

/**
 * Where a post stands on an ISO day. Somebody whose post ended and who sits on the board that day, elected again or in
 * another post, is not a former member: the post is `continued`. Of somebody whom the last source shows in it, without
 * saying since when, it is `reported`.
 */
export function standingOfPost({ appointments }: Board, post: Appointment, day: string): StandingOfPost {
	const { from, until } = post;
	if (from && daysWithin(from).earliest > day) return 'to_come';
	if (!until || daysWithin(until).latest > day) {
		const board = boardOn(appointments, day, solePositions);
		const held = board.find(({ appointment }) => appointment.id === post.id);
		return held?.certainty === 'reported' ? 'reported' : held ? 'current' : 'unknown';
	}
	const sits = appointments.some(
		(other) =>
			other.id !== post.id &&
			other.person === post.person &&
			boardPositions.has(other.position) &&
			stateOn(other, day) === 'certain'
	);
	return sits ? 'continued' : 'ended';
}

/** Who sits in a term and sat in the terms right before it, with how many terms that makes, this one included. */
export function consecutiveTerms({ board_terms, appointments }: Board, termId: string): Map<string, number> {
	const terms = termsInOrder(board_terms.filter(({ state }) => state !== 'annulled'));
	const last = terms.findIndex(({ id }) => id === termId);
	const sitting = (term: BoardTerm | undefined) =>
		new Set(
			appointments
				.filter((post) => term && post.term === term.id && boardPositions.has(post.position))
				.map(({ person }) => person)
		);
	const counts = new Map([...sitting(terms[last])].map((person) => [person, 1]));
	for (const person of counts.keys()) {
		for (
			let index = last - 1;
			follows(terms[index], terms[index + 1]) && sitting(terms[index]).has(person);
			index--
		)
			counts.set(person, counts.get(person)! + 1);
	}
	return counts;
}

/** Numbers, where both terms have one, say whether a term between them is missing. */
const follows = (one: BoardTerm | undefined, next: BoardTerm | undefined): boolean =>
	one !== undefined && (!one.number || !next?.number || next.number - one.number <= 1);

/** People of a term for whom it is the third in a row or more. */
export const longServing = (board: Board, termId: string): string[] =>
	[...consecutiveTerms(board, termId)].flatMap(([person, terms]) =>
		terms > TERMS_WITHOUT_CONSENT ? [person] : []
	);

export type Vacancies = { is_chair_vacant: boolean; seats: number };

/** What is vacant on an ISO day: the chair, and seats of the running term that nobody is known to hold. */
export function vacanciesOn({ board_terms, appointments }: Board, day: string): Vacancies {
	const board = boardOn(appointments, day, solePositions).filter(({ appointment }) =>
		boardPositions.has(appointment.position)
	);
	const people = new Set(board.map(({ appointment }) => appointment.person));
	const { seats } = termOn(board_terms, day) ?? {};
	return {
		is_chair_vacant:
			termOn(board_terms, day) !== undefined &&
			!board.some(({ appointment }) => appointment.position === 'chair'),
		seats: Math.max(0, (seats ?? people.size) - people.size)
	};
}
