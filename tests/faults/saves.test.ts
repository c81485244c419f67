import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
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

/** Someone who saves a record of their own, and what they were told is saved. */
type Editor = Visitor & { id: string; form: string; acknowledged: string[] };
type Fields = Record<string, string>;

/** The first editor is done soon; at that moment the fault comes, and the others are in the middle of their saves. */
const SAVES = [2, 6, 7, 8];
const FAULTS = 2;

let dataDir: string;
let postgres: Embedded;
let db: Database;
let web: TestServer;
let cookie: string;
let editors: Editor[];
/** Settles once what was killed runs again. */
let repaired: Promise<unknown>;

beforeAll(async () => {
	dataDir = mkdtempSync(path.join(tmpdir(), 'sijill-faults-'));
	chmodSync(dataDir, 0o755);
	postgres = await startEmbedded({ dataDir });
	db = connect(postgres.url);
	await migrateToLatest(db);
});

beforeEach(async () => {
	const { email } = await makeAccount(db, { is_registrar: true });
	web = await startServer({ databaseUrl: postgres.url, port: await findFreePort() });
	cookie = await signIn(web.origin, email);
	editors = await Promise.all(SAVES.map(makeEditor));
});

afterEach(() => web?.stop());

afterAll(async () => {
	await db?.destroy();
	await postgres?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

describe('every acknowledged change is there, once and whole', { timeout: 120_000 }, () => {
	it('after the web process was killed during saves, again and again', async () => {
		await failDuringSaves(async () => {
			await web.kill();
			web = await startServer({ databaseUrl: postgres.url, port: Number(new URL(web.origin).port) });
		});
		for (const editor of editors) await expectWhole(editor);
	});

	it('after the database was killed during saves, again and again; meanwhile the pages say so', async () => {
		expect((await sql`show fsync`.execute(db)).rows).toEqual([{ fsync: 'on' }]);
		await failDuringSaves(async () => {
			process.kill(postgres.pid, 'SIGKILL');
			await postgres.lost;
			await expectOutagePages();
			postgres = await startEmbedded({ dataDir, port: postgres.port });
		});
		for (const editor of editors) await expectWhole(editor);
	});
});

it('a form that is sent twice at once changes the register once', async () => {
	const [editor] = editors as [Editor];
	const fields = await openForm(editor, 'مرة واحدة');
	const answers = await Promise.all([send(editor, fields), send(editor, fields)]);
	expect(answers.map(({ status }) => status)).toEqual([303, 303]);
	editor.acknowledged.push('مرة واحدة');
	await expectWhole(editor);
});

it('of two editors of one value the second is shown both values and loses nothing', async () => {
	const [first] = editors as [Editor];
	const second = { ...first };
	const [early, late] = [await openForm(first, 'نص الأول'), await openForm(second, 'نص الثاني')];
	expect((await send(first, early)).status).toBe(303);
	first.acknowledged.push('نص الأول');

	const conflict = await send(second, late);
	expect(conflict.status).toBe(409);
	const html = await conflict.text();
	expect(html).toContain('نص الأول');
	expect(html).toContain('نص الثاني');
	await expectWhole(first);

	const [, choice] = html.match(/type="radio" name="([^"]+)" value="mine"/)!;
	expect((await send(second, { ...late, [choice!]: 'mine' })).status).toBe(303);
	first.acknowledged.push('نص الثاني');
	await expectWhole(first);
});

async function makeEditor(): Promise<Editor> {
	const { id, document } = await makeRecord(db, organization());
	const form = `/workspace/organizations/${document.slug}/profile`;
	return { ...visitorOf(web.origin, cookie), id, form, acknowledged: [] };
}

/** Breaks something while the editors save, and mends it, some times in a row. */
async function failDuringSaves(breakAndMend: () => Promise<void>): Promise<void> {
	for (let fault = 1; fault <= FAULTS; fault++) {
		repaired = Promise.resolve();
		const saving = editors.map((editor, index) => saveTimes(editor, SAVES[index]!));
		await Promise.race(saving);
		repaired = breakAndMend();
		await Promise.all([repaired, ...saving]);
	}
}

async function saveTimes(editor: Editor, count: number): Promise<void> {
	for (let saved = 0; saved < count; saved++) {
		const text = `نبذة ${editor.acknowledged.length + 1}`;
		const fields = await untilAnswered(() => openForm(editor, text));
		const answer = await untilAnswered(() => send(editor, fields));
		expect(answer.status).toBe(303);
		editor.acknowledged.push(text);
	}
}

/** Asks, and if the site is gone or out of order asks the same again once it is repaired, as a person would. */
async function untilAnswered<T extends Response | Fields>(ask: () => Promise<T>): Promise<T> {
	for (;;) {
		const answer = await ask().catch(() => undefined);
		if (answer && answer.status !== 503) return answer;
		await repaired;
	}
}

async function openForm(editor: Editor, text: string): Promise<Fields> {
	const page = await editor.get(editor.form);
	if (page.status !== 200) throw new Error(`The form is not there: ${page.status}`);
	const html = await page.text();
	const valueOf = (name: string) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))![1]!;
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

function send(editor: Editor, fields: Fields): Promise<Response> {
	return editor.post(`${editor.form}?/save`, fields);
}

/** In its own language each; a form that was sent is on the page, to be sent again. */
async function expectOutagePages(): Promise<void> {
	const { get, post } = visitorOf(web.origin, cookie);
	const form = { 'summary.ar': 'نص لم يُحفظ بعد' };
	const arabic = [await get('/organizations'), await post(`${editors[0]!.form}?/save`, form)];
	const english = [await get('/en/organizations'), await post(`/en${editors[0]!.form}?/save`, form)];
	for (const answer of [...arabic, ...english]) expect(answer.status).toBe(503);
	for (const answer of arabic) expect(await answer.clone().text()).toContain('<html lang="ar" dir="rtl">');
	for (const answer of english) expect(await answer.clone().text()).toContain('<html lang="en" dir="ltr">');
	expect(await arabic[1]!.text()).toContain('نص لم يُحفظ بعد');
}

/** The revisions are the acknowledged texts in their order, and rows, public document and search agree with the last. */
async function expectWhole({ id, acknowledged }: Editor): Promise<void> {
	const revisions = await db
		.selectFrom('revision')
		.where('record_id', '=', id)
		.select(['version', 'document'])
		.orderBy('version')
		.execute();
	expect(revisions.map(({ document }) => summaryOf(document))).toEqual([undefined, ...acknowledged]);
	expect(revisions.map(({ version }) => version)).toEqual(revisions.map((_, index) => index + 1));

	const last = acknowledged.at(-1)!;
	const { version, document } = await current(db, 'organization', id);
	expect([version, summaryOf(document)]).toEqual([revisions.length, last]);
	const shown = await db
		.selectFrom('record')
		.innerJoin('search_entry', 'search_entry.record_id', 'record.id')
		.where('record.id', '=', id)
		.select(['public_document', sql<string[]>`tsvector_to_array(words)`.as('words')])
		.executeTakeFirstOrThrow();
	expect(summaryOf(shown.public_document)).toBe(last);
	expect(shown.words).toEqual(expect.arrayContaining(foldTokens(last)));
}

const summaryOf = (document: unknown) => (document as { summary?: { ar?: string } }).summary?.ar;
