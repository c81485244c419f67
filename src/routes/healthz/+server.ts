import { sql } from 'kysely';
import { db } from '#lib/server/db/pool.ts';
import type { RequestHandler } from './$types';

/** 200 `ok` while the application can reach its database, else 503. */
export const GET: RequestHandler = async () => {
	const isReady = await sql`select 1`.execute(db()).then(
		() => true,
		() => false
	);
	const headers = { 'cache-control': 'no-store' };
	return isReady ? new Response('ok', { headers }) : new Response('unavailable', { status: 503, headers });
};
