import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditedActions } from '#lib/domain/audit.ts';
import { listAudit, noteAudit, noteHiddenRead } from '#lib/server/accounts/audit.ts';
import { approveClaim, claimOrganization, returnClaim } from '#lib/server/accounts/claims.ts';
import { acceptInvitation, invite } from '#lib/server/accounts/invitations.ts';
import { signIn } from '#lib/server/accounts/sign_in.ts';
import { changeRole, leaveTeam, removeMember } from '#lib/server/accounts/teams.ts';
import { messages } from '../harness/house_rules.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import { makeMember, makeRecord, makeRegistrar } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';
import { makeAccount, password } from './factory.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await createTestDatabase();
});
afterAll(() => database.drop());

const entries = async () => {
	const columns = ['action', 'account_id', 'subject_id', 'record_id', 'detail'] as const;
	return database.db.selectFrom('audit_entry').orderBy('id').select(columns).execute();
};

/** What is noted while something is done. */
async function noted(work: () => Promise<unknown>) {
	const before = (await entries()).length;
	await work();
	return (await entries()).slice(before);
}

test('signing in is noted, and failing to, without what was typed', async () => {
	const { db } = database;
	const { id, email } = await makeAccount(db);
	const client = { address: '198.51.100.1', user_agent: null };
	const [wrong, unknown, right] = await noted(async () => {
		await signIn(db, { email, password: 'wrong', ...client });
		await signIn(db, { email: 'nobody@example.org', password, ...client });
		await signIn(db, { email, password, ...client });
	});
	expect(wrong).toMatchObject({ action: 'sign_in_failed', account_id: null, subject_id: id, detail: {} });
	expect(unknown).toMatchObject({ action: 'sign_in_failed', account_id: null, subject_id: null });
	expect(right).toMatchObject({ action: 'signed_in', account_id: id });
});

test('rights that are given and taken are noted with who did it', async () => {
	const { db } = database;
	const team = await makeRecord(db, organization());
	const manager = await makeMember(db, team.id, 'manager');
	const invited = await makeAccount(db);
	const wish = { organization_id: team.id, role: 'editor' as const };
	await invite(db, manager, { ...wish, email: invited.email, language: 'ar' });
	const token = (await lettersTo(db, invited.email))[0]!.arguments.link!.split('/').at(-1)!;
	const about = { record_id: team.id, subject_id: invited.id, account_id: manager.account_id };
	expect(await noted(() => acceptInvitation(db, invited, token))).toMatchObject([
		{ action: 'role_granted', ...about, detail: { role: 'editor' } },
		{ action: 'invitation_accepted', account_id: invited.id, subject_id: manager.account_id }
	]);
	const change = { organization_id: team.id, account_id: invited.id };
	expect(await noted(() => changeRole(db, manager, { ...change, role: 'manager' }))).toMatchObject([
		{ action: 'role_granted', ...about, detail: { role: 'manager' } }
	]);
	expect(await noted(() => removeMember(db, manager, change))).toMatchObject([
		{ action: 'role_ended', ...about, detail: { role: 'manager' } }
	]);
	expect(await noted(() => leaveTeam(db, manager, { organization_id: team.id }))).toEqual([]);
});

test('a claim is noted when it is decided, also when it is returned', async () => {
	const { db } = database;
	const registrar = await makeRegistrar(db);
	const decided = async (decide: (id: string) => Promise<unknown>) => {
		const team = await makeRecord(db, organization());
		const asker = await makeMember(db);
		await claimOrganization(db, asker, { organization_id: team.id, role: 'manager', evidence: 'أنا منهم' });
		const claims = db.selectFrom('claim').where('account_id', '=', asker.account_id).select('id');
		const { id } = await claims.executeTakeFirstOrThrow();
		return (await noted(() => decide(id))).map(({ action }) => action);
	};
	expect(await decided((id) => approveClaim(db, registrar, id))).toEqual(['role_granted', 'claim_approved']);
	expect(await decided((id) => returnClaim(db, registrar, id, 'لا'))).toEqual(['claim_returned']);
});

test('a registrar who sees what is hidden is noted once an hour, a team that sees its own is not', async () => {
	const { db } = database;
	const contacts = [{ kind: 'email', value: 'team@example.org' }];
	const team = await makeRecord(db, organization({ contacts }));
	const withheld = await makeRecord(db, person({ display: 'withheld' }));
	const [registrar, manager] = [await makeRegistrar(db), await makeMember(db, team.id)];
	const read = (actor: typeof registrar, { id, document }: typeof team | typeof withheld) =>
		noteHiddenRead(db, actor, id, [document]);
	expect(await noted(() => read(manager, team))).toEqual([]);
	expect(await noted(() => read(registrar, team))).toMatchObject([
		{ action: 'hidden_read', record_id: team.id, detail: { shown: ['contacts'] } }
	]);
	expect(await noted(() => read(registrar, team))).toEqual([]);
	expect(await noted(() => read(registrar, withheld))).toMatchObject([{ detail: { shown: ['names'] } }]);
});

test('nobody changes or deletes an entry before two years have passed', async () => {
	const { db } = database;
	const { id: account_id } = await makeAccount(db);
	await noteAudit(db, { action: 'signed_in', account_id });
	const kept = /only added to/;
	await expect(db.updateTable('audit_entry').set({ account_id: null }).execute()).rejects.toThrow(kept);
	await expect(db.deleteFrom('audit_entry').execute()).rejects.toThrow(kept);
	await expect(sql`truncate audit_entry`.execute(db)).rejects.toThrow(kept);

	await db
		.insertInto('audit_entry')
		.values({ action: 'signed_in', account_id, at: new Date(Date.now() - 731 * 24 * 3600 * 1000) })
		.execute();
	const count = async () => (await entries()).length;
	const before = await count();
	await noteAudit(db, { action: 'signed_in', account_id });
	expect(await count()).toBe(before);
});

test('the log is read a page at a time, by act, account and day', async () => {
	const { db } = database;
	const { id: account_id, email: account } = await makeAccount(db);
	const notes = Array.from({ length: 60 }, () => ({ action: 'data_exported' as const, account_id }));
	await noteAudit(db, ...notes, { action: 'signed_in', account_id });
	const first = await listAudit(db, { account });
	expect([first.entries.length, first.entries[0]!.action]).toEqual([50, 'signed_in']);
	const second = await listAudit(db, { account }, first.next!);
	expect([second.entries.length, second.next]).toEqual([11, null]);
	const { entries: exported } = await listAudit(db, { account, action: 'signed_in' });
	expect(exported.map(({ action }) => action)).toEqual(['signed_in']);
	expect((await listAudit(db, { account, day: '1999-01-01' })).entries).toEqual([]);
	expect((await listAudit(db, { account: 'nobody@example.org' })).entries).toEqual([]);
});

test('every act has its words', () => {
	for (const words of Object.values(messages)) {
		for (const action of auditedActions) expect(words).toHaveProperty([`audit_action.${action}`]);
	}
});
