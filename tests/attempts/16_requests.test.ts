import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '#lib/server/accounts/invitations.ts';
import { askForConfirmations } from '#lib/server/editing/confirmations.ts';
import { sendOwnLink } from '#lib/server/editing/own_links.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, submissionKey } from '../harness/factory.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { publicPages, signedInPages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { password } from '../accounts/factory.ts';
import { visitorOf } from '../harness/visitor.ts';
import { signedIn, workspaceOf, type SignedIn } from './attacker.ts';

let server: SeededServer;
let registrar: SignedIn;
let slug: string;
let id: string;
beforeAll(async () => {
	server = await startSeededServer();
	registrar = await signedIn(server, { is_registrar: true });
	const team = await makeRecord(server.db, organization());
	[id, slug] = [team.id, team.document.slug!];
});
afterAll(() => server.stop());

const forms: [path: () => string, fields: Record<string, string>][] = [
	[() => '/login', { email: 'a@example.org', password }],
	[() => '/logout', {}],
	[() => '/join', { email: 'joined@example.org', display_name: 'نورة', password }],
	[() => `/id/${id}/report`, { text: 'خطأ', token: 'x'.repeat(32) }],
	[() => `${workspaceOf({ slug })}?/confirm`, {}],
	[
		() => `${workspaceOf({ slug }, 'team')}?/invite`,
		{ email: 'b@example.org', role: 'manager', language: 'ar' }
	],
	[() => '/account?/change_password', { current_password: password, new_password: 'another long one' }],
	[() => '/registrar/people/muslim-al-musa/erasure', { reason: 'own_wish', is_sure: 'on' }]
];

describe('attempt 16: a form with a wrong or missing Origin is refused, signed in or not:', () => {
	test.each(forms.map(([path, fields]) => ({ path, fields, name: path.toString().slice(6) })))(
		'$name',
		async ({ path, fields }) => {
			const before = await countAll();
			const origins = ['https://elsewhere.example', 'null', `${server.origin}.elsewhere.example`, undefined];
			for (const origin of origins) {
				for (const [type, body] of [
					['application/x-www-form-urlencoded', new URLSearchParams(fields).toString()],
					['text/plain', new URLSearchParams(fields).toString()],
					['multipart/form-data; boundary=b', multipart(fields)]
				] as const) {
					const headers = { cookie: registrar.cookie, 'content-type': type, ...(origin && { origin }) };
					const sent = { method: 'POST', headers, body, redirect: 'manual' } as const;
					expect([origin, type, (await fetch(server.origin + path(), sent)).status]).toEqual([
						origin,
						type,
						403
					]);
				}
			}
			expect(await countAll()).toEqual(before);
			expect((await registrar.get('/account')).status).toBe(200);
		}
	);
});

describe('attempt 16: asking for a page changes nothing', () => {
	test('of all pages that there are, for a registrar', async () => {
		const before = await countAll();
		const pages = [...Object.values(publicPages), ...Object.values(signedInPages)].flat();
		for (const page of pages) await registrar.get(page);
		expect(await countAll()).toEqual(before);
	});

	test('not even with the name of an action in the address, or by another method', async () => {
		const before = await countAll();
		const actions = ['?/confirm', '/profile?/save&names.0.value=x', '/team?/leave', '/logo?/remove'];
		for (const action of actions) {
			const path = workspaceOf({ slug }) + action;
			expect((await registrar.get(path)).status).toBe(200);
			for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
				const headers = { cookie: registrar.cookie, origin: server.origin };
				const { status } = await fetch(server.origin + path, { method, headers });
				expect([method, status < 500]).toEqual([method, true]);
			}
		}
		expect(await countAll()).toEqual(before);
		expect((await registrar.get('/logout')).status).toBe(405);
	});

	test('nor do the links in mails, which scanners of mail open before people do', async () => {
		const manager = await makeMember(server.db, id);
		const [invited, owner] = ['invited@example.org', 'owner@example.org'];
		await invite(server.db, manager, { organization_id: id, email: invited, role: 'editor', language: 'ar' });
		const member = await makeRecord(server.db, person());
		await sendOwnLink(server.db, await makeRegistrar(server.db), {
			...{ person_id: member.id, email: owner, language: 'ar' }
		});
		const visitor = visitorOf(server.origin);
		await visitor.post('/join', { email: 'new@example.org', display_name: 'هند', password });
		await visitor.post('/password', { email: registrar.email });
		await sql`update record set changed_at = now() - interval '2 years' where id = ${id}`.execute(server.db);
		await askForConfirmations(server.db);
		const account = server.db.selectFrom('account').where('id', '=', manager.account_id).select('email');
		const { email } = await account.executeTakeFirstOrThrow();
		const mails = await Promise.all([
			...[mailTo(server.dataDir, invited), mailTo(server.dataDir, owner)],
			...[mailTo(server.dataDir, 'new@example.org'), mailTo(server.dataDir, registrar.email)],
			mailTo(server.dataDir, email, 'صحيح')
		]);
		const before = await countAll();
		for (const mail of mails) {
			for (const who of [visitor, registrar]) {
				const opened = await who.get(linkIn(mail));
				expect([linkIn(mail), opened.status]).toEqual([linkIn(mail), 200]);
				expect(opened.headers.get('cache-control')).toBe('no-store');
				expect(await opened.text()).toContain('<form');
			}
		}
		expect(await countAll()).toEqual(before);
	});
});

test('attempt 16: a session that was put into the browser before is not the one that is signed in', async () => {
	const planted = 'session=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
	const { email } = await signedIn(server);
	const answer = await visitorOf(server.origin, planted).post('/login', { email, password });
	expect(answer.headers.get('set-cookie')).toMatch(/^session=(?!aaaa)[^;]+;.*HttpOnly; SameSite=Lax$/);
	expect((await visitorOf(server.origin, planted).get('/account')).status).toBe(303);
});

test('attempt 16: each form of two steps that is sent twice at once is done once', async () => {
	const proposer = await signedIn(server);
	const names = ['رابطة البيلسان', 'رابطة الزمرد'];
	for (const [path, kind] of [
		['/workspace/organizations/new', 'group'],
		['/workspace/conferences/new', 'forum']
	] as const) {
		const fields = {
			...{ 'name.ar': names.pop()!, kind, country: 'SA', reason: 'جديد في الحي' },
			...{ submission_key: submissionKey(), seen: '' }
		};
		const answers = await Promise.all([1, 2, 3].map(() => proposer.post(`${path}?/propose`, fields)));
		expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
	}
	const changes = server.db.selectFrom('change').where('proposed_by', '=', proposer.account_id);
	expect(await changes.select('id').execute()).toHaveLength(2);
	const claim = { role: 'editor', evidence: 'أمينة السر منذ 2019' };
	const path = workspaceOf((await current(server.db, 'organization', id)).document, 'claim');
	const claims = await Promise.all([1, 2, 3].map(() => proposer.post(path, claim)));
	expect(claims.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
});

const multipart = (fields: Record<string, string>) =>
	Object.entries(fields)
		.map(([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
		.join('') + '--b--\r\n';

/** How many rows each table has, and when each record changed; what is noted of reading hidden data aside. */
async function countAll(): Promise<Record<string, number | string>> {
	const tables = await sql<{ name: string }>`
		select table_name as name from information_schema.tables
		where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(server.db);
	const counted = await Promise.all(
		tables.rows.map(async ({ name }) => {
			const { rows } = await sql<{ count: number }>`select count(*)::int from ${sql.table(name)}`.execute(
				server.db
			);
			return [name, rows[0]!.count] as const;
		})
	);
	const { rows } = await sql<{ sum: string }>`
		select (sum(version) || ' ' || count(*) filter (where visibility = 'public')) as sum from record`.execute(
		server.db
	);
	const { audit_entry: _, ...counts } = Object.fromEntries(counted);
	return { ...counts, records: rows[0]!.sum };
}
