import { missingMigrations } from '#db/migrate.ts';
import { checkDatabase } from '#db/server_check.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { DONE, FAILED, type Io } from './io.ts';

/** Checks what the register needs to run, one line for each; stops at the first that is missing. */
export async function run(_args: string[], io: Io): Promise<number> {
	await checkDatabase(await io.databaseUrl());
	io.stdout.write('ok: the database can be reached and fits\n');
	const db = await io.db();
	for (const [what, check] of checks) {
		const fault = await check(db);
		io.stdout.write(fault ? `not ok: ${fault}\n` : `ok: ${what}\n`);
		if (fault) return FAILED;
	}
	return DONE;
}

type Check = (db: Database) => Promise<string | undefined>;

const checks: [string, Check][] = [
	['its tables are up to date', missingTables],
	['there is a registrar', missingRegistrar],
	['search knows every public record', missingEntries]
];

async function missingTables(db: Database): Promise<string | undefined> {
	const missing = await missingMigrations(db);
	if (missing.length === 0) return undefined;
	return `its tables lack ${missing.join(', ')}; run: npm run sijill -- migrate`;
}

async function missingRegistrar(db: Database): Promise<string | undefined> {
	const registrars = db
		.selectFrom('account')
		.where('is_registrar', '=', true)
		.where('disabled_at', 'is', null);
	const registrar = await registrars.select('id').limit(1).executeTakeFirst();
	if (registrar) return undefined;
	return 'there is no registrar; run: npm run sijill -- create-account --registrar EMAIL';
}

async function missingEntries(db: Database): Promise<string | undefined> {
	const { missing } = await db
		.selectFrom('record')
		.leftJoin('search_entry', 'search_entry.record_id', 'record.id')
		.where('record.type', '<>', 'participation')
		.where('visibility', '=', 'public')
		.where('merged_into', 'is', null)
		.where('search_entry.record_id', 'is', null)
		.select(({ fn }) => fn.countAll<string>().as('missing'))
		.executeTakeFirstOrThrow();
	if (missing === '0') return undefined;
	return `search does not know ${missing} of the records; run: npm run sijill -- reindex`;
}
