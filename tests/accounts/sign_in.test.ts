import { afterAll, beforeAll, expect, test } from 'vitest';
import { listSessions, readSession, startSession } from '#lib/server/accounts/sessions.ts';
import { signIn } from '#lib/server/accounts/sign_in.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { makeAccount, password } from './factory.ts';

let test_database: TestDatabase;
let db: Database;
beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

const client = { address: '192.0.2.1', user_agent: 'Browser' };

test('the right password opens a session', async () => {
	const account = await makeAccount(db);
	const result = await signIn(db, { ...client, email: account.email, password });
	expect(result).toHaveProperty('cookie');
	if ('cookie' in result) expect((await readSession(db, result.cookie.value))?.account.id).toBe(account.id);
});

test('a wrong password, no account and a disabled account get the same answer', async () => {
	const [account, disabled] = [await makeAccount(db), await makeAccount(db)];
	await db.updateTable('account').where('id', '=', disabled.id).set({ disabled_at: new Date() }).execute();
	const wrong = { refused: 'sign_in.wrong' };
	expect(await signIn(db, { ...client, email: account.email, password: 'a wrong password' })).toEqual(wrong);
	expect(await signIn(db, { ...client, email: 'nobody@example.org', password })).toEqual(wrong);
	expect(await signIn(db, { ...client, email: disabled.email, password })).toEqual(wrong);
});

test('the session of before never goes on under the account that signs in', async () => {
	const [victim, attacker] = [await makeAccount(db), await makeAccount(db)];
	const planted = (await startSession(db, attacker.id, null)).cookie;
	const result = await signIn(db, { ...client, email: victim.email, password, old_cookie: planted.value });
	if ('refused' in result) throw new Error(result.refused);
	expect(result.cookie.value).not.toBe(planted.value);
	expect(await readSession(db, planted.value)).toBeNull();
	expect(await listSessions(db, victim.id)).toHaveLength(1);
});

test('after ten failures the right password waits too, but not from elsewhere', async () => {
	const { email } = await makeAccount(db);
	for (let attempt = 1; attempt <= 10; attempt += 1) {
		expect(
			await signIn(db, { ...client, address: '192.0.2.2', email, password: `guess ${attempt}` })
		).toEqual({
			refused: 'sign_in.wrong'
		});
	}
	expect(await signIn(db, { ...client, address: '192.0.2.2', email, password })).toEqual({
		refused: 'sign_in.too_many'
	});
	expect(await signIn(db, { ...client, address: '192.0.2.3', email, password })).toHaveProperty('cookie');
});
