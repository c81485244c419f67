import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/permissions.ts';
import { actorOf } from '#lib/server/accounts/actors.ts';
import {
	acceptInvitation,
	declineInvitation,
	findInvitation,
	invite,
	listInvitations,
	revokeInvitation,
	type Invitation
} from '#lib/server/accounts/invitations.ts';
import { grantRole, leaveTeam, listTeam, removeMember } from '#lib/server/accounts/teams.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { makeMember, makeRecord } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';
import { makeAccount } from './factory.ts';

let test_database: TestDatabase;
let db: Database;
let organization_id: string;
let manager: Actor;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	organization_id = (await makeRecord(db, organization())).id;
	manager = await makeMember(db, organization_id);
});

const over = { refused: 'invitation.over' };

test('the invited accepts by the link of the mail and is on the team; the inviter is told', async () => {
	const account = await makeAccount(db);
	const token = await send({ email: account.email, role: 'editor' });
	expect(await acceptInvitation(db, account, token)).toEqual({ organization_id });
	expect((await actorOf(db, account.id)).teams).toEqual([{ organization_id, role: 'editor' }]);
	const told = await lettersTo(db, await emailOf(manager));
	expect(told).toMatchObject([{ template: 'invitation_accepted', arguments: { address: account.email } }]);
});

describe('an invitation', () => {
	test('accepted twice counts once, also at one moment, and not again after the member left', async () => {
		const account = await makeAccount(db);
		const token = await send({ email: account.email, role: 'editor' });
		const results = await Promise.all([1, 2, 3].map(() => acceptInvitation(db, account, token)));
		expect(results.filter((result) => 'organization_id' in result)).toHaveLength(1);
		await leaveTeam(db, await actorOf(db, account.id), { organization_id });
		expect(await acceptInvitation(db, account, token)).toEqual(over);
	});

	test('accepted by another account, to which it was forwarded, is refused and stays for the invited', async () => {
		const [invited, other] = [await makeAccount(db), await makeAccount(db)];
		const token = await send({ email: invited.email });
		expect(await acceptInvitation(db, other, token)).toEqual({ refused: 'invitation.other_address' });
		expect((await actorOf(db, other.id)).teams).toEqual([]);
		expect(await acceptInvitation(db, invited, token)).toEqual({ organization_id });
	});

	test('that expired is over, for accepting and for declining', async () => {
		const account = await makeAccount(db);
		const token = await send({ email: account.email });
		await db
			.updateTable('invitation')
			.set({ expires_at: new Date() })
			.where('email', '=', account.email)
			.execute();
		expect(await findInvitation(db, token)).toBeUndefined();
		expect(await acceptInvitation(db, account, token)).toEqual(over);
		expect(await declineInvitation(db, token)).toEqual(over);
		expect(await listInvitations(db, organization_id)).toMatchObject([{ is_over: true }]);
	});

	test('that was revoked is over, and of two the newer counts', async () => {
		const account = await makeAccount(db);
		const [older, newer] = [await send({ email: account.email }), await send({ email: account.email })];
		expect(await acceptInvitation(db, account, older)).toEqual(over);
		const [waiting, ...more] = await listInvitations(db, organization_id);
		expect(more).toEqual([]);
		const which = { organization_id, invitation_id: waiting!.id };
		expect(await revokeInvitation(db, manager, which)).toEqual({ done: true });
		expect(await revokeInvitation(db, manager, which)).toEqual(over);
		expect(await acceptInvitation(db, account, newer)).toEqual(over);
	});

	test('that was declined is over, and the inviter is told', async () => {
		const account = await makeAccount(db);
		const token = await send({ email: account.email });
		expect(await declineInvitation(db, token)).toEqual({ done: true });
		expect(await acceptInvitation(db, account, token)).toEqual(over);
		const told = await lettersTo(db, await emailOf(manager));
		expect(told).toMatchObject([{ template: 'invitation_declined' }]);
	});

	test('of somebody who was removed meanwhile opens no back door', async () => {
		const [rogue, helper] = [await makeMember(db, organization_id), await makeAccount(db)];
		const token = await send({ email: helper.email }, rogue);
		await removeMember(db, manager, { organization_id, account_id: rogue.account_id });
		expect(await acceptInvitation(db, helper, token)).toEqual({ refused: 'invitation.inviter_gone' });
	});

	test('does not make a manager an editor', async () => {
		const account = await makeAccount(db);
		const token = await send({ email: account.email, role: 'editor' });
		await grantRole(db, { account_id: account.id, organization_id, role: 'manager', granted_by: null });
		expect(await acceptInvitation(db, account, token)).toEqual({ organization_id });
		const again = await invite(db, manager, letter({ email: account.email, role: 'editor' }));
		expect(again).toEqual({ refused: 'team.member_already' });
		expect((await listTeam(db, organization_id)).map(({ role }) => role)).toEqual(['manager', 'manager']);
	});
});

test('only who names the team invites and revokes', async () => {
	await send({});
	const [{ id } = { id: '' }] = await listInvitations(db, organization_id);
	const elsewhere = await makeMember(db, (await makeRecord(db, organization())).id);
	for (const actor of [await makeMember(db, organization_id, 'editor'), elsewhere, await makeMember(db)]) {
		expect(await invite(db, actor, letter({}))).toEqual({ refused: 'refusal.not_allowed' });
		const revoked = await revokeInvitation(db, actor, { organization_id, invitation_id: id });
		expect(revoked).toEqual({ refused: 'refusal.not_allowed' });
	}
	const theirs = { organization_id: elsewhere.teams[0]!.organization_id, invitation_id: id };
	expect(await revokeInvitation(db, elsewhere, theirs)).toEqual(over);
});

test('the manager of an association invites for a group only while it belongs to the association', async () => {
	const association = (await makeRecord(db, organization({ kind: 'association' }))).id;
	const head = (await makeMember(db, association)).account_id;
	const group = await makeRecord(db, organization({ affiliations: [{ to: association, from: '2014' }] }));
	const letterTo = letter({ organization_id: group.id });
	expect(await invite(db, await actorOf(db, head), letterTo)).toEqual({ done: true });
	const former = organization({ affiliations: [{ to: association, from: '2014', until: '2020' }] });
	const left = { organization_id: (await makeRecord(db, former)).id };
	expect(await invite(db, await actorOf(db, head), letter(left))).toEqual({ refused: 'refusal.not_allowed' });
});

test('one account sends at most thirty invitations a day', async () => {
	for (let sent = 1; sent <= 30; sent += 1) await send({});
	expect(await invite(db, manager, letter({}))).toEqual({ refused: 'team.too_many_invitations' });
});

const letter = (partial: Partial<Invitation>): Invitation => ({
	...{ organization_id, email: `${randomUUID()}@example.org`, role: 'manager', language: 'ar' },
	...partial
});

/** Invites and takes the token from the mail. */
async function send(partial: Partial<Invitation>, by = manager): Promise<string> {
	const invitation = letter(partial);
	expect(await invite(db, by, invitation)).toEqual({ done: true });
	return (await lettersTo(db, invitation.email)).at(-1)!.arguments.link!.replace('/invitations/', '');
}

async function emailOf({ account_id }: Actor): Promise<string> {
	const account = db.selectFrom('account').where('id', '=', account_id).select('email');
	return (await account.executeTakeFirstOrThrow()).email;
}
