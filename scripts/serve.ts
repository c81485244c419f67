import { EmbeddedError } from '#db/embedded.ts';
import { UnfitDatabaseError } from '#db/server_check.ts';
import { EnvError, readEnv, type Env } from '#lib/server/platform/env.ts';
import { build, BuildError, isBuilt } from './build.ts';
import { prepareDatabase, type PreparedDatabase } from './database.ts';
import { checkPort, PortError } from './port.ts';
import { endLine, step } from './progress.ts';
import { startWebServer, WebServerError } from './web_server.ts';

/** Failures whose message is written for the person at the terminal; of any other the stack is shown. */
const plainErrors = [EnvError, PortError, EmbeddedError, UnfitDatabaseError, BuildError, WebServerError];

const stopping = new AbortController();
const stopRequested = new Promise<void>((resolve) =>
	stopping.signal.addEventListener('abort', () => resolve(), { once: true })
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort());
process.on('disconnect', () => stopping.abort());
// A terminal that is gone takes our output along; stopping in order matters more.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stopping.abort());

try {
	await serve(readEnv());
} catch (error) {
	if (!stopping.signal.aborted) {
		endLine();
		console.error(`sijill: ${describe(error as Error)}`);
		process.exitCode = 1;
	}
}
process.exit();

async function serve(env: Env): Promise<void> {
	await step(`checking port ${env.port}`, () => checkPort(env.host, env.port));
	const database = await prepareDatabase(env);
	try {
		stopping.signal.throwIfAborted();
		if (!isBuilt()) await step('building', () => build(stopping.signal));
		await serveUntilStopped(env, database);
	} finally {
		endLine();
		await step('stopping the database', () => database.stop());
	}
}

async function serveUntilStopped(env: Env, database: PreparedDatabase): Promise<void> {
	const web = await step('starting the web server', () => startWebServer(webEnvironment(env, database.url)));
	try {
		announce(env.origin, database.hasRegistrar);
		const end = await Promise.race([stopRequested, web.died, database.failed]);
		if (end) throw new WebServerError(end);
	} finally {
		await step('stopping the web server', () => web.stop());
	}
}

function webEnvironment(env: Env, databaseUrl: string): Record<string, string> {
	return {
		HOST: env.host,
		PORT: `${env.port}`,
		ORIGIN: env.origin,
		DATABASE_URL: databaseUrl,
		DATA_DIR: env.dataDir,
		LOG_LEVEL: env.logLevel
	};
}

function announce(origin: string, hasRegistrar: boolean): void {
	console.log(`
  سِجِلّ يعمل الآن على العنوان  ${origin}
  Sijill is running at  ${origin}/en`);
	if (!hasRegistrar) {
		console.log(`
  لا أحد يراجع التغييرات بعد. لإنشاء حساب أمين السجل الأول نفِّذ هذا الأمر في نافذة أخرى، ثم سجِّل الدخول:
  Nobody reviews changes yet. To create the first registrar's account, run this in another window, then sign in:

      npm run sijill -- create-account --registrar you@example.org
      ${origin}/login`);
	}
	console.log('\n  Ctrl-C للإيقاف / to stop\n');
}

function describe(error: Error): string {
	const isPlain = plainErrors.some((kind) => error instanceof kind);
	return isPlain ? error.message : (error.stack ?? error.message);
}
