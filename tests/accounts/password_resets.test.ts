import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	findPasswordReset,
	requestPasswordReset,
	resetPassword
} from '#lib/server/accounts/password_resets.ts';
import { listSessions, startSession } from '#lib/server/accounts/sessions.ts';
import { signIn } from '#lib/server/accounts/sign_in.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { lettersTo } from '../harness/mails.ts';
import { makeAccount, password } from './factory.ts';

let test_database: TestDatabase;
let db: Database;
beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());
beforeEach(() => db.deleteFrom('mail_request').execute());

const client = { address: '192.0.2.1', user_agent: 'Browser' };
const new_password = 'another password for tests';

test('the link in the mail sets a new password, ends all sessions, and is told to the owner', async () => {
	const account = await makeAccount(db, { language: 'en' });
	await startSession(db, account.id, null);
	const token = await ask(account.email);
	expect(await findPasswordReset(db, token)).toEqual({ email: account.email });
	expect(await resetPassword(db, { token, new_password })).toEqual({ changed: true });
	expect(await listSessions(db, account.id)).toEqual([]);
	const { email } = account;
	expect(await signIn(db, { ...client, email, password })).toEqual({ refused: 'sign_in.wrong' });
	expect(await signIn(db, { ...client, email, password: new_password })).toHaveProperty('cookie');
	expect((await lettersTo(db, email)).map(({ template, language }) => [template, language])).toEqual([
		['password_reset', 'en'],
		['password_changed', 'en']
	]);
});

test('a link works once, also twice at one moment, and using one ends the others', async () => {
	const { email } = await makeAccount(db);
	const [first, second] = [await ask(email), await ask(email)];
	const results = await Promise.all([1, 2, 3].map(() => resetPassword(db, { token: second, new_password })));
	expect(results.filter((result) => 'changed' in result)).toHaveLength(1);
	for (const token of [first, second])
		expect(await resetPassword(db, { token, new_password })).toEqual({ refused: 'password.link_over' });
});

test('a weak password leaves the link as it is', async () => {
	const { email } = await makeAccount(db);
	const token = await ask(email);
	expect(await resetPassword(db, { token, new_password: 'short' })).toEqual({
		refused: 'password.too_short'
	});
	expect(await resetPassword(db, { token, new_password })).toEqual({ changed: true });
});

test('a link ends after an hour, and with the account', async () => {
	const [slow, shut] = [await makeAccount(db), await makeAccount(db)];
	const [late, closed] = [await ask(slow.email), await ask(shut.email)];
	await db
		.updateTable('password_reset')
		.set({ expires_at: new Date() })
		.where('account_id', '=', slow.id)
		.execute();
	await db.updateTable('account').set({ disabled_at: new Date() }).where('id', '=', shut.id).execute();
	for (const token of [late, closed])
		expect(await resetPassword(db, { token, new_password })).toEqual({ refused: 'password.link_over' });
});

test('asking for an address without an account gets the same answer and no mail', async () => {
	const attempt = { email: 'nobody@example.org', address: client.address };
	expect(await requestPasswordReset(db, attempt)).toEqual({ asked: true });
	expect(await lettersTo(db, attempt.email)).toEqual([]);
});

/** Asks for a link and takes its token from the mail. */
async function ask(email: string): Promise<string> {
	expect(await requestPasswordReset(db, { email, address: client.address })).toEqual({ asked: true });
	return (await lettersTo(db, email)).at(-1)!.arguments.link!.replace('/password/', '');
}
