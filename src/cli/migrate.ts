import { migrateToLatest } from '#db/migrate.ts';
import { checkDatabase } from '#db/server_check.ts';
import { DONE, type Io } from './io.ts';

/** Runs the migrations that the database lacks, and prints the name of each. */
export async function run(_args: string[], io: Io): Promise<number> {
	await checkDatabase(await io.databaseUrl());
	const names = await migrateToLatest(await io.db());
	for (const name of names) io.stdout.write(`${name}\n`);
	if (names.length === 0) io.stderr.write('The database is up to date.\n');
	return DONE;
}
