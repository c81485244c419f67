import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { profileValues } from '#lib/domain/forms/profile.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { makeAccount } from '../accounts/factory.ts';
import { current, submissionKey } from '../harness/factory.ts';
import { expectHouseRules, expectSameStructure } from '../harness/house_rules.ts';
import { addressIn, signedInPages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

const roles = ['visitor', 'account', 'other', 'editor', 'manager', 'association', 'registrar'] as const;
type Role = (typeof roles)[number];

const RESTORATION = '/workspace/organizations/amal-al-qatif/restoration/1';
const DISPLAY = '/workspace/people/muslim-al-musa/display';
const RETIREMENT = '/registrar/people/muslim-al-musa/retirement';
const PHOTO = '/workspace/people/muslim-al-musa/photo';
const CLAIM = '/workspace/organizations/amal-al-qatif/claim';
const TEAM = '/workspace/organizations/amal-al-qatif/team';
const HUB = '/workspace/organizations/amal-al-qatif';
const PROFILE = `${HUB}/profile`;
/** Pages that edit one noun each, with the same three actions. */
const EDITORS = [
	...['names', 'contacts', 'licences', 'identifiers', 'sources', 'closing', 'affiliations/dates'],
	...['board/terms', 'board/handover', 'board/holder', 'board/appointments/new'],
	'participations/new/excellence-in-volunteer-work-2022'
].map((noun) => `${HUB}/${noun}`);
/** A conference that the group organizes. */
const VISIT = '/workspace/conferences/amal-al-qatif-visit-to-bahrain-2022';
const CONFERENCE_EDITORS = [
	...['profile', 'names', 'sessions', 'people', 'organizers', 'objectives', 'recommendations', 'sources']
].map((noun) => `${VISIT}/${noun}`);
const TEAM_PAGES = [
	...[
		HUB,
		`${HUB}/sections`,
		`${HUB}/logo`,
		`${HUB}/board`,
		`${HUB}/affiliations`,
		`${HUB}/participations`,
		`${HUB}/participations/new`
	],
	...[...EDITORS, VISIT, `${VISIT}/participations`, ...CONFERENCE_EDITORS]
];

/** What each role is answered: one status for all, or by role. */
type Answers = number | Partial<Record<Role, number>>;
const teamOnly = { account: 404, other: 404 };
const nobody = { account: 404, other: 404, editor: 404, manager: 404, association: 404 };
const registrarOnly = {
	account: 403,
	other: 403,
	editor: 403,
	manager: 403,
	association: 403,
	registrar: 200
};

const managersOnly = { editor: 422, manager: 303, association: 303, registrar: 303 };
/** What is asked for is not there, or not for the asker. */
const nothingToFind = { editor: 422, manager: 422, association: 422, registrar: 422 };
const invitation = () => ({ email: `${submissionKey()}@example.org`, role: 'editor', language: 'ar' });

/** So unlike each other that none is taken for a look-alike of one that was proposed before. */
const newNames = ['الخزامى', 'الزبرجد', 'القرنفل', 'الياسمين', 'النرجس', 'الهدهد', 'العقيق'].values();
const proposal = (name = 'الزيزفون') => ({
	...{ 'name.ar': `رابطة ${name}`, kind: 'group', country: 'SA', reason: 'فريق جديد في الحي' },
	submission_key: submissionKey()
});

const newGatherings = ['السنابل', 'المنارة', 'الكهرمان', 'الفيروز', 'الياقوت', 'الأصيل', 'الجلنار'].values();
const gathering = (name = 'اللبان') => ({
	...{ 'name.ar': `ملتقى ${name}`, kind: 'forum', country: 'SA', reason: 'أعلنته الجهة المنظمة' },
	submission_key: submissionKey()
});

/** Every page behind a door, for those who are signed in; a visitor is led to the sign-in page. */
const reading: [path: string, answers: Answers][] = [
	['/workspace', 200],
	[PROFILE, { ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }],
	...TEAM_PAGES.map((path): [string, Answers] => [
		path,
		{ ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }
	]),
	['/workspace/organizations/nobody', 404],
	['/workspace/conferences/nobody', 404],
	['/workspace/conferences/nobody/profile', 404],
	['/workspace/conferences/new', 200],
	[`${HUB}/participations/new/nothing`, 404],
	[`${HUB}/participations/nothing`, 404],
	[`${HUB}/participations/nothing/sources`, 404],
	['/workspace/organizations/nobody/profile', 404],
	[TEAM, { ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }],
	[CLAIM, 200],
	['/workspace/organizations/nobody/claim', 404],
	['/workspace/claims', 200],
	['/workspace/organizations/new', 200],
	[RESTORATION, { ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }],
	['/workspace/people/muslim-al-musa/restoration/1', { ...nobody, registrar: 200 }],
	[DISPLAY, { ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }],
	[PHOTO, { ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }],
	['/workspace/nothing/amal-al-qatif/restoration/1', 404],
	['/registrar/changes', registrarOnly],
	['/registrar/audit', registrarOnly],
	['/registrar/people/muslim-al-musa/erasure', registrarOnly],
	['/registrar/people/muslim-al-musa/export', registrarOnly],
	['/registrar/retired', registrarOnly],
	[RETIREMENT, registrarOnly],
	['/registrar/organizations/nobody/retirement', { ...registrarOnly, registrar: 404 }],
	['/registrar/reports', registrarOnly],
	['/registrar/mergers', registrarOnly],
	['/registrar/mergers/new?kept=amal-al-qatif&merged=nobody', registrarOnly],
	['/account', 200],
	['/logout', 405]
];

/** Every form behind a door, with what its sender wrote; 422 says that it was read and found wanting. */
const writing: [path: string, fields: () => Record<string, string>, answers: Answers][] = [
	[
		`${PROFILE}?/edit`,
		() => profile,
		{ ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }
	],
	[
		`${PROFILE}?/check`,
		() => profile,
		{ ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }
	],
	[
		`${PROFILE}?/save`,
		() => ({ ...profile, submission_key: submissionKey() }),
		{ ...teamOnly, editor: 303, manager: 303, association: 303, registrar: 303 }
	],
	[`${TEAM}?/invite`, () => invitation(), { ...teamOnly, ...managersOnly }],
	[`${TEAM}?/revoke`, () => ({ invitation_id: submissionKey() }), { ...teamOnly, ...nothingToFind }],
	[
		`${TEAM}?/change_role`,
		() => ({ account_id: submissionKey(), role: 'editor' }),
		{ ...teamOnly, ...nothingToFind }
	],
	[`${TEAM}?/remove`, () => ({ account_id: submissionKey() }), { ...teamOnly, ...nothingToFind }],
	[
		CLAIM,
		() => ({ role: 'manager', evidence: 'أنا أمينة سر الفريق' }),
		{ account: 303, other: 303, editor: 303, manager: 422, association: 422, registrar: 422 }
	],
	['/workspace/organizations/new?/edit', () => proposal(), 200],
	['/workspace/organizations/new?/check', () => proposal(), 200],
	['/workspace/organizations/new?/propose', () => proposal(newNames.next().value), 303],
	['/workspace/claims?/approve', () => ({ claim_id: submissionKey() }), 422],
	['/workspace/claims?/return', () => ({ claim_id: submissionKey(), decision_reason: 'لا' }), 422],
	['/workspace/claims?/withdraw', () => ({ claim_id: submissionKey() }), 422],
	[
		RESTORATION,
		() => ({ base_version: '1', submission_key: submissionKey() }),
		{ ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
	],
	[
		`${DISPLAY}?/send`,
		() => ({ email: 'nobody' }),
		{ ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
	],
	[
		`${DISPLAY}?/revoke`,
		() => ({ link_id: submissionKey() }),
		{ ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
	],
	...['set', 'set_post'].map((action): (typeof writing)[number] => [
		`${DISPLAY}?/${action}`,
		() => ({ display: 'known_as', submission_key: submissionKey() }),
		{ ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
	]),
	[
		`${PHOTO}?/show`,
		() => ({ consent_from: 'هو' }),
		{ ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
	],
	[
		`${PHOTO}?/withdraw`,
		() => ({}),
		{ ...teamOnly, editor: 303, manager: 303, association: 303, registrar: 303 }
	],
	[
		'/registrar/people/muslim-al-musa/erasure',
		() => ({ reason: 'own_wish' }),
		{ ...registrarOnly, registrar: 422 }
	],
	[`${RETIREMENT}?/retire`, () => ({ reason: 'whim' }), { ...registrarOnly, registrar: 422 }],
	[`${RETIREMENT}?/return`, () => ({ base_version: '1' }), { ...registrarOnly, registrar: 422 }],
	['/registrar/reports', () => ({ state: 'kept' }), { ...registrarOnly, registrar: 422 }],
	['/registrar/mergers?/undo', () => ({}), { ...registrarOnly, registrar: 422 }],
	[
		'/registrar/mergers/new?kept=amal-al-qatif&merged=volunteer-work-association',
		() => ({ reason: 'x' }),
		{ ...registrarOnly, registrar: 422 }
	],
	...[...EDITORS, ...CONFERENCE_EDITORS].flatMap((path) =>
		['edit', 'check', 'save'].map((action): (typeof writing)[number] => [
			`${path}?/${action}`,
			() => ({ base_version: 'x' }),
			action === 'edit'
				? { ...teamOnly, editor: 200, manager: 200, association: 200, registrar: 200 }
				: { ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
		])
	),
	[
		`${HUB}?/confirm`,
		() => ({}),
		{ ...teamOnly, editor: 303, manager: 303, association: 303, registrar: 303 }
	],
	[
		`${HUB}/logo?/save`,
		() => ({}),
		{ ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
	],
	...['propose', 'answer'].map((action): (typeof writing)[number] => [
		`${HUB}/affiliations?/${action}`,
		() => ({}),
		{ ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
	]),
	[
		`${VISIT}/participations?/answer`,
		() => ({}),
		{ ...teamOnly, editor: 422, manager: 422, association: 422, registrar: 422 }
	],
	['/workspace/conferences/new?/edit', () => gathering(), 200],
	['/workspace/conferences/new?/check', () => gathering(), 200],
	['/workspace/conferences/new?/propose', () => gathering(newGatherings.next().value), 303],
	...['edit', 'check', 'save'].map((action): (typeof writing)[number] => [
		`${HUB}/participations/nothing?/${action}`,
		() => ({ base_version: '1' }),
		404
	]),
	['/account?/change_password', () => ({}), 422],
	['/account?/change_language', () => ({ language: 'en' }), 303],
	['/account?/end_session', () => ({ id_hash: 'of nobody' }), 303],
	['/account?/end_other_sessions', () => ({}), 303],
	/** Last: the editor has left the team then. */
	[`${TEAM}?/leave`, () => ({ successor: submissionKey() }), { ...teamOnly, ...nothingToFind, editor: 303 }]
];

let server: SeededServer;
const visitors = {} as Record<Role, Visitor>;
let profile: Record<string, string>;
let id: string;

beforeAll(async () => {
	server = await startSeededServer();
	id = await idOf('amal-al-qatif');
	const association = await idOf('volunteer-work-association');
	visitors.visitor = visitorOf(server.origin);
	visitors.account = await signedIn();
	visitors.other = await signedIn(await idOf('qatif-charitable-society'), 'manager');
	visitors.editor = await signedIn(id, 'editor');
	visitors.manager = await signedIn(id, 'manager');
	visitors.association = await signedIn(association, 'manager');
	visitors.registrar = await signedIn(undefined, 'registrar');
	const { document, version } = await current(server.db, 'organization', id);
	profile = {
		...profileValues(document),
		'summary.en': 'What the summary says now.',
		base_version: String(version),
		submission_key: submissionKey()
	};
});
afterAll(() => server.stop());

const signedInRoles = roles.slice(1);
const answerFor = (answers: Answers, role: Role) => (typeof answers === 'number' ? answers : answers[role]);

describe.each(signedInRoles)('to the role “%s”', (role) => {
	test.each(reading)('reading %s is answered as it should be', async (path, answers) => {
		for (const lang of ['ar', 'en'] as const) {
			const { status } = await visitors[role].get(addressIn(lang, path));
			expect(status).toBe(answerFor(answers, role));
		}
	});

	test.each(writing)('sending %s is answered as it should be', async (path, fields, answers) => {
		const before = await versionOf();
		const { status } = await visitors[role].post(path, fields());
		expect(status).toBe(answerFor(answers, role));
		if (status >= 400) expect(await versionOf()).toBe(before);
	});
});

describe('to a visitor', () => {
	test.each(reading.filter(([path]) => path !== '/logout'))(
		'%s leads to the sign-in page and back',
		async (path) => {
			for (const lang of ['ar', 'en'] as const) {
				const response = await visitors.visitor.get(addressIn(lang, path));
				expect(response.status).toBe(303);
				const next = encodeURIComponent(addressIn(lang, path));
				expect(response.headers.get('location')).toBe(addressIn(lang, `/login?next=`) + next);
			}
		}
	);

	test.each(writing)('%s writes nothing and keeps what was sent', async (path, fields) => {
		const before = await versionOf();
		const response = await visitors.visitor.post(path, fields());
		expect(response.status).toBe(401);
		const html = await response.text();
		for (const name of Object.keys(fields())) expect(html).toContain(`name="${name}"`);
		expect(await versionOf()).toBe(before);
	});

	test('signing out without a session leads home', async () => {
		const response = await visitors.visitor.post('/en/logout');
		expect([response.status, response.headers.get('location')]).toEqual([303, '/en']);
	});

	test('the page that refuses keeps the rules of the house', async () => {
		const response = await visitors.manager.get('/en/registrar/changes');
		await expectHouseRules(response, { lang: 'en', status: 403, isIndexed: false });
	});
});

describe('keeps the rules of the house in both languages, for a registrar:', () => {
	test.each(Object.values(signedInPages).flat())('%s', async (path) => {
		const options = { isIndexed: false };
		const { get } = visitors.registrar;
		const inArabic = await expectHouseRules(await get(path), { lang: 'ar', ...options });
		const inEnglish = await expectHouseRules(await get(addressIn('en', path)), { lang: 'en', ...options });
		expectSameStructure(inArabic, inEnglish);
	});
});

test('who is signed out is signed out everywhere', async () => {
	const gone = await signedIn();
	expect((await gone.post('/logout')).status).toBe(303);
	expect((await gone.get('/workspace')).status).toBe(303);
});

async function idOf(slug: string): Promise<string> {
	const found = await findPublic(server.db, 'organization', slug);
	if (!found || !('id' in found)) throw new Error(`no ${slug}`);
	return found.id;
}

async function signedIn(
	organization_id?: string,
	role?: 'manager' | 'editor' | 'registrar'
): Promise<Visitor> {
	const account = await makeAccount(server.db, { is_registrar: role === 'registrar' });
	if (organization_id && role && role !== 'registrar')
		await grantRole(server.db, { account_id: account.id, organization_id, role, granted_by: null });
	return visitorOf(server.origin, await signIn(server.origin, account.email));
}

async function versionOf(): Promise<number> {
	return (await current(server.db, 'organization', id)).version;
}
