import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { sendOwnLink } from '#lib/server/editing/own_links.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { makeAccount } from '../accounts/factory.ts';
import { makeRegistrar, submissionKey } from '../harness/factory.ts';
import { expectHouseRules, expectSameStructure, messages } from '../harness/house_rules.ts';
import { wordsOf } from '../harness/html_page.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { addressIn } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { fieldsOf } from '../harness/sent_form.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let server: SeededServer;
let member: Visitor;
let made: Promise<string> | undefined;

beforeAll(async () => {
	server = await startSeededServer();
	member = visitorOf(server.origin);
});
afterAll(() => server.stop());

const hidden = { isIndexed: false };

/** The path of a link, from the mail that brings it. */
const linked = () => (made ??= sendLink());

async function sendLink(): Promise<string> {
	const found = await findPublic(server.db, 'person', 'muslim-al-musa');
	if (!found || !('id' in found)) throw new Error('no muslim-al-musa');
	const email = 'member@example.org';
	const wish = { person_id: found.id, email, language: 'ar' as const };
	await sendOwnLink(server.db, await makeRegistrar(server.db), wish);
	return linkIn(await mailTo(server.dataDir, email));
}

test('the page behind the link shows what is held and where, in both languages, and stays in no cache', async () => {
	const path = await linked();
	const response = await member.get(path);
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(response.headers.get('referrer-policy')).toBe('same-origin');
	const page = await expectHouseRules(response, { lang: 'ar', ...hidden });
	const words = wordsOf(page.html);
	expect(words).toContain('مسلم آل موسى');
	expect(words).toContain(messages.ar['display.full']);
	const inEnglish = await expectHouseRules(await member.get(addressIn('en', path)), {
		lang: 'en',
		...hidden
	});
	expectSameStructure(page, inEnglish);
	expect(page.root.querySelectorAll('main a').map((link) => link.getAttributeValue('href'))).toEqual(
		expect.arrayContaining(['/organizations/amal-al-qatif', '/conferences/excellence-in-volunteer-work-2022'])
	);
});

test('a correction that is refused keeps what was typed, one that is taken is shown', async () => {
	const path = await linked();
	const fields = await fieldsOf(await (await member.get(path)).text());
	const wrong = { ...fields, 'names.0.value': '1000000008', text: 'كما في الأصل', objection: '' };
	const { objection: _, ...correction } = wrong;
	const refused = await member.post(`${path}?/correct`, correction);
	const page = await expectHouseRules(refused, { lang: 'ar', status: 422, ...hidden });
	expect(page.html).toContain('كما في الأصل');
	expect(wordsOf(page.html)).toContain(messages.ar['rule.national_id_in_text']);
	const taken = await member.post(`${path}?/correct`, {
		...correction,
		...{ 'names.0.value': fields['names.0.value']!, submission_key: submissionKey() }
	});
	expect([taken.status, taken.headers.get('location')]).toEqual([303, `${path}?done=written`]);
	expect(await (await member.get(path)).text()).toContain('كما في الأصل');
});

test('an objection without words is refused, and nothing is done to the page', async () => {
	const path = await linked();
	const refused = await member.post(`${path}?/object`, { objection: '', submission_key: submissionKey() });
	await expectHouseRules(refused, { lang: 'ar', status: 422, ...hidden });
	expect(await (await member.get('/people/muslim-al-musa')).text()).toContain('مسلم آل موسى');
});

test('all that is held can be taken along as a file, which no cache keeps', async () => {
	const path = await linked();
	const response = await member.get(`${path}/export`);
	expect(response.headers.get('content-type')).toMatch(/^application\/json/);
	expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="person-\w+\.json"$/);
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(await response.json()).toMatchObject({ record: { type: 'person' }, own_links: [{}] });
	expect((await member.get('/personal-data/unknown/export')).status).toBe(404);
});

test('a team proposes a name to be known by, and sees that it waits', async () => {
	const organization = await findPublic(server.db, 'organization', 'amal-al-qatif');
	if (!organization || !('id' in organization)) throw new Error('no amal-al-qatif');
	const { id, email } = await makeAccount(server.db);
	const role = {
		account_id: id,
		organization_id: organization.id,
		role: 'editor',
		granted_by: null
	} as const;
	await grantRole(server.db, role);
	const editor = visitorOf(server.origin, await signIn(server.origin, email));
	const path = '/workspace/people/muslim-al-musa/display';
	const form = { display: 'full', known_as: 'أبو حسن', submission_key: submissionKey() };
	const taken = await editor.post(`${path}?/set`, form);
	expect(taken.status).toBe(303);
	for (const lang of ['ar', 'en'] as const) {
		const answer = await editor.get(addressIn(lang, `${path}?done=waiting`));
		const words = wordsOf((await expectHouseRules(answer, { lang, ...hidden })).html);
		expect(words).toContain(messages[lang]['display.known_as_waiting']);
		expect(words).toContain('أبو حسن');
	}
	expect(await (await member.get('/people/muslim-al-musa')).text()).not.toContain('أبو حسن');
});

test('a link that is unknown opens nothing and takes nothing', async () => {
	expect(wordsOf(await (await member.get('/personal-data/unknown')).text())).toContain(
		messages.ar['own_data.over_title']
	);
	const sent = { objection: 'لا', submission_key: submissionKey() };
	expect((await member.post('/personal-data/unknown?/object', sent)).status).toBe(422);
});
