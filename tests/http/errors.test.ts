import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from '#lib/server/db/connection.ts';
import { isDatabaseLost } from '#lib/server/http/errors.ts';
import { createTestDatabase } from '../harness/database.ts';

test('a server that does not answer is a lost database', async () => {
	const db = connect('postgres://nobody@127.0.0.1:1/nowhere');
	expect(isDatabaseLost(await errorOf(sql`select 1`.execute(db)))).toBe(true);
	await db.destroy();
});

test('a connection that the server ends is a lost database, also between two queries', async () => {
	const { db, url, drop } = await createTestDatabase();
	const other = connect(url, { max: 1 });
	const error = await other.connection().execute(async (connection) => {
		const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
		await sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`.execute(db);
		return errorOf(sql`select 1`.execute(connection));
	});
	expect(isDatabaseLost(error)).toBe(true);
	await other.destroy();
	await drop();
});

test('what the database refuses is not a lost database', async () => {
	const { db, drop } = await createTestDatabase();
	expect(isDatabaseLost(await errorOf(sql`select 1 / 0`.execute(db)))).toBe(false);
	expect(isDatabaseLost(await errorOf(sql`select * from nothing`.execute(db)))).toBe(false);
	expect(isDatabaseLost(new Error('anything'))).toBe(false);
	expect(isDatabaseLost('anything')).toBe(false);
	await drop();
});

async function errorOf(work: Promise<unknown>): Promise<unknown> {
	return work.then(
		() => undefined,
		(error) => error
	);
}
