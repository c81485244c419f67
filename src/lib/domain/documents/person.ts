import * as v from 'valibot';
import { contact, localText, nameEntries, parts, recordEntries, text } from './common.ts';

/** Name parts follow Popolo (https://www.popoloproject.com); none is ever required. */
const personName = v.strictObject({
	...nameEntries,
	honorific_prefix: v.optional(text(100)),
	given_name: v.optional(text(100)),
	patronymic_name: v.optional(text(100)),
	grandfather_name: v.optional(text(100)),
	family_name: v.optional(text(100)),
	kunya: v.optional(text(100))
});

/** How much of a person the world may see, from most to least. */
export const displayLevels = ['full', 'known_as', 'role_only', 'withheld'] as const;

export const personSchema = v.strictObject({
	type: v.literal('person'),
	...recordEntries,
	names: v.pipe(parts(personName, 60), v.minLength(1, 'error.no_name')),
	summary: v.optional(localText(1000)),
	display: v.optional(v.picklist(displayLevels), 'full'),
	contacts: parts(contact, 30)
});

export type PersonDocument = v.InferOutput<typeof personSchema>;
