import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaveTeam } from '#lib/server/accounts/teams.ts';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { makeAccount } from '../accounts/factory.ts';
import { organization } from '../harness/documents.ts';
import { current, makeMember, makeRecord, propose } from '../harness/factory.ts';
import { expectHouseRules } from '../harness/house_rules.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let server: SeededServer;
beforeAll(async () => {
	server = await startSeededServer();
});
afterAll(() => server.stop());

test('a manager invites by mail, the invited accepts, another account may not, and the page is for one use', async () => {
	const { id, document } = await makeRecord(server.db, organization());
	const team = `/en/workspace/organizations/${encodeURIComponent(document.slug!)}/team`;
	const manager = await signedIn((await makeMember(server.db, id)).account_id);
	const [invited, other] = [await makeAccount(server.db, { language: 'en' }), await makeAccount(server.db)];
	const wanted = { email: 'half@', role: 'manager', language: 'ar', only_language: 'yes' };
	const shown = await manager.post(`${team}?/invite`, wanted);
	const form = await expectHouseRules(shown, { lang: 'en', isIndexed: false });
	expect(form.html).toContain('value="half@"');
	expect(form.root.querySelector('[role=alert]')).toBeNull();
	const sent = await manager.post(`${team}?/invite`, {
		email: invited.email,
		role: 'editor',
		language: 'en'
	});
	expect(sent.headers.get('location')).toBe(`${team}?done=invited`);
	expect(await (await manager.get(team)).text()).toContain(invited.email);

	const link = linkIn(await mailTo(server.dataDir, invited.email));
	const anonymous = await expectHouseRules(await visitorOf(server.origin).get(link), {
		lang: 'en',
		isIndexed: false
	});
	expect(anonymous.html).not.toContain(invited.email);
	expect(anonymous.html).toContain(`/en/login?next=${encodeURIComponent(link)}`);

	const stranger = await signedIn(other.id);
	expect((await stranger.post(`${link}?/accept`)).status).toBe(422);
	expect((await stranger.get(team)).status).toBe(404);

	const colleague = await signedIn(invited.id);
	const accepted = await colleague.post(`${link}?/accept`);
	expect(accepted.headers.get('location')).toBe(`${team}?done=accepted`);
	await expectHouseRules(await colleague.get(team), { lang: 'en', isIndexed: false });
	expect((await colleague.post(`${link}?/accept`)).status).toBe(422);
	expect(await (await colleague.get(link)).text()).toContain('has ended');
});

test('rights after they ended: an open session loses them at once', async () => {
	const { id, document } = await makeRecord(server.db, organization());
	const page = `/workspace/organizations/${encodeURIComponent(document.slug!)}`;
	await makeMember(server.db, id);
	const { account_id } = await makeMember(server.db, id);
	const session = await signedIn(account_id);
	expect((await session.get(`${page}/profile`)).status).toBe(200);
	await leaveTeam(server.db, await actorOf(server.db, account_id), { organization_id: id });
	expect((await session.get(`${page}/profile`)).status).toBe(404);
	expect((await session.post(`${page}/profile?/save`, { base_version: '1' })).status).not.toBe(303);
	const invitation = { email: 'x@example.org', role: 'manager', language: 'ar' };
	expect((await session.post(`${page}/team?/invite`, invitation)).status).toBe(404);
	expect((await session.get('/workspace')).status).toBe(200);
});

test('rights after they ended: an association loses a group on the day on which the affiliation ends', async () => {
	const association = await makeRecord(server.db, organization({ kind: 'association' }));
	const group = await makeRecord(
		server.db,
		organization({ affiliations: [{ id: 'own', to: association.id, from: '2014' }] })
	);
	const page = `/workspace/organizations/${encodeURIComponent(group.document.slug!)}/team`;
	const head = await signedIn((await makeMember(server.db, association.id)).account_id);
	expect((await head.get(page)).status).toBe(200);
	const base = await current(server.db, 'organization', group.id);
	const [affiliation] = base.document.affiliations;
	await propose(server.db, 'register', base, {
		affiliations: [{ ...affiliation!, until: '2020-01-01' as never }]
	});
	expect((await head.get(page)).status).toBe(404);
});

async function signedIn(accountId: string): Promise<Visitor> {
	const account = server.db.selectFrom('account').where('id', '=', accountId).select('email');
	const { email } = await account.executeTakeFirstOrThrow();
	return visitorOf(server.origin, await signIn(server.origin, email));
}
