import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NEW_PERSON } from '#lib/domain/forms/editor_form.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord, makeRegistrar, submissionKey } from '../harness/factory.ts';
import { expectHouseRules, messages } from '../harness/house_rules.ts';
import { wordsOf } from '../harness/html_page.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { check, checkAndSave, openForm } from '../harness/sent_form.ts';
import { signedIn, workspaceOf, type SignedIn } from './attacker.ts';

let server: SeededServer;
let proposer: SignedIn;
beforeAll(async () => {
	server = await startSeededServer();
	proposer = await signedIn(server);
});
afterAll(() => server.stop());

const names: [what: string, typed: string, shown?: string][] = [
	['one part', 'زنبق'],
	['one letter', 'ي'],
	['six parts', 'لجنة غراس بن سنبل بن ورد الياسمين'],
	['300 characters', 'سوسن '.repeat(60).trim().padEnd(300, 'ن')],
	['emoji alone', '🌱🌾'],
	['an emoji of several joined', 'فريق 👩‍👩‍👧 أسرتي'],
	['the shapes of letters in print', 'ﻓﺮﻳﻖ ﺍﻟﺠﻮﺭﻱ'],
	['letters that are put together', 'فريق آلاء الدُفلى'.normalize('NFD'), 'فريق آلاء الدُفلى'.normalize('NFC')],
	['markup', '<script>alert(1)</script> & "رفقة"'],
	['braces as in a message', 'فريق {0, date} {الاسم}'],
	['what SQL would read', `فريق'; drop table record; --`]
];

test.each(names)(
	'attempt 5: an organization with a name of %s is proposed, approved, opened and found',
	async (_, typed, shown = typed) => {
		const fields = { 'name.ar': typed, kind: 'group', country: 'SA', reason: 'فريق جديد في الحي' };
		const asked = { ...fields, submission_key: submissionKey() };
		const path = '/workspace/organizations/new';
		const compared = await check(proposer, path, asked);
		expect(compared.status).toBe(200);
		expect((await proposer.post(`${path}?/propose`, { ...asked, ...compared.fields })).status).toBe(303);
		const change = (await listWaiting(server.db)).at(-1)!;
		const approved = await approveChange(server.db, await makeRegistrar(server.db), change.id);
		expect(approved).toHaveProperty('version');

		const { document } = await current(server.db, 'organization', change.record.id);
		expect(document.names[0]!.value).toBe(shown);
		for (const address of [document.slug!, document.id!]) {
			const lead = await proposer.get(`/organizations/${encodeURIComponent(address)}`);
			expect([200, 308]).toContain(lead.status);
		}
		const page = await proposer.get(`/organizations/${encodeURIComponent(document.slug!)}`);
		const { html } = await expectHouseRules(page, { lang: 'ar' });
		expect(wordsOf(html)).toContain(shown);
		const api = `${server.origin}/api/v1/organizations/${encodeURIComponent(document.slug!)}`;
		expect((await (await fetch(api)).json()).names[0].value).toBe(shown);
		const found = await proposer.get(`/search?q=${encodeURIComponent(typed)}`);
		expect(found.status).toBe(200);
		if (/\p{L}/u.test(typed)) expect(await found.text()).toContain(`"/organizations/${document.slug}"`);
	}
);

describe('attempt 5: a person comes on a board', () => {
	test.each([
		['one part', 'زنبق'],
		['six parts', 'غراس بنت سنبل بن ورد بن زهر الياسمين'],
		['300 characters', 'سوسن '.repeat(60).trim().padEnd(300, 'ن')],
		['the shapes of letters in print', 'ﻧﻮﺭﺓ ﺍﻟﺠﻮﺭﻱ', 'نورة الجوري'],
		['letters that are put together', 'آلاء الدُفلى'.normalize('NFD'), 'آلاء الدُفلى'.normalize('NFC')],
		['markup', '<b>رفقة</b> & "الآس"']
	])('with a name of %s', async (_, typed, shown = typed) => {
		const { path, team, editor, asked } = await nameHolder(typed);
		expect(asked.status).toBe(200);
		const saved = await checkAndSave(editor, path, { ...asked.fields, person: NEW_PERSON });
		expect(saved.status).toBe(303);
		const { document } = await current(server.db, 'organization', team.id);
		const { document: person } = await current(server.db, 'person', document.appointments[0]!.person);
		expect(person.names[0]!.value).toBe(shown);
		const page = await editor.get(`/people/${encodeURIComponent(person.slug!)}`);
		expect(wordsOf((await expectHouseRules(page, { lang: 'ar' })).html)).toContain(shown);
	});

	test.each([
		['emoji alone', '🌱🌾', 'person.name_without_letters'],
		['an emoji among letters', 'نورة 🌱 الجوري', 'person.name_with_pictures']
	] as const)('but not with a name of %s, which stays as typed', async (_, typed, message) => {
		const { asked } = await nameHolder(typed);
		expect([asked.status, asked.fields.person_name]).toEqual([422, typed]);
		expect(wordsOf(asked.html)).toContain(messages.ar[message]);
	});
});

/** Types a name into the form by which a chair is replaced. */
async function nameHolder(person_name: string) {
	const team = await makeRecord(server.db, organization());
	const editor = await signedIn(server, { edits: team.id });
	const path = workspaceOf(team.document, 'board/holder');
	const day = { 'from.year': '2025', 'from.month': '1', 'from.day': '1' };
	const asked = await check(editor, path, { ...(await openForm(editor, path)), ...day, person_name });
	return { path, team, editor, asked };
}

describe('attempt 5: a name that is too long, or nothing but what is not seen, is refused and stays as typed:', () => {
	test.each([
		['301 characters', 'س'.repeat(301), 'error.too_long'],
		['10,000 characters', 'س'.repeat(10_000), 'error.too_long'],
		['marks alone', '\u200F\u200E\u2066', 'error.no_name']
	] as const)('%s', async (_, typed, message) => {
		const fields = { 'name.ar': typed, kind: 'group', country: 'SA', reason: 'فريق جديد في الحي' };
		const asked = { ...fields, submission_key: submissionKey() };
		const answer = await check(proposer, '/workspace/organizations/new', asked);
		expect(answer.status).toBe(422);
		expect(wordsOf(answer.html)).toContain(messages.ar[message]);
		expect(answer.fields['name.ar']).toBe(typed);
	});
});
