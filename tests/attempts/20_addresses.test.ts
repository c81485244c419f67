import { afterAll, beforeAll, expect, test } from 'vitest';
import { organization, person } from '../harness/documents.ts';
import { current, makeRecord, propose } from '../harness/factory.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { checkAndSave, openForm } from '../harness/sent_form.ts';
import { visitorOf } from '../harness/visitor.ts';
import { signedIn } from './attacker.ts';

let server: SeededServer;
beforeAll(async () => {
	server = await startSeededServer();
});
afterAll(() => server.stop());

/** Letters whose marks stand apart: another address of the same name. */
const apart = (slug: string) => encodeURIComponent(slug.normalize('NFD'));

test('attempt 20: Arabic in an address is read composed, decomposed, in capitals of its percent signs and not encoded', async () => {
	const team = await makeRecord(
		server.db,
		organization({ names: [{ value: 'فريق آلاء الأُقحوان', lang: 'ar' }] })
	);
	const slug = team.document.slug!;
	expect(slug.normalize('NFD')).not.toBe(slug);
	const visitor = visitorOf(server.origin);
	for (const asked of [encodeURIComponent(slug), encodeURIComponent(slug).toLowerCase(), slug, apart(slug)]) {
		const answer = await visitor.get(`/organizations/${asked}`);
		if (answer.status === 308) {
			expect(answer.headers.get('location')).toBe(`/organizations/${encodeURIComponent(slug)}`);
		} else expect([asked, answer.status]).toEqual([asked, 200]);
	}
	const member = await makeRecord(server.db, person({ names: [{ value: 'آلاء الأُقحوان', lang: 'ar' }] }));
	const registrar = await signedIn(server, { is_registrar: true });
	for (const path of [
		...['', '/names', '/team', '/board'].map((page) => `/workspace/organizations/${apart(slug)}${page}`),
		`/workspace/people/${apart(member.document.slug!)}/display`
	])
		expect([path, (await registrar.get(path)).status]).toEqual([path, 200]);
});

test('attempt 20: a form that was open while the address of its record changed is saved all the same, under the number', async () => {
	const team = await makeRecord(server.db, organization({ slug: 'al-sidra' }));
	const editor = await signedIn(server, { edits: team.id });
	const form = `/workspace/organizations/${team.id}/contacts`;
	const fields = await openForm(editor, form);
	await propose(server.db, 'register', team, { slug: 'al-ghaf' });
	const typed = { ...fields, 'links.0.url': 'sidra.example', 'links.0.kind': 'website' };
	const saved = await checkAndSave(editor, form, typed);
	expect(saved.status).toBe(303);
	const { document } = await current(server.db, 'organization', team.id);
	expect(document).toMatchObject({ slug: 'al-ghaf', links: [{ url: 'https://sidra.example' }] });
});

test('attempt 20: a form that was open under the former address is saved too', async () => {
	const team = await makeRecord(server.db, organization({ slug: 'al-samar' }));
	const editor = await signedIn(server, { edits: team.id });
	const form = '/workspace/organizations/al-samar/contacts';
	const fields = await openForm(editor, form);
	await propose(server.db, 'register', team, { slug: 'al-talh' });
	const typed = { ...fields, 'links.0.url': 'samar.example', 'links.0.kind': 'website' };
	expect((await editor.get(form)).status).toBe(200);
	expect((await checkAndSave(editor, form, typed)).status).toBe(303);
	const { document } = await current(server.db, 'organization', team.id);
	expect(document.links).toMatchObject([{ url: 'https://samar.example' }]);
});
