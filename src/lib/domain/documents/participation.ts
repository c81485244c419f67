import * as v from 'valibot';
import { localText, partialDate, partId, parts, recordEntries, registryId, sourceIds } from './common.ts';

export const participationRoles = [
	'attended',
	'spoke',
	'exhibited',
	'organized',
	'hosted',
	'partnered',
	'sponsored',
	'honoured',
	'volunteered',
	'visited'
] as const;

/**
 * A person of the delegation. `position` and `title` are the post as the source states it; where they are
 * absent the register fills in what the person held at the organization that day.
 */
export const delegate = v.strictObject({
	id: partId,
	person: registryId,
	position: v.optional(v.pipe(v.string(), v.regex(/^[a-z_]+$/, 'error.not_a_position'))),
	title: v.optional(localText(200)),
	sources: sourceIds
});

export const participationSchema = v.strictObject({
	type: v.literal('participation'),
	...recordEntries,
	organization: registryId,
	conference: registryId,
	role: v.optional(v.picklist(participationRoles), 'attended'),
	role_note: v.optional(localText(300)),
	/** Who invited it: a body on the register, or in words. */
	inviter: v.optional(registryId),
	invited_by: v.optional(localText(300)),
	summary: v.optional(localText(2000)),
	delegates: parts(delegate),
	/** The day on which the organization took it back: the register does not show it from then on. */
	withdrawn_on: v.optional(partialDate)
});

export type ParticipationDocument = v.InferOutput<typeof participationSchema>;
