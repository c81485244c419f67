import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { isAlive, type Cluster } from './cluster.ts';
import { EmbeddedError, explain, run } from './command.ts';
import type { Home } from './home.ts';

const START_SECONDS = 600;
const STOP_SECONDS = 60;
const RETRY_MS = 100;
const RETRIES = 50;

/** SQLSTATE of a server that is starting, recovering or shutting down. */
const CANNOT_CONNECT_NOW = '57P03';

/** What somebody else's start or a server's last moments can cause; the next try finds it settled. */
const PASSING = /lock file .* already exists|pre-existing shared memory|could not bind|Address already in use/;

/** What the commands on one cluster need. */
export type Site = { home: Home; binaries: Binaries; cluster: Cluster };

/**
 * The port of a server that runs on the cluster and answers `adminUrl`: one that was left behind, or somebody
 * else's. Waits while it recovers. Nothing if none runs.
 */
export async function findRunning(cluster: Cluster, adminUrl: (port: number) => string) {
	for (;;) {
		const running = readPostmaster(cluster);
		if (!running) return undefined;
		if (running.port && (await answers(adminUrl(running.port)))) return running.port;
		await delay(RETRY_MS);
	}
}

/** Starts a server on `port`, or on a free one, and returns the port; waits until recovery is done. */
export async function startServer(site: Site, adminUrl: (port: number) => string, port?: number) {
	const { cluster, home, binaries } = site;
	for (let attempt = 1; ; attempt++) {
		const chosen = port ?? (await findFreePort());
		const logged = existsSync(cluster.log) ? statSync(cluster.log).size : 0;
		const start = ['start', '-w', '-t', `${START_SECONDS}`, '-s', '-l', cluster.log, '-o', `-p ${chosen}`];
		const { code, output } = await run(binaries.pg_ctl, ['-D', cluster.data, ...start], home.user);
		if (code === 0) return chosen;

		const report = output + readLogFrom(cluster, logged);
		if (!PASSING.test(report) || attempt === RETRIES) throw explain(new Error(report), home.folder);
		await delay(RETRY_MS);
		const running = await findRunning(cluster, adminUrl);
		if (running) return running;
	}
}

/** Stops the server; transactions under way are rolled back, everything committed is on disk. */
export async function stopServer({ cluster, home, binaries }: Site, mode: 'fast' | 'immediate') {
	if (!readPostmaster(cluster)) return;
	const stop = ['stop', '-w', '-t', `${STOP_SECONDS}`, '-s', '-m', mode];
	const { code, output } = await run(binaries.pg_ctl, ['-D', cluster.data, ...stop], home.user);
	if (code !== 0 && readPostmaster(cluster)) throw explain(new Error(output), home.folder);
}

/**
 * Reads the server's pid file. A file whose process is dead, or is not a PostgreSQL (numbers are used again,
 * above all in containers), is removed, since the server would refuse to start beside it.
 */
export function readPostmaster(cluster: Cluster): { pid: number; port: number } | undefined {
	const file = path.join(cluster.data, 'postmaster.pid');
	if (!existsSync(file)) return undefined;
	const lines = readFileSync(file, 'utf8').split('\n');
	const pid = Number(lines[0]);
	if (isAlive(pid) && isPostgres(pid)) return { pid, port: Number(lines[3]) };
	if (isAlive(pid)) rmSync(file, { force: true });
	return undefined;
}

/** Where there is no /proc, a living process of that number is believed. */
function isPostgres(pid: number): boolean {
	try {
		const [, name, state] = /\((.*)\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
		return name === 'postgres' && state !== 'Z';
	} catch {
		return !existsSync('/proc/self');
	}
}

async function answers(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
	client.on('error', () => {});
	try {
		await client.connect();
		return true;
	} catch (error) {
		const { code } = error as { code?: string };
		if (code?.startsWith('28')) throw new EmbeddedError(`The running database refuses its own password.`);
		if (code && code !== CANNOT_CONNECT_NOW && !code.startsWith('E')) throw error;
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}

function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.on('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}

function readLogFrom(cluster: Cluster, offset: number): string {
	if (!existsSync(cluster.log)) return '';
	return readFileSync(cluster.log).subarray(offset).toString('utf8');
}
