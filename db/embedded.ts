import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { findBinaries } from './embedded/binaries.ts';
import {
	clusterIn,
	ensureCluster,
	isAlive,
	readPasswords,
	writeSettings,
	type Passwords
} from './embedded/cluster.ts';
import { EmbeddedError, explain } from './embedded/command.ts';
import {
	findHome,
	makeThrowawayHome,
	ownerOf,
	temporaryFolders,
	THROWAWAY_PREFIX,
	type Home
} from './embedded/home.ts';
import {
	findRunning,
	readLogFrom,
	readPostmaster,
	sizeOfLog,
	startServer,
	stopServer,
	type Site
} from './embedded/server.ts';

export { EmbeddedError };

export type Embedded = {
	/** Address of the register's database; it changes with each start of the server. */
	url: string;
	port: number;
	/** Process id of the server's first process. */
	pid: number;
	/** Whether the server already ran. */
	isAdopted: boolean;
	/** Settles when the server is gone, or nearly: its last connection to us broke. */
	lost: Promise<void>;
	/** Why it was lost, by its log, in one line. */
	explainLoss(): EmbeddedError;
	/** Stops the server, unless another process still uses it. */
	stop(): Promise<void>;
};

export type EmbeddedOptions = {
	dataDir: string;
	log?: (line: string) => void;
	/** The port to take; a free one if not given. */
	port?: number;
	/** A server on a temporary folder, without durability, that `stop` deletes; `dataDir` is not used. */
	throwaway?: boolean;
};

const DATABASE = 'sijill';
const ROLE = 'sijill';

/** Each process that uses a server holds this advisory lock of its `postgres` database, shared. */
const IN_USE = 7_458_001;

/** Who makes the role and the database holds this one alone. */
const IN_MAKING = 7_458_002;

/**
 * Starts the PostgreSQL that comes with the project on `dataDir`, or adopts one that runs on it, and makes the
 * register's role and database if they are not there. Any number of processes may do so at once: the last one
 * to stop stops the server. Refuses, with an `EmbeddedError`, a folder that is full, read-only or of another version.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
	const { dataDir, log = () => {}, throwaway = false, port: wantedPort } = options;
	try {
		if (throwaway) await sweepThrowaways();
		const home = throwaway ? makeThrowawayHome() : findHome(dataDir);
		const binaries = findBinaries(home.user);
		const cluster = await ensureCluster(home, binaries);
		const site = { home, binaries, cluster };
		const passwords = readPasswords(cluster);
		const adminUrl = (port: number) => urlOf('postgres', passwords.admin, port, 'postgres');

		const logged = sizeOfLog(cluster);
		const found = await findRunning(cluster, adminUrl);
		if (!found) writeSettings(cluster, home, throwaway);
		const port = found ?? (await startServer(site, adminUrl, wantedPort));
		if (found) log(`adopted the server that already runs on ${home.folder}`);

		const keeper = await enter(adminUrl(port));
		const stop = () => leave(site, keeper, throwaway);
		await ensureDatabase(keeper, passwords, throwaway).catch(async (cause) => {
			await stop();
			throw cause;
		});
		return {
			url: urlOf(ROLE, passwords.app, port, DATABASE),
			port,
			pid: readPostmaster(cluster)!.pid,
			isAdopted: found !== undefined,
			lost: new Promise((resolve) => keeper.once('end', resolve)),
			explainLoss: () => explain(new Error(readLogFrom(cluster, logged)), dataDir),
			stop
		};
	} catch (cause) {
		throw explain(cause, throwaway ? 'the temporary folder' : dataDir);
	}
}

function urlOf(role: string, password: string, port: number, database: string): string {
	return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

async function enter(adminUrl: string): Promise<pg.Client> {
	const keeper = new pg.Client({ connectionString: adminUrl, application_name: 'sijill keeper' });
	keeper.on('error', () => {});
	await keeper.connect();
	await keeper.query('select pg_advisory_lock_shared($1)', [IN_USE]);
	return keeper;
}

async function leave(site: Site, keeper: pg.Client, isThrowaway: boolean): Promise<void> {
	const { isLast, isLost } = await release(keeper);
	await keeper.end().catch(() => {});
	if (isLast) await stopServer(site, isThrowaway || isLost ? 'immediate' : 'fast');
	if (isThrowaway) rmSync(path.dirname(site.home.folder), { recursive: true, force: true });
}

/** Gives the lock back and says whether nobody else holds it. A server that is lost is dead or recovering, and has no other users. */
async function release(keeper: pg.Client): Promise<{ isLast: boolean; isLost: boolean }> {
	try {
		await keeper.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
		const { rows } = await keeper.query('select pg_try_advisory_lock($1) as is_last', [IN_USE]);
		return { isLast: rows[0].is_last, isLost: false };
	} catch {
		return { isLast: true, isLost: true };
	}
}

/** One process at a time, since two may come to a new server at once. */
async function ensureDatabase(admin: pg.Client, passwords: Passwords, mayCreate: boolean): Promise<void> {
	await admin.query('select pg_advisory_lock($1)', [IN_MAKING]);
	const role = await admin.query('select from pg_roles where rolname = $1', [ROLE]);
	if (role.rowCount === 0) {
		const rights = mayCreate ? 'createdb' : '';
		await admin.query(`create role ${ROLE} login ${rights} password ${admin.escapeLiteral(passwords.app)}`);
	}
	const database = await admin.query('select from pg_database where datname = $1', [DATABASE]);
	if (database.rowCount === 0) await admin.query(`create database ${DATABASE} owner ${ROLE}`);
	await admin.query('select pg_advisory_unlock($1)', [IN_MAKING]);
}

/** Stops and deletes the throwaway servers of processes that were killed. */
async function sweepThrowaways(): Promise<void> {
	for (const folder of abandonedThrowaways()) {
		try {
			const home: Home = { folder: path.join(folder, 'postgres'), user: ownerOf(folder) };
			const cluster = clusterIn(home.folder);
			if (readPostmaster(cluster)) {
				await stopServer({ home, cluster, binaries: findBinaries(home.user) }, 'immediate');
			}
			rmSync(folder, { recursive: true, force: true });
		} catch {
			// It belongs to another user, who will sweep it.
		}
	}
}

function abandonedThrowaways(): string[] {
	return temporaryFolders().flatMap((parent) =>
		readdirSync(parent)
			.filter((name) => name.startsWith(THROWAWAY_PREFIX))
			.filter((name) => !isAlive(Number(name.slice(THROWAWAY_PREFIX.length).split('-')[0])))
			.map((name) => path.join(parent, name))
	);
}
