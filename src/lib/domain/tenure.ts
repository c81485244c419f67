import { parseDate } from '@internationalized/date';
import { addDays, daysWithin, parsePartialDate, type MessageKey, type PartialDate } from './dates.ts';

/**
 * When a post was held. `from` and `until` are its first and last day, both included. `seen_on`: days on
 * which a source shows the person in the post.
 */
export type Tenure = { from?: PartialDate; until?: PartialDate; seen_on?: PartialDate[] };

/** Days from `from` (included) to `before` (not included), ISO; an absent end is open. */
type Days = { from?: string; before?: string };

/** Boards in Saudi Arabia are usually elected for four years: after that a sighting says little. */
const USUAL_BOARD_TERM_YEARS = 4;

/**
 * The days on which the post was surely held, and those on which it may have been, as PostgreSQL
 * dateranges, half-open (`[2014-01-01,2018-01-01)`); `certain` is null where no day is sure.
 *
 * Certain: from the latest possible start to the earliest possible end, and between the first and the last
 * sighting; a known start with neither end nor sighting stays open until the register learns otherwise.
 * A date with `?` or `~` makes nothing certain, and a sighting outside `from`–`until` does not count.
 * A tenure until day D is certain only up to D, D not included, so that the successor may start on D.
 */
export function tenureRanges(tenure: Tenure): { certain: string | null; possible: string } {
	const certain = certainDays(tenure);
	const possible = possibleDays(tenure);
	return {
		certain: certain ? rangeLiteral(certain) : null,
		possible: possible ? rangeLiteral(possible) : 'empty'
	};
}

/** Where an ISO day stands in the ranges of a tenure. */
export function stateOn(tenure: Tenure, day: string): 'certain' | 'possible' | 'no' {
	if (holds(certainDays(tenure), day)) return 'certain';
	return holds(possibleDays(tenure), day) ? 'possible' : 'no';
}

/** An end that lies before the start on any reading of the two dates is refused. */
export function refuseTenure(tenure: Tenure): MessageKey | undefined {
	return possibleDays(tenure) ? undefined : 'tenure.end_before_start';
}

/** Posts of a body that was dissolved: who has no other end held the post until the body ended, and nobody after. */
export function endedWith<T extends Tenure>(posts: readonly T[], dissolved: PartialDate | undefined): T[] {
	return posts.map((post) => {
		const ended = { ...post, until: dissolved };
		return !dissolved || post.until || refuseTenure(ended as Tenure) ? post : (ended as T);
	});
}

type Holder<T> = { appointment: T; certainty: 'certain' | 'reported' };

type Post = Tenure & { id: string; position: string; term?: string; is_acting?: boolean };

/**
 * Who held which post on an ISO day: `certain` ones, and as `reported` those who may have held it by the
 * last that is known before that day. A sole post (chair) passes on the day of a hand-over to the
 * successor, and has a reported holder only if nobody surely held it and nobody was known in it later. Other
 * posts are reported for four years after the last sign of them, unless a newer board term has begun.
 */
export function boardOn<T extends Post>(
	appointments: T[],
	day: string,
	solePositions: ReadonlySet<string>
): Holder<T>[] {
	const seats = appointments.map((appointment) => seatOn(appointment, day));
	const surelyHeld = new Set(seats.filter(({ state }) => state === 'certain').map(positionOf));
	const latest = latestByPosition(seats);
	const termStarts = firstKnownByTerm(seats);
	const staleBefore = parseDate(day).subtract({ years: USUAL_BOARD_TERM_YEARS }).toString();

	return seats.flatMap((seat): Holder<T>[] => {
		const { appointment, state, lastKnown } = seat;
		if (state === 'no') return [];
		const isSole = solePositions.has(appointment.position);
		const isHandedOver = isSole && surelyHeld.has(appointment.position);
		if (state === 'certain' || (isLastDay(appointment, day) && !isHandedOver)) {
			return [{ appointment, certainty: 'certain' }];
		}
		if (lastKnown === undefined) return [];
		const isReported = isSole
			? !isHandedOver && latest.get(appointment.position) === seat
			: lastKnown >= staleBefore && !isOvertaken(seat, termStarts);
		return isReported ? [{ appointment, certainty: 'reported' }] : [];
	});
}

type Seat<T extends Post = Post> = {
	appointment: T;
	state: 'certain' | 'possible' | 'no';
	firstKnown?: string;
	lastKnown?: string;
};

/** `firstKnown` and `lastKnown`: the days up to `day` that the appointment's own dates speak of. */
function seatOn<T extends Post>(appointment: T, day: string): Seat<T> {
	const { from, until, seen_on = [] } = appointment;
	const known = [from, until, ...seen_on]
		.filter((date) => date !== undefined)
		.map((date) => daysWithin(date).earliest)
		.filter((date) => date <= day)
		.sort();
	return { appointment, state: stateOn(appointment, day), firstKnown: known[0], lastKnown: known.at(-1) };
}

function positionOf(seat: Seat): string {
	return seat.appointment.position;
}

/** Of two that are last known on the same day, the one who began later holds the post. */
function latestByPosition(seats: Seat[]): Map<string, Seat> {
	const latest = new Map<string, Seat>();
	for (const seat of seats) {
		const other = latest.get(positionOf(seat));
		if (seat.lastKnown && (!other || signs(seat) > signs(other))) latest.set(positionOf(seat), seat);
	}
	return latest;
}

function signs({ lastKnown, firstKnown }: Seat): string {
	return `${lastKnown} ${firstKnown}`;
}

function firstKnownByTerm(seats: Seat[]): Map<string, string> {
	const first = new Map<string, string>();
	for (const { appointment, firstKnown } of seats) {
		const { term } = appointment;
		if (term && firstKnown && firstKnown < (first.get(term) ?? '9999')) first.set(term, firstKnown);
	}
	return first;
}

function isOvertaken({ appointment, lastKnown = '' }: Seat, termStarts: Map<string, string>): boolean {
	if (!appointment.term) return false;
	return [...termStarts].some(([term, start]) => term !== appointment.term && start > lastKnown);
}

function isLastDay({ until }: Tenure, day: string): boolean {
	const end = sureSpan(until);
	return end?.earliest === day && end.latest === day;
}

function certainDays(tenure: Tenure): Days | undefined {
	if (!possibleDays(tenure)) return undefined;
	const start = sureSpan(tenure.from);
	const end = sureSpan(tenure.until);
	const sightings = sightingsWithin(tenure);
	const from = least([start?.latest, ...sightings.map(({ latest }) => latest)]);
	if (from === undefined) return undefined;
	if (tenure.until === undefined && start) return { from };
	const seenBefore = sightings.map(({ earliest }) => addDays(earliest, 1));
	const before = least([greatest([end?.earliest, ...seenBefore]), end?.latest]);
	return before !== undefined && from < before ? { from, before } : undefined;
}

function possibleDays({ from, until }: Tenure): Days | undefined {
	const days = {
		from: from && daysWithin(from).earliest,
		before: until && addDays(daysWithin(until).latest, 1)
	};
	return days.from && days.before && days.from >= days.before ? undefined : days;
}

/** The sure sightings, each cut to the days that `from` and `until` leave; those outside are left out. */
function sightingsWithin({ from, until, seen_on = [] }: Tenure): { earliest: string; latest: string }[] {
	const first = from && daysWithin(from).earliest;
	const last = until && daysWithin(until).latest;
	return seen_on
		.filter(isSure)
		.map(daysWithin)
		.map(({ earliest, latest }) => ({
			earliest: greatest([earliest, first]) ?? earliest,
			latest: least([latest, last]) ?? latest
		}))
		.filter(({ earliest, latest }) => earliest <= latest);
}

function sureSpan(date: PartialDate | undefined) {
	return date !== undefined && isSure(date) ? daysWithin(date) : undefined;
}

function isSure(date: PartialDate): boolean {
	return parsePartialDate(date)?.qualifier === undefined;
}

function holds(days: Days | undefined, day: string): boolean {
	if (!days) return false;
	return (!days.from || days.from <= day) && (!days.before || day < days.before);
}

function rangeLiteral({ from, before }: Days): string {
	return `${from ? `[${from}` : '('},${before ?? ''})`;
}

function least(days: (string | undefined)[]): string | undefined {
	return days.filter((day) => day !== undefined).sort()[0];
}

function greatest(days: (string | undefined)[]): string | undefined {
	return days
		.filter((day) => day !== undefined)
		.sort()
		.at(-1);
}
