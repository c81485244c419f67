import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/permissions.ts';
import { actorOf } from '#lib/server/accounts/actors.ts';
import {
	approveClaim,
	claimOrganization,
	listClaimsToDecide,
	listOwnClaims,
	returnClaim,
	withdrawClaim
} from '#lib/server/accounts/claims.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, propose } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let association: string;
let group: string;
let head: Actor;
let registrar: Actor;
let asker: Actor;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	association = (await makeRecord(db, organization({ kind: 'association' }))).id;
	head = await makeMember(db, association);
	registrar = await makeRegistrar(db);
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	const affiliations = [{ id: 'own', to: association, from: '2014' }];
	group = (await makeRecord(db, organization({ affiliations }))).id;
	head = await actorOf(db, head.account_id);
	asker = await makeMember(db);
});

const decided_already = { refused: 'refusal.decided_already' };

test('a claim is decided by a registrar, and both sides get a mail at each step', async () => {
	const id = await claim();
	expect(await lettersTo(db, await emailOf(registrar))).toMatchObject([{ template: 'claim_to_decide' }]);
	expect(await approveClaim(db, registrar, id)).toEqual({ done: true });
	expect((await actorOf(db, asker.account_id)).teams).toEqual([{ organization_id: group, role: 'manager' }]);
	const told = (await lettersTo(db, await emailOf(asker))).map(({ template }) => template);
	expect(told).toEqual(['claim_received', 'claim_approved']);
});

test('a manager of the association vouches for its group, as long as the group belongs to it', async () => {
	expect((await listClaimsToDecide(db, head)).map(({ id }) => id)).toEqual([]);
	const [first, second] = [await claim(), await claim(await makeMember(db))];
	expect((await listClaimsToDecide(db, head)).map(({ id }) => id)).toEqual([first, second]);
	expect((await lettersTo(db, await emailOf(head))).at(-1)).toMatchObject({ template: 'claim_to_decide' });
	expect(await approveClaim(db, head, first)).toEqual({ done: true });

	const base = await current(db, 'organization', group);
	const [affiliation] = base.document.affiliations;
	await propose(db, 'register', base, { affiliations: [{ ...affiliation!, until: '2020-01-01' as never }] });
	const now = await actorOf(db, head.account_id);
	expect(await listClaimsToDecide(db, now)).toEqual([]);
	expect(await approveClaim(db, now, second)).toEqual({ refused: 'refusal.not_allowed' });
});

test('a returned claim carries its reason to the asker, who may claim again', async () => {
	const id = await claim();
	expect(await returnClaim(db, registrar, id, 'لم نجد اسمك في الفريق.')).toEqual({ done: true });
	expect((await lettersTo(db, await emailOf(asker))).at(-1)).toMatchObject({
		template: 'claim_returned',
		arguments: { quote: 'لم نجد اسمك في الفريق.' }
	});
	expect((await actorOf(db, asker.account_id)).teams).toEqual([]);
	const own = await listOwnClaims(db, asker.account_id);
	expect(own).toMatchObject([{ state: 'returned', decision_reason: 'لم نجد اسمك في الفريق.' }]);
	await claim();
});

describe('a claim', () => {
	test('is decided once, also by two at one moment', async () => {
		const id = await claim();
		const results = await Promise.all([approveClaim(db, registrar, id), returnClaim(db, head, id, 'لا')]);
		expect(results).toEqual(expect.arrayContaining([{ done: true }, decided_already]));
		expect(await approveClaim(db, registrar, id)).toEqual(decided_already);
	});

	test('is never approved by its own asker', async () => {
		const own = await makeRegistrar(db);
		const { account_id } = own;
		const inserted = { organization_id: group, account_id, role: 'manager', evidence: 'أنا' };
		const { id } = await db.insertInto('claim').values(inserted).returning('id').executeTakeFirstOrThrow();
		expect(await approveClaim(db, own, id)).toEqual({ refused: 'claim.own' });
	});

	test('is decided by nobody else: not by strangers, nor by editors or managers of others', async () => {
		const id = await claim();
		const other = (await makeRecord(db, organization())).id;
		const people = [await makeMember(db), await makeMember(db, other), await makeMember(db, group, 'editor')];
		for (const actor of people) {
			expect(await approveClaim(db, actor, id)).toEqual({ refused: 'refusal.not_allowed' });
			expect(await returnClaim(db, actor, id, 'لا')).toEqual({ refused: 'refusal.not_allowed' });
			expect(await listClaimsToDecide(db, actor)).toEqual([]);
		}
	});

	test('is withdrawn by its asker alone', async () => {
		const id = await claim();
		expect(await withdrawClaim(db, await makeMember(db), id)).toEqual(decided_already);
		expect(await withdrawClaim(db, asker, id)).toEqual({ done: true });
		expect(await approveClaim(db, registrar, id)).toEqual(decided_already);
	});

	test('that is sent twice is one, and of one account only some wait', async () => {
		const sent = await Promise.all([1, 2].map(() => claimOrganization(db, asker, wanted())));
		expect(sent).toEqual(expect.arrayContaining([{ done: true }, { refused: 'claim.waiting_already' }]));
		for (let more = 1; more <= 4; more += 1) await claim(asker, (await makeRecord(db, organization())).id);
		const last = { ...wanted(), organization_id: (await makeRecord(db, organization())).id };
		expect(await claimOrganization(db, asker, last)).toEqual({ refused: 'claim.too_many' });
	});

	test('of somebody who manages the page already is none', async () => {
		expect(await claimOrganization(db, head, wanted())).toEqual({ refused: 'claim.manager_already' });
	});

	test('for less than the asker became meanwhile takes nothing away', async () => {
		const id = await claim(asker, group, 'editor');
		const { account_id } = asker;
		await grantRole(db, { account_id, organization_id: group, role: 'manager', granted_by: null });
		expect(await approveClaim(db, registrar, id)).toEqual({ done: true });
		expect((await actorOf(db, account_id)).teams).toEqual([{ organization_id: group, role: 'manager' }]);
	});
});

const wanted = (role: 'manager' | 'editor' = 'manager') => ({
	...{ organization_id: group, role },
	evidence: 'أنا أمينة سر الفريق منذ تأسيسه.'
});

/** Claims the group for somebody; gives the id of the claim. */
async function claim(
	by = asker,
	organization_id = group,
	role: 'manager' | 'editor' = 'manager'
): Promise<string> {
	expect(await claimOrganization(db, by, { ...wanted(role), organization_id })).toEqual({ done: true });
	return (await listOwnClaims(db, by.account_id))[0]!.id;
}

async function emailOf({ account_id }: Actor): Promise<string> {
	const account = db.selectFrom('account').where('id', '=', account_id).select('email');
	return (await account.executeTakeFirstOrThrow()).email;
}
