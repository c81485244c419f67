import * as v from 'valibot';
import {
	fieldCodes,
	localText,
	name,
	partialDate,
	partId,
	parts,
	place,
	recordEntries,
	retirement,
	registryId,
	sourceIds
} from './common.ts';

export const conferenceKinds = [
	'conference',
	'forum',
	'seminar',
	'workshop',
	'exhibition',
	'ceremony',
	'award',
	'campaign',
	'visit',
	'programme',
	'series'
] as const;

export const conferenceStatuses = ['announced', 'held', 'cancelled', 'unknown'] as const;
export const organizerRoles = ['organizer', 'host', 'partner', 'sponsor'] as const;
export const patronRoles = ['patron', 'deputy'] as const;
export const recommendationStates = ['issued', 'under_way', 'done', 'dropped'] as const;

export const session = v.strictObject({
	id: partId,
	title: v.optional(localText(300)),
	on: v.optional(partialDate),
	starts_at: v.optional(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'error.not_a_time'))),
	ends_at: v.optional(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'error.not_a_time'))),
	venue: v.optional(localText(300)),
	sources: sourceIds
});

/** A body or person that is on the register by `organization` / `person`, or one that is not by `name`. */
const isAnyGiven = (...parties: unknown[]) => parties.some((party) => party !== undefined);

export const organizer = v.pipe(
	v.strictObject({
		id: partId,
		organization: v.optional(registryId),
		name: v.optional(localText(300)),
		role: v.optional(v.picklist(organizerRoles), 'organizer'),
		sources: sourceIds
	}),
	v.check(({ organization, name }) => isAnyGiven(organization, name), 'error.nobody_named')
);

/** The patron (راعي) of a conference, or the deputy who opened it in the patron's name. */
export const patron = v.pipe(
	v.strictObject({
		id: partId,
		person: v.optional(registryId),
		name: v.optional(localText(300)),
		role: v.optional(v.picklist(patronRoles), 'patron'),
		title: v.optional(localText(300)),
		sources: sourceIds
	}),
	v.check(({ person, name }) => isAnyGiven(person, name), 'error.nobody_named')
);

export const objective = v.strictObject({ id: partId, text: localText(1000), sources: sourceIds });

/** A recommendation (توصية), who is to carry it out, and how far it has come. */
export const recommendation = v.strictObject({
	id: partId,
	text: localText(1000),
	owner: v.optional(localText(300)),
	state: v.optional(v.picklist(recommendationStates), 'issued'),
	sources: sourceIds
});

export const conferenceSchema = v.strictObject({
	type: v.literal('conference'),
	...recordEntries,
	retired: v.optional(retirement),
	kind: v.optional(v.picklist(conferenceKinds), 'conference'),
	status: v.optional(v.picklist(conferenceStatuses), 'unknown'),
	names: v.pipe(parts(name, 60), v.minLength(1, 'error.no_name')),
	summary: v.optional(localText(4000)),
	series: v.optional(registryId),
	edition: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
	theme: v.optional(localText(300)),
	from: v.optional(partialDate),
	until: v.optional(partialDate),
	place: v.optional(place),
	venue: v.optional(localText(300)),
	fields: fieldCodes,
	sessions: parts(session),
	organizers: parts(organizer),
	patrons: parts(patron, 30),
	objectives: parts(objective),
	recommendations: parts(recommendation)
});

export type ConferenceDocument = v.InferOutput<typeof conferenceSchema>;
