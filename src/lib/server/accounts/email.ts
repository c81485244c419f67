import * as v from 'valibot';

/** An e-mail address as typed or pasted: spaces and invisible characters are dropped, letters become lower case. */
export const email = v.pipe(
	v.string(),
	v.transform((value) => value.replace(/[\s\p{Cf}]/gu, '').toLowerCase()),
	v.minLength(1, 'error.required'),
	v.maxLength(254, 'error.too_long'),
	v.email('error.not_an_email')
);
