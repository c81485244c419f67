import * as v from 'valibot';
import { longText, text } from '../documents/common.ts';

const submission_key = v.pipe(v.string(), v.uuid());

/** What somebody puts right about themselves. */
export const correctionSchema = v.object({
	names: v.optional(v.array(v.object({ id: v.string(), value: text(300) })), []),
	known_as: v.optional(text(300)),
	text: v.optional(longText(4000)),
	submission_key
});

export const objectionSchema = v.object({ objection: longText(4000), submission_key });
