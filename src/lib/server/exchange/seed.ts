import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { insertRows } from '../editing/save.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { importJsonLines } from './import.ts';

// The build bundles this module; seeds are read where the project stands.
const seedFolder = path.resolve(process.cwd(), 'db/seeds');

const referenceTables = [
	['region', 'regions.json', ['code']],
	['governorate', 'governorates.json', ['region', 'name_en']],
	['city', 'cities.json', ['country', 'region', 'name_en']],
	['field_of_work', 'fields.json', ['code']],
	['position', 'positions.json', ['code']]
] as const;

const seedFiles = ['founding.jsonl', 'gulf.jsonl'];

/** Loads reference data and, where they are not on the register yet, the founding record and the bodies around it. */
export async function loadSeeds(db: Database, log: (line: string) => void): Promise<void> {
	await loadReferenceData(db);
	for (const file of seedFiles) {
		const text = await readFile(path.join(seedFolder, file), 'utf8');
		const report = await importJsonLines(db, text, {
			author: 'register',
			channel: 'seed',
			keepsExisting: true
		});
		for (const { line, path: field, message } of report.errors)
			log(`${file}:${line} ${field ?? ''} ${message}`);
		if (report.added > 0) log(`${file}: ${report.added}`);
	}
}

/** Brings regions, cities, fields of work and positions up to the files; may run any number of times. */
export async function loadReferenceData(db: Database): Promise<void> {
	await db.transaction().execute(async (trx) => {
		for (const [table, file, key] of referenceTables) await loadTable(trx, table, file, key);
	});
}

async function loadTable(
	trx: DatabaseTransaction,
	table: (typeof referenceTables)[number][0],
	file: string,
	key: readonly string[]
): Promise<void> {
	const rows = JSON.parse(await readFile(path.join(seedFolder, 'reference', file), 'utf8')) as Record<
		string,
		unknown
	>[];
	await insertRows(trx, table, rows, key);
}
