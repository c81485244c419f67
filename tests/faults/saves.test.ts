import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded, type Embedded } from '#db/embedded.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { foldTokens } from '#lib/domain/folding.ts';
import { connect, type Database } from '#lib/server/db/connection.ts';
import { makeAccount } from '../accounts/factory.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import { findFreePort, startServer, type TestServer } from '../harness/server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

/** How many saves are acknowledged before the fault, and how many after it. */
const SAVES = 6;

let dataDir: string;
let postgres: Embedded;
let db: Database;
let web: TestServer;
let port: number;
let record: { id: string; slug: string };
let cookie: string;

/** Texts that a form was told to be saved: it was led on to the public page. */
let acknowledged: string[];

beforeAll(async () => {
	dataDir = mkdtempSync(path.join(tmpdir(), 'sijill-faults-'));
	postgres = await startEmbedded({ dataDir });
	db = connect(postgres.url);
	await migrateToLatest(db);
});

beforeEach(async () => {
	const { id, document } = await makeRecord(db, organization());
	record = { id, slug: document.slug! };
	const { email } = await makeAccount(db, { is_registrar: true });
	port = await findFreePort();
	web = await startServer({ databaseUrl: postgres.url, port });
	cookie = await signIn(web.origin, email);
	acknowledged = [];
});

afterEach(() => web?.stop());

afterAll(async () => {
	await db?.destroy();
	await postgres?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

describe('every acknowledged change is there', () => {
	it('after the web process was killed during saves', async () => {
		await saveTimes(SAVES);
		const inFlight = save('في أثناء السقوط');
		await web.kill();
		await inFlight;
		web = await startServer({ databaseUrl: postgres.url, port });
		await saveTimes(SAVES);
		await expectWhole();
	});

	it('after the database was killed during saves, and the pages said so meanwhile', async () => {
		await saveTimes(SAVES);
		const inFlight = save('في أثناء السقوط');
		process.kill(postgres.pid, 'SIGKILL');
		await inFlight;
		await postgres.lost;

		const visitor = visitorOf(web.origin);
		const arabic = await visitor.get('/organizations');
		const english = await visitor.get('/en/organizations');
		expect([arabic.status, english.status]).toEqual([503, 503]);
		expect(await arabic.text()).toContain('lang="ar"');
		expect(await english.text()).toContain('lang="en"');

		postgres = await startEmbedded({ dataDir, port: postgres.port });
		await saveTimes(SAVES);
		await expectWhole();
	});
});

describe('a form that is sent twice', () => {
	it('changes the register once', async () => {
		const editor = visitorOf(web.origin, cookie);
		const fields = await openForm(editor, 'مرة واحدة');
		const answers = await Promise.all([send(editor, fields), send(editor, fields)]);
		expect(answers.map(({ status }) => status)).toEqual([303, 303]);
		acknowledged.push('مرة واحدة');
		expect((await current(db, 'organization', record.id)).version).toBe(2);
		await expectWhole();
	});
});

async function saveTimes(count: number): Promise<void> {
	const before = acknowledged.length;
	while (acknowledged.length < before + count)
		await save(`نبذة ${acknowledged.length} ${crypto.randomUUID()}`);
}

/** Saves as a person would: opens the form, fills it in, sends it. What breaks on the way is not acknowledged. */
async function save(text: string): Promise<void> {
	const editor = visitorOf(web.origin, cookie);
	try {
		const answer = await send(editor, await openForm(editor, text));
		if (answer.status === 303) acknowledged.push(text);
	} catch {
		// The process that was asked is gone.
	}
}

async function openForm(editor: Visitor, text: string): Promise<Record<string, string>> {
	const html = await (await editor.get(`/workspace/organizations/${record.slug}/profile`)).text();
	const valueOf = (name: string) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
	return {
		base_version: valueOf('base_version'),
		submission_key: valueOf('submission_key'),
		'names.0.id': 'own',
		'names.0.value': 'فريق نور الوادي',
		'names.0.lang': 'ar',
		'names.0.kind': 'official',
		'summary.ar': text
	};
}

function send(editor: Visitor, fields: Record<string, string>): Promise<Response> {
	return editor.post(`/workspace/organizations/${record.slug}/profile?/save`, fields);
}

/** Revisions hold every acknowledged text without a gap, and rows, public document and search agree with the last. */
async function expectWhole(): Promise<void> {
	const revisions = await db
		.selectFrom('revision')
		.where('record_id', '=', record.id)
		.select(['version', 'document'])
		.orderBy('version')
		.execute();
	const summaries = revisions.map(({ document }) => summaryOf(document));
	expect(summaries).toEqual(expect.arrayContaining(acknowledged));
	expect(revisions.map(({ version }) => version)).toEqual(revisions.map((_, index) => index + 1));

	const { version, document } = await current(db, 'organization', record.id);
	expect(version).toBe(revisions.length);
	expect(document.summary?.ar).toBe(summaries.at(-1));
	const shown = await db
		.selectFrom('record')
		.innerJoin('search_entry', 'search_entry.record_id', 'record.id')
		.where('record.id', '=', record.id)
		.select(['public_document', 'folded_text'])
		.executeTakeFirstOrThrow();
	expect(summaryOf(shown.public_document)).toBe(summaries.at(-1));
	expect(shown.folded_text).toContain(foldTokens(summaries.at(-1)!).join(' '));
}

const summaryOf = (document: unknown) => (document as { summary?: { ar?: string } }).summary?.ar;
