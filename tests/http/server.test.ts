import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAccount, password } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { startServer, type TestServer } from '../harness/server.ts';

let test_database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
	test_database = await createTestDatabase();
	server = await startServer({ databaseUrl: test_database.url });
});
afterAll(async () => {
	await server.stop();
});

describe('every answer', () => {
	test.each(['/login', '/en/login', '/nowhere', '/account', '/healthz'])(
		'at %s carries the security headers',
		async (path) => {
			const { headers } = await get(path);
			if (path === '/account') return expect(headers.get('location')).toBe('/login?next=%2Faccount');
			expect(Object.fromEntries(headers)).toMatchObject({
				'x-content-type-options': 'nosniff',
				'x-frame-options': 'DENY',
				'referrer-policy': 'strict-origin-when-cross-origin',
				'cross-origin-opener-policy': 'same-origin'
			});
			expect(headers.has('strict-transport-security')).toBe(false);
		}
	);

	test('is in the language of its address', async () => {
		expect(await (await get('/login')).text()).toContain('<html lang="ar" dir="rtl">');
		expect(await (await get('/en/login')).text()).toContain('<html lang="en" dir="ltr">');
	});
});

describe('signing in', () => {
	test('leads to the page that was asked for, and signing out ends the session', async () => {
		const account = await makeAccount(test_database.db);
		const signedIn = await post('/en/login', {
			email: ` ${account.email} `,
			password,
			next: '/en/account?x=1'
		});
		expect(signedIn.status).toBe(303);
		expect(signedIn.headers.get('location')).toBe('/en/account?x=1');
		expect(signedIn.headers.get('set-cookie')).toMatch(
			/^session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/
		);
		expect(signedIn.headers.get('cache-control')).toBe('no-store');

		const cookie = cookieOf(signedIn);
		const page = await get('/en/account', cookie);
		expect(page.status).toBe(200);
		expect(page.headers.get('cache-control')).toBe('no-store');
		expect(await page.text()).toContain(account.email);

		const signedOut = await post('/en/logout', {}, cookie);
		expect(signedOut.headers.get('location')).toBe('/en');
		expect(cookieOf(signedOut)).toBe('session=');
		expect((await get('/en/account', cookie)).status).toBe(303);
	});

	test('never leads to another site', async () => {
		const { email } = await makeAccount(test_database.db);
		const signedIn = await post('/login', { email, password, next: '//elsewhere.test' });
		expect(signedIn.headers.get('location')).toBe('/workspace');
	});

	test('that fails keeps the address and not the password, and says so first in the title', async () => {
		const response = await post('/login', { email: 'nobody@example.org', password: 'a wrong password' });
		expect(response.status).toBe(422);
		expect(response.headers.has('set-cookie')).toBe(false);
		const html = await response.text();
		expect(html).toMatch(/<title>خطأ: /);
		expect(html).toContain('href="#email"');
		expect(html).toContain('value="nobody@example.org"');
		expect(html).not.toContain('a wrong password');
	});

	test('with nothing typed names both fields', async () => {
		const html = await (await post('/en/login', { email: '', password: '' })).text();
		expect(html).toContain('href="#email"');
		expect(html).toContain('href="#password"');
	});

	test('from another site is refused', async () => {
		const { email } = await makeAccount(test_database.db);
		const headers = { origin: 'https://elsewhere.test' };
		expect((await post('/login', { email, password }, '', headers)).status).toBe(403);
	});

	test('is slowed down whatever address a client claims to have', async () => {
		const { email } = await makeAccount(test_database.db);
		for (let attempt = 1; attempt <= 10; attempt += 1) {
			const headers = { 'x-forwarded-for': `192.0.2.${attempt}` };
			await post('/login', { email, password: `a wrong guess ${attempt}` }, '', headers);
		}
		expect((await post('/login', { email, password }, '', { 'x-forwarded-for': '192.0.2.99' })).status).toBe(
			422
		);
	});
});

describe('the account page', () => {
	test('ends other sessions, changes password and language', async () => {
		const { email } = await makeAccount(test_database.db);
		const [here, there] = [
			cookieOf(await post('/login', { email, password })),
			cookieOf(await post('/login', { email, password }))
		];
		const changed = await post(
			'/account?/change_password',
			{ current_password: password, new_password: 'a new long password' },
			here
		);
		expect(changed.headers.get('location')).toBe('/account?done=password_changed');
		expect((await get('/account', there)).status).toBe(303);
		expect((await get('/account', here)).status).toBe(200);

		const weak = await post(
			'/account?/change_password',
			{ current_password: 'a new long password', new_password: 'short' },
			here
		);
		expect(weak.status).toBe(422);
		expect(await weak.text()).toContain('href="#new_password"');

		const spoken = await post('/account?/change_language', { language: 'en' }, here);
		expect(spoken.headers.get('location')).toBe('/account?done=language_changed');
		expect((await post('/account?/change_language', { language: 'fr' }, here)).status).toBe(422);
	});

	test('does not change by reading', async () => {
		const { email } = await makeAccount(test_database.db);
		const cookie = cookieOf(await post('/login', { email, password }));
		expect((await get('/logout', cookie)).status).toBe(405);
		expect((await get('/account', cookie)).status).toBe(200);
	});
});

test('an account that is disabled is signed out at its next request', async () => {
	const { email } = await makeAccount(test_database.db);
	const cookie = cookieOf(await post('/login', { email, password }));
	expect((await get('/account', cookie)).status).toBe(200);
	await test_database.db
		.updateTable('account')
		.where('email', '=', email)
		.set({ disabled_at: new Date() })
		.execute();
	expect((await get('/account', cookie)).status).toBe(303);
});

test('without its database the site says so, and keeps what was typed', async () => {
	const { email } = await makeAccount(test_database.db);
	const cookie = cookieOf(await post('/login', { email, password }));
	await test_database.drop();

	expect((await get('/healthz')).status).toBe(503);
	for (const response of [
		await get('/en'),
		await get('/en/account', cookie),
		await post('/en/login', { email, password })
	]) {
		expect(response.status).toBe(503);
		expect(response.headers.get('retry-after')).toBe('10');
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
		expect(await response.text()).toContain('<html lang="en" dir="ltr">');
	}
	const sent = await (await post('/login', { email, password })).text();
	expect(sent).toContain(`<textarea hidden name="email">\n${email}</textarea>`);
	expect(sent).not.toContain(password);
	expect(server.output()).not.toContain(email);
});

function get(path: string, cookie = ''): Promise<Response> {
	return fetch(server.origin + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
}

function post(
	path: string,
	fields: Record<string, string>,
	cookie = '',
	headers: Record<string, string> = {}
): Promise<Response> {
	const body = new URLSearchParams(fields);
	return fetch(server.origin + path, {
		method: 'POST',
		body,
		headers: { cookie, accept: 'text/html', origin: server.origin, ...headers },
		redirect: 'manual'
	});
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';
