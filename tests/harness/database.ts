import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { connect, type Database } from '#lib/server/db/connection.ts';

export type TestDatabase = { db: Database; url: string; drop(): Promise<void> };

/** A database of its own for one test file: migrated, with reference data, and no records. */
export async function createTestDatabase(): Promise<TestDatabase> {
	const server = inject('testServer');
	const name = `sijill_test_${randomUUID().slice(0, 8)}`;
	await onServer((admin) =>
		sql`create database ${sql.id(name)} template ${sql.id(server.template)}`.execute(admin)
	);
	const url = new URL(server.url);
	url.pathname = `/${name}`;
	const db = connect(url.href);
	return {
		db,
		url: url.href,
		async drop() {
			await db.destroy();
			await onServer((admin) => sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin));
		}
	};
}

async function onServer(work: (admin: Database) => Promise<unknown>): Promise<void> {
	const admin = connect(inject('testServer').url, { max: 1 });
	try {
		await work(admin);
	} finally {
		await admin.destroy();
	}
}
