import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { registryId } from '#lib/domain/registry_id.ts';
import type { Database } from '#lib/server/db/connection.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeRecord, propose } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
let team: ReadRecord<OrganizationDocument>;
let people: string[];

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	const made = ['سلمان', 'هيفاء', 'ريان'].map((value) =>
		makeRecord(db, person({ names: [{ value, lang: 'ar' }] }))
	);
	people = (await Promise.all(made)).map(({ id }) => id);
});
beforeEach(async () => {
	team = await makeRecord(db, organization());
});
afterAll(() => test_database.drop());

/** A post as [id, number of the person, position, from, until], and what else is known of it. */
type Given = [string, number, string, string?, string?, object?];
const posts = (...given: Given[]) => ({
	appointments: given.map(([id, who, position, from, until, more]) => ({
		...{ id, person: people[who]!, position, from, until, seen_on: [], is_acting: false, sources: [] },
		...more
	}))
});
const terms = (...given: object[]) => ({
	board_terms: given.map((term, n) => ({ id: `t${n}`, state: 'unknown' as const, sources: [], ...term }))
});
const save = (partial: Partial<OrganizationDocument>) => propose(db, 'register', team, partial);

describe('posts are accepted:', () => {
	test.each<[string, Given[]]>([
		[
			'a chair who hands over on one day',
			[
				['a', 0, 'chair', '2018-01-01', '2022-01-01'],
				['b', 1, 'chair', '2022-01-01']
			]
		],
		[
			'a chair who is elected again',
			[
				['a', 0, 'chair', '2018-01-01', '2022-01-01'],
				['b', 0, 'chair', '2022-01-01']
			]
		],
		[
			'a gap between two chairs',
			[
				['a', 0, 'chair', '2014', '2016'],
				['b', 1, 'chair', '2019', '2020']
			]
		],
		[
			'two chairs in one year, nobody knows until which day',
			[
				['a', 0, 'chair', '2018', '2020'],
				['b', 1, 'chair', '2020']
			]
		],
		[
			'a chair and one who acts',
			[
				['a', 0, 'chair', '2018-01-01'],
				['b', 1, 'chair', '2019-01-01', undefined, { is_acting: true }]
			]
		],
		[
			'two members',
			[
				['a', 0, 'member', '2018-01-01'],
				['b', 1, 'member', '2018-01-01']
			]
		],
		[
			'one person in two posts',
			[
				['a', 0, 'chair', '2018-01-01'],
				['b', 0, 'executive_director', '2018-01-01']
			]
		],
		[
			'a post to come',
			[
				['a', 0, 'chair', '2018-01-01', '2090-01-01'],
				['b', 1, 'chair', '2090-01-01']
			]
		],
		[
			'chairs of whom no date is known',
			[
				['a', 0, 'chair'],
				['b', 1, 'chair']
			]
		],
		[
			'chairs of whom dates are only guessed',
			[
				['a', 0, 'chair', '2018?'],
				['b', 1, 'chair', '2018~']
			]
		],
		['a day that begins and ends a post', [['a', 0, 'chair', '2018-01-01', '2018-01-01']]],
		[
			'Hijri and Gregorian dates that meet',
			[
				['a', 0, 'chair', '1440-01-01 AH', '1444-05-01 AH'],
				['b', 1, 'chair', '2022-11-25']
			]
		]
	])('%s', async (_, given) => {
		expect(await save(posts(...given))).toMatchObject({ version: 2 });
		const { document } = await current(db, 'organization', team.id);
		expect(document.appointments).toMatchObject(JSON.parse(JSON.stringify(posts(...given).appointments)));
	});
});

describe('posts are refused:', () => {
	test.each<[string, string, Given[]]>([
		[
			'two chairs',
			'refusal.two_in_one_post',
			[
				['a', 0, 'chair', '2018-01-01', '2022-01-01'],
				['b', 1, 'chair', '2021-12-31']
			]
		],
		[
			'two heads',
			'refusal.two_in_one_post',
			[
				['a', 0, 'head', '2018'],
				['b', 1, 'head', '2020']
			]
		],
		[
			'two who were seen as chair one after the other and back',
			'refusal.two_in_one_post',
			[
				['a', 0, 'chair', undefined, undefined, { seen_on: ['2018-01-01', '2020-01-01'] }],
				['b', 1, 'chair', undefined, undefined, { seen_on: ['2019-01-01'] }]
			]
		],
		[
			'one member twice',
			'refusal.appointed_twice',
			[
				['a', 0, 'member', '2018'],
				['b', 0, 'member', '2020']
			]
		],
		['an end before the start', 'tenure.end_before_start', [['a', 0, 'chair', '2022-01-02', '2022-01-01']]],
		[
			'an end before the start, across calendars',
			'tenure.end_before_start',
			[['a', 0, 'chair', '2022-12-03', '1444-05-08 AH']]
		],
		['a post that the register does not know', 'refusal.unknown_reference', [['a', 0, 'grand_vizier']]],
		[
			'a term that the organization does not have',
			'rule.unknown_term',
			[['a', 0, 'member', undefined, undefined, { term: 't9' }]]
		]
	])('%s', async (_, refused, given) => {
		expect(await save(posts(...given))).toMatchObject({ refused });
		expect(await current(db, 'organization', team.id)).toMatchObject({ version: 1 });
	});

	test('a person who is not on the register, or is no person', async () => {
		for (const id of [registryId(999_999), team.id]) {
			const [post] = posts(['a', 0, 'member']).appointments;
			const outcome = await save({ appointments: [{ ...post!, person: id }] });
			expect(outcome).toEqual({ refused: 'refusal.unknown_reference' });
		}
	});
});

describe('board terms', () => {
	test('follow one another, also on one day', async () => {
		const two = terms(
			{ number: 1, from: '2018-01-01', until: '2022-01-01' },
			{ number: 2, from: '2022-01-01', until: '2026-01-01' }
		);
		const appointments = posts(['a', 0, 'chair', '2018-01-01', '2022-01-01', { term: 't0' }]);
		expect(await save({ ...two, ...appointments })).toMatchObject({ version: 2 });
		const { document } = await current(db, 'organization', team.id);
		expect(document).toMatchObject({ ...two, ...JSON.parse(JSON.stringify(appointments)) });
	});

	test('overlap where one was annulled, and share its number', async () => {
		const annulled = { number: 2, from: '2022-01-01', until: '2026-01-01', state: 'annulled' };
		const again = { number: 2, from: '2022-03-01', until: '2026-03-01', state: 'approved' };
		expect(await save(terms(annulled, again) as Partial<OrganizationDocument>)).toMatchObject({ version: 2 });
	});

	test.each([
		[
			'overlap otherwise',
			'refusal.terms_overlap',
			[
				{ from: '2018', until: '2022' },
				{ from: '2020', until: '2024' }
			]
		],
		['have a number twice', 'refusal.term_number_twice', [{ number: 1 }, { number: 1 }]],
		['end before they start', 'tenure.end_before_start', [{ from: '2022', until: '2018' }]]
	])('are refused that %s', async (_, refused, given) => {
		expect(await save(terms(...given))).toMatchObject({ refused });
	});

	test('go only together with the posts that name them', async () => {
		await save({
			...terms({ number: 1 }),
			...posts(['a', 0, 'chair', undefined, undefined, { term: 't0' }])
		});
		team = await current(db, 'organization', team.id);
		expect(await save({ board_terms: [] })).toMatchObject({ refused: 'rule.unknown_term' });
		expect(await save({ board_terms: [], appointments: [] })).toMatchObject({ version: 3 });
	});
});

test('of two chairs who are entered in the same moment one is refused', async () => {
	const outcomes = await Promise.all([
		save(posts(['a', 0, 'chair', '2024-01-01'])),
		save(posts(['b', 1, 'chair', '2024-01-01']))
	]);
	expect(outcomes.filter((outcome) => 'applied' in outcome)).toHaveLength(1);
	expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([
		{ refused: 'refusal.two_in_one_post' }
	]);
	const { version, document } = await current(db, 'organization', team.id);
	expect([version, document.appointments.length]).toEqual([2, 1]);
});

describe('affiliations', () => {
	const to = (id: string, from?: string, until?: string) => ({ id, to: parent.id, from, until, sources: [] });
	let parent: ReadRecord<OrganizationDocument>;
	beforeAll(async () => {
		parent = await makeRecord(db, organization({ kind: 'association' }));
	});

	test('may end and begin again', async () => {
		const affiliations = [to('a', '2014-01-01', '2016-01-01'), to('b', '2016-01-01')];
		expect(await save({ affiliations })).toMatchObject({ version: 2 });
	});

	test('are refused twice at once, and to oneself', async () => {
		const affiliations = [to('a', '2014-01-01', '2016-01-01'), to('b', '2015-01-01')];
		expect(await save({ affiliations })).toEqual({ refused: 'refusal.affiliations_overlap' });
		expect(await save({ affiliations: [{ ...to('a'), to: team.id }] })).toHaveProperty('refused');
		expect(await save({ part_of: team.id })).toHaveProperty('refused');
	});
});
