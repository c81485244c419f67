import { Logger, runMigrations } from 'graphile-worker';

/** The schema of the job queue: apart from the register's own tables, and brought up to date by the queue itself. */
export const WORKER_SCHEMA = 'graphile_worker';

/** Makes the tables of the job queue, or brings them up to date. */
export async function migrateWorker(connectionString: string): Promise<void> {
	await runMigrations({ connectionString, schema: WORKER_SCHEMA, logger: new Logger(() => () => {}) });
}
