import { sql } from 'kysely';
import { inject } from 'vitest';
import { connect, type Database } from '#lib/server/db/connection.ts';
import { loadSeeds } from '#lib/server/exchange/seed.ts';
import { createTestDatabase, databaseUrl, onServer } from './database.ts';
import { startServer, type TestServer } from './server.ts';

export type SeededServer = Pick<TestServer, 'origin' | 'output' | 'dataDir'> & {
	db: Database;
	/** Ends the server, then drops its database. */
	stop(): Promise<void>;
};

/** The built web server over a register of its own that holds what a first start loads. */
export async function startSeededServer(): Promise<SeededServer> {
	const database = await createTestDatabase(await seededTemplate());
	const server = await startServer({ databaseUrl: database.url });
	return {
		...server,
		db: database.db,
		async stop() {
			await server.stop();
			await database.drop();
		}
	};
}

/** The seeds are loaded once a run: the lock lets the other files wait for the first. */
async function seededTemplate(): Promise<string> {
	const { template, seededTemplate: name } = inject('testServer');
	await onServer((admin) => admin.connection().execute((connection) => makeOnce(connection, template, name)));
	return name;
}

async function makeOnce(admin: Database, template: string, name: string): Promise<void> {
	await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`.execute(admin);
	const { rows } = await sql`select from pg_database where datname = ${name}`.execute(admin);
	if (rows.length > 0) return;
	const unfinished = `${name}_unfinished`;
	await sql`create database ${sql.id(unfinished)} template ${sql.id(template)}`.execute(admin);
	await seed(unfinished);
	await sql`alter database ${sql.id(unfinished)} rename to ${sql.id(name)}`.execute(admin);
}

async function seed(name: string): Promise<void> {
	const db = connect(databaseUrl(name), { max: 2 });
	const complaints: string[] = [];
	try {
		await loadSeeds(db, (line) => complaints.push(line));
	} finally {
		await db.destroy();
	}
	const refused = complaints.filter((line) => /:\d+ /.test(line));
	if (refused.length > 0) throw new Error(`The seeds were not accepted whole:\n${refused.join('\n')}`);
}
