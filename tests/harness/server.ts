import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MOST_BODY, webServerArguments } from '../../scripts/web_server.ts';

export type TestServer = {
	origin: string;
	pid: number;
	/** Where it writes mails, in `outbox`; gone once it has ended. */
	dataDir: string;
	/** Everything that it wrote so far. */
	output(): string;
	/** Asks it to end, and waits. */
	stop(): Promise<void>;
	/** Ends it as a crash would, and waits. */
	kill(): Promise<void>;
};

const root = path.resolve(import.meta.dirname, '../..');
const START_MS = 20_000;
const POLL_MS = 30;

/** Starts the built web server on a free port, against `databaseUrl`, and waits until `/healthz` answers. */
export async function startServer(options: {
	databaseUrl: string;
	port?: number;
	env?: Record<string, string>;
}): Promise<TestServer> {
	const port = options.port ?? (await findFreePort());
	const origin = `http://localhost:${port}`;
	const dataDir = mkdtempSync(path.join(tmpdir(), 'sijill-server-'));
	const child = spawn(process.execPath, webServerArguments, {
		cwd: root,
		env: {
			...process.env,
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: `${port}`,
			ORIGIN: origin,
			DATABASE_URL: options.databaseUrl,
			DATA_DIR: dataDir,
			SMTP_URL: '',
			LOG_LEVEL: 'warn',
			SHUTDOWN_TIMEOUT: '2',
			BODY_SIZE_LIMIT: MOST_BODY,
			...options.env
		},
		stdio: ['ignore', 'pipe', 'pipe', 'ipc']
	});
	let output = '';
	child.stdout!.on('data', (chunk) => (output += chunk));
	child.stderr!.on('data', (chunk) => (output += chunk));

	const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
	const end = async (signal: NodeJS.Signals) => {
		if (!hasEnded()) {
			const exit = once(child, 'exit');
			child.kill(signal);
			await exit;
		}
		rmSync(dataDir, { recursive: true, force: true });
	};
	const deadline = performance.now() + START_MS;
	while (!(await isHealthy(port))) {
		if (hasEnded() || performance.now() > deadline) {
			await end('SIGKILL');
			throw new Error(`The web server did not start:\n${output}`);
		}
		await delay(POLL_MS);
	}
	return {
		origin,
		pid: child.pid!,
		dataDir,
		output: () => output,
		stop: () => end('SIGTERM'),
		kill: () => end('SIGKILL')
	};
}

async function isHealthy(port: number): Promise<boolean> {
	const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
	return response?.ok === true;
}

export function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.on('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
