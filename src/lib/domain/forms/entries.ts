import * as v from 'valibot';
import { cleanText, toAsciiDigits } from '../text.ts';

/** A box to tick: there or not. */
export const checkbox = v.optional(
	v.pipe(
		v.string(),
		v.transform((value) => value !== '')
	),
	''
);

/** A count from 1 to 999, typed in any digits. */
export const typedCount = v.optional(
	v.pipe(
		v.string(),
		v.transform((value) => toAsciiDigits(cleanText(value))),
		v.regex(/^(?!0+$)\d{1,3}$/, 'error.not_a_count'),
		v.transform(Number)
	)
);

/** A time of day, typed as `٧:٣٠`, `7.30` or `19:30`; kept as `07:30`. */
export const typedTime = v.optional(
	v.pipe(
		v.string(),
		v.transform((value) => toAsciiDigits(cleanText(value)).replace('.', ':').padStart(5, '0')),
		v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'error.not_a_time')
	)
);

/** The codes that were ticked: those that stood before in their order, for the main one comes first. */
export function chosenInOrder(before: readonly string[], ticked: Readonly<Record<string, string>>): string[] {
	const chosen = Object.keys(ticked);
	return [
		...before.filter((code) => chosen.includes(code)),
		...chosen.filter((code) => !before.includes(code))
	];
}
