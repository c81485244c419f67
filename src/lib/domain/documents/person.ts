import * as v from 'valibot';
import { contact, day, localText, nameEntries, parts, recordEntries, retirement, text } from './common.ts';

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

/** How much of a person the world may see, from most to least. A person is erased by a registrar, never by an edit. */
export const displayLevels = ['full', 'known_as', 'role_only', 'withheld', 'erased'] as const;
export type DisplayLevel = (typeof displayLevels)[number];

/** Levels that people choose. */
export const chosenLevels = ['full', 'known_as', 'role_only', 'withheld'] as const;

/** Whether the first level shows less than the second. */
export const showsLess = (one: DisplayLevel, other: DisplayLevel): boolean =>
	displayLevels.indexOf(one) > displayLevels.indexOf(other);

export const personSchema = v.strictObject({
	type: v.literal('person'),
	...recordEntries,
	retired: v.optional(retirement),
	names: v.pipe(parts(personName, 60), v.minLength(1, 'error.no_name')),
	summary: v.optional(localText(1000)),
	display: v.optional(v.picklist(displayLevels), 'full'),
	/** When a registrar looks whether the name must still be withheld. */
	display_review_on: v.optional(day),
	contacts: parts(contact, 30)
});

export type PersonDocument = v.InferOutput<typeof personSchema>;
