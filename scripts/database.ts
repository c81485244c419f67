import { setTimeout as delay } from 'node:timers/promises';
import { startEmbedded, type Embedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { checkDatabase, explainUnfit } from '#db/server_check.ts';
import { migrateWorker } from '#db/worker_schema.ts';
import { connect } from '#lib/server/db/connection.ts';
import { indexMissing } from '#lib/server/editing/reindex.ts';
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
		// The first failure is the one to tell; a server that cannot be stopped is adopted by the next start.
		await embedded?.stop().catch(() => {});
		const unfit = explainUnfit(error, url);
		throw embedded && unfit !== error ? embedded.explainLoss() : unfit;
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
			await migrateWorker(url);
			if (names.length > 0) log(`${names.length} migrations applied`);
		});
		await step('indexing for search', async (log) => {
			const count = await indexMissing(db);
			if (count > 0) log(`${count} records indexed`);
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
	if (!first) return { failed: new Promise(() => {}), stop: async () => {} };
	let server = Promise.resolve(first);
	let isStopping = false;
	const watch = async (): Promise<never> => {
		for (;;) {
			const { port, lost } = await server;
			await lost;
			if (isStopping) await new Promise(() => {});
			server = restart(env, port);
		}
	};
	const failed = watch();
	// Whoever serves awaits it too; until then a failure must not end the process.
	failed.catch(() => {});
	return {
		failed,
		async stop() {
			isStopping = true;
			const last = await server.catch(() => undefined);
			await last?.stop();
		}
	};
}

async function restart(env: Env, port: number): Promise<Embedded> {
	note('the database stopped unexpectedly; starting it again');
	await delay(RESTART_PAUSE_MS);
	const server = await startEmbedded({ dataDir: env.dataDir, port, log: note });
	note('the database runs again');
	return server;
}
