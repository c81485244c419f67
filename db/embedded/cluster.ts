import { randomBytes } from 'node:crypto';
import {
	appendFileSync,
	chownSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statfsSync,
	writeFileSync
} from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedError, explain, run } from './command.ts';
import type { Home } from './home.ts';

/** The files of a home: the cluster itself, the passwords, and what the server logs. */
export type Cluster = { data: string; passwords: string; log: string };

/** `admin` owns the server; `app` owns the register's database and nothing else. */
export type Passwords = { admin: string; app: string };

const SHARED_MEMORY = '/dev/shm';
const ROOMY_SHARED_MEMORY = 256 * 1024 * 1024;

const settings = {
	listen_addresses: '127.0.0.1',
	unix_socket_directories: '',
	max_connections: '100',
	shared_buffers: '4GB',
	effective_cache_size: '1GB',
	work_mem: '16MB',
	maintenance_work_mem: '128MB',
	random_page_cost: '1.1',
	jit: 'off',
	timezone: 'UTC',
	log_timezone: 'UTC',
	default_text_search_config: 'pg_catalog.simple',
	// The log holds no statements and no values of rows: they may be personal data.
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse',
	log_checkpoints: 'off'
};

/** For data that nobody misses: nothing waits for the disk. */
const throwawaySettings = {
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	wal_level: 'minimal',
	max_wal_senders: '0',
	shared_buffers: '128MB',
	autovacuum: 'off',
	max_connections: '200'
};

export function clusterIn(folder: string): Cluster {
	return {
		data: path.join(folder, 'cluster'),
		passwords: path.join(folder, 'passwords'),
		log: path.join(folder, 'server.log')
	};
}

/**
 * Makes the cluster of a home unless it is there. It is built aside and put in place by one rename, so that a start
 * that is killed halfway leaves nothing that the next one would take for a database.
 */
export async function ensureCluster(home: Home, binaries: Binaries): Promise<Cluster> {
	const cluster = clusterIn(home.folder);
	if (existsSync(cluster.data)) {
		refuseOtherVersion(cluster, binaries);
		return cluster;
	}
	removeUnfinished(home.folder);
	const unfinished = makeUnfinished(home);
	try {
		writePasswords(clusterIn(unfinished), home);
		await initialize(clusterIn(unfinished), home, binaries);
		putInPlace(unfinished, home.folder);
	} catch (cause) {
		throw explain(cause, home.folder);
	} finally {
		rmSync(unfinished, { recursive: true, force: true });
	}
	return cluster;
}

/** Writes the settings of this release; `local.conf` beside them is the operator's and is read after them. */
export function writeSettings(cluster: Cluster, home: Home, isThrowaway: boolean): void {
	const all = {
		...settings,
		...(isThrowaway ? throwawaySettings : {}),
		dynamic_shared_memory_type: hasRoomySharedMemory() ? 'posix' : 'mmap'
	};
	const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`);
	const file = path.join(cluster.data, 'sijill.conf');
	writeFileSync(file, lines.join(''));
	own(file, home);
}

export function readPasswords(cluster: Cluster): Passwords {
	const [admin = '', app = ''] = readFileSync(cluster.passwords, 'utf8').split('\n');
	return { admin, app };
}

function refuseOtherVersion(cluster: Cluster, binaries: Binaries): void {
	const found = readFileSync(path.join(cluster.data, 'PG_VERSION'), 'utf8').trim();
	const ours = binaries.version.split('.')[0];
	if (found === ours) return;
	throw new EmbeddedError(
		`The database in ${cluster.data} is of PostgreSQL ${found}, and this release brings ${ours}: see docs/operations.md, "A new PostgreSQL".`
	);
}

/** Removes what starts that were killed during `initdb` left behind. */
function removeUnfinished(folder: string): void {
	const parent = path.dirname(folder);
	const prefix = `${path.basename(folder)}.new-`;
	for (const name of readdirSync(parent).filter((name) => name.startsWith(prefix))) {
		if (!isAlive(parseInt(name.slice(prefix.length)))) rmSync(path.join(parent, name), { recursive: true });
	}
}

export function isAlive(pid: number): boolean {
	if (!(pid > 0)) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Beside the home, named after this process. */
function makeUnfinished(home: Home): string {
	const folder = mkdtempSync(`${home.folder}.new-${process.pid}-`);
	own(folder, home);
	return folder;
}

/** `initdb` reads its password from the first line. */
function writePasswords(cluster: Cluster, home: Home): void {
	const [admin, app] = [randomPassword(), randomPassword()];
	writeFileSync(cluster.passwords, `${admin}\n${app}\n`, { mode: 0o600 });
	own(cluster.passwords, home);
}

function randomPassword(): string {
	return randomBytes(24).toString('base64url');
}

/**
 * Code-point order that no update of the system changes, with the letter classes of C.UTF-8: pg_trgm finds no
 * trigrams in Arabic where the character class locale is C.
 */
async function initialize(cluster: Cluster, home: Home, binaries: Binaries): Promise<void> {
	const args = [
		`--pgdata=${cluster.data}`,
		'--username=postgres',
		`--pwfile=${cluster.passwords}`,
		'--auth=scram-sha-256',
		'--encoding=UTF8',
		'--locale-provider=builtin',
		'--builtin-locale=C.UTF-8',
		'--locale=C',
		`--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`
	];
	const { code, output } = await run(binaries.initdb, args, home.user);
	if (code !== 0) throw new Error(output);
	appendFileSync(
		path.join(cluster.data, 'postgresql.conf'),
		"\ninclude = 'sijill.conf'\ninclude_if_exists = 'local.conf'\n"
	);
}

function putInPlace(unfinished: string, folder: string): void {
	try {
		renameSync(unfinished, folder);
	} catch (error) {
		// Another start was faster; its cluster serves both.
		if (existsSync(clusterIn(folder).data)) return;
		if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
		throw new EmbeddedError(`The folder ${folder} holds something else than a database: move it away.`);
	}
}

function hasRoomySharedMemory(): boolean {
	if (!existsSync(SHARED_MEMORY)) return true;
	const { bavail, bsize } = statfsSync(SHARED_MEMORY);
	return bavail * bsize >= ROOMY_SHARED_MEMORY;
}

function own(file: string, { user }: Home): void {
	if (user) chownSync(file, user.uid, user.gid);
}
