import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { deliverMail } from '#lib/server/delivery/deliver.ts';
import { startJobs } from '#lib/server/delivery/jobs.ts';
import type { Letter } from '#lib/server/delivery/letters.ts';
import { MOST_ATTEMPTS, postLetters } from '#lib/server/delivery/outbox.ts';
import { openTransport, type Transport } from '#lib/server/delivery/transport.ts';
import { parseEnv } from '#lib/server/platform/env.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { startMailServer, type MailServer } from '../harness/mail_server.ts';
import { readMail, readOutbox } from '../harness/outbox.ts';

const origin = 'https://register.example';
let test_database: TestDatabase;
let db: Database;
let server: MailServer;
let transport: Transport;
let dataDir: string;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	server = await startMailServer();
	dataDir = mkdtempSync(path.join(tmpdir(), 'sijill-mail-'));
	transport = openTransport({ smtpUrl: server.url, dataDir, origin });
});
afterAll(async () => {
	transport.close();
	await server.stop();
	await test_database.drop();
	rmSync(dataDir, { recursive: true });
});
beforeEach(async () => {
	server.received.length = 0;
	server.refusals.length = 0;
	await db.deleteFrom('mail').execute();
	await sql`delete from graphile_worker._private_jobs`.execute(db);
});

describe('the outbox', () => {
	test('is written together with what it tells, or not at all', async () => {
		const telling = db.transaction().execute(async (trx) => {
			await postLetters(trx, [letter()]);
			throw new Error('what it tells did not happen');
		});
		await expect(telling).rejects.toThrow('did not happen');
		expect(await jobsAndMails()).toEqual([0, 0]);
		await post(letter());
		expect(await jobsAndMails()).toEqual([1, 1]);
	});

	test('takes the same news to the same reader once', async () => {
		const news = letter();
		await Promise.all([post(news), post(news), post({ ...news, recipient: 'other@example.org' })]);
		expect(await jobsAndMails()).toEqual([1, 1]);
	});
});

describe('a mail', () => {
	test('goes to the mail server, and what it said is forgotten here', async () => {
		const id = await post(letter({ language: 'en' }));
		await deliver(id);
		const [mail] = server.received;
		expect(mail!.recipients).toEqual(['salma@example.org']);
		const { subject, text, headers } = readMail(mail!.source);
		expect(subject).toContain('Choose a new password');
		expect(text).toContain(`${origin}/en/password/secret`);
		expect(headers).toContain('register@example.org');
		expect(headers).toContain(`Message-ID: <${id}@example.org>`);
		expect(await stateOf(id)).toEqual({ state: 'sent', attempts: 1, failure: null, arguments: {} });
	});

	test('is not doubled by several who send it at once', async () => {
		const id = await post(letter());
		await Promise.all([deliver(id), deliver(id), deliver(id)]);
		expect(server.received).toHaveLength(1);
	});

	test('that a server puts off is sent later, and given up after the last attempt', async () => {
		const id = await post(letter());
		server.refusals.push('451 later');
		await expect(deliver(id)).rejects.toThrow(/^EENVELOPE 451$/);
		expect(await stateOf(id)).toMatchObject({ state: 'waiting', failure: 'EENVELOPE 451' });
		await db
			.updateTable('mail')
			.set({ attempts: MOST_ATTEMPTS - 1 })
			.where('id', '=', id)
			.execute();
		server.refusals.push('451 later');
		await expect(deliver(id)).rejects.toThrow();
		expect(await stateOf(id)).toMatchObject({ state: 'failed', arguments: {} });
	});

	test('that a server refuses for good is given up, and its address stands in no message', async () => {
		const id = await post(letter());
		server.refusals.push('550 <salma@example.org> is unknown');
		await deliver(id);
		expect(await stateOf(id)).toMatchObject({ state: 'failed', failure: 'EENVELOPE 550' });
	});

	test('becomes a file where no mail server is named; written twice, it is one', async () => {
		const folder = openTransport({ smtpUrl: undefined, dataDir, origin });
		const id = await post(letter());
		await deliverMail(db, { transport: folder, origin }, id);
		await db.updateTable('mail').set({ state: 'waiting' }).where('id', '=', id).execute();
		await deliverMail(db, { transport: folder, origin }, id);
		expect(readOutbox(dataDir)).toHaveLength(1);
		expect(readOutbox(dataDir)[0]).toMatchObject({ to: 'salma@example.org' });
		expect(readdirSync(path.join(dataDir, 'outbox')).filter((file) => file.endsWith('.part'))).toEqual([]);
	});
});

describe('what people call themselves cannot harm a mail:', () => {
	const names = {
		'markup in names': `<img src=x onerror=alert(1)><script>alert(1)</script>"' & co`,
		'header injection': 'Salma\r\nBcc: all@example.org\r\n\r\nBuy now',
		'bidi overrides': '\u202Eevil\u2066',
		'an address in a name': 'https://evil.example/login'
	};

	test.each(Object.entries(names))('%s', async (_, name) => {
		const id = await post(letter({ template: 'invitation', arguments: invitedBy(name) }));
		await deliver(id);
		const [mail] = server.received;
		expect(mail!.recipients).toEqual(['salma@example.org']);
		const { headers, html, subject, text } = readMail(mail!.source);
		expect(headers).not.toMatch(/^bcc:/im);
		expect(subject).not.toMatch(/[\r\n\u202A-\u202E]/);
		expect(html).not.toMatch(/<(img|script)\b/);
		expect(html).not.toMatch(/href="(?!https:\/\/register\.example)/);
		expect(text + html).not.toMatch(/[\u202A-\u202E]/);
		const own = text.replace(/^>.*$/gm, '');
		expect(own.match(/https?:\/\/\S+/g)).toEqual([`${origin}/invitations/secret`, `${origin}/`]);
	});
});

describe('the job queue', () => {
	test('delivers what is posted, and what a killed process left behind', async () => {
		const left = await post(letter());
		await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed'`.execute(db);
		const jobs = startJobs(db, env(), async () => {});
		try {
			await settled(left);
			await settled(await post(letter()));
		} finally {
			await jobs.stop();
		}
		expect(server.received).toHaveLength(2);
	});
});

const invitedBy = (name: string) => ({
	...{ person: name, organization: { ar: name, en: name }, role: { ar: name, en: name }, quote: name },
	link: '/invitations/secret'
});

const env = () => parseEnv({ DATABASE_URL: test_database.url, SMTP_URL: server.url, DATA_DIR: dataDir });

const letter = (partial: Partial<Letter> = {}): Letter => ({
	delivery_key: `test:${randomUUID()}`,
	recipient: 'salma@example.org',
	template: 'password_reset',
	language: 'ar',
	arguments: { link: '/password/secret' },
	...partial
});

async function post(one: Letter): Promise<string> {
	await db.transaction().execute((trx) => postLetters(trx, [one]));
	const mail = db.selectFrom('mail').where('delivery_key', '=', one.delivery_key).select('id');
	return (await mail.executeTakeFirstOrThrow()).id;
}

const deliver = (id: string) => deliverMail(db, { transport, origin }, id);

async function stateOf(id: string) {
	const mail = db.selectFrom('mail').where('id', '=', id);
	return mail.select(['state', 'attempts', 'failure', 'arguments']).executeTakeFirstOrThrow();
}

async function settled(id: string): Promise<void> {
	await expect.poll(() => stateOf(id), { timeout: 10_000 }).toMatchObject({ state: 'sent' });
}

async function jobsAndMails(): Promise<number[]> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::int from graphile_worker._private_jobs union all select count(*)::int from mail`.execute(db);
	return rows.map(({ count }) => count);
}
