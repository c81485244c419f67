import { daysWithin, type PartialDate } from '#lib/domain/dates.ts';
import type { DocumentOf } from '#lib/domain/documents/document.ts';

/** The Gregorian years that a stated date can mean. */
export function yearsWithin(date: PartialDate): number[] {
	const { earliest, latest } = daysWithin(date);
	const [first, last] = [yearOf(earliest), yearOf(latest)];
	return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/**
 * The years in which an organization existed, as a PostgreSQL int4range: from its founding, else from the first
 * dated trace of it, until it was dissolved. Null where no date is known.
 */
export function activeYears(organization: DocumentOf<'organization'>): string | null {
	const { founded, dissolved, appointments, affiliations, board_terms } = organization;
	const traces = founded
		? [founded]
		: [...appointments, ...affiliations, ...board_terms].flatMap((span) => [
				span.from,
				...('seen_on' in span ? span.seen_on : [])
			]);
	const first = traces.filter((date) => date !== undefined).map((date) => yearOf(daysWithin(date).earliest));
	const last = dissolved ? yearOf(daysWithin(dissolved).latest) : undefined;
	if (first.length === 0) return last === undefined ? null : `(,${last}]`;
	const from = Math.min(...first);
	return last === undefined ? `[${from},)` : `[${Math.min(from, last)},${last}]`;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
