import * as v from 'valibot';
import { longText, text } from '../documents/common.ts';
import { requiredDay } from './date.ts';

const photo = v.pipe(v.optional(v.unknown(), null), v.instance(File, 'image.no_file'));
const consents = v.pipe(v.optional(v.string(), ''), v.literal('on', 'photo.consent_missing'));

/** By a link of one's own: the box says that the photo may be shown. */
export const ownPhotoSchema = v.object({ photo, consents });

/** By a team: who consented, when and how. */
export const photoSchema = v.object({
	photo,
	consent_from: text(200),
	consented_on: requiredDay,
	consent_how: longText(500)
});
