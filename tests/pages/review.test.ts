import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { makeAccount } from '../accounts/factory.ts';
import { organization } from '../harness/documents.ts';
import { current, makeMember, makeRecord, propose } from '../harness/factory.ts';
import { expectHouseRules, expectSameStructure, messages } from '../harness/house_rules.ts';
import { wordsOf } from '../harness/html_page.ts';
import { addressIn } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let server: SeededServer;
let registrar: Visitor;
let anybody: Visitor;
let account: Visitor;
let team: ReadRecord<OrganizationDocument>;
let path: string;
let proposedName: string;
let made = 0;

beforeAll(async () => {
	server = await startSeededServer();
	anybody = visitorOf(server.origin);
	const signedIn = async (is_registrar: boolean) => {
		const { email } = await makeAccount(server.db, { is_registrar });
		return visitorOf(server.origin, await signIn(server.origin, email));
	};
	[registrar, account] = [await signedIn(true), await signedIn(false)];
});
beforeEach(async () => {
	team = await makeRecord(server.db, organization());
	proposedName = `رابطة الصبا ${'أبجدهوزحط'[made++]}`;
	const names = [{ ...team.document.names[0]!, value: proposedName }];
	const partial = { names, status: 'active' as const };
	await propose(server.db, await makeMember(server.db, team.id), team, partial, { reason: 'كما في الترخيص' });
	const [change] = await listWaiting(server.db, [team.id]);
	path = `/registrar/changes/${change!.id}`;
});
afterAll(() => server.stop());

const now = () => current(server.db, 'organization', team.id);
const approveAll = { 'decision.o0': 'approve', 'decision.o1': 'approve' };

describe('the page of a change', () => {
	test('keeps the rules of the house, and shows old and new, in both languages', async () => {
		const arabic = await expectHouseRules(await registrar.get(path), { lang: 'ar', isIndexed: false });
		const inEnglish = await registrar.get(addressIn('en', path));
		const english = await expectHouseRules(inEnglish, { lang: 'en', isIndexed: false });
		expectSameStructure(arabic, english);
		for (const text of ['فريق نور الوادي', proposedName, 'كما في الترخيص'])
			expect(arabic.html).toContain(text);
	});

	test('and its forms are for registrars alone', async () => {
		for (const form of ['', '?/decide', '?/return', '?/assign', '?/release']) {
			expect((await account.post(path + form, approveAll)).status).toBe(403);
			expect((await anybody.post(path + form, approveAll)).status).toBe(401);
		}
		expect((await account.get(path)).status).toBe(403);
		expect((await anybody.get(path)).status).toBe(303);
		expect(await now()).toEqual(team);
	});

	test.each(['nothing', '00000000-0000-4000-8000-000000000000'])('is not found for %s', async (id) => {
		expect((await registrar.get(`/registrar/changes/${id}`)).status).toBe(404);
	});
});

describe('a decision', () => {
	test('field by field needs a reason for what goes back, and keeps what was typed', async () => {
		const form = { 'decision.o0': 'return', 'decision.o1': 'approve', 'correct.o1.l0': 'رابطة الضحى' };
		const refused = await registrar.post(`${path}?/decide`, form);
		const page = await expectHouseRules(refused, { lang: 'ar', status: 422, isIndexed: false });
		expect(wordsOf(page.html)).toContain(messages.ar['review.why_missing']);
		expect(page.html).toContain('رابطة الضحى');
		const decided = await registrar.post(`${path}?/decide`, { ...form, 'why.o0': 'منذ متى؟' });
		expect(decided.status).toBe(303);
		expect(decided.headers.get('location')).toContain('done=partly');
		const { document } = await now();
		expect(document).toMatchObject({ status: 'unknown', names: [{ value: 'رابطة الضحى' }] });
	});

	test('sent twice decides once', async () => {
		const answers = await Promise.all([1, 2].map(() => registrar.post(`${path}?/decide`, approveAll)));
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
		expect(await now()).toMatchObject({ version: 2 });
	});

	test('on what moved meanwhile is a conflict, decided by who has seen it', async () => {
		const moved = [{ ...team.document.names[0]!, value: 'فريق الضفة' }];
		await propose(server.db, 'register', await now(), { names: moved });
		const refused = await registrar.post(`${path}?/decide`, approveAll);
		const page = await expectHouseRules(refused, { lang: 'ar', status: 409, isIndexed: false });
		expect(wordsOf(page.html)).toContain(messages.ar['review.conflict_lead']);
		expect(page.html).toContain('فريق الضفة');
		const seen_version = page.root.querySelector('[name="seen_version"]')?.getAttributeValue('value');
		expect(seen_version).toBe('2');
		const decided = await registrar.post(`${path}?/decide`, { ...approveAll, seen_version: '2' });
		expect(decided.status).toBe(303);
		expect(await now()).toMatchObject({ version: 3, document: { names: [{ value: proposedName }] } });
	});
});

test('a value that waits leaks to no public page: profile, list, search, history, versions', async () => {
	const { slug } = team.document;
	for (const address of [
		`/organizations/${slug}`,
		`/organizations/${slug}/history`,
		`/organizations/${slug}/history/1`,
		`/organizations?q=${proposedName}`,
		'/organizations?sort=newest',
		'/sitemap.xml'
	]) {
		const html = await (await anybody.get(encodeURI(address))).text();
		expect(html.includes(`>${proposedName}<`), address).toBe(false);
	}
});
