import * as v from 'valibot';
import {
	daysWithin,
	partsOf,
	precisionOf,
	readTypedDate,
	type MessageKey,
	type PartialDate
} from '../dates.ts';
import { cleanText, toAsciiDigits } from '../text.ts';

const boxes = v.object({
	day: v.optional(v.string()),
	month: v.optional(v.string()),
	year: v.optional(v.string()),
	calendar: v.optional(v.string()),
	qualifier: v.optional(v.string())
});

export type DateBoxes = v.InferOutput<typeof boxes>;

/**
 * A date typed in boxes `….day`, `….month`, `….year`, in the calendar of `….calendar`, in any digits. Any part may be
 * missing; all missing is no date. What is wrong is said of the box that it is about.
 */
export const typedDate = v.optional(
	v.pipe(
		boxes,
		v.rawTransform<DateBoxes, PartialDate | undefined>(({ dataset: { value }, addIssue, NEVER }) => {
			const { date, error } = readTypedDate(value);
			if (!error) return date;
			const key = boxOf(error, value);
			addIssue({
				message: error,
				path: [{ type: 'object', origin: 'value', input: value, key, value: value[key] }]
			});
			return NEVER;
		})
	)
);

/** The same, of a date that a form cannot do without: the year is the least that it needs. */
export const requiredDate = v.pipe(
	v.optional(boxes, {}),
	v.rawTransform<DateBoxes, PartialDate>(({ dataset: { value }, addIssue, NEVER }) => {
		const { date, error } = readTypedDate(value);
		if (date) return date;
		const key = error ? boxOf(error, value) : 'year';
		addIssue({
			message: error ?? 'date.year_missing',
			path: [{ type: 'object', origin: 'value', input: value, key, value: value[key] }]
		});
		return NEVER;
	})
);

/** The ISO day of a date that is known to the day; of any other, that the day is missing. */
const toDay = v.pipe(
	v.string(),
	v.rawTransform<PartialDate, PartialDate>(({ dataset: { value }, addIssue, NEVER }) => {
		if (precisionOf(value) === 'day') return daysWithin(value).earliest;
		const [key, message] = missingIn(value);
		addIssue({
			message,
			path: [{ type: 'object', origin: 'value', input: {}, key, value: undefined }]
		});
		return NEVER;
	})
);

const missingIn = (date: PartialDate): [Box, MessageKey] =>
	precisionOf(date) === 'month' ? ['day', 'date.day_missing'] : ['month', 'date.day_and_month_missing'];

/** A whole day of either calendar, typed in the same boxes. */
export const requiredDay = v.pipe(requiredDate, toDay);

/** The same, where a form can do without it. */
export const typedDay = v.pipe(typedDate, v.optional(toDay));

type Box = 'day' | 'month' | 'year';

function boxOf(error: MessageKey, typed: DateBoxes): Box {
	if (error === 'date.not_a_number') return firstWithoutNumber(typed);
	if (error === 'date.no_such_day' || error === 'date.hijri_day_30') return 'day';
	return error.includes('month') ? 'month' : 'year';
}

function firstWithoutNumber(typed: DateBoxes): Box {
	const isNumber = (box: Box) => /^\d{0,4}$/.test(toAsciiDigits(cleanText(typed[box] ?? '')));
	return (['day', 'year'] as const).find((box) => !isNumber(box)) ?? 'month';
}

/** The boxes of a date, filled in: `from.day`, `from.month` …; none for no date. */
export function dateValues(name: string, date: PartialDate | undefined): Record<string, string> {
	if (!date) return {};
	const { day, month, year, calendar, qualifier } = partsOf(date);
	const parts = { day, month, year, calendar, qualifier };
	return Object.fromEntries(
		Object.entries(parts).flatMap(([box, value]) =>
			value === undefined ? [] : [[`${name}.${box}`, String(value)]]
		)
	);
}

/** The date that the boxes of this name hold; undefined while they hold none or a wrong one. */
export function dateInBoxes(values: Record<string, string>, name: string): PartialDate | undefined {
	const box = (part: string) => values[`${name}.${part}`] ?? '';
	const { date } = readTypedDate({
		day: box('day'),
		month: box('month'),
		year: box('year'),
		calendar: box('calendar'),
		qualifier: box('qualifier')
	});
	return date;
}
