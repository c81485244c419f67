import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import {
	answerAffiliation,
	listAffiliationRequests,
	proposeAffiliation
} from '#lib/server/editing/affiliations.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, submissionKey } from '../harness/factory.ts';

type Organization = ReadRecord<OrganizationDocument>;

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let [group, old, next]: Organization[] = [];
let ours: Actor;
let theirs: Actor;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
beforeEach(async () => {
	old = await makeRecord(db, organization({ kind: 'association' }));
	next = await makeRecord(db, organization({ kind: 'association' }));
	group = await makeRecord(
		db,
		organization({ affiliations: [{ id: 'a1', to: old.id, from: '2020-01-01' }] })
	);
	ours = await makeMember(db, group.id);
	theirs = await makeMember(db, next.id);
});
afterAll(() => test_database.drop());

const proposalOf = (side: 'organization' | 'association', partial = {}) => ({
	...{ submission_key: submissionKey(), organization_id: group!.id, association_id: next!.id },
	...{ side, from: '2026-03-01', leaving: 'a1', ...partial }
});
const propose = async (actor: Actor, side: 'organization' | 'association', partial = {}): Promise<string> => {
	const made = await proposeAffiliation(db, actor, proposalOf(side, partial));
	if ('refused' in made) throw new Error(made.refused);
	return made.id;
};
const affiliations = async () => (await current(db, 'organization', group!.id)).document.affiliations;
const stateOf = async (id: string) =>
	(await listAffiliationRequests(db, group!.id)).find((request) => request.id === id)?.state;

describe.each([
	['by the group and confirmed by the association', 'organization'],
	['by the association and confirmed by the group', 'association']
] as const)('an affiliation that is proposed %s', (_, side) => {
	test('waits for a registrar, and then moves the group on one day', async () => {
		const [proposer, confirmer] = side === 'organization' ? [ours, theirs] : [theirs, ours];
		const id = await propose(proposer, side);
		expect(await listWaiting(db, [group!.id])).toEqual([]);
		expect(await answerAffiliation(db, confirmer, id, { state: 'confirmed' })).toHaveProperty('outcome');
		expect(await stateOf(id)).toBe('confirmed');
		expect(await affiliations()).toHaveLength(1);
		const [waiting] = await listWaiting(db, [group!.id]);
		expect(await approveChange(db, registrar, waiting!.id)).toHaveProperty('version');
		expect(await affiliations()).toMatchObject([
			{ id: 'a1', to: old!.id, from: '2020-01-01', until: '2026-03-01' },
			{ to: next!.id, from: '2026-03-01' }
		]);
	});
});

test('what is declined or withdrawn changes nothing, and is answered once', async () => {
	const declined = await propose(ours, 'organization');
	expect(await answerAffiliation(db, theirs, declined, { state: 'declined', reason: 'اكتمل العدد' })).toEqual(
		{}
	);
	expect(await answerAffiliation(db, theirs, declined, { state: 'confirmed' })).toEqual({
		refused: 'refusal.decided_already'
	});
	const withdrawn = await propose(ours, 'organization');
	expect(await answerAffiliation(db, ours, withdrawn, { state: 'withdrawn' })).toEqual({});
	expect([await stateOf(declined), await stateOf(withdrawn)]).toEqual(['declined', 'withdrawn']);
	expect(await listWaiting(db, [group!.id])).toEqual([]);
});

describe('nobody', () => {
	test('proposes for a body of another team, or confirms for the other side', async () => {
		const refused = { refused: 'refusal.not_allowed' };
		expect(await proposeAffiliation(db, theirs, proposalOf('organization'))).toEqual(refused);
		expect(await proposeAffiliation(db, ours, proposalOf('association'))).toEqual(refused);
		const id = await propose(ours, 'organization');
		expect(await answerAffiliation(db, ours, id, { state: 'confirmed' })).toEqual(refused);
		expect(await answerAffiliation(db, theirs, id, { state: 'withdrawn' })).toEqual(refused);
	});

	test('confirms the own proposal, not even with rights on both sides', async () => {
		const id = await propose(registrar, 'organization');
		expect(await answerAffiliation(db, registrar, id, { state: 'confirmed' })).toEqual({
			refused: 'affiliation.own_proposal'
		});
		expect(await stateOf(id)).toBe('proposed');
	});

	test('who lost the right to speak for the group has a proposal confirmed', async () => {
		const id = await propose(ours, 'organization');
		await db.deleteFrom('team_member').where('account_id', '=', ours.account_id).execute();
		expect(await answerAffiliation(db, theirs, id, { state: 'confirmed' })).toEqual({
			refused: 'refusal.not_allowed'
		});
		expect(await stateOf(id)).toBe('proposed');
	});
});

describe('a proposal is refused', () => {
	test.each([
		[
			'to a group',
			async () => ({ association_id: (await makeRecord(db, organization())).id }),
			'affiliation.takes_no_members'
		],
		[
			'that is recorded already',
			async () => ({ association_id: old!.id, leaving: undefined }),
			'refusal.affiliations_overlap'
		],
		[
			'that ends an affiliation of somebody else',
			async () => ({ leaving: 'zz' }),
			'refusal.value_not_allowed'
		],
		['to itself', async () => ({ association_id: group!.id }), 'affiliation.takes_no_members']
	])('%s', async (_, partial, refused) => {
		expect(await proposeAffiliation(db, ours, proposalOf('organization', await partial()))).toEqual({
			refused
		});
	});

	test('that is open already, and one that is sent twice is made once', async () => {
		const proposal = proposalOf('organization');
		const answers = await Promise.all([1, 2].map(() => proposeAffiliation(db, ours, proposal)));
		expect(answers).toEqual([{ id: proposal.submission_key }, { id: proposal.submission_key }]);
		expect(await proposeAffiliation(db, ours, proposalOf('organization'))).toEqual({
			refused: 'affiliation.open_already'
		});
		expect(await listAffiliationRequests(db, group!.id)).toHaveLength(1);
	});
});

test('of two who confirm at once the request becomes one change', async () => {
	const id = await propose(ours, 'organization');
	const answers = await Promise.all(
		[1, 2].map(() => answerAffiliation(db, theirs, id, { state: 'confirmed' }))
	);
	expect(answers.filter((answer) => 'outcome' in answer)).toHaveLength(1);
	expect(await listWaiting(db, [group!.id])).toHaveLength(1);
});
