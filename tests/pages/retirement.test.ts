import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPublic } from '#lib/server/registry/records.ts';
import { makeAccount } from '../accounts/factory.ts';
import { submissionKey } from '../harness/factory.ts';
import { expectHouseRules, expectSameStructure, messages } from '../harness/house_rules.ts';
import { wordsOf } from '../harness/html_page.ts';
import { addressIn } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let server: SeededServer;
let registrar: Visitor;
let visitor: Visitor;

beforeAll(async () => {
	server = await startSeededServer();
	const { email } = await makeAccount(server.db, { is_registrar: true });
	registrar = visitorOf(server.origin, await signIn(server.origin, email));
	visitor = visitorOf(server.origin);
});
afterAll(() => server.stop());

const records = [
	['organization', '/organizations/amal-al-qatif', '/people/muslim-al-musa'],
	['person', '/people/ali-al-awami', '/organizations/volunteer-work-association'],
	['conference', '/conferences/excellence-in-volunteer-work-2022', '/organizations/amal-al-qatif']
] as const;

describe.each(records)('a page of the type %s', (type, address, neighbour) => {
	const path = `/registrar${address}/retirement`;
	const note = 'سبق أن سُجّلت في صفحة أخرى';

	test('is withdrawn by a form, answers 410 with the reason in both languages, and is brought back', async () => {
		const found = await findPublic(server.db, type, address.split('/')[2]!);
		const { id, version } = found as { id: string; version: number };
		const history = await (await registrar.get(`${address}/history`)).text();
		expect(history).toContain(`href="${path}"`);
		expect(await (await visitor.get(`${address}/history`)).text()).not.toContain(path);

		const form = { base_version: String(version), submission_key: submissionKey() };
		const wanting = await registrar.post(`${path}?/retire`, { ...form, reason: 'other', 'note.en': '' });
		const page = await expectHouseRules(wanting, { lang: 'ar', status: 422, isIndexed: false });
		expect(wordsOf(page.html)).toContain(messages.ar['retirement.note_missing']);
		const done = await registrar.post(`${path}?/retire`, { ...form, reason: 'other', 'note.ar': note });
		expect([done.status, done.headers.get('location')]).toEqual([303, '/registrar/retired?done=retired']);

		for (const asked of [address, `${address}/history`, `${address}/history/1`, `/id/${id}`]) {
			const pages = [];
			for (const lang of ['ar', 'en'] as const) {
				const answer = await visitor.get(addressIn(lang, asked));
				expect(answer.headers.get('cache-control')).toBe('no-store');
				const shown = await expectHouseRules(answer, { lang, status: 410, isIndexed: false });
				expect(wordsOf(shown.html)).toContain(messages[lang]['retirement_reason.other']);
				expect(wordsOf(shown.html)).toContain(note);
				pages.push(shown);
			}
			expectSameStructure(pages[0]!, pages[1]!);
		}
		const others = [
			neighbour,
			'/',
			`/search?q=${encodeURIComponent(address.split('/')[2]!)}`,
			'/sitemap.xml'
		];
		for (const other of others) {
			const answer = await visitor.get(other);
			expect(answer.status).toBe(200);
			expect(await answer.text()).not.toContain(`${address}"`);
		}
		expect((await visitor.get(`/api/v1${address}`)).status).toBe(410);
		const list = await expectHouseRules(await registrar.get('/en/registrar/retired'), {
			...{ lang: 'en', isIndexed: false }
		});
		expect(list.html).toContain(`${id}/retirement`);
		await expectHouseRules(await registrar.get(path), { lang: 'ar', isIndexed: false });

		const back = { base_version: String(version + 1), submission_key: submissionKey(), why: 'حُجبت خطأ' };
		const returned = await registrar.post(`${path}?/return`, back);
		expect(returned.headers.get('location')).toBe('/registrar/retired?done=returned');
		expect((await visitor.get(address)).status).toBe(200);
	});
});

test('an address that never was is still not found', async () => {
	expect((await visitor.get('/organizations/nobody')).status).toBe(404);
	expect((await visitor.get('/id/nobody')).status).toBe(404);
});
