import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { startEmbedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { connect } from '#lib/server/db/connection.ts';

const TYPES = 'src/lib/server/db/schema.d.ts';

const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
const folder = mkdtempSync(path.join(tmpdir(), 'sijill-types-'));
const server = await startEmbedded({ dataDir: '', throwaway: true });
try {
	const db = connect(server.url, { max: 1 });
	await migrateToLatest(db);
	await db.destroy();
	await (check ? checkTypes(path.join(folder, 'schema.d.ts')) : generateTypes(TYPES));
} finally {
	await server.stop();
	rmSync(folder, { recursive: true });
}

/** Generates anew and compares: types that are not of these migrations lie. */
async function checkTypes(file: string): Promise<void> {
	await generateTypes(file);
	if (readFileSync(file, 'utf8') === readFileSync(TYPES, 'utf8')) return;
	console.error(`${TYPES} does not match the migrations: run "npm run types".`);
	process.exitCode = 1;
}

async function generateTypes(file: string): Promise<void> {
	const options = [
		'--dialect',
		'postgres',
		'--date-parser',
		'string',
		'--url',
		server.url,
		'--out-file',
		file
	];
	await promisify(execFile)(process.execPath, ['node_modules/kysely-codegen/dist/cli/bin.js', ...options]);
}
