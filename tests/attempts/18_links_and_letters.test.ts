import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conference, organization } from '../harness/documents.ts';
import { makeRecord, submissionKey } from '../harness/factory.ts';
import { mailTo } from '../harness/mails.ts';
import { readOutbox } from '../harness/outbox.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { check, openForm } from '../harness/sent_form.ts';
import { password } from '../accounts/factory.ts';
import { visitorOf } from '../harness/visitor.ts';
import { signedIn, workspaceOf, type SignedIn } from './attacker.ts';

let server: SeededServer;
let editor: SignedIn;
let slug: string;
let forum: string;
beforeAll(async () => {
	server = await startSeededServer();
	const team = await makeRecord(server.db, organization());
	slug = team.document.slug!;
	const held = await makeRecord(server.db, conference({ organizers: [{ organization: team.id }] }));
	forum = `/workspace/conferences/${encodeURIComponent(held.document.slug!)}`;
	editor = await signedIn(server, { manages: team.id });
});
afterAll(() => server.stop());

const hostile = [
	'javascript:alert(1)',
	'JaVaScRiPt://example.org/%0Aalert(1)',
	'\u0001javascript:alert(1)',
	'java\tscript:alert(1)',
	'data:text/html,<script>alert(1)</script>',
	'vbscript:msgbox(1)',
	'https://user:secret@example.org/',
	'file:///etc/passwd',
	'//example.org'
];

describe('attempt 18: `javascript:` and what is like it is no link', () => {
	const fields: [path: () => string, name: string, more?: Record<string, string>][] = [
		[() => workspaceOf({ slug }, 'profile'), 'links.0.url', { 'links.0.kind': 'website' }],
		[() => workspaceOf({ slug }, 'profile'), 'source_url', { 'summary.ar': 'نبذة' }],
		[() => workspaceOf({ slug }, 'sources'), 'sources.0.url'],
		[() => workspaceOf({ slug }, 'board/terms'), 'source_url', { 'board_terms.0.number': '1' }],
		[() => `${forum}/profile`, 'links.0.url', { 'links.0.kind': 'website' }],
		[() => `${forum}/sources`, 'sources.0.url']
	];

	test.each(fields.map(([path, name, more]) => ({ path, name, more: more ?? {} })))(
		'in $name',
		async ({ path, name, more }) => {
			const opened = await openForm(editor, path());
			for (const address of hostile) {
				const sent = { ...opened, ...more, [name]: address };
				const answer = await check(editor, path(), sent);
				expect([address, answer.status]).toEqual([address, 422]);
				expect(answer.html).not.toMatch(/href="\s*(java|data|vb|file)/i);
			}
		}
	);

	test('nor in the forms of contacts, claims and proposals', async () => {
		const other = await makeRecord(server.db, organization());
		for (const address of hostile) {
			const contacts = workspaceOf({ slug }, 'contacts');
			const typed = { 'links.0.url': address, 'links.0.kind': 'other', 'links.0.visibility': 'public' };
			const checked = await check(editor, contacts, { ...(await openForm(editor, contacts)), ...typed });
			expect(checked.html).not.toMatch(/(href|url)="?\s*(java|data:|vb|file)/i);
			expect(checked.fields['links.0.url'] === address && checked.status === 200).toBe(false);
			const claim = { role: 'editor', evidence: 'أمينة السر منذ 2019', evidence_url: address };
			expect((await editor.post(workspaceOf(other.document, 'claim'), claim)).status).toBe(422);
			for (const [path, kind] of [
				['/workspace/organizations/new', 'group'],
				['/workspace/conferences/new', 'forum']
			] as const) {
				const proposal = {
					...{ 'name.ar': 'رابطة الزنابق', kind, country: 'SA', reason: 'جديدة في الحي' },
					...{ source_url: address, submission_key: submissionKey() }
				};
				expect((await editor.post(`${path}?/propose`, proposal)).status).toBe(422);
			}
		}
	});
});

describe('attempt 18: no address of ours leads to another site', () => {
	const elsewhere = [
		...['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example', '\\\\evil.example'],
		...[
			'/..//evil.example',
			'/%09/evil.example',
			'javascript:alert(1)',
			'/\u0000/evil.example',
			'///evil.example'
		]
	];

	test.each(elsewhere)('after signing in: %j', async (next) => {
		const { email } = await signedIn(server);
		const visitor = visitorOf(server.origin);
		const page = await (await visitor.get(`/login?next=${encodeURIComponent(next)}`)).text();
		expect(page).not.toContain('value="//');
		const answer = await visitor.post('/login', { email, password, next });
		const location = answer.headers.get('location')!;
		expect(new URL(location, server.origin).origin).toBe(server.origin);
		expect(location).not.toMatch(/^\/[/\\]/);
	});

	test('of languages, former addresses and what is behind a door', async () => {
		const visitor = visitorOf(server.origin);
		const paths = [
			...[
				'//evil.example',
				'/en//evil.example',
				'/en/\\evil.example',
				'/.//evil.example',
				'/%2F%2Fevil.example'
			],
			...[
				'/workspace//evil.example',
				'/id//evil.example',
				'/organizations//evil.example/..',
				'/en//evil.example/..'
			]
		];
		for (const path of paths) {
			const answer = await visitor.get(path);
			const location = answer.headers.get('location');
			if (location)
				expect([path, new URL(location, server.origin).host]).toEqual([path, new URL(server.origin).host]);
			expect([path, /(?:href|action)="\/\/evil/.test(await answer.text())]).toEqual([path, false]);
		}
	});
});

describe('attempt 18: header injection in mail', () => {
	const addresses = [
		'a@example.org\r\nBcc: all@example.org',
		'a@example.org, b@example.org',
		'a@example.org;b@example.org',
		'"a\r\nBcc: x" <a@example.org>',
		'a@example.org\u2028Bcc: all@example.org',
		'a@[127.0.0.1]'
	];

	test.each(addresses)('by an address: %j', async (email) => {
		const visitor = visitorOf(server.origin);
		const forms: [path: string, fields: Record<string, string>][] = [
			['/join', { email, display_name: 'نورة', password }],
			['/password', { email }],
			[`${workspaceOf({ slug }, 'team')}?/invite`, { email, role: 'editor', language: 'ar' }]
		];
		for (const [path, fields] of forms) {
			const { status } = await (path.startsWith('/w') ? editor : visitor).post(path, fields);
			expect([path, status]).toEqual([path, 422]);
		}
		expect(
			readOutbox(server.dataDir)
				.map(({ headers }) => headers)
				.join()
		).not.toMatch(/^bcc:/im);
	});

	test('by the name of a body, that of an account and what they write', async () => {
		const lines = 'فريق\r\nBcc: all@example.org\r\n\r\nhttps://evil.example/login';
		const team = await makeRecord(server.db, organization({ names: [{ value: lines, lang: 'ar' }] }));
		const asker = await signedIn(server);
		await server.db
			.updateTable('account')
			.where('id', '=', asker.account_id)
			.set({ display_name: lines })
			.execute();
		const manager = await signedIn(server, { manages: team.id });
		const claim = {
			role: 'editor',
			evidence: `نعم\r\n.\r\nBcc: all@example.org\r\nhttps://evil.example/login`
		};
		expect((await asker.post(workspaceOf(team.document, 'claim'), claim)).status).toBe(303);
		for (const to of [manager.email, asker.email]) {
			const mail = await mailTo(server.dataDir, to);
			expect(mail.headers).not.toMatch(/^bcc:/im);
			expect(mail.headers.match(/^to:/gim)).toHaveLength(1);
			expect(mail.html).not.toContain('href="https://evil');
		}
	});
});
