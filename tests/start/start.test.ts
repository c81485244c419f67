import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findFreePort } from '../harness/server.ts';

type Started = { child: ChildProcess; output(): string; ended: Promise<unknown[]> };

const root = path.resolve(import.meta.dirname, '../..');
/** Without an up-to-date build, as where this file runs alone, a start makes one. */
const BUILD_MS = 120_000;
const started: Started[] = [];
let dataDir: string;
let port: number;

beforeEach(async () => {
	dataDir = mkdtempSync(path.join(tmpdir(), 'sijill-start-'));
	chmodSync(dataDir, 0o755);
	port = await findFreePort();
});

afterEach(async () => {
	for (const { child, ended } of started.splice(0)) {
		child.kill('SIGTERM');
		await ended;
	}
	rmSync(dataDir, { recursive: true, force: true });
});

it(
	'serves the founding record, again after it is killed, and stops in order',
	{ timeout: BUILD_MS },
	async () => {
		const first = start();
		await untilServing(first);
		expect(first.output()).toContain(`http://localhost:${port}/en`);
		expect(first.output()).toContain('create-account --registrar');
		expect(await search('أمل القطيف')).toContain('/organizations/amal-al-qatif');
		first.child.kill('SIGKILL');
		await first.ended;

		const second = start();
		await untilServing(second);
		expect(second.output()).toContain('adopted the server');
		expect(await search('أمل القطيف')).toContain('/organizations/amal-al-qatif');
		second.child.kill('SIGINT');
		second.child.kill('SIGINT');
		expect(await second.ended).toEqual([0, null]);
		expect(second.output()).toMatch(/stopping the web server[^]*stopping the database[^\n]*\n$/);
	}
);

it(
	'starts a database that was killed again, and stops it even if asked at that moment',
	{ timeout: BUILD_MS },
	async () => {
		const server = start();
		await untilServing(server);
		killDatabase();
		await untilSaid(server, 'the database runs again');
		expect(await search('أمل القطيف')).toContain('/organizations/amal-al-qatif');

		killDatabase();
		await untilSaid(server, /(starting it again[^]*){2}/);
		server.child.kill('SIGINT');
		expect(await server.ended).toEqual([0, null]);
		expect(existsSync(pidFile())).toBe(false);
	}
);

it('says in one line that the port is taken', async () => {
	const holder = createServer().listen(port, '0.0.0.0');
	await once(holder, 'listening');
	await expectRefusal({}, `Port ${port} is taken by another program`);
	holder.close();
});

it('says in one line that a value of the environment is wrong', async () => {
	await expectRefusal({ DATABASE_URL: 'sijill' }, 'DATABASE_URL is wrong: it must be an address such as');
});

it('says in one line that the given database cannot be reached', async () => {
	const url = 'postgres://me:secret@127.0.0.1:1/sijill';
	await expectRefusal({ DATABASE_URL: url }, 'The database at 127.0.0.1:1/sijill cannot be reached');
});

it.each(['a file', 'a file system that takes no folders'])(
	'says in one line that the data folder cannot be made below %s',
	async (kind) => {
		const file = path.join(dataDir, 'file');
		writeFileSync(file, '');
		const parent = kind === 'a file' ? file : '/proc';
		await expectRefusal({ DATA_DIR: path.join(parent, 'data') }, 'The data folder');
	}
);

function start(environment: Record<string, string> = {}): Started {
	const { DATABASE_URL: _, ...inherited } = process.env;
	const child = spawn(process.execPath, ['scripts/serve.ts'], {
		cwd: root,
		env: { ...inherited, PORT: `${port}`, ORIGIN: '', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...environment },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc']
	});
	let output = '';
	child.stdout!.on('data', (chunk) => (output += chunk));
	child.stderr!.on('data', (chunk) => (output += chunk));
	const run = { child, output: () => output, ended: once(child, 'close') };
	started.push(run);
	return run;
}

const untilServing = (started: Started) => untilSaid(started, 'Ctrl-C');

async function untilSaid({ child, output, ended }: Started, words: string | RegExp): Promise<void> {
	const hasEnded = ended.then(() => true);
	while (output().search(words) < 0) {
		if (await Promise.race([hasEnded, once(child.stdout!, 'data').then(() => false)]))
			throw new Error(output());
	}
}

function killDatabase(): void {
	process.kill(Number(readFileSync(pidFile(), 'utf8').split('\n')[0]), 'SIGKILL');
}

const pidFile = () => path.join(dataDir, 'postgres/cluster/postmaster.pid');

async function search(words: string): Promise<string> {
	const response = await fetch(`http://localhost:${port}/organizations?q=${encodeURIComponent(words)}`);
	expect(response.status).toBe(200);
	return response.text();
}

async function expectRefusal(environment: Record<string, string>, line: string): Promise<void> {
	const refused = start(environment);
	expect(await refused.ended).toEqual([1, null]);
	const complaints = refused.output().split('\n').filter((text) => text.startsWith('sijill: ')); // prettier-ignore
	expect(complaints).toHaveLength(1);
	expect(complaints[0]).toContain(line);
	expect(refused.output()).not.toMatch(/secret|\n {4}at /);
}
