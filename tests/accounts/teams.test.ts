import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/permissions.ts';
import { changeRole, leaveTeam, listTeam, removeMember } from '#lib/server/accounts/teams.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { makeMember, makeRecord, makeRegistrar } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let organization_id: string;
let manager: Actor;
let editor: Actor;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	organization_id = (await makeRecord(db, organization())).id;
	manager = await makeMember(db, organization_id);
	editor = await makeMember(db, organization_id, 'editor');
});

test('the last manager leaves only by naming another, who is manager from then on', async () => {
	expect(await leaveTeam(db, manager, { organization_id })).toEqual({ refused: 'team.name_another' });
	const stranger = await makeMember(db);
	for (const { account_id } of [manager, stranger]) {
		const leave = { organization_id, successor: account_id };
		expect(await leaveTeam(db, manager, leave)).toEqual({ refused: 'team.name_another' });
	}
	const left = await leaveTeam(db, manager, { organization_id, successor: editor.account_id });
	expect(left).toEqual({ done: true });
	expect(await team()).toEqual({ [editor.account_id]: 'manager' });
});

test('the last manager leaves: of two who go at one moment one stays', async () => {
	for (let round = 1; round <= 5; round += 1) {
		const here = (await makeRecord(db, organization())).id;
		const [one, other] = [await makeMember(db, here), await makeMember(db, here)];
		const results = await Promise.all(
			[one, other].map((actor) => leaveTeam(db, actor, { organization_id: here }))
		);
		expect(results.filter((result) => 'done' in result)).toHaveLength(1);
		expect(await listTeam(db, here)).toMatchObject([{ role: 'manager' }]);
	}
});

test('two managers who take each other’s place at one moment leave one manager', async () => {
	const other = await makeMember(db, organization_id);
	await Promise.all([
		changeRole(db, manager, { organization_id, account_id: other.account_id, role: 'editor' }),
		removeMember(db, other, { organization_id, account_id: manager.account_id })
	]);
	expect(Object.values(await team())).toContain('manager');
});

test('neither removal nor a lesser role takes the last manager away, except by a registrar', async () => {
	const { account_id } = manager;
	const last = { refused: 'team.last_manager' };
	expect(await removeMember(db, manager, { organization_id, account_id })).toEqual(last);
	expect(await changeRole(db, manager, { organization_id, account_id, role: 'editor' })).toEqual(last);
	const registrar = await makeRegistrar(db);
	expect(await removeMember(db, registrar, { organization_id, account_id })).toEqual({ done: true });
});

test('a disabled account is no manager who could stay', async () => {
	const other = await makeMember(db, organization_id);
	const account = db.updateTable('account').where('id', '=', other.account_id);
	await account.set({ disabled_at: new Date() }).execute();
	expect(await leaveTeam(db, manager, { organization_id })).toEqual({ refused: 'team.name_another' });
});

test('who is removed is told so by mail', async () => {
	const { account_id } = editor;
	expect(await removeMember(db, manager, { organization_id, account_id })).toEqual({ done: true });
	expect(Object.keys(await team())).toEqual([manager.account_id]);
	const { email } = await db
		.selectFrom('account')
		.where('id', '=', account_id)
		.select('email')
		.executeTakeFirstOrThrow();
	expect(await lettersTo(db, email)).toMatchObject([{ template: 'team_removed' }]);
});

test('editors and strangers change no team, nor a manager that of others', async () => {
	const elsewhere = await makeMember(db, (await makeRecord(db, organization())).id);
	const refused = { refused: 'refusal.not_allowed' };
	for (const actor of [editor, elsewhere, await makeMember(db)]) {
		const { account_id } = editor;
		expect(await removeMember(db, actor, { organization_id, account_id })).toEqual(refused);
		expect(await changeRole(db, actor, { organization_id, account_id, role: 'manager' })).toEqual(refused);
	}
	expect(await team()).toMatchObject({ [editor.account_id]: 'editor' });
});

async function team(): Promise<Record<string, string>> {
	const members = await listTeam(db, organization_id);
	return Object.fromEntries(members.map(({ account_id, role }) => [account_id, role]));
}
