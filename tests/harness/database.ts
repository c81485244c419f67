import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { connect, type Database } from '#lib/server/db/connection.ts';

export type TestDatabase = { db: Database; url: string; drop(): Promise<void> };

/** A database of its own for one test file: a clone of `template`, by default migrated, with reference data and no records. */
export async function createTestDatabase(template = inject('testServer').template): Promise<TestDatabase> {
	const name = `sijill_test_${randomUUID().slice(0, 8)}`;
	await onServer((admin) => sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin));
	const url = databaseUrl(name);
	const db = connect(url);
	return {
		db,
		url,
		async drop() {
			await db.destroy();
			await onServer((admin) => sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin));
		}
	};
}

/** The address of a database on the server of this run. */
export function databaseUrl(name: string): string {
	const url = new URL(inject('testServer').url);
	url.pathname = `/${name}`;
	return url.href;
}

/** Works on the server itself, through one connection. */
export async function onServer(work: (admin: Database) => Promise<unknown>): Promise<void> {
	const admin = connect(inject('testServer').url, { max: 1 });
	try {
		await work(admin);
	} finally {
		await admin.destroy();
	}
}
