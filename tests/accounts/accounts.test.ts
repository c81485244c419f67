import { safeParse } from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeLanguage, changePassword, createAccount, findAccount } from '#lib/server/accounts/accounts.ts';
import { email } from '#lib/server/accounts/email.ts';
import { listSessions, readSession, startSession } from '#lib/server/accounts/sessions.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { makeAccount, password } from './factory.ts';

let test_database: TestDatabase;
beforeAll(async () => void (test_database = await createTestDatabase()));
afterAll(() => test_database.drop());

test.each([
	[' Someone@Example.ORG ', 'someone@example.org'],
	['\u200fsomeone@example.org\u200e', 'someone@example.org'],
	['someone @example.org', 'someone@example.org'],
	['someone@example،org', 'error.not_an_email'],
	['someone', 'error.not_an_email'],
	['  ', 'error.required'],
	[`${'a'.repeat(250)}@example.org`, 'error.too_long']
])('the address %j is read as %s', (typed, expected) => {
	const result = safeParse(email, typed);
	expect(result.success ? result.output : result.issues[0].message).toBe(expected);
});

test('an account is made once for an address', async () => {
	const { db } = test_database;
	const account = {
		email: 'once@example.org',
		display_name: 'مرة',
		password,
		language: 'ar',
		is_registrar: false
	} as const;
	expect(await createAccount(db, account)).toEqual({ id: expect.any(String) });
	expect(await createAccount(db, account)).toEqual({ refused: 'account.email_taken' });
	expect(await findAccount(db, 'ONCE@example.org')).toMatchObject({
		display_name: 'مرة',
		is_registrar: false
	});
});

test('an account with a weak password is not made', async () => {
	const account = {
		email: 'weak@example.org',
		display_name: 'Weak',
		password: 'short',
		language: 'en',
		is_registrar: true
	} as const;
	expect(await createAccount(test_database.db, account)).toEqual({ refused: 'password.too_short' });
	expect(await findAccount(test_database.db, account.email)).toBeUndefined();
});

test('a new password ends all sessions but the one that it was changed in', async () => {
	const { db } = test_database;
	const account = await makeAccount(db);
	const kept = await openSession(account.id);
	await openSession(account.id);
	const change = {
		account_id: account.id,
		current_password: password,
		new_password: 'another long one',
		session_id_hash: kept
	};

	expect(await changePassword(db, { ...change, current_password: 'guess' })).toEqual({
		refused: 'password.wrong',
		field: 'current_password'
	});
	expect(await changePassword(db, { ...change, new_password: 'short' })).toEqual({
		refused: 'password.too_short',
		field: 'new_password'
	});
	expect(await listSessions(db, account.id)).toHaveLength(2);

	expect(await changePassword(db, change)).toEqual({ changed: true });
	expect((await listSessions(db, account.id)).map((session) => session.id_hash)).toEqual([kept]);
	expect(await changePassword(db, change)).toMatchObject({ refused: 'password.wrong' });
});

test('the language of mails is set', async () => {
	const { db } = test_database;
	const { id, email } = await makeAccount(db);
	await changeLanguage(db, id, 'en');
	expect(await findAccount(db, email)).toMatchObject({ language: 'en' });
});

async function openSession(accountId: string): Promise<string> {
	const { cookie } = await startSession(test_database.db, accountId, 'Browser');
	return (await readSession(test_database.db, cookie.value))!.session.id_hash;
}
