import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { invite, listInvitations } from '#lib/server/accounts/invitations.ts';
import { listTeam } from '#lib/server/accounts/teams.ts';
import { proposeAffiliation } from '#lib/server/editing/affiliations.ts';
import { listOwnLinks, sendOwnLink } from '#lib/server/editing/own_links.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, submissionKey } from '../harness/factory.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { check, fieldsOf, openForm } from '../harness/sent_form.ts';
import { password } from '../accounts/factory.ts';
import { visitorOf } from '../harness/visitor.ts';
import { signedIn, workspaceOf, type SignedIn } from './attacker.ts';

let server: SeededServer;
let own: ReadRecord<OrganizationDocument>;
let other: ReadRecord<OrganizationDocument>;
let holder: string;
/** Manages `own`, and has nothing to say about `other`. */
let attacker: SignedIn;

beforeAll(async () => {
	server = await startSeededServer();
	const make = async (name: string, who: string) =>
		makeRecord(
			server.db,
			organization({
				names: [{ value: name, lang: 'ar' }],
				appointments: [{ id: 'post', person: who, position: 'chair', from: '2024' }],
				affiliations: []
			})
		);
	const ownChair = await makeRecord(server.db, person());
	const otherChair = await makeRecord(server.db, person({ names: [{ value: 'هالة السدرة', lang: 'ar' }] }));
	[own, other] = [await make('فريق الأراك', ownChair.id), await make('فريق السدرة', otherChair.id)];
	holder = otherChair.id;
	attacker = await signedIn(server, { manages: own.id });
});
afterAll(() => server.stop());

const untouched = async () => {
	const now = await current(server.db, 'organization', other.id);
	expect([now.version, now.document]).toEqual([other.version, other.document]);
};

describe('attempt 7: another organization’s ids in a form', () => {
	test('of the own team change no other team', async () => {
		const manager = await makeMember(server.db, other.id);
		const before = await listTeam(server.db, other.id);
		const team = workspaceOf(own.document, 'team');
		for (const [action, fields] of [
			['remove', { account_id: manager.account_id }],
			['change_role', { account_id: manager.account_id, role: 'editor' }],
			['change_role', { account_id: attacker.account_id, role: 'manager', organization_id: other.id }],
			['leave', { successor: manager.account_id, organization_id: other.id }]
		] as const) {
			const { status } = await attacker.post(`${team}?/${action}`, { ...fields });
			expect([action, status === 422 || status === 303]).toEqual([action, true]);
		}
		expect(await listTeam(server.db, other.id)).toEqual(before);
		expect((await listTeam(server.db, own.id)).map(({ role }) => role)).toEqual(['manager']);
	});

	test('revoke no invitation of another team', async () => {
		const manager = await makeMember(server.db, other.id);
		const wish = { organization_id: other.id, email: 'invited@example.org', role: 'editor', language: 'ar' };
		await invite(server.db, manager, wish as Parameters<typeof invite>[2]);
		const [invitation] = await listInvitations(server.db, other.id);
		const answer = await attacker.post(`${workspaceOf(own.document, 'team')}?/revoke`, {
			invitation_id: invitation!.id
		});
		expect(answer.status).toBe(422);
		expect(await listInvitations(server.db, other.id)).toEqual([invitation]);
	});

	test('answer no affiliation that two others agree on, nor end one of another', async () => {
		const association = await makeRecord(server.db, organization({ kind: 'association' }));
		const speaker = await makeMember(server.db, other.id, 'editor');
		const key = submissionKey();
		const made = await proposeAffiliation(server.db, speaker, {
			...{ submission_key: key, organization_id: other.id, association_id: association.id },
			...{ side: 'organization', from: '2025-01-01' as never }
		});
		expect(made).toEqual({ id: key });
		const page = workspaceOf(own.document, 'affiliations');
		for (const state of ['confirmed', 'declined', 'withdrawn'])
			expect((await attacker.post(`${page}?/answer`, { id: key, state })).status).toBe(422);
		const request = server.db.selectFrom('affiliation_request').where('id', '=', key).select('state');
		expect(await request.executeTakeFirst()).toEqual({ state: 'proposed' });
		const moving = {
			...{ other: association.id, side: 'organization', leaving: 'post', submission_key: submissionKey() },
			...{ 'from.year': '2025', 'from.month': '1', 'from.day': '1', organization_id: other.id }
		};
		expect((await attacker.post(`${page}?/propose`, moving)).status).toBe(422);
		await untouched();
	});

	test('open no post, participation or logo of another', async () => {
		for (const page of ['board/appointments/post', 'logo', 'board/handover', 'closing', 'team', 'sections']) {
			const path = workspaceOf(other.document, page);
			expect([page, (await attacker.get(path)).status]).toEqual([page, 404]);
			for (const action of ['edit', 'check', 'save', 'remove', 'invite'])
				expect((await attacker.post(`${path}?/${action}`, { base_version: '1' })).status).not.toBe(303);
		}
		await untouched();
	});

	test('put a post of the own board in place of one of another', async () => {
		const path = workspaceOf(own.document, 'board/appointments/post');
		const fields = { ...(await openForm(attacker, path)), id: other.id, slug: other.document.slug! };
		const forged = { ...fields, record_id: other.id, organization: other.id, 'title.ar': 'الرئيس المؤسس' };
		const checked = await fieldsOf(await (await attacker.post(`${path}?/check`, forged)).text());
		expect((await attacker.post(`${path}?/save`, { ...checked, record_id: other.id })).status).toBe(303);
		await untouched();
	});

	test('name no body as the holder of a post', async () => {
		const path = workspaceOf(own.document, 'board/appointments/new');
		const fields = { ...(await openForm(attacker, path)), position: 'member', 'from.year': '2024' };
		for (const whom of [other.id, 'SJ-000000', 'post', "' or true --"])
			expect((await attacker.post(`${path}?/check`, { ...fields, person: whom })).status).toBe(422);
	});

	test('say nothing about people of another board, and end no link of theirs', async () => {
		expect((await attacker.get(`/workspace/people/${holder}/display`)).status).toBe(404);
		const registrar = await makeRegistrar(server.db);
		const wish = { person_id: holder, email: 'hala@example.org', language: 'ar' as const };
		await sendOwnLink(server.db, registrar, wish);
		const [link] = await listOwnLinks(server.db, holder);
		const mine = `/workspace/people/${own.document.appointments[0]!.person}/display`;
		const revoked = await attacker.post(`${mine}?/revoke`, { link_id: link!.id, person_id: holder });
		expect(revoked.status).toBe(422);
		expect(await listOwnLinks(server.db, holder)).toHaveLength(1);
		const post = { organization_id: other.id, appointment_id: 'post', post_display: 'withheld' };
		const hidden = await attacker.post(`${mine}?/set_post`, { ...post, submission_key: submissionKey() });
		expect(hidden.status).toBe(422);
		await untouched();
	});
});

describe('attempt 7: extra fields', () => {
	test('make no registrar of who asks for an account', async () => {
		const [email, visitor] = ['ambitious@example.org', visitorOf(server.origin)];
		const extra = { is_registrar: 'true', role: 'admin', 'account.is_registrar': 'on', id: holder };
		await visitor.post('/join', { email, password, display_name: 'طامح', ...extra });
		await visitor.post(linkIn(await mailTo(server.dataDir, email)), { password, ...extra });
		const account = server.db.selectFrom('account').where('email', '=', email).select(['id', 'is_registrar']);
		const { id, is_registrar } = await account.executeTakeFirstOrThrow();
		expect([is_registrar, await actorOf(server.db, id)]).toMatchObject([false, { teams: [] }]);
	});

	test.each(['admin', 'registrar', 'owner', '__proto__'])('give no role “%s”', async (role) => {
		const team = workspaceOf(own.document, 'team');
		const invitation = { email: 'someone@example.org', role, language: 'ar' };
		expect((await attacker.post(`${team}?/invite`, invitation)).status).toBe(422);
		const change = { account_id: attacker.account_id, role };
		expect((await attacker.post(`${team}?/change_role`, change)).status).toBe(422);
		const claim = { role, evidence: 'أمينة السر منذ 2019' };
		expect((await attacker.post(workspaceOf(other.document, 'claim'), claim)).status).toBe(422);
	});

	test('approve no proposal of one’s own', async () => {
		const forged = {
			...{ 'name.ar': 'رابطة الغاف', kind: 'group', country: 'SA', reason: 'فريق جديد' },
			...{ status: 'approved', state: 'applied', visibility: 'public', decided_by: attacker.account_id },
			...{ id: own.id, slug: 'ghaf', seen: '', submission_key: submissionKey(), is_registrar: 'true' }
		};
		const path = '/workspace/organizations/new';
		const { fields } = await check(attacker, path, forged);
		expect((await attacker.post(`${path}?/propose`, { ...forged, ...fields })).status).toBe(303);
		const change = server.db.selectFrom('change').where('proposed_by', '=', attacker.account_id);
		const [{ state, record_id } = { state: '', record_id: '' }] = await change
			.select(['state', 'record_id'])
			.orderBy('proposed_at', 'desc')
			.execute();
		expect([state, record_id === own.id]).toEqual(['waiting', false]);
		const record = server.db.selectFrom('record').where('slug', '=', 'ghaf').select('id');
		expect(await record.executeTakeFirst()).toBeUndefined();
	});

	test.each(['__proto__.is_registrar', 'constructor.prototype.x', 'names.__proto__.value', 'toString'])(
		'named %s change nothing but what the form is about',
		async (name) => {
			const path = workspaceOf(own.document, 'contacts');
			const fields = { ...(await openForm(attacker, path)), [name]: 'true' };
			expect((await attacker.post(`${path}?/check`, fields)).status).toBe(422);
			expect(await (await attacker.get('/workspace')).text()).not.toContain('/registrar/');
		}
	);
});
