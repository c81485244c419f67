import { migrateToLatest } from '#db/migrate.ts';
import { checkDatabase } from '#db/server_check.ts';
import { migrateWorker } from '#db/worker_schema.ts';
import { DONE, type Io } from './io.ts';

/** Runs the migrations that the database lacks, and prints the name of each. */
export async function run(_args: string[], io: Io): Promise<number> {
	const url = await io.databaseUrl();
	await checkDatabase(url);
	const names = await migrateToLatest(await io.db());
	await migrateWorker(url);
	for (const name of names) io.stdout.write(`${name}\n`);
	if (names.length === 0) io.stderr.write('The database is up to date.\n');
	return DONE;
}
