import * as v from 'valibot';
import { cleanText } from '#lib/domain/text.ts';

/** Addresses of pages and mailboxes: a name is shown in mails to others, where they would become links. */
const ADDRESS = /[@/\\]|\bwww\.|[a-z0-9]\.[a-z]{2,}/i;

/** What someone is called on the register, as typed: cleaned; refused if it holds an address. */
export const displayName = v.pipe(
	v.string(),
	v.transform((value) => cleanText(value)),
	v.minLength(1, 'error.required'),
	v.maxLength(100, 'error.too_long'),
	v.check((value) => !ADDRESS.test(value), 'error.not_a_name')
);
