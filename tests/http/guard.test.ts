import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import type { Actor } from '#lib/domain/permissions.ts';
import { guard, isProtected, requireRegistrar } from '#lib/server/http/guard.ts';

const member: Actor = { account_id: '1', display_name: 'سلمى', is_registrar: false, teams: [] };
const registrar: Actor = { ...member, is_registrar: true };

type Case = { route: string | null; actor?: Actor; path?: string; init?: RequestInit; isLost?: boolean };

function eventOf({ route, actor, path = '/', init = {}, isLost = false }: Case): RequestEvent {
	const url = new URL(path, 'http://site.test');
	const account = actor && { id: actor.account_id, ...actor };
	return {
		url,
		request: new Request(url, init),
		route: { id: route },
		isDataRequest: false,
		locals: {
			lang: path.startsWith('/en') ? 'en' : 'ar',
			actor: actor ?? null,
			account: account ?? null,
			session_id_hash: actor ? 'x' : null,
			is_database_lost: isLost
		}
	} as unknown as RequestEvent;
}

const answer = async (of: Case) =>
	guard({ event: eventOf(of), resolve: async () => new Response('the page') });

async function caught(work: () => unknown): Promise<unknown> {
	try {
		await work();
	} catch (thrown) {
		return thrown;
	}
	throw new Error('Nothing was thrown');
}

test.each([
	['/workspace', true],
	['/workspace/organizations/[id]', true],
	['/(back)/workspace', true],
	['/registrar', true],
	['/(account)/account', true],
	['/(account)/login', false],
	['/(public)', false],
	['/(public)/organizations/[slug]', false],
	['/workspaces', false],
	['/healthz', false],
	[null, false]
])('whether the route %s is protected: %s', (route, expected) => {
	expect(isProtected(route)).toBe(expected);
});

test.each([
	[{ route: '/workspace', path: '/workspace' }, '/login?next=%2Fworkspace'],
	[
		{ route: '/workspace', path: '/en/workspace?tab=names' },
		'/en/login?next=%2Fen%2Fworkspace%3Ftab%3Dnames'
	],
	[{ route: '/registrar', path: '/registrar?/approve&id=1' }, '/login?next=%2Fregistrar%3Fid%3D1'],
	[{ route: '/registrar', path: '/registrar?id=1&/approve' }, '/login?next=%2Fregistrar%3Fid%3D1']
])('a visitor of %j goes to %s', async (of, location) => {
	const thrown = await caught(() => answer(of));
	expect(isRedirect(thrown) && { status: thrown.status, location: thrown.location }).toEqual({
		status: 303,
		location
	});
});

test('a public page, and a protected one with rights, are answered', async () => {
	for (const of of [
		{ route: '/(public)' },
		{ route: '/workspace', actor: member },
		{ route: '/registrar', actor: registrar }
	])
		expect(await (await answer(of)).text()).toBe('the page');
});

test('a registrar’s page is refused to everybody else', async () => {
	const response = await answer({ route: '/registrar/changes', actor: member });
	expect(response.status).toBe(403);
	expect(await response.text()).toContain('<html lang="ar" dir="rtl">');
	const thrown = await caught(() => requireRegistrar(eventOf({ route: '/registrar', actor: member })));
	expect(isHttpError(thrown, 403)).toBe(true);
});

test('with the database lost a protected page is not taken for one of a visitor', async () => {
	const response = await answer({ route: '/workspace', path: '/en/workspace', isLost: true });
	expect(response.status).toBe(503);
	expect(response.headers.get('retry-after')).toBe('10');
	expect(await response.text()).toContain('<html lang="en" dir="ltr">');
});

test('a form that is sent after the session ended is kept to be sent again, without passwords', async () => {
	const body = new URLSearchParams({ summary: '<b>نص "طويل"</b>\nوسطر', password: 'secret' });
	const response = await answer({
		route: '/workspace',
		path: '/workspace?/save',
		init: { method: 'POST', body }
	});
	expect(response.status).toBe(401);
	const html = await response.text();
	expect(html).toContain('action="/workspace?/save"');
	expect(html).toContain('<textarea hidden name="summary">\n&lt;b&gt;نص &quot;طويل&quot;&lt;/b&gt;');
	expect(html).not.toContain('secret');
});

test('a script that sends a form is led to the sign-in page', async () => {
	const init = { method: 'POST', headers: { accept: 'application/json' } };
	const thrown = await caught(() => answer({ route: '/workspace', path: '/workspace?/save', init }));
	expect(isRedirect(thrown) && thrown.location).toBe('/login?next=%2Fworkspace');
});
