import * as v from 'valibot';
import { longText, text } from '../documents/common.ts';
import { postLevels } from '../documents/organization.ts';
import { chosenLevels } from '../documents/person.ts';
import { typedDay } from './date.ts';

export const displaySchema = v.object({
	display: v.picklist(chosenLevels, 'error.required'),
	review_on: typedDay,
	/** A name to be known by, to add. */
	known_as: v.optional(text(300)),
	reason: v.optional(longText(1000)),
	submission_key: v.pipe(v.string(), v.uuid())
});

export const postDisplaySchema = v.object({
	organization_id: v.string(),
	appointment_id: v.string(),
	/** Blank where as much is shown as elsewhere. */
	post_display: v.optional(v.picklist(postLevels))
});
