import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
	confirmAccount,
	findAccountRequest,
	requestAccount,
	type AccountRequest
} from '#lib/server/accounts/account_requests.ts';
import { readSession } from '#lib/server/accounts/sessions.ts';
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

test('an account is opened by the link in the mail and the password that was chosen, and once only', async () => {
	const { email } = await ask();
	const token = await tokenOf(email);
	expect(await findAccountRequest(db, token)).toEqual({ email });
	const confirmed = await confirmAccount(db, { ...client, token, password });
	if ('refused' in confirmed) throw new Error(confirmed.refused);
	const session = await readSession(db, confirmed.cookie.value);
	expect(session?.account).toMatchObject({ email, display_name: 'نورة', is_registrar: false });
	expect(await confirmAccount(db, { ...client, token, password })).toEqual({ refused: 'join.link_over' });
});

test('a link that is pressed twice at one moment opens one account', async () => {
	const token = await tokenOf((await ask()).email);
	const results = await Promise.all([1, 2, 3].map(() => confirmAccount(db, { ...client, token, password })));
	expect(results.filter((result) => 'cookie' in result)).toHaveLength(1);
});

test('the link alone opens nothing: whoever asked in another’s name is not helped by a press on it', async () => {
	const token = await tokenOf((await ask({ password: 'the password of a stranger' })).email);
	const pressed = await confirmAccount(db, { ...client, token, password: 'what the owner would type' });
	expect(pressed).toEqual({ refused: 'join.wrong_password' });
});

test('of several requests for one address each has its own password, and the first that is confirmed ends the others', async () => {
	const email = `${randomUUID()}@example.org`;
	await ask({ email, password: 'the password of a stranger' });
	const strangers = await tokenOf(email);
	await ask({ email });
	expect(await confirmAccount(db, { ...client, token: await tokenOf(email), password })).toHaveProperty(
		'cookie'
	);
	const late = { ...client, token: strangers, password: 'the password of a stranger' };
	expect(await confirmAccount(db, late)).toEqual({ refused: 'join.link_over' });
});

test('a link ends after two days', async () => {
	const { email } = await ask();
	await db
		.updateTable('account_request')
		.set({ expires_at: new Date() })
		.where('email', '=', email)
		.execute();
	const token = await tokenOf(email);
	expect(await findAccountRequest(db, token)).toBeUndefined();
	expect(await confirmAccount(db, { ...client, token, password })).toEqual({ refused: 'join.link_over' });
});

test('asking tells nobody who has an account: the answer is the same, the owner gets a mail', async () => {
	const { email } = await makeAccount(db, { language: 'en' });
	const [known, unknown] = [await ask({ email }), await ask()];
	expect(known.result).toEqual(unknown.result);
	expect(await lettersTo(db, email)).toEqual([
		{ template: 'account_exists', language: 'en', arguments: { link: '/login' } }
	]);
	expect(await db.selectFrom('account_request').where('email', '=', email).execute()).toEqual([]);
});

test('the database holds no token that would open a link, only its hash', async () => {
	const { email } = await ask();
	const token = await tokenOf(email);
	const request = await db
		.selectFrom('account_request')
		.where('email', '=', email)
		.selectAll()
		.executeTakeFirst();
	expect(JSON.stringify(request)).not.toContain(token);
});

test('flooding an address waits where it comes from, and does not keep its owner out', async () => {
	const email = `${randomUUID()}@example.org`;
	const flood = async (address: string) => (await ask({ email, address })).result;
	for (let time = 1; time <= 3; time += 1) expect(await flood('198.51.100.1')).toEqual({ asked: true });
	expect(await flood('198.51.100.1')).toEqual({ refused: 'mail_request.too_many', field: 'email' });
	for (let host = 2; host <= 40; host += 1) await flood(`198.51.100.${host}`);
	expect(await flood('198.51.100.7')).toMatchObject({ refused: 'mail_request.too_many' });
	expect(await flood('203.0.113.9')).toEqual({ asked: true });
});

test('one network that asks for many addresses waits', async () => {
	for (let time = 1; time <= 30; time += 1) await ask();
	expect((await ask()).result).toMatchObject({ refused: 'mail_request.too_many' });
	expect((await ask({ address: '192.0.2.77' })).result).toEqual({ asked: true });
});

async function ask(partial: Partial<AccountRequest> = {}) {
	const email = `${randomUUID()}@example.org`;
	const request = { email, display_name: 'نورة', password, language: 'ar', ...client, ...partial } as const;
	return { email: request.email, result: await requestAccount(db, request) };
}

/** The token of the newest mail to an address. */
async function tokenOf(email: string): Promise<string> {
	return (await lettersTo(db, email)).at(-1)!.arguments.link!.replace('/join/', '');
}
