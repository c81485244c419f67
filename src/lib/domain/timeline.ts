import { boardPositions } from './board.ts';
import { addDays, daysWithin } from './dates.ts';
import type { Appointment } from './documents/organization.ts';
import { tenureRanges } from './tenure.ts';

/** ISO days, the second not included; an absent end is open. */
export type Days = { from?: string | undefined; before?: string | undefined };

/** Stretches in which a person held a post: when it may have been, and within it when it surely was. */
export type Stretch = { id: string; possible: Days; certain: Days | null; is_acting: boolean };
export type Lane = { person: string; position: string; stretches: Stretch[] };

/**
 * Who held which post when, one lane for a person in a post: the posts in the order given, in each who came first. Posts
 * of which no day is known are left out.
 */
export function lanesOf(appointments: readonly Appointment[], rankOf: (position: string) => number): Lane[] {
	const lanes = new Map<string, Lane>();
	for (const post of appointments) {
		const stretch = stretchOf(post);
		if (!stretch) continue;
		const key = `${post.person} ${post.position}`;
		const lane = lanes.get(key) ?? { person: post.person, position: post.position, stretches: [] };
		lane.stretches.push(stretch);
		lanes.set(key, lane);
	}
	return [...lanes.values()].sort(
		(a, b) => rankOf(a.position) - rankOf(b.position) || (firstDay(a) < firstDay(b) ? -1 : 1)
	);
}

function stretchOf(post: Appointment): Stretch | undefined {
	const known = [post.from, post.until, ...post.seen_on].filter((date) => date !== undefined);
	if (known.length === 0) return undefined;
	const days = known.map(daysWithin);
	const first = days.map(({ earliest }) => earliest).sort()[0]!;
	const last = days
		.map(({ latest }) => latest)
		.sort()
		.at(-1)!;
	const { certain } = tenureRanges(post);
	const isOpen = post.from !== undefined && post.until === undefined;
	return {
		id: post.id,
		possible: { from: first, before: isOpen ? undefined : addDays(last, 1) },
		certain: certain ? daysOf(certain) : null,
		is_acting: post.is_acting
	};
}

function daysOf(range: string): Days {
	const [, from, before] = /^[[(](\S*),(\S*)\)$/.exec(range) ?? [];
	return { from: from || undefined, before: before || undefined };
}

const firstDay = ({ stretches }: Lane) => stretches.map(({ possible }) => possible.from ?? '').sort()[0]!;

/** The days that a drawing of the lanes covers: from the first that is known, at least until the day that is shown. */
export function extentOf(lanes: readonly Lane[], day: string): { first: string; last: string } | undefined {
	const stretches = lanes.flatMap(({ stretches }) => stretches);
	if (stretches.length === 0) return undefined;
	const days = stretches
		.flatMap(({ possible }) => [possible.from, possible.before])
		.filter((each) => each !== undefined);
	const [first, last] = [[...days, day].sort()[0]!, [...days, day].sort().at(-1)!];
	return { first: addDays(first, -60), last: addDays(last, 180) };
}

/** Posts of the board alone, where there are any. */
export function boardPosts(appointments: readonly Appointment[]): readonly Appointment[] {
	const board = appointments.filter(({ position }) => boardPositions.has(position));
	return board.length > 0 ? board : appointments;
}
