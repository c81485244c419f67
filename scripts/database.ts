import { setTimeout as delay } from 'node:timers/promises';
import { startEmbedded, type Embedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { checkDatabase } from '#db/server_check.ts';
import { connect } from '#lib/server/db/connection.ts';
import { loadSeeds } from '#lib/server/exchange/seed.ts';
import type { Env } from '#lib/server/platform/env.ts';
import { note, step } from './progress.ts';

export type PreparedDatabase = {
	url: string;
	/** Whether somebody can review changes; a new register has nobody. */
	hasRegistrar: boolean;
	/** Rejects if the embedded server died and does not start again. */
	failed: Promise<never>;
	stop(): Promise<void>;
};

const RESTART_PAUSE_MS = 200;

/** Starts the embedded server unless `DATABASE_URL` names one, brings the schema up to date and loads the seeds. */
export async function prepareDatabase(env: Env): Promise<PreparedDatabase> {
	const embedded = env.databaseUrl ? undefined : await startServer(env);
	const url = env.databaseUrl ?? embedded!.url;
	try {
		await step('checking the database', () => checkDatabase(url));
		const hasRegistrar = await bringUpToDate(url);
		return { url, hasRegistrar, ...supervise(env, embedded) };
	} catch (error) {
		await embedded?.stop();
		throw error;
	}
}

function startServer(env: Env): Promise<Embedded> {
	return step('starting the database', (log) => startEmbedded({ dataDir: env.dataDir, log }));
}

async function bringUpToDate(url: string): Promise<boolean> {
	const db = connect(url, { max: 2 });
	try {
		await step('migrating', async (log) => {
			const names = await migrateToLatest(db);
			if (names.length > 0) log(`${names.length} migrations applied`);
		});
		await step('loading the founding records', (log) => loadSeeds(db, log));
		const registrar = db.selectFrom('account').select('id').where('is_registrar', '=', true).limit(1);
		return (await registrar.executeTakeFirst()) !== undefined;
	} finally {
		await db.destroy();
	}
}

/** Starts an embedded server that died again, at the same address, so that the web server finds it. */
function supervise(env: Env, first: Embedded | undefined): Pick<PreparedDatabase, 'failed' | 'stop'> {
	let server = first;
	let isStopping = false;
	const watch = async (): Promise<never> => {
		for (;;) {
			await (server?.lost ?? new Promise(() => {}));
			if (isStopping) await new Promise(() => {});
			note('the database stopped unexpectedly; starting it again');
			await delay(RESTART_PAUSE_MS);
			server = await startEmbedded({ dataDir: env.dataDir, port: server!.port, log: note });
			note('the database runs again');
		}
	};
	const failed = watch();
	// Whoever serves awaits it too; until then a failure must not end the process.
	failed.catch(() => {});
	return {
		failed,
		async stop() {
			isStopping = true;
			await server?.stop();
		}
	};
}
