import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAccount, password } from '../accounts/factory.ts';
import { expectHouseRules } from '../harness/house_rules.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { visitorOf } from '../harness/visitor.ts';

let server: SeededServer;
beforeAll(async () => {
	server = await startSeededServer();
});
afterAll(() => server.stop());

test('someone asks for an account, follows the link of the mail and is signed in', async () => {
	const visitor = visitorOf(server.origin);
	const email = `${randomUUID()}@example.org`;
	const asked = await visitor.post('/en/join', {
		email,
		display_name: 'Nora',
		password,
		next: '/en/account'
	});
	expect(asked.headers.get('location')).toBe('/en/join?done=asked');
	const link = linkIn(await mailTo(server.dataDir, email));
	const page = await visitor.get(link);
	expect(page.headers.get('referrer-policy')).toBe('same-origin');
	expect(page.headers.get('cache-control')).toBe('no-store');
	const { html } = await expectHouseRules(page, { lang: 'en', isIndexed: false });
	expect(html).toContain(email);
	const wrong = await visitor.post(link, { password: 'not what was chosen' });
	expect(wrong.status).toBe(422);
	const confirmed = await visitor.post(link, { password, next: '/en/account' });
	expect(confirmed.headers.get('location')).toBe('/en/account');
	const cookie = confirmed.headers.get('set-cookie')!.split(';')[0]!;
	expect(await (await visitorOf(server.origin, cookie).get('/en/account')).text()).toContain('Nora');
});

test('a forgotten password is chosen anew by the link of a mail', async () => {
	const visitor = visitorOf(server.origin);
	const { email } = await makeAccount(server.db);
	await visitor.post('/password', { email });
	const link = linkIn(await mailTo(server.dataDir, email));
	const new_password = 'a password that is new';
	expect((await visitor.post(link, { new_password: 'short' })).status).toBe(422);
	const chosen = await visitor.post(link, { new_password });
	expect(chosen.headers.get('location')).toBe('/login?done=password_changed');
	expect((await visitor.post('/login', { email, password: new_password })).status).toBe(303);
});

test('a form that was not accepted keeps what was typed, but no password', async () => {
	const typed = { email: 'not an address', display_name: 'نورة', password: 'a secret that is kept' };
	const html = await (await visitorOf(server.origin).post('/join', typed)).text();
	expect(html).toContain('value="نورة"');
	expect(html).not.toContain(typed.password);
});

test('the throttle is not dodged by X-Forwarded-For', async () => {
	const email = `${randomUUID()}@example.org`;
	const answers: number[] = [];
	for (let attempt = 1; attempt <= 4; attempt += 1) {
		const response = await fetch(`${server.origin}/password`, {
			method: 'POST',
			body: new URLSearchParams({ email }),
			headers: { origin: server.origin, 'x-forwarded-for': `203.0.113.${attempt}`, accept: 'text/html' },
			redirect: 'manual'
		});
		answers.push(response.status);
	}
	expect(answers).toEqual([303, 303, 303, 422]);
});
