import * as v from 'valibot';
import type { Occasion } from '../conference_likeness.ts';
import { countryCodes } from '../countries.ts';
import { daysWithin } from '../dates.ts';
import { registryId, text, webAddress } from '../documents/common.ts';
import {
	conferenceKinds,
	conferenceSchema,
	organizerRoles,
	type ConferenceDocument
} from '../documents/conference.ts';
import { childId } from '../registry_id.ts';
import { evidence } from './claim.ts';
import { typedDate } from './date.ts';
import { IN_WORDS, type Asked } from './editor_form.ts';
import { typedCount } from './entries.ts';
import { bodyEntries, knownAsked, knownMeant } from './known_pick.ts';

const inEither = v.object({ ar: v.optional(text(300)), en: v.optional(text(300)) });

/** A body on the register, or one that is only named. */
const organizerRow = v.object({
	...bodyEntries,
	role: v.optional(v.picklist(organizerRoles), 'organizer')
});

/** What the form for a new conference asks for; organizers are named, and looked for on the register. */
export const conferenceProposalSchema = v.pipe(
	v.object({
		name: v.pipe(
			v.optional(inEither, {}),
			v.check(({ ar, en }) => ar !== undefined || en !== undefined, 'error.no_name')
		),
		kind: v.picklist(conferenceKinds),
		series: v.optional(registryId),
		edition: typedCount,
		from: typedDate,
		until: typedDate,
		country: v.picklist(countryCodes, 'error.not_a_country'),
		city: v.optional(inEither),
		organizers: v.pipe(v.optional(v.array(organizerRow), []), v.maxLength(50, 'error.too_many')),
		source_url: v.optional(webAddress),
		reason: v.pipe(evidence, v.maxLength(1000, 'error.too_long'))
	}),
	v.forward(
		v.check(
			({ from, until }) => !from || !until || daysWithin(from).earliest <= daysWithin(until).latest,
			'tenure.end_before_start'
		),
		['until']
	)
);

export type ConferenceProposal = v.InferOutput<typeof conferenceProposalSchema>;

/** The names of a proposal, each in its language. */
export const namesProposed = ({ name }: ConferenceProposal) =>
	(['ar', 'en'] as const).flatMap((lang) => (name[lang] ? [{ value: name[lang], lang }] : []));

/** When and where it was, to be compared with others. */
export const occasionProposed = ({ edition, from, until, country, city }: ConferenceProposal): Occasion => ({
	...{ edition, from, until, country, city_ar: city?.ar, city_en: city?.en }
});

/** The rows of organizers that count: the others are blank. */
export const organizerRows = { organizers: ['body', 'body_name'] } as const;

/** Who organizes it, as it was typed; rows counted as in the input. */
export const organizersAsked = ({ organizers }: ConferenceProposal): Asked[] =>
	organizers.flatMap((row, n) => knownAsked(`organizers.${n}.`, 'body', row));

/** The ids of the bodies that were chosen, and the rows that name them. */
export const organizersChosen = ({ organizers }: ConferenceProposal): { n: number; id: string }[] =>
	organizers.flatMap(({ body }, n) => (body && body !== IN_WORDS ? [{ n, id: body }] : []));

/** The document that a proposal makes; its source states all of it. */
export function proposedConference(input: ConferenceProposal): ConferenceDocument {
	const source = input.source_url ? { id: childId(), url: input.source_url } : undefined;
	const sources = source ? [source.id] : [];
	const { kind, series, edition, from, until, country, city } = input;
	const stated = { series, edition, from, until };
	const known = Object.entries(stated).filter(([, value]) => value !== undefined);
	return v.parse(conferenceSchema, {
		type: 'conference',
		kind,
		names: namesProposed(input).map((name) => ({ ...name, id: childId(), kind: 'official', sources })),
		...Object.fromEntries(known),
		place: { country, ...(city && { city }) },
		organizers: input.organizers.map(({ role, ...row }) => {
			const { id: organization, words } = knownMeant('body', row, undefined);
			return { id: childId(), role, sources, ...(organization ? { organization } : { name: words }) };
		}),
		sources: source ? [source] : [],
		cited: source
			? Object.fromEntries([...known.map(([field]) => field), 'place'].map((field) => [field, sources]))
			: {}
	});
}
