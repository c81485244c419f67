import * as v from 'valibot';
import { text, webAddress } from '../documents/common.ts';
import {
	organizationKinds,
	organizationSchema,
	type OrganizationDocument
} from '../documents/organization.ts';
import { countryCodes } from '../countries.ts';
import { childId } from '../registry_id.ts';
import { evidence } from './claim.ts';

const inEither = v.object({ ar: v.optional(text(300)), en: v.optional(text(300)) });

/** What the form for a new organization asks for; the association is named, and found by who reads the form. */
export const proposalSchema = v.object({
	name: v.pipe(
		v.optional(inEither, {}),
		v.check(({ ar, en }) => ar !== undefined || en !== undefined, 'error.no_name')
	),
	kind: v.picklist(organizationKinds),
	country: v.picklist(countryCodes, 'error.not_a_country'),
	city: v.optional(inEither),
	association: v.optional(text(300)),
	/** Slug of the body of which it is to be a section. */
	part_of: v.optional(text(120)),
	source_url: v.optional(webAddress),
	reason: v.pipe(evidence, v.maxLength(1000, 'error.too_long'))
});

export type ProposalInput = v.InferOutput<typeof proposalSchema>;

/** The names of a proposal, each in its language. */
export const proposedNames = ({ name }: ProposalInput) =>
	(['ar', 'en'] as const).flatMap((lang) => (name[lang] ? [{ value: name[lang], lang }] : []));

/** The document that a proposal makes; its source, if there is one, states all of it. */
export function proposedDocument(
	input: ProposalInput,
	{ association_id, part_of }: { association_id?: string | undefined; part_of?: string | undefined } = {}
): OrganizationDocument {
	const source = input.source_url ? { id: childId(), url: input.source_url } : undefined;
	const sources = source ? [source.id] : [];
	return v.parse(organizationSchema, {
		type: 'organization',
		kind: input.kind,
		names: proposedNames(input).map((name) => ({ ...name, id: childId(), kind: 'official', sources })),
		place: { country: input.country, ...(input.city && { city: input.city }) },
		...(part_of && { part_of }),
		affiliations: association_id ? [{ id: childId(), to: association_id, sources }] : [],
		sources: source ? [source] : [],
		cited: source ? { place: sources } : {}
	});
}
