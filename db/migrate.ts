import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';

/** Brings the database to the newest migration; returns the names of those that it ran. */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<string[]> {
	const { error, results = [] } = await migrator(db).migrateToLatest();
	if (error) throw error;
	return results.map((result) => result.migrationName);
}

/** Names of the migrations that the database lacks. */
export async function missingMigrations<T>(db: Kysely<T>): Promise<string[]> {
	const migrations = await migrator(db).getMigrations();
	return migrations.filter(({ executedAt }) => !executedAt).map(({ name }) => name);
}

export function migrator<T>(db: Kysely<T>): Migrator {
	const migrationFolder = path.join(import.meta.dirname, 'migrations');
	return new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder }) });
}
