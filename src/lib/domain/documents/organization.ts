import * as v from 'valibot';
import {
	contact,
	fieldCodes,
	localText,
	name,
	partialDate,
	partId,
	parts,
	place,
	printed,
	recordEntries,
	retirement,
	registryId,
	sourceIds,
	text
} from './common.ts';

export const organizationKinds = [
	'association',
	'group',
	'committee',
	'foundation',
	'section',
	'authority'
] as const;
export const organizationStatuses = ['active', 'inactive', 'dissolved', 'planned', 'unknown'] as const;
export const licenceStates = ['valid', 'expired', 'revoked', 'suspended', 'unknown'] as const;
export const termStates = [
	'elected',
	'objection_period',
	'approved',
	'annulled',
	'dismissed',
	'acting',
	'unknown'
] as const;

export const affiliation = v.strictObject({
	id: partId,
	to: registryId,
	role: v.optional(localText(200)),
	from: v.optional(partialDate),
	until: v.optional(partialDate),
	sources: sourceIds
});

/** A number under which the body is known elsewhere; `scheme` as org-id.guide writes it, or ours. */
export const identifier = v.strictObject({
	id: partId,
	scheme: text(60),
	value: printed(120),
	sources: sourceIds
});

/** A licence or registration as printed: formats differ by issuer and year, so none is enforced. */
export const licence = v.strictObject({
	id: partId,
	number: v.optional(printed(60)),
	issuer: v.optional(localText(200)),
	from: v.optional(partialDate),
	until: v.optional(partialDate),
	state: v.optional(v.picklist(licenceStates), 'unknown'),
	sources: sourceIds
});

const aim = v.strictObject({ id: partId, text: localText(500), sources: sourceIds });

export const boardTerm = v.strictObject({
	id: partId,
	number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
	label: v.optional(localText(200)),
	elected_on: v.optional(partialDate),
	from: v.optional(partialDate),
	until: v.optional(partialDate),
	state: v.optional(v.picklist(termStates), 'unknown'),
	seats: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
	note: v.optional(localText(500)),
	sources: sourceIds
});

/** How much less of a person the world may see in one post than elsewhere. */
export const postLevels = ['role_only', 'withheld'] as const;

/**
 * A person in a post. `from`/`until` when the post began and ended; `seen_on` days on which a source
 * shows the person in it. `title` is the post as printed, `position` its code in the register.
 */
export const appointment = v.strictObject({
	id: partId,
	person: registryId,
	position: v.pipe(v.string(), v.regex(/^[a-z_]+$/, 'error.not_a_position')),
	title: v.optional(localText(200)),
	term: v.optional(v.string()),
	from: v.optional(partialDate),
	until: v.optional(partialDate),
	seen_on: v.optional(v.pipe(v.array(partialDate), v.maxLength(50)), () => []),
	is_acting: v.optional(v.boolean(), false),
	display: v.optional(v.picklist(postLevels)),
	note: v.optional(localText(500)),
	sources: sourceIds
});

export const organizationSchema = v.strictObject({
	type: v.literal('organization'),
	...recordEntries,
	retired: v.optional(retirement),
	kind: v.optional(v.picklist(organizationKinds), 'group'),
	status: v.optional(v.picklist(organizationStatuses), 'unknown'),
	names: v.pipe(parts(name, 60), v.minLength(1, 'error.no_name')),
	summary: v.optional(localText(4000)),
	place: v.optional(place),
	fields: fieldCodes,
	founded: v.optional(partialDate),
	dissolved: v.optional(partialDate),
	part_of: v.optional(registryId),
	successor: v.optional(registryId),
	/** Hash of an image that the register holds. */
	logo: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'error.not_an_id'))),
	aims: parts(aim, 60),
	affiliations: parts(affiliation),
	identifiers: parts(identifier, 60),
	licences: parts(licence, 60),
	contacts: parts(contact, 30),
	board_terms: parts(boardTerm),
	appointments: parts(appointment, 2000)
});

export type OrganizationDocument = v.InferOutput<typeof organizationSchema>;
export type Appointment = OrganizationDocument['appointments'][number];
export type BoardTerm = OrganizationDocument['board_terms'][number];
