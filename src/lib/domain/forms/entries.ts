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
