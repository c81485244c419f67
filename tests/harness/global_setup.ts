import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { checkDatabase } from '#db/server_check.ts';
import { migrateWorker } from '#db/worker_schema.ts';
import { connect } from '#lib/server/db/connection.ts';
import { loadReferenceData } from '#lib/server/exchange/seed.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The server of this run, and its databases that test files get clones of; the seeded one is made when first asked for. */
		testServer: { url: string; template: string; seededTemplate: string };
	}
}

/** One server for the run: the one that `TEST_DATABASE_URL` names, or an embedded one that the run throws away. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.TEST_DATABASE_URL;
	const server = given ? undefined : await startEmbedded({ dataDir: '', throwaway: true });
	const url = given ?? server!.url;
	const template = `sijill_template_${process.pid}`;
	await makeTemplate(url, template);
	const seededTemplate = `${template}_seeded`;
	project.provide('testServer', { url, template, seededTemplate });
	return async () => {
		if (server) await server.stop();
		else
			for (const name of [seededTemplate, template])
				await execute(url, `drop database if exists ${name} with (force)`);
	};
}

async function makeTemplate(serverUrl: string, template: string): Promise<void> {
	await checkDatabase(serverUrl);
	await execute(serverUrl, `drop database if exists ${template} with (force)`);
	await execute(serverUrl, `create database ${template}`);
	const db = connect(databaseUrl(serverUrl, template), { max: 2 });
	try {
		await migrateToLatest(db);
		await migrateWorker(databaseUrl(serverUrl, template));
		await loadReferenceData(db);
	} finally {
		await db.destroy();
	}
}

function databaseUrl(serverUrl: string, name: string): string {
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	return url.href;
}

async function execute(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
