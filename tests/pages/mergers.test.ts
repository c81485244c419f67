import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount } from '../accounts/factory.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord, submissionKey } from '../harness/factory.ts';
import { expectHouseRules, messages } from '../harness/house_rules.ts';
import { wordsOf } from '../harness/html_page.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let server: SeededServer;
let registrar: Visitor;

beforeAll(async () => {
	server = await startSeededServer();
	const { email } = await makeAccount(server.db, { is_registrar: true });
	registrar = visitorOf(server.origin, await signIn(server.origin, email));
});
afterAll(() => server.stop());

test('two pages are merged with what was ticked, redirect, and are parted again, all by forms', async () => {
	const named = (value: string, more = {}) =>
		makeRecord(server.db, organization({ names: [{ id: 'own', value, lang: 'ar' }], ...more }));
	const [kept, merged] = [await named('فريق الغدير'), await named('مجموعة الغدير', { founded: '2014' })];
	const [one, other] = [kept.document.slug!, merged.document.slug!];
	const path = `/registrar/mergers/new?${new URLSearchParams({ kept: `${server.origin}/en/organizations/${encodeURIComponent(one)}`, merged: merged.id })}`;
	const page = await expectHouseRules(await registrar.get(path), { lang: 'ar', isIndexed: false });
	expect(page.root.querySelectorAll('input[type="checkbox"]')).toHaveLength(2);

	const form = { kept_version: '1', merged_version: '1', submission_key: submissionKey(), 'take.p0': 'on' };
	const refused = await registrar.post(path, form);
	await expectHouseRules(refused, { lang: 'ar', status: 422, isIndexed: false });
	const moved = await registrar.post(path, { ...form, kept_version: '7', reason: 'واحدة' });
	const shown = await expectHouseRules(moved, { lang: 'ar', status: 409, isIndexed: false });
	expect(wordsOf(shown.html)).toContain(messages.ar['merge.moved']);
	const answer = await registrar.post(path, { ...form, reason: 'واحدة' });
	expect([answer.status, answer.headers.get('location')]).toEqual([303, '/registrar/mergers?done=merged']);
	expect((await current(server.db, 'organization', kept.id)).version).toBe(2);

	const old = await registrar.get(encodeURI(`/organizations/${other}/history`));
	expect([old.status, decodeURI(old.headers.get('location')!)]).toEqual([
		308,
		`/organizations/${one}/history`
	]);
	const byId = await registrar.get(`/id/${merged.id}`);
	expect(decodeURI(byId.headers.get('location')!)).toBe(`/organizations/${one}`);

	const list = await expectHouseRules(await registrar.get('/registrar/mergers?done=merged'), {
		...{ lang: 'ar', isIndexed: false }
	});
	const merger_id = list.root.querySelector('[name="merger_id"]')!.getAttributeValue('value')!;
	const undone = await registrar.post('/registrar/mergers?/undo', { merger_id });
	expect(undone.headers.get('location')).toBe('/registrar/mergers?done=undone');
	expect((await registrar.get(encodeURI(`/organizations/${other}`))).status).toBe(200);
	const again = await registrar.post('/registrar/mergers?/undo', { merger_id });
	expect(again.status).toBe(422);
});
