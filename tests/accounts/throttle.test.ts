import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { admitAttempt, forgetFailures, networkOf } from '#lib/server/accounts/throttle.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { sql } from 'kysely';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

const MINUTE = 60;

let test_database: TestDatabase;
let db: Database;
beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
beforeEach(() => db.deleteFrom('sign_in_failure').execute());
afterAll(() => test_database.drop());

const attempt = { email: 'a@example.org', address: '192.0.2.1' };

test('the eleventh attempt on an account from one network waits about a minute', async () => {
	for (let count = 1; count <= 10; count += 1)
		expect(await admitAttempt(db, attempt)).toEqual({ admitted: true });
	const refused = await admitAttempt(db, { ...attempt, email: 'A@example.org' });
	expect(refused).toEqual({ admitted: false, wait_seconds: expect.any(Number) });
	if (!refused.admitted) expect(refused.wait_seconds).toBeGreaterThan(MINUTE - 10);
	expect(await admitAttempt(db, { ...attempt, email: 'b@example.org' })).toEqual({ admitted: true });
	expect(await admitAttempt(db, { ...attempt, address: '192.0.2.2' })).toEqual({ admitted: true });
});

test('after the wait there is one more attempt, then another wait', async () => {
	await fail(10);
	await letPass(2 * MINUTE);
	expect(await admitAttempt(db, attempt)).toEqual({ admitted: true });
	expect((await admitAttempt(db, attempt)).admitted).toBe(false);
});

test('a refused attempt does not lengthen the wait', async () => {
	await fail(10);
	await letPass(MINUTE / 2);
	const waits = [await admitAttempt(db, attempt), await admitAttempt(db, attempt)];
	for (const refused of waits) expect(refused).toMatchObject({ admitted: false });
	for (const refused of waits)
		if (!refused.admitted) expect(refused.wait_seconds).toBeLessThanOrEqual(MINUTE / 2);
});

test('failures of a quarter of an hour ago no longer slow down, and those of an hour ago are forgotten', async () => {
	await fail(10);
	await letPass(16 * MINUTE);
	expect((await admitAttempt(db, attempt)).admitted).toBe(true);
	await letPass(45 * MINUTE);
	expect((await admitAttempt(db, attempt)).admitted).toBe(true);
	expect(await countFailures()).toBe(2);
});

test('a success forgets the failures of that network only', async () => {
	await fail(9);
	await fail(3, { ...attempt, address: '192.0.2.2' });
	await forgetFailures(db, attempt);
	expect(await countFailures()).toBe(3);
});

test('attempts that are made at once do not slip through', async () => {
	const results = await Promise.all(Array.from({ length: 30 }, () => admitAttempt(db, attempt)));
	expect(results.filter(({ admitted }) => admitted)).toHaveLength(10);
});

test('an attack from many networks slows each of them down, but not a network that has not failed', async () => {
	for (let host = 1; host <= 50; host += 1) await fail(2, { ...attempt, address: `198.51.100.${host}` });
	const attacker = { ...attempt, address: '198.51.100.1' };
	await letPass(5 * MINUTE);
	expect((await admitAttempt(db, attacker)).admitted).toBe(false);
	expect((await admitAttempt(db, attempt)).admitted).toBe(true);
});

test('one network that tries many accounts waits', async () => {
	for (let account = 1; account <= 50; account += 1)
		await fail(2, { ...attempt, email: `${account}@example.org` });
	expect((await admitAttempt(db, attempt)).admitted).toBe(false);
});

test.each([
	['192.0.2.1', '192.0.2.1'],
	['::ffff:192.0.2.1', '192.0.2.1'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['unknown', 'unknown']
])('%s is of the network %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

async function fail(times: number, of = attempt): Promise<void> {
	for (let count = 0; count < times; count += 1) await admitAttempt(db, of);
}

async function letPass(seconds: number): Promise<void> {
	const failed_at = sql<Date>`failed_at - make_interval(secs => ${seconds})`;
	await db.updateTable('sign_in_failure').set({ failed_at }).execute();
}

async function countFailures(): Promise<number> {
	return (await db.selectFrom('sign_in_failure').select('id').execute()).length;
}
