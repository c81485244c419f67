import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { isAlive, type Cluster } from './cluster.ts';
import { EmbeddedError, explain, run } from './command.ts';
import type { Home } from './home.ts';

const START_SECONDS = 600;
const STOP_SECONDS = 30;
const RETRY_MS = 100;
const RETRIES = 50;

/** SQLSTATE of a server that is starting, recovering or shutting down. */
const CANNOT_CONNECT_NOW = '57P03';

/** What somebody else's start or a server's last moments can cause; the next try finds it settled. */
const PASSING =
	/lock file .* already exists|pre-existing shared memory|could not bind|Address already in use/;

/** What the commands on one cluster need. */
export type Site = { home: Home; binaries: Binaries; cluster: Cluster };

/**
 * The port of a server that runs on the cluster and answers `adminUrl`: one that was left behind, or somebody
 * else's. Waits while it recovers. Nothing if none runs.
 */
export async function findRunning(cluster: Cluster, adminUrl: (port: number) => string) {
	const deadline = performance.now() + START_SECONDS * 1000;
	for (let running; (running = readPostmaster(cluster)); await delay(RETRY_MS)) {
		if (running.port && (await answers(adminUrl(running.port)))) return running.port;
		if (performance.now() > deadline) {
			throw new EmbeddedError(`Process ${running.pid} runs on ${cluster.data} and does not answer: end it.`);
		}
	}
	return undefined;
}

/** Starts a server on `port`, or on a free one, and returns the port; waits until recovery is done. */
export async function startServer(site: Site, adminUrl: (port: number) => string, port?: number) {
	const { cluster, home, binaries } = site;
	for (let attempt = 1; ; attempt++) {
		const chosen = port ?? (await findFreePort());
		await removeStalePidFile(cluster);
		const logged = sizeOfLog(cluster);
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

/**
 * Stops the server; transactions under way are rolled back, everything committed is on disk. One that a fast stop does
 * not end is stopped at once, and recovers at its next start: PostgreSQL 18 hangs if it was just recovering.
 */
export async function stopServer({ cluster, home, binaries }: Site, mode: 'fast' | 'immediate') {
	if (!readPostmaster(cluster)) return;
	const stop = ['stop', '-w', '-t', `${STOP_SECONDS}`, '-s', '-m', mode];
	const { code, output } = await run(binaries.pg_ctl, ['-D', cluster.data, ...stop], home.user);
	if (code === 0 || !readPostmaster(cluster)) return;
	if (mode === 'immediate') throw explain(new Error(output), home.folder);
	await stopServer({ cluster, home, binaries }, 'immediate');
}

/** The server's first process by its pid file, if it lives and is a PostgreSQL. */
export function readPostmaster(cluster: Cluster): { pid: number; port: number } | undefined {
	const { pid, port } = readPidFile(cluster);
	return isAlive(pid) && isPostgres(pid) ? { pid, port } : undefined;
}

function readPidFile(cluster: Cluster): { pid: number; port: number } {
	const file = pidFileOf(cluster);
	const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
	return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/**
 * A server refuses to start beside a pid file whose number belongs to another living program, or to a dead one
 * that nobody waited for; both happen in containers. Such a file is removed once no process of the dead server is
 * left, since the file is what keeps two servers apart. Any other stale file the server judges itself.
 */
async function removeStalePidFile(cluster: Cluster): Promise<void> {
	const isStale = () => isAlive(readPidFile(cluster).pid) && !readPostmaster(cluster);
	for (let tries = 0; isStale() && hasProcesses(cluster); tries++) {
		if (tries === RETRIES) throw new EmbeddedError(`A dead server's processes still run on ${cluster.data}.`);
		await delay(RETRY_MS);
	}
	if (isStale()) rmSync(pidFileOf(cluster), { force: true });
}

function pidFileOf(cluster: Cluster): string {
	return path.join(cluster.data, 'postmaster.pid');
}

function isPostgres(pid: number): boolean {
	const { name, state } = existsSync('/proc/self') ? readProcess(pid) : askForProcess(pid);
	return path.basename(name) === 'postgres' && state !== 'Z';
}

function readProcess(pid: number): { name: string; state: string } {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const [, name = '', state = ''] = /\((.*)\) (\w)/.exec(stat) ?? [];
		return { name, state };
	} catch {
		return { name: '', state: '' };
	}
}

function askForProcess(pid: number): { name: string; state: string } {
	const { stdout } = spawnSync('ps', ['-o', 'stat=,comm=', '-p', `${pid}`], { encoding: 'utf8' });
	const [state = '', name = ''] = stdout.trim().split(/\s+/);
	return { name, state: state.charAt(0) };
}

/** Each process of a server works in its data folder. */
function hasProcesses(cluster: Cluster): boolean {
	if (!existsSync('/proc/self')) return false;
	const data = realpathSync(cluster.data);
	return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && workingFolderOf(pid) === data);
}

function workingFolderOf(pid: string): string | undefined {
	try {
		return readlinkSync(`/proc/${pid}/cwd`);
	} catch {
		return undefined;
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

export function sizeOfLog(cluster: Cluster): number {
	return existsSync(cluster.log) ? statSync(cluster.log).size : 0;
}

/** What the server wrote to its log since that was `offset` bytes long. */
export function readLogFrom(cluster: Cluster, offset: number): string {
	if (!existsSync(cluster.log)) return '';
	return readFileSync(cluster.log).subarray(offset).toString('utf8');
}
