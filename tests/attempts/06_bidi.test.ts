import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord, submissionKey } from '../harness/factory.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { checkAndSave, openForm } from '../harness/sent_form.ts';
import { password } from '../accounts/factory.ts';
import { visitorOf } from '../harness/visitor.ts';
import { signedIn, workspaceOf } from './attacker.ts';

/** Right-to-left override, isolates without their end, and what is not seen at all. */
const turned = (text: string) => `\u202E${text}\u2067\u2066\u200B`;
const turns = /[\u202A-\u202E\u2066-\u2069\u200B]/;

let server: SeededServer;
beforeAll(async () => {
	server = await startSeededServer();
});
afterAll(() => server.stop());

test('attempt 6: no text of a record turns the text around it, in whichever form it is typed', async () => {
	const team = await makeRecord(server.db, organization());
	const editor = await signedIn(server, { edits: team.id });
	const save = async (noun: string, typed: Record<string, string>) => {
		const path = workspaceOf(team.document, noun);
		const answer = await checkAndSave(editor, path, { ...(await openForm(editor, path)), ...typed });
		expect([noun, answer.status]).toEqual([noun, 303]);
	};
	await save('names', { 'names.1.value': turned('نسيم'), 'names.1.kind': 'alias', reason: turned('سبب') });
	await save('profile', {
		'summary.ar': turned('نبذة'),
		'place.country': 'SA',
		'place.city.ar': turned('القطيف')
	});
	await save('contacts', { 'contacts.0.value': turned('a@example.org'), 'contacts.0.kind': 'email' });
	await save('sources', { 'sources.0.title': turned('خبر'), 'sources.0.publisher': turned('صحيفة') });
	await save('board/terms', { 'board_terms.0.number': '1', 'board_terms.0.label.ar': turned('الأولى') });
	const { document } = await current(server.db, 'organization', team.id);
	expect(document).toMatchObject({
		names: [{}, { value: 'نسيم' }],
		summary: { ar: 'نبذة' },
		place: { city: { ar: 'القطيف' } },
		contacts: [{ value: 'a@example.org' }],
		sources: [{ title: 'خبر', publisher: 'صحيفة' }],
		board_terms: [{ label: { ar: 'الأولى' } }]
	});
	const revisions = server.db.selectFrom('revision').where('record_id', '=', team.id);
	for (const row of await revisions.selectAll().execute()) expect(JSON.stringify(row)).not.toMatch(turns);
	const history = await editor.get(`/organizations/${encodeURIComponent(document.slug!)}/history`);
	expect(await history.text()).not.toMatch(turns);
});

test('attempt 6: nor does what people write to registrars, or call themselves', async () => {
	const team = await makeRecord(server.db, organization());
	const writer = await signedIn(server);
	const claim = { role: 'editor', evidence: turned('أمينة السر منذ 2019') };
	expect((await writer.post(workspaceOf(team.document, 'claim'), claim)).status).toBe(303);
	const proposal = {
		...{ 'name.ar': turned('رابطة الزنابق'), kind: 'group', country: 'SA', reason: turned('فريق جديد') },
		...{ 'city.ar': turned('سيهات'), submission_key: submissionKey() }
	};
	expect((await writer.post('/workspace/organizations/new?/propose', proposal)).status).toBe(303);
	expect(JSON.stringify(await listWaiting(server.db))).not.toMatch(turns);
	const registrar = await signedIn(server, { is_registrar: true });
	const claims = await (await registrar.get('/workspace/claims')).text();
	expect(claims).toContain('أمينة السر منذ 2019');
	expect(claims).not.toMatch(turns);

	const email = 'turned@example.org';
	const visitor = visitorOf(server.origin);
	await visitor.post('/join', { email, password, display_name: turned('نورة') });
	const mail = await mailTo(server.dataDir, email);
	expect(mail.subject + mail.text).not.toMatch(turns);
	expect((await visitor.post(linkIn(mail), { password })).status).toBe(303);
	const account = server.db.selectFrom('account').where('email', '=', email).select('display_name');
	expect(await account.executeTakeFirst()).toEqual({ display_name: 'نورة' });
});

test('attempt 6: an address with marks of direction leads to the page, or nowhere, and is not echoed', async () => {
	const visitor = visitorOf(server.origin);
	for (const slug of [turned('amal-al-qatif'), `amal${turned('')}-al-qatif`, turned('nobody')]) {
		for (const path of [`/organizations/${encodeURIComponent(slug)}`, `/en/id/${encodeURIComponent(slug)}`]) {
			const answer = await visitor.get(path);
			expect([path, [200, 302, 308, 404].includes(answer.status)]).toEqual([path, true]);
			expect(decodeURIComponent(answer.headers.get('location') ?? '')).not.toMatch(turns);
			expect(await answer.text()).not.toMatch(turns);
		}
	}
	const wrong = turned('https://example.org/');
	expect((await visitor.get(`/login?next=/${encodeURIComponent(wrong)}`)).status).toBe(200);
});

test('attempt 6: the name of a file that is sent is neither kept nor shown', async () => {
	const team = await makeRecord(server.db, organization());
	const { cookie, get } = await signedIn(server, { edits: team.id });
	const picture = sharp({ create: { width: 200, height: 200, channels: 3, background: '#0c5a59' } });
	const body = new FormData();
	const bytes = new Uint8Array(await picture.png().toBuffer());
	body.set('logo', new File([bytes], `${turned('gnp.exe')}\r\nX-A: b.png`));
	const page = workspaceOf(team.document, 'logo');
	const answer = await fetch(`${server.origin}${page}?/save`, {
		...{ method: 'POST', body, redirect: 'manual' },
		headers: { cookie, origin: server.origin, accept: 'text/html' }
	});
	expect(answer.status).toBe(303);
	const { document } = await current(server.db, 'organization', team.id);
	expect(document.logo).toMatch(/^[0-9a-f]{64}$/);
	for (const path of [page, `/organizations/${encodeURIComponent(document.slug!)}/history`])
		expect(await (await get(path)).text()).not.toMatch(/exe|X-A/);
});
