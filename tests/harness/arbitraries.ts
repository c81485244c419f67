import fc from 'fast-check';
import * as v from 'valibot';
import { languages, linkKinds, nameKinds, visibilities } from '#lib/domain/documents/common.ts';
import {
	organizationKinds,
	organizationSchema,
	organizationStatuses,
	termStates,
	type OrganizationDocument
} from '#lib/domain/documents/organization.ts';

/** Records that a generated document may refer to, and the document's own id. */
export type Known = {
	id: string;
	people: string[];
	organizations: string[];
	fields: string[];
	positions: string[];
};

const words = fc.constantFrom(
	'أمل',
	'فريق',
	'نخلة',
	'التطوعي',
	'Noor',
	'قلعة',
	'2022',
	'Nakhla',
	'🌴',
	"O'Neil",
	'ۀ'
);
const line = fc.array(words, { minLength: 1, maxLength: 4 }).map((chosen) => chosen.join(' '));
const local = fc.oneof(fc.record({ ar: line }), fc.record({ en: line }), fc.record({ ar: line, en: line }));
const date = fc.constantFrom(
	'2014',
	'2014-05',
	'2014-05-31',
	'2019?',
	'1440-09 AH',
	'1441-02-10 AH',
	'2020~'
);
/** Few ids, so that two generated documents have parts in common. */
const partIds = ['p1', 'p2', 'p3', 'p4', 'p5'];
const sourceIds = ['s1', 's2', 's3'];

type Shape = Record<string, fc.Arbitrary<unknown>>;

/** Up to five parts, each with an id of its own; what is not required is there or not. */
const parts = (required: Shape, optional: Shape = {}, uniqueBy?: string) =>
	fc
		.uniqueArray(
			fc.record(
				{
					id: fc.constantFrom(...partIds),
					sources: fc.subarray(sourceIds),
					...required,
					...optional
				},
				{ requiredKeys: ['id', 'sources', ...Object.keys(required)] as ('id' | 'sources')[] }
			),
			{ maxLength: 5, selector: ({ id }) => id }
		)
		.map((made) => (uniqueBy ? withoutRepeats(made as Record<string, unknown>[], uniqueBy) : made));

function withoutRepeats<Part extends Record<string, unknown>>(made: Part[], key: string): Part[] {
	return made.filter((part, index) => made.findIndex((other) => other[key] === part[key]) === index);
}

/** Terms follow one another, as the register demands. */
const boardTerms = fc.integer({ min: 0, max: 4 }).chain((count) =>
	fc.tuple(
		...Array.from({ length: count }, (_, index) =>
			fc.record({
				id: fc.constant(partIds[index]!),
				number: fc.constant(index + 1),
				from: fc.constantFrom(`${2000 + 4 * index}`, `${2000 + 4 * index}-06-01`),
				until: fc.constant(`${2004 + 4 * index}-01-01`),
				state: fc.constantFrom(...termStates),
				label: local,
				sources: fc.subarray(sourceIds)
			})
		)
	)
);

const place = fc.record(
	{
		country: fc.constantFrom('SA', 'BH'),
		region: fc.constantFrom('SA-04', 'SA-01'),
		city: local,
		district: local
	},
	{ requiredKeys: ['country'] }
);

const sources = fc
	.uniqueArray(
		fc.record(
			{ url: fc.webUrl(), publisher: line, title: line, published: date, accessed: date },
			{ requiredKeys: ['title'] }
		),
		{ minLength: 3, maxLength: 3 }
	)
	.map((made) => made.map((source, index) => ({ id: sourceIds[index]!, ...source })));

/** Organization documents that keep the rules of the register: valid, and fit to be written. */
export const organizationArbitrary = (known: Known): fc.Arbitrary<OrganizationDocument> =>
	fc
		.record(
			{
				names: parts({
					value: line,
					lang: fc.constantFrom(...languages),
					kind: fc.constantFrom(...nameKinds)
				}).filter((names) => names.length > 0),
				kind: fc.constantFrom(...organizationKinds),
				status: fc.constantFrom(...organizationStatuses),
				sources,
				cited: fc.dictionary(
					fc.constantFrom('founded', 'summary', 'place', 'fields'),
					fc.subarray(sourceIds, { minLength: 1 })
				),
				summary: local,
				place,
				founded: date,
				fields: fc.shuffledSubarray(known.fields),
				part_of: fc.constantFrom(...known.organizations),
				links: parts({
					kind: fc.constantFrom(...linkKinds),
					url: fc.webUrl(),
					visibility: fc.constantFrom(...visibilities)
				}),
				contacts: parts({
					kind: fc.constantFrom('email', 'post'),
					value: line,
					visibility: fc.constantFrom(...visibilities)
				}),
				figures: parts({ label: local, value: fc.constantFrom('35', '1,200') }, { as_of: date }),
				notes: parts({ text: local }),
				alternatives: parts(
					{ field: fc.constantFrom('founded', 'names/p1/value'), value: line },
					{ note: local }
				),
				aims: parts({ text: local }),
				affiliations: parts(
					{ to: fc.constantFrom(...known.organizations) },
					{ role: local, from: date },
					'to'
				),
				identifiers: parts({ scheme: fc.constant('SA-NCNP'), value: line }, {}, 'value'),
				licences: parts(
					{ number: line, state: fc.constantFrom('valid', 'unknown') },
					{ issuer: local, from: date }
				),
				board_terms: boardTerms,
				appointments: parts(
					{
						person: fc.constantFrom(...known.people),
						position: fc.constantFrom(...known.positions),
						seen_on: fc.array(date, { maxLength: 2 }),
						is_acting: fc.boolean()
					},
					{ title: local, from: date, note: local },
					'person'
				),
				confirmed_on: fc.constantFrom('2026-01-31', '2025-11-01')
			},
			{ requiredKeys: ['names', 'kind', 'status', 'sources'] }
		)
		.map((made) =>
			v.parse(organizationSchema, { type: 'organization', id: known.id, slug: 'a-slug', ...made })
		);
