import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	endAllSessions,
	endSession,
	endSessionOf,
	listSessions,
	readSession,
	sessionCookieName,
	startSession
} from '#lib/server/accounts/sessions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { makeAccount } from './factory.ts';

const DAY_MS = 86_400_000;

let test_database: TestDatabase;
let db: Database;
beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

test('a session is read by its cookie, and the database knows a hash only', async () => {
	const account = await makeAccount(db, { is_registrar: true });
	const { cookie } = await startSession(db, account.id, 'Browser');
	const open = await readSession(db, cookie.value);
	expect(open?.account).toEqual({
		id: account.id,
		email: account.email,
		display_name: account.display_name,
		language: 'ar',
		is_registrar: true
	});
	expect(open?.cookie).toBeUndefined();
	const [stored] = await listSessions(db, account.id);
	expect(stored).toMatchObject({ id_hash: expect.stringMatching(/^[0-9a-f]{64}$/), user_agent: 'Browser' });
	expect(stored?.id_hash).not.toBe(cookie.value);
	expect(await readSession(db, stored!.id_hash)).toBeNull();
});

test('the cookie is for this host alone where the site has HTTPS', async () => {
	const { id } = await makeAccount(db);
	const safe = await startSession(db, id, null, true);
	const plain = await startSession(db, id, null, false);
	const attributes = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 30 * 86_400 };
	expect(safe.cookie).toMatchObject({ name: '__Host-session', attributes: { ...attributes, secure: true } });
	expect(safe.cookie.attributes).not.toHaveProperty('domain');
	expect(plain.cookie).toMatchObject({ name: 'session', attributes: { ...attributes, secure: false } });
	expect([sessionCookieName(true), sessionCookieName(false)]).toEqual(['__Host-session', 'session']);
});

test('a session that is used in its second half is prolonged', async () => {
	const { id } = await makeAccount(db);
	const { cookie } = await startSession(db, id, null);
	await setExpiry(id, 14 * DAY_MS);
	const open = await readSession(db, cookie.value);
	expect(open?.cookie?.value).toBe(cookie.value);
	const [stored] = await listSessions(db, id);
	expect(stored!.expires_at.getTime()).toBeGreaterThan(Date.now() + 29 * DAY_MS);
});

test('an expired session is none, and goes', async () => {
	const { id } = await makeAccount(db);
	const { cookie } = await startSession(db, id, null);
	await setExpiry(id, -1000);
	expect(await listSessions(db, id)).toEqual([]);
	expect(await readSession(db, cookie.value)).toBeNull();
	expect(await countSessions(id)).toBe(0);
});

test('a new session clears expired ones away', async () => {
	const { id } = await makeAccount(db);
	await startSession(db, id, null);
	await setExpiry(id, -1000);
	await startSession(db, id, null);
	expect(await countSessions(id)).toBe(1);
});

test('a disabled account has no session', async () => {
	const { id } = await makeAccount(db);
	const { cookie } = await startSession(db, id, null);
	await db.updateTable('account').where('id', '=', id).set({ disabled_at: new Date() }).execute();
	expect(await readSession(db, cookie.value)).toBeNull();
	expect(await countSessions(id)).toBe(0);
});

test.each(['', 'x', 'a'.repeat(40), "' or 1=1", '\u0000'])('the cookie %j opens nothing', async (value) => {
	expect(await readSession(db, value)).toBeNull();
});

test('a session that ended is none', async () => {
	const { id } = await makeAccount(db);
	const { cookie } = await startSession(db, id, null);
	const blank = (await endSession(db, cookie.value)).cookie;
	expect(blank).toMatchObject({ name: cookie.name, value: '', attributes: { maxAge: 0, path: '/' } });
	expect(await readSession(db, cookie.value)).toBeNull();
});

test('an account ends its own sessions, one or all, and nobody else’s', async () => {
	const [own, other] = [await makeAccount(db), await makeAccount(db)];
	const cookies = [
		await startSession(db, own.id, 'A'),
		await startSession(db, own.id, 'B'),
		await startSession(db, own.id, 'C')
	];
	const foreign = await startSession(db, other.id, 'D');
	const hashes = await Promise.all([...cookies, foreign].map(({ cookie }) => hashOf(cookie.value)));

	await endSessionOf(db, own.id, hashes[0]!);
	await endSessionOf(db, own.id, hashes[3]!);
	expect(await namesOf(own.id)).toEqual(['B', 'C']);
	await endAllSessions(db, own.id, hashes[2]);
	expect(await namesOf(own.id)).toEqual(['C']);
	await endAllSessions(db, own.id);
	expect(await namesOf(own.id)).toEqual([]);
	expect(await namesOf(other.id)).toEqual(['D']);
});

test('a browser’s description of itself is cut', async () => {
	const { id } = await makeAccount(db);
	await startSession(db, id, 'x'.repeat(5000));
	const [stored] = await listSessions(db, id);
	expect(stored!.user_agent).toHaveLength(300);
});

async function setExpiry(accountId: string, fromNowMs: number): Promise<void> {
	const expires_at = new Date(Date.now() + fromNowMs);
	await db.updateTable('session').where('account_id', '=', accountId).set({ expires_at }).execute();
}

async function countSessions(accountId: string): Promise<number> {
	return (await db.selectFrom('session').where('account_id', '=', accountId).select('id_hash').execute())
		.length;
}

async function hashOf(cookieValue: string): Promise<string> {
	return (await readSession(db, cookieValue))!.session.id_hash;
}

async function namesOf(accountId: string): Promise<(string | null)[]> {
	return (await listSessions(db, accountId)).map((session) => session.user_agent).sort();
}
