import { execFile } from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { EmbeddedError, startEmbedded, type Embedded } from '#db/embedded.ts';

const isRoot = process.geteuid?.() === 0;
const NOBODY = 65534;
/** Above the highest process number that Linux gives. */
const NO_PROCESS = 2 ** 22 + 1;

const folders: string[] = [];
const servers: Embedded[] = [];

afterEach(async () => {
	for (const server of servers.splice(0)) await server.stop();
	for (const folder of folders.splice(0)) remove(folder);
});

it('keeps everything that was committed when the server is killed, and its address', async () => {
	const dataDir = makeFolder();
	const first = await start(dataDir);
	await query(first.url, 'create table kept (word text)');
	await query(first.url, `insert into kept values ('باقٍ')`);
	process.kill(first.pid, 'SIGKILL');
	await first.lost;

	const second = await start(dataDir, first.port);
	expect(second.isAdopted).toBe(false);
	expect(second.url).toBe(first.url);
	expect(await query(second.url, 'select word from kept')).toEqual([{ word: 'باقٍ' }]);
});

it('adopts the server that a killed process left behind', async () => {
	const dataDir = makeFolder();
	const leftUrl = await leaveServerBehind(dataDir);
	const server = await start(dataDir);
	expect(server.isAdopted).toBe(true);
	expect(server.url).toBe(leftUrl);
	await server.stop();
	await expect(query(leftUrl, 'select 1')).rejects.toThrow();
});

it('serves several processes, and stops with the last one', async () => {
	const dataDir = makeFolder();
	const [one, two] = await Promise.all([start(dataDir), start(dataDir)]);
	expect(one.url).toBe(two.url);
	await one.stop();
	expect(await query(two.url, 'select 1 as answer')).toEqual([{ answer: 1 }]);
	await two.stop();
	await expect(query(two.url, 'select 1')).rejects.toThrow();
});

it('can be stopped while it recovers from the crash of one of its processes', async () => {
	const dataDir = makeFolder();
	const server = await start(dataDir);
	await query(server.url, 'create table kept (word text)');
	const session = new pg.Client({ connectionString: server.url });
	session.on('error', () => {});
	await session.connect();
	const { rows } = await session.query('select pg_backend_pid() as pid');
	process.kill(rows[0].pid, 'SIGABRT');
	await server.lost;
	await server.stop();
	await expect(query(server.url, 'select 1')).rejects.toThrow();
	expect(await query((await start(dataDir)).url, 'select * from kept')).toEqual([]);
});

it('is not held up by a pid file whose number now belongs to another program', async () => {
	const dataDir = makeFolder();
	const first = await start(dataDir);
	await first.stop();
	const pidFile = path.join(dataDir, 'postgres/cluster/postmaster.pid');
	writeFileSync(pidFile, `${process.pid}\n${path.dirname(pidFile)}\n0\n${first.port}\n`);
	expect((await start(dataDir)).isAdopted).toBe(false);
});

it('begins anew where a first start was killed halfway', async () => {
	const dataDir = makeFolder();
	const unfinished = path.join(dataDir, `postgres.new-${NO_PROCESS}-a`);
	mkdirSync(path.join(unfinished, 'cluster'), { recursive: true });
	const server = await start(dataDir);
	expect(await query(server.url, 'select 1 as answer')).toEqual([{ answer: 1 }]);
	expect(readdirSync(dataDir)).toEqual(['postgres']);
});

it('lets only its own passwords in, has no rights over the server, and knows Arabic', async () => {
	const { url } = await start(makeFolder());
	const wrong = new URL(url);
	wrong.password = 'wrong';
	await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
	const [role] = await query(url, 'select rolsuper, rolcreatedb from pg_roles where rolname = current_user');
	expect(role).toEqual({ rolsuper: false, rolcreatedb: false });

	for (const extension of ['pg_trgm', 'unaccent', 'btree_gist'])
		await query(url, `create extension ${extension}`);
	const [row] = await query(
		url,
		`select similarity('القطيف', 'القطيفه') > 0.5 as is_similar, 'قطيف' ~ '^\\w+$' as is_word,
			'أب' < 'بت' collate "ar-x-icu" as is_ordered`
	);
	expect(row).toEqual({ is_similar: true, is_word: true, is_ordered: true });
});

it('says in one line that the folder is read-only', async () => {
	const parent = makeFolder();
	chmodSync(parent, 0o555);
	const refusal = await asOrdinaryUser(() =>
		startEmbedded({ dataDir: path.join(parent, 'data') }).catch((e) => e)
	);
	expect(refusal).toBeInstanceOf(EmbeddedError);
	expect(refusal.message).toMatch(/^The data folder .*data cannot be written: [^\n]+\.$/);
});

it('says in one line that the folder holds a database of another version', async () => {
	const dataDir = makeFolder();
	const first = await start(dataDir);
	await first.stop();
	writeFileSync(path.join(dataDir, 'postgres/cluster/PG_VERSION'), '9.6\n');
	await expect(startEmbedded({ dataDir })).rejects.toThrow(
		/is of PostgreSQL 9\.6, and this release brings \d+[^\n]*$/
	);
});

if (isRoot) {
	it('runs for root below a folder that only root may enter, and finds its data there again', async () => {
		const dataDir = path.join(makeClosedFolder(), 'data');
		const first = await start(dataDir);
		await query(first.url, 'create table kept (word text)');
		await first.stop();
		const second = await start(dataDir);
		expect(await query(second.url, 'select * from kept')).toEqual([]);
		expect(realpathSync(path.join(dataDir, 'postgres'))).not.toContain(dataDir);
	});

	it('lets the database follow a project that moves, and gives a copy one of its own', async () => {
		const closed = makeClosedFolder();
		const [old, moved, copy] = ['old', 'moved', 'copy'].map((name) => path.join(closed, name)) as [string, string, string]; // prettier-ignore
		const first = await start(old);
		await query(first.url, 'create table kept (word text)');
		await first.stop();
		renameSync(old, moved);
		cpSync(moved, copy, { recursive: true, verbatimSymlinks: true });

		const second = await start(moved);
		expect(await query(second.url, 'select * from kept')).toEqual([]);
		const third = await start(copy);
		expect(third.url).not.toBe(second.url);
		await expect(query(third.url, 'select * from kept')).rejects.toThrow(/does not exist/);
	});
}

async function start(dataDir: string, port?: number): Promise<Embedded> {
	const server = await startEmbedded(port ? { dataDir, port } : { dataDir });
	servers.push(server);
	return server;
}

/** Open to the user who runs the server when the tests run as root. */
function makeFolder(): string {
	const folder = makeClosedFolder();
	chmodSync(folder, 0o755);
	return folder;
}

function makeClosedFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'sijill-start-'));
	folders.push(folder);
	return folder;
}

/** Removes a folder with the databases that links in it lead to. */
function remove(folder: string): void {
	for (const name of ['.', ...readdirSync(folder)]) {
		const link = path.join(folder, name, 'postgres');
		if (!existsSync(link)) continue;
		const home = realpathSync(link);
		rmSync(home, { recursive: true, force: true });
		rmSync(`${home}.claim`, { force: true });
	}
	rmSync(folder, { recursive: true, force: true });
}

async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
	if (!isRoot) return work();
	process.seteuid!(NOBODY);
	try {
		return await work();
	} finally {
		process.seteuid!(0);
	}
}

function leaveServerBehind(dataDir: string): Promise<string> {
	const script = path.join(import.meta.dirname, 'left_behind.ts');
	return new Promise((resolve) => {
		execFile(process.execPath, [script, dataDir], (_killed, output) => resolve(output));
	});
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
	const client = new pg.Client({ connectionString: url });
	client.on('error', () => {});
	await client.connect();
	try {
		return (await client.query(text)).rows;
	} finally {
		await client.end();
	}
}
