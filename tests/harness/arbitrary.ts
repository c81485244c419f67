import fc from 'fast-check';
import * as v from 'valibot';
import { conferenceSchema, type ConferenceDocument } from '#lib/domain/documents/conference.ts';
import { nameKinds } from '#lib/domain/documents/common.ts';
import { organizationSchema, type OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { cleanText, moneyOrIdentityIn } from '#lib/domain/text.ts';

/** Ids of records that a generated document may name; none are named without. */
export type Known = { organizations: readonly string[]; people: readonly string[] };

const nobody: Known = { organizations: [], people: [] };

/** Texts as people write them, and texts as nobody should. */
const text = fc
	.oneof(
		fc
			.array(fc.constantFrom('فريق', 'نور', 'الوادي', 'التطوعي', 'Nour', 'team', '٢٠٢٢', 'آل'), {
				minLength: 1,
				maxLength: 4
			})
			.map((words) => words.join(' ')),
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
	)
	.map((typed) => cleanText(typed))
	.filter((typed) => typed !== '' && moneyOrIdentityIn(typed) === undefined);

const localText = fc
	.record({ ar: text, en: text }, { requiredKeys: [] })
	.filter(({ ar, en }) => ar !== undefined || en !== undefined);

const date = fc.constantFrom(
	'2014',
	'2014-03',
	'2014-03-09',
	'2014?',
	'2014-03~',
	'1431 AH',
	'1431-03-29 AH'
);

const partIds = ['p1', 'p2', 'p3', 'p4', 'p5'];
const sourceIds = ['s1', 's2', 's3'];
const cites = fc.subarray(sourceIds);

/** A list of parts whose ids come from few, so that two documents share some. */
const parts = <T extends object>(part: fc.Arbitrary<T>, ids = partIds, minLength = 0) =>
	fc
		.shuffledSubarray(ids, { minLength, maxLength: Math.min(4, ids.length) })
		.chain((chosen) => fc.tuple(...chosen.map((id) => part.map((values) => ({ ...values, id })))));

const one = <T extends object, K extends keyof T>(
	model: { [P in keyof T]: fc.Arbitrary<T[P]> },
	...keys: K[]
) => fc.record({ ...model, sources: cites }, { requiredKeys: keys });

const shared = {
	summary: localText,
	links: parts(
		one(
			{
				kind: fc.constantFrom('website', 'x'),
				url: fc.webUrl(),
				visibility: fc.constantFrom('public', 'members')
			},
			...(['kind', 'url'] as const)
		)
	),
	figures: parts(one({ label: localText, value: text, as_of: date }, 'label', 'value')),
	alternatives: parts(
		one({ field: fc.constantFrom('founded', 'names/p1'), value: text, note: localText }, 'field', 'value')
	),
	notes: parts(one({ text: localText }, 'text')),
	names: parts(
		one(
			{
				value: text,
				lang: fc.constantFrom('ar', 'en', 'fr'),
				kind: fc.constantFrom(...nameKinds),
				from: date
			},
			'value',
			'lang'
		),
		partIds,
		1
	),
	fields: fc.shuffledSubarray(['health', 'social_services', 'philanthropy']),
	place: fc.record(
		{ country: fc.constant('SA'), region: fc.constant('SA-04'), city: localText, district: localText },
		{ requiredKeys: ['country'] }
	),
	cited: fc.dictionary(fc.constantFrom('summary', 'place'), fc.subarray(sourceIds, { minLength: 1 })),
	confirmed_on: fc.constantFrom('2024-02-29', '2026-11-24'),
	/** All three, so that whatever is cited is there; what they say differs. */
	sources: fc.tuple(
		...sourceIds.map((id) =>
			fc
				.record({ title: text, publisher: text, published: date }, { requiredKeys: ['title'] })
				.map((source) => ({ ...source, id }))
		)
	)
};

/** Documents of organizations that break no rule and no constraint. */
export const organizations = ({ organizations, people } = nobody): fc.Arbitrary<OrganizationDocument> =>
	fc
		.record(
			{
				...shared,
				kind: fc.constantFrom('association', 'group', 'committee'),
				status: fc.constantFrom('active', 'dissolved'),
				founded: fc.constantFrom('2014', '1431-03-29 AH'),
				dissolved: fc.constantFrom('2024', '2024-02-29'),
				aims: parts(one({ text: localText }, 'text')),
				identifiers: parts(fc.record({ scheme: fc.constant('SA-NCNP'), value: text, sources: cites })).filter(
					(identifiers) => new Set(identifiers.map(({ value }) => value)).size === identifiers.length
				),
				licences: parts(
					one({ number: text, issuer: localText, from: date, state: fc.constantFrom('valid', 'expired') })
				),
				contacts: parts(
					one(
						{
							kind: fc.constantFrom('email', 'phone'),
							value: text,
							visibility: fc.constantFrom('public', 'members', 'registrars')
						},
						...(['kind', 'value'] as const)
					)
				),
				affiliations: parts(one({ role: localText }), organizations.slice(0, 4) as string[]).map((links) =>
					links.map((link) => ({ ...link, to: link.id }))
				),
				board_terms: parts(
					one({ label: localText, seats: fc.integer({ min: 1, max: 20 }), note: localText })
				).map((terms) =>
					terms.map((term, index) => ({
						...{ ...term, number: index + 1 },
						...{ from: `${2000 + 4 * index}`, until: `${2003 + 4 * index}` }
					}))
				),
				appointments: parts(
					one({ title: localText, from: date, seen_on: fc.uniqueArray(date), is_acting: fc.boolean() }),
					people.slice(0, 4) as string[]
				).map((posts) => posts.map((post) => ({ ...post, person: post.id, position: 'member' })))
			},
			{ requiredKeys: ['names', 'sources'] }
		)
		.map((document) => v.parse(organizationSchema, { type: 'organization', ...document }));

/** Documents of conferences that break no rule and no constraint. */
export const conferences = ({ organizations, people } = nobody): fc.Arbitrary<ConferenceDocument> =>
	fc
		.record(
			{
				...shared,
				kind: fc.constantFrom('conference', 'forum', 'visit'),
				status: fc.constantFrom('held', 'announced'),
				edition: fc.integer({ min: 1, max: 999 }),
				theme: localText,
				venue: localText,
				from: fc.constantFrom('2022', '2022-12-03', '1444-05 AH'),
				until: fc.constantFrom('2023', '2023-12-04'),
				sessions: parts(
					one({
						title: localText,
						on: date,
						starts_at: fc.constantFrom('09:00', '19:30'),
						ends_at: fc.constant('21:00')
					})
				),
				organizers: parts(
					one({ name: localText, organization: fc.constantFrom(...organizations, undefined) }, 'name')
				),
				patrons: parts(
					one(
						{
							name: localText,
							person: fc.constantFrom(...people, undefined),
							role: fc.constantFrom('patron', 'deputy'),
							title: localText
						},
						'name'
					)
				),
				objectives: parts(one({ text: localText }, 'text')),
				recommendations: parts(
					one({ text: localText, owner: localText, state: fc.constantFrom('issued', 'done') }, 'text')
				)
			},
			{ requiredKeys: ['names', 'sources'] }
		)
		.map((document) => v.parse(conferenceSchema, { type: 'conference', ...document }));
