import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { changeRole } from '#lib/server/accounts/teams.ts';
import { listOwnLinks, revokeOwnLink, sendOwnLink } from '#lib/server/editing/own_links.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { organization, person } from '../harness/documents.ts';
import {
	current,
	makeMember,
	makeRecord,
	makeRegistrar,
	propose,
	submissionKey
} from '../harness/factory.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { check, openForm } from '../harness/sent_form.ts';
import { visitorOf } from '../harness/visitor.ts';
import { signedIn, workspaceOf } from './attacker.ts';

let server: SeededServer;
beforeAll(async () => {
	server = await startSeededServer();
});
afterAll(() => server.stop());

test('attempt 8: a registrar who is one no longer decides nothing, in the page that is still open', async () => {
	const team = await makeRecord(server.db, organization());
	const names = [{ ...team.document.names[0]!, value: 'فريق الخزام' }];
	await propose(server.db, await makeMember(server.db, team.id), team, { names });
	const [change] = await listWaiting(server.db, [team.id]);
	const registrar = await signedIn(server, { is_registrar: true });
	const path = `/registrar/changes/${change!.id}`;
	expect((await registrar.get(path)).status).toBe(200);
	const { account_id } = registrar;
	await server.db.updateTable('account').where('id', '=', account_id).set({ is_registrar: false }).execute();
	for (const sent of [
		registrar.get(path),
		registrar.post(`${path}?/decide`, { 'decision.o0': 'approve' }),
		registrar.post(`${path}?/return`, { decision_reason: 'لا' }),
		registrar.post('/registrar/mergers?/undo', { merger_id: submissionKey() }),
		registrar.get('/registrar/people/muslim-al-musa/export')
	])
		expect((await sent).status).toBe(403);
	expect((await registrar.get('/workspace/people/muslim-al-musa/display')).status).toBe(404);
	expect((await current(server.db, 'organization', team.id)).version).toBe(1);
});

test('attempt 8: a manager who was made an editor names no team, and an editor who was removed saves nothing', async () => {
	const team = await makeRecord(server.db, organization());
	const head = await makeMember(server.db, team.id);
	const session = await signedIn(server, { manages: team.id });
	const page = workspaceOf(team.document, 'team');
	const path = workspaceOf(team.document, 'names');
	const opened = await openForm(session, path);
	const checked = await check(session, path, { ...opened, 'names.0.kind': 'alias' });
	const { account_id } = session;
	await changeRole(server.db, head, { organization_id: team.id, account_id, role: 'editor' });
	const invitation = { email: 'x@example.org', role: 'manager', language: 'ar' };
	expect((await session.post(`${page}?/invite`, invitation)).status).toBe(422);
	const own = { account_id, role: 'manager' };
	expect((await session.post(`${page}?/change_role`, own)).status).toBe(422);
	expect((await actorOf(server.db, account_id)).teams).toMatchObject([{ role: 'editor' }]);

	await server.db
		.updateTable('team_member')
		.where('account_id', '=', account_id)
		.set({ ends_at: new Date(Date.now() - 1000) })
		.execute();
	expect((await session.post(`${path}?/save`, checked.fields)).status).toBe(404);
	expect((await current(server.db, 'organization', team.id)).version).toBe(1);
});

test('attempt 8: the page of a link that was revoked corrects and objects no more', async () => {
	const member = await makeRecord(server.db, person());
	const registrar = await makeRegistrar(server.db);
	const wish = { person_id: member.id, email: 'salman@example.org', language: 'ar' as const };
	await sendOwnLink(server.db, registrar, wish);
	const path = linkIn(await mailTo(server.dataDir, 'salman@example.org'));
	const visitor = visitorOf(server.origin);
	const fields = await openForm(visitor, path);
	const [link] = await listOwnLinks(server.db, member.id);
	await revokeOwnLink(server.db, registrar, { person_id: member.id, link_id: link!.id });
	for (const [action, typed] of [
		['correct', { 'names.0.value': 'سلمان آل سبيع' }],
		['object', { objection: 'لا أريد ظهور اسمي' }]
	] as const) {
		const sent = { ...fields, ...typed, submission_key: submissionKey() };
		expect((await visitor.post(`${path}?/${action}`, sent)).status).toBe(422);
	}
	expect((await visitor.get(`${path}/export`)).status).toBe(404);
	expect((await current(server.db, 'person', member.id)).version).toBe(1);
	expect(await listWaiting(server.db, [member.id])).toEqual([]);
});
