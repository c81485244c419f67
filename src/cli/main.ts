import { EmbeddedError, startEmbedded, type Embedded } from '#db/embedded.ts';
import { missingMigrations } from '#db/migrate.ts';
import { UnfitDatabaseError } from '#db/server_check.ts';
import { connect, type Database } from '#lib/server/db/connection.ts';
import { EnvError, readEnv } from '#lib/server/platform/env.ts';
import { FAILED, UsageError, WRONG_USAGE, type Io } from './io.ts';

type Command = { run(args: string[], io: Io): Promise<number> };

/** Each command: what it takes, what it does, and where it is. */
const commands: Record<string, { takes: string; does: string; load: () => Promise<Command> }> = {
	'create-account': {
		takes: '[--registrar] [--manager-of SLUG] [--name NAME] [--generate] EMAIL',
		does: 'make an account that can sign in; asks for its password, or reads it from standard input',
		load: () => import('./create_account.ts')
	},
	import: {
		takes: 'FILE.jsonl [--dry-run]',
		does: 'bring records into the register',
		load: () => import('./import.ts')
	},
	search: {
		takes: '[QUERY…] [--type TYPE] [--limit N] [--lang ar|en] [--batch FILE]',
		does: 'search for a query, or for each line of a file (- for standard input); one line of JSON for each',
		load: () => import('./search.ts')
	},
	reindex: {
		takes: '',
		does: 'derive anew what search reads of each record',
		load: () => import('./reindex.ts')
	},
	demo: {
		takes: 'N',
		does: 'bring N organizations of synthetic data onto the register, for trials',
		load: () => import('./demo.ts')
	},
	migrate: {
		takes: '',
		does: 'bring the database to the newest version of its tables',
		load: () => import('./migrate.ts')
	},
	doctor: {
		takes: '',
		does: 'check that the register can run',
		load: () => import('./doctor.ts')
	}
};

async function main([name = '', ...args]: string[]): Promise<number> {
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) return explainUsage(Object.keys(commands));
	const { io, close } = openIo();
	try {
		return await (await command.load()).run(args, io);
	} catch (error) {
		process.stderr.write(`${(await describeMissingTables(error, io)) ?? describe(error)}\n`);
		return isWrongUsage(error) ? explainUsage([name]) : FAILED;
	} finally {
		await close();
	}
}

function explainUsage(names: string[]): number {
	const lines = names.map(
		(name) => `  ${name} ${commands[name]!.takes}`.trimEnd() + `\n      ${commands[name]!.does}`
	);
	process.stderr.write(`Usage: npm run sijill -- COMMAND\n\n${lines.join('\n')}\n`);
	return WRONG_USAGE;
}

/** Failures whose message is written for the person at the terminal; of any other the stack is shown. */
const plainErrors = [UsageError, EnvError, EmbeddedError, UnfitDatabaseError];

function describe(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const isPlain = plainErrors.some((type) => error instanceof type) || isWrongUsage(error);
	return isPlain ? error.message : (error.stack ?? error.message);
}

/** SQLSTATE: there is no such table, or no such column. */
const MISSING_STATES = ['42P01', '42703'];

/** A table that is missing is no fault of ours where migrations were not run. */
async function describeMissingTables(error: unknown, io: Io): Promise<string | undefined> {
	if (!(error instanceof Error && 'code' in error && MISSING_STATES.includes(String(error.code))))
		return undefined;
	const missing = await missingMigrations(await io.db());
	if (missing.length === 0) return undefined;
	return 'The tables of the database are older than this version of the register. Run: npm run sijill -- migrate';
}

/** Ours, or what `parseArgs` throws. */
function isWrongUsage(error: unknown): boolean {
	if (error instanceof UsageError) return true;
	return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function openIo(): { io: Io; close(): Promise<void> } {
	const { stdin, stdout, stderr } = process;
	let embedded: Embedded | undefined;
	let database: Database | undefined;

	async function databaseUrl(): Promise<string> {
		const { databaseUrl, dataDir } = readEnv();
		if (databaseUrl) return databaseUrl;
		embedded ??= await startEmbedded({ dataDir, log: (line) => stderr.write(`${line}\n`) });
		return embedded.url;
	}

	return {
		io: { stdin, stdout, stderr, databaseUrl, db: async () => (database ??= connect(await databaseUrl())) },
		close: async () => {
			await database?.destroy();
			await embedded?.stop();
		}
	};
}

// A reader that has gone (`| head`) ends the output, not the command.
process.stdout.on('error', () => {});
process.exitCode = await main(process.argv.slice(2));
