import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportError, reportToken } from '#lib/server/editing/reports.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { makeAccount } from '../accounts/factory.ts';
import { expectHouseRules, expectSameStructure, messages } from '../harness/house_rules.ts';
import { wordsOf } from '../harness/html_page.ts';
import { addressIn } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let server: SeededServer;
let reader: Visitor;
let registrar: Visitor;
let record_id: string;
let path: string;

beforeAll(async () => {
	server = await startSeededServer();
	reader = visitorOf(server.origin);
	const { email } = await makeAccount(server.db, { is_registrar: true });
	registrar = visitorOf(server.origin, await signIn(server.origin, email));
	const found = await findPublic(server.db, 'organization', 'amal-al-qatif');
	if (!found || !('id' in found)) throw new Error('no amal-al-qatif');
	record_id = found.id;
	path = `/id/${record_id}/report`;
});
afterAll(() => server.stop());

const hidden = { isIndexed: false };
const countReports = async () => (await server.db.selectFrom('report').select('id').execute()).length;

test('a reader without an account reports an error, a registrar answers, and the link shows it', async () => {
	expect(await (await reader.get('/organizations/amal-al-qatif')).text()).toContain(path);
	const page = await expectHouseRules(await reader.get(path), { lang: 'ar', ...hidden });
	const inEnglish = await reader.get(addressIn('en', path));
	expectSameStructure(page, await expectHouseRules(inEnglish, { lang: 'en', ...hidden }));
	const token = page.root.querySelector('[name="token"]')!.getAttributeValue('value')!;
	const form = { token, text: 'اسم الرئيس <b>تغيّر</b>', email: 'reader@example.org' };
	const sent = await Promise.all([reader.post(path, form), reader.post(path, form)]);
	for (const { status, headers } of sent) {
		expect([status, headers.get('location')]).toEqual([303, `/reports/${token}`]);
	}
	expect(await countReports()).toBe(1);

	const own = await reader.get(`/reports/${token}`);
	expect(own.headers.get('cache-control')).toBe('no-store');
	const shown = await expectHouseRules(own, { lang: 'ar', ...hidden });
	expect(wordsOf(shown.html)).toContain(messages.ar['report_state.open']);
	expect(wordsOf(shown.html)).toContain('اسم الرئيس <b>تغيّر</b>');
	expect(shown.html).not.toContain('reader@example.org');

	const desk = await expectHouseRules(await registrar.get('/registrar/reports'), { lang: 'ar', ...hidden });
	expect(desk.html).toContain('reader@example.org');
	const report_id = desk.root.querySelector('[name="report_id"]')!.getAttributeValue('value')!;
	const refused = await registrar.post('/registrar/reports', { report_id, state: 'mended' });
	await expectHouseRules(refused, { lang: 'ar', status: 422, ...hidden });
	const answer = { report_id, state: 'mended', answer: 'صُحّح، وشكرًا' };
	const answers = await Promise.all([1, 2].map(() => registrar.post('/registrar/reports', answer)));
	expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);

	const after = wordsOf(await (await reader.get(`/reports/${token}`)).text());
	expect(after).toContain(messages.ar['report_state.mended']);
	expect(after).toContain('صُحّح، وشكرًا');
	const stored = await server.db.selectFrom('report').select(['email', 'token_hash']).execute();
	expect(stored).toEqual([{ email: null, token_hash: expect.not.stringContaining(token) }]);
});

test('`javascript:` links in reports, and what is no report, are refused and kept in the form', async () => {
	const before = await countReports();
	const form = { token: reportToken(), text: 'خطأ', source_url: 'javascript:alert(1)', email: 'nobody' };
	const refused = await reader.post(path, form);
	const page = await expectHouseRules(refused, { lang: 'ar', status: 422, ...hidden });
	for (const key of ['error.not_a_web_address', 'error.not_an_email'] as const) {
		expect(wordsOf(page.html)).toContain(messages.ar[key]);
	}
	expect(page.html).not.toMatch(/href="javascript:/);
	expect(page.html).toContain('خطأ');
	expect((await reader.post(path, { token: 'short', text: 'خطأ' })).status).toBe(422);
	expect((await reader.post(path, { token: reportToken() })).status).toBe(422);
	expect(await countReports()).toBe(before);
});

test('a link cannot be guessed, and an unknown record cannot be reported', async () => {
	for (const token of [reportToken(), 'x', "' or true --"]) {
		expect((await reader.get(`/reports/${encodeURIComponent(token)}`)).status).toBe(404);
	}
	expect((await reader.get('/id/nobody/report')).status).toBe(404);
	const hide = (visibility: string) =>
		server.db.updateTable('record').where('id', '=', record_id).set({ visibility }).execute();
	await hide('hidden');
	expect((await reader.get(path)).status).toBe(404);
	const report = { record_id, text: 'خطأ', token: reportToken(), address: '198.51.100.7' };
	expect(await reportError(server.db, report)).toEqual({ refused: 'refusal.record_gone' });
	await hide('public');
});

test('a network sends so many reports and no more, also all at once, and others are not held up', async () => {
	const send = (address: string) =>
		reportError(server.db, { record_id, text: 'خطأ', token: reportToken(), address });
	const outcomes = await Promise.all(Array.from({ length: 8 }, () => send('198.51.100.8')));
	expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual(
		Array(3).fill({ refused: 'report.too_many' })
	);
	expect(await send('198.51.100.9')).toHaveProperty('token');
	await server.db
		.updateTable('report')
		.set({ reported_at: new Date(Date.now() - 25 * 3600 * 1000) })
		.execute();
	expect(await send('198.51.100.8')).toHaveProperty('token');
	const known = await server.db
		.selectFrom('report')
		.where('network', 'is not', null)
		.select('network')
		.execute();
	expect(known).toEqual([{ network: '198.51.100.8' }]);
});
