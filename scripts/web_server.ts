import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

export class WebServerError extends Error {}

export type WebServer = {
	/** Settles with one line that says how it ended, when it ends without being asked. */
	died: Promise<string>;
	stop(): Promise<void>;
};

const START_MS = 30_000;
const POLL_MS = 50;
/** Requests under way have this long to end. */
const SHUTDOWN_SECONDS = 5;
const KILL_MS = (SHUTDOWN_SECONDS + 3) * 1000;

/** A search of 10,000 Arabic letters is an address of 60,000, and is answered. */
const MOST_HEADER_BYTES = 80 * 1024;

/** A form with a picture of 2 MB, and what the form is wrapped in. */
export const MOST_BODY = '3M';

/** What Node is given to run the built web server. */
export const webServerArguments = [
	`--max-http-header-size=${MOST_HEADER_BYTES}`,
	...['--import', './scripts/end_with_parent.mjs', 'build/index.js']
];

/** Starts `build/index.js` with `environment` and waits until it answers `/healthz`. */
export async function startWebServer(environment: Record<string, string>): Promise<WebServer> {
	const child = spawn(process.execPath, webServerArguments, {
		env: {
			SHUTDOWN_TIMEOUT: `${SHUTDOWN_SECONDS}`,
			BODY_SIZE_LIMIT: MOST_BODY,
			...process.env,
			NODE_ENV: 'production',
			...environment
		},
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
	const died = once(child, 'exit').then(
		([code, signal]) => `The web server ended (${signal ?? `exit ${code}`}).`
	);
	const server = { died, stop: () => stop(child) };
	try {
		await Promise.race([untilHealthy(environment), died.then(refuse)]);
		return server;
	} catch (error) {
		await server.stop();
		throw error;
	}
}

function refuse(line: string): never {
	throw new WebServerError(line);
}

async function untilHealthy({ HOST = '', PORT }: Record<string, string>): Promise<void> {
	const host = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[HOST] ?? HOST;
	const deadline = performance.now() + START_MS;
	while (performance.now() < deadline) {
		const response = await fetch(`http://${host}:${PORT}/healthz`).catch(() => undefined);
		if (response?.ok) return;
		await delay(POLL_MS);
	}
	throw new WebServerError(`The web server does not answer /healthz after ${START_MS / 1000} s.`);
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const exit = once(child, 'exit');
	child.kill('SIGTERM');
	const timer = setTimeout(() => child.kill('SIGKILL'), KILL_MS);
	await exit;
	clearTimeout(timer);
}
