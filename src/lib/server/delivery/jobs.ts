import { Logger, parseCronItems, run, type Runner } from 'graphile-worker';
import { WORKER_SCHEMA } from '#db/worker_schema.ts';
import type { Database } from '../db/connection.ts';
import type { Env } from '../platform/env.ts';
import { log } from '../platform/log.ts';
import { deliverMail, type Sending } from './deliver.ts';
import { DELIVER, scheduleDelivery } from './outbox.ts';
import { openTransport } from './transport.ts';

export type Jobs = { stop(): Promise<void> };

/** What is done once a day, besides the deliveries. */
export type Daily = (db: Database) => Promise<unknown>;

const CONCURRENT_JOBS = 2;
const RESTART_PAUSE_MS = 5_000;

const DAILY = 'daily';
/** Seven in the morning in Riyadh; a server that was off then makes up for it when it starts. */
const dailyAt = { task: DAILY, match: '0 4 * * *', options: { backfillPeriod: 86_400_000 } };

/**
 * Works through the job queue in this process until it is stopped. A database that is lost does not end it: the queue
 * is taken up again once it can be reached.
 */
export function startJobs(db: Database, env: Env, daily: Daily): Jobs {
	const sending = { transport: openTransport(env), origin: env.origin };
	if (!env.smtpUrl) log.info({ folder: `${env.dataDir}/outbox` }, 'no SMTP_URL: mails are written as files');
	const stopping = new AbortController();
	const ended = workUntil(stopping.signal, { db, env, sending, daily });
	return {
		async stop() {
			stopping.abort();
			await ended;
			sending.transport.close();
		}
	};
}

type Work = { db: Database; env: Env; sending: Sending; daily: Daily };

async function workUntil(stopping: AbortSignal, whole: Work): Promise<void> {
	while (!stopping.aborted) {
		try {
			await work(stopping, whole);
		} catch (error) {
			log.warn({ code: codeOf(error) }, 'the job queue cannot be reached; it is taken up again');
		}
		if (!stopping.aborted) await pause(stopping);
	}
}

async function work(stopping: AbortSignal, { db, env, sending, daily }: Work): Promise<void> {
	await takeUpAgain(db);
	const runner = await run({
		connectionString: env.databaseUrl!,
		schema: WORKER_SCHEMA,
		concurrency: CONCURRENT_JOBS,
		maxPoolSize: CONCURRENT_JOBS + 1,
		noHandleSignals: true,
		logger,
		taskList: {
			[DELIVER]: (payload) => deliverMail(db, sending, (payload as { id: string }).id),
			[DAILY]: async () => void (await daily(db))
		},
		parsedCronItems: parseCronItems([dailyAt])
	});
	const stop = () => void stopRunner(runner);
	stopping.addEventListener('abort', stop, { once: true });
	if (stopping.aborted) stop();
	await runner.promise.finally(() => stopping.removeEventListener('abort', stop));
}

/** A process that was killed keeps its jobs locked for hours: what still waits gets a job of its own again. */
async function takeUpAgain(db: Database): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const waiting = await trx.selectFrom('mail').where('state', '=', 'waiting').select('id').execute();
		await scheduleDelivery(
			trx,
			waiting.map(({ id }) => id)
		);
	});
}

/** Whoever else ended it first is of no concern. */
const stopRunner = (runner: Runner) => runner.stop().catch(() => {});

function pause(stopping: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, RESTART_PAUSE_MS);
		stopping.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
	});
}

const codeOf = (error: unknown) => (error as { code?: string }).code ?? (error as Error).name;

/** Of what the queue itself says, that something went wrong; its own words may quote addresses. */
const logger = new Logger(() => (level, message, meta) => {
	if (level === 'error')
		log.warn({ code: codeOf(meta?.error ?? {}), about: message.split(/[:;]/)[0] }, 'job queue');
});
