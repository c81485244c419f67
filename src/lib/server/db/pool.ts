import { readEnv } from '../platform/env.ts';
import { connect, type Database } from './connection.ts';

let pool: Database | undefined;

/** The database of the running application, at `DATABASE_URL`; connects at the first call. */
export function db(): Database {
	if (pool) return pool;
	const { databaseUrl } = readEnv();
	if (!databaseUrl) throw new Error('DATABASE_URL is not set');
	return (pool = connect(databaseUrl));
}

/** Closes the pool once its queries are done. */
export async function closeDatabase(): Promise<void> {
	await pool?.destroy();
	pool = undefined;
}
