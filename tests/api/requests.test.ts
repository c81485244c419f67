import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAccount } from '../accounts/factory.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signIn } from '../harness/visitor.ts';
import { askerOf, type Ask } from './asker.ts';

let server: SeededServer;
let ask: Ask;
beforeAll(async () => {
	server = await startSeededServer();
	ask = askerOf(server.origin);
});
afterAll(() => server.stop());

const paths = [
	'/organizations',
	'/organizations/amal-al-qatif',
	'/people',
	'/people/muslim-al-musa',
	'/conferences',
	'/conferences/excellence-in-volunteer-work-2022',
	'/search?q=قطيف',
	'/suggest?q=قط',
	'/schema/person.json',
	'/openapi.json'
];

describe('a wrong parameter', () => {
	test.each([
		['/organizations?limit=0', 'limit'],
		['/organizations?limit=101', 'limit'],
		['/organizations?limit=abc', 'limit'],
		['/organizations?limit=1.5', 'limit'],
		['/organizations?limit=-1', 'limit'],
		['/organizations?limit=1e2', 'limit'],
		['/people?limit=99999999999999999999', 'limit'],
		['/search?limit=0', 'limit'],
		['/suggest?q=a&limit=0', 'limit'],
		['/organizations?sort=size', 'sort'],
		['/search?type=participation', 'type'],
		['/suggest?type=organizations', 'type'],
		['/organizations?lang=fr', 'lang'],
		['/organizations/amal-al-qatif?lang=fr', 'lang'],
		['/organizations?cursor=abc', 'cursor'],
		['/organizations?facets=maybe', 'facets'],
		['/organizations?founded_from=soon', 'founded_from'],
		['/organizations?founded_until=20', 'founded_until'],
		['/organizations?active_in=1444', 'active_in'],
		['/conferences?year=20222', 'year'],
		['/conferences?year=2022-12', 'year'],
		['/organizations?page=2', 'page'],
		['/organizations?year=2022', 'year'],
		['/organizations?type=organization', 'type'],
		['/organizations?constructor=1', 'constructor'],
		['/people?kind=group', 'kind'],
		['/organizations?limit=1&limit=2', 'limit'],
		['/organizations/amal-al-qatif?fields=names', 'fields']
	])('%s is refused and named', async (path, parameter) => {
		for (const lang of ['ar', 'en']) {
			const { status, headers, body } = await ask(path, { headers: { 'accept-language': lang } });
			expect(status).toBe(400);
			expect(headers.get('content-type')).toBe('application/problem+json');
			expect(headers.get('content-language')).toBe(lang);
			expect(body).toMatchObject({ status: 400, errors: [{ parameter }] });
			for (const text of [body.title, body.errors[0].message, body.detail])
				expect(text).toMatch(lang === 'ar' ? /\p{Script=Arabic}/u : /^[^\p{Script=Arabic}]+$/u);
		}
	});

	test('does not hide another', async () => {
		const { body } = await ask('/organizations?limit=0&colour=red&sort=name&lang=en');
		expect(body.errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual(['limit', 'colour']);
		expect(body.detail).toContain('from 1 to 100');
		expect(body.detail).toContain('founded_from');
	});
});

describe('a parameter', () => {
	test('is read in digits of any script, and without what is not seen', async () => {
		for (const limit of ['٥', '۵', '5', ' 5 ', '\u200f٥']) {
			const { status, body } = await ask(`/organizations?limit=${encodeURIComponent(limit)}`);
			expect(status).toBe(200);
			expect(body.items).toHaveLength(5);
		}
		const arabic = await ask(`/conferences?year=${encodeURIComponent('٢٠٢٢')}`);
		expect(arabic.body.total).toBeGreaterThan(0);
		expect(arabic.body).toEqual((await ask('/conferences?year=2022')).body);
	});

	test('that is empty counts as not given', async () => {
		const all = await ask('/organizations?lang=ar');
		expect((await ask('/organizations?q=&limit=&kind=&year&lang=ar')).status).toBe(400);
		expect((await ask('/organizations?q=&limit=&kind=&founded_from&lang=ar')).body).toEqual(all.body);
	});

	test('chooses the language, before the address and the browser', async () => {
		const title = async (path: string, accepted = '') =>
			(await ask(path, { headers: { 'accept-language': accepted } })).headers.get('content-language');
		expect(await title('/nowhere')).toBe('ar');
		expect(await title('/nowhere', 'de, en;q=0.5')).toBe('en');
		expect(await title('/nowhere', 'en;q=0.4, ar-SA;q=0.9')).toBe('ar');
		expect(await title('/nowhere', 'en;q=0, *')).toBe('ar');
		expect(await title('/nowhere?lang=ar', 'en')).toBe('ar');
		const english = await fetch(`${server.origin}/en/api/v1/nowhere`);
		expect(english.headers.get('content-language')).toBe('en');
	});

	test.each([
		['very long', 'ab-'.repeat(3334)],
		['very long in Arabic', 'قطيف '.repeat(400)],
		['of bidi controls', '\u202e\u2066قطيف\u2069\u202c'],
		['of invisible characters', '\u200b\u200f\ufeff'],
		['with a null character', 'قطيف\u0000'],
		['of signs', `'"%_\\&|!():*<->`],
		['of an operator', `قطيف & !'x' | ("`],
		['of emoji', '👨‍👩‍👧'],
		['of markup', '<script>alert(1)</script>']
	])('q %s is answered', async (_name, q) => {
		for (const path of ['/search', '/organizations', '/suggest']) {
			const { status, body } = await ask(`${path}?q=${encodeURIComponent(q)}`);
			expect(status).toBe(200);
			expect(Array.isArray(body.items)).toBe(true);
		}
	});

	test.each(['%ED%A0%80', '%ff%fe', '%', '%zz'])('q of broken bytes (%s) is answered', async (q) => {
		expect((await ask(`/search?q=${q}`)).status).toBe(200);
	});

	test('of a filter that no record has finds nothing', async () => {
		for (const filter of ['kind=x', 'region=SA-99', "city=%00'", 'association=nobody', 'founded_from=2199'])
			expect((await ask(`/organizations?${filter}`)).body).toMatchObject({ total: 0, items: [] });
	});
});

describe('every answer', () => {
	test.each(paths)('at %s may be read by any site, and sets no cookie', async (path) => {
		const { email } = await makeAccount(server.db);
		const cookie = await signIn(server.origin, email);
		const headers = { origin: 'https://elsewhere.test', cookie };
		const { status, headers: given } = await ask(path, { headers });
		expect(status).toBe(200);
		expect(given.get('access-control-allow-origin')).toBe('*');
		expect(given.has('access-control-allow-credentials')).toBe(false);
		expect(given.has('set-cookie')).toBe(false);
		expect(given.get('content-type')).toBe('application/json');
		expect(given.get('cache-control')).toMatch(/^public, /);
		expect(given.get('x-content-type-options')).toBe('nosniff');
	});

	test.each(paths)('at %s is known again by its ETag', async (path) => {
		const first = await ask(path);
		const etag = first.headers.get('etag')!;
		for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
			const again = await ask(path, { headers: { 'if-none-match': known } });
			expect(again.status).toBe(304);
			expect(again.body).toBeUndefined();
			expect(again.headers.get('etag')).toBe(etag);
			expect(again.headers.get('access-control-allow-origin')).toBe('*');
		}
		expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
	});

	test.each([...paths, '/organizations?limit=0', '/organizations/nobody'])(
		'to other methods at %s says which there are',
		async (path) => {
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				const { status, headers, body } = await ask(path, { method });
				expect(status).toBe(405);
				expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
				expect(headers.get('content-type')).toBe('application/problem+json');
				expect(body.status).toBe(405);
			}
			const json = await ask(path, {
				method: 'POST',
				body: '{}',
				headers: { 'content-type': 'application/json' }
			});
			expect(json.status).toBe(405);
		}
	);

	test.each(paths)('to OPTIONS at %s lets a browser go on', async (path) => {
		const headers = { origin: 'https://elsewhere.test', 'access-control-request-method': 'GET' };
		const { status, headers: given } = await ask(path, { method: 'OPTIONS', headers });
		expect(status).toBe(204);
		expect(given.get('access-control-allow-origin')).toBe('*');
		expect(given.get('access-control-allow-methods')).toContain('GET');
	});

	test.each(paths)('to HEAD at %s is the same without a body', async (path) => {
		const head = await ask(path, { method: 'HEAD' });
		expect(head.status).toBe(200);
		expect(head.body).toBeUndefined();
		expect(head.headers.get('etag')).toBe((await ask(path)).headers.get('etag'));
	});

	test('is in the language that was asked for', async () => {
		const page = async (lang: string) => (await ask(`/organizations/amal-al-qatif?lang=${lang}`)).body.url;
		expect(await page('ar')).toBe(`${server.origin}/organizations/amal-al-qatif`);
		expect(await page('en')).toBe(`${server.origin}/en/organizations/amal-al-qatif`);
	});
});

test.each([
	'',
	'/nowhere',
	'/organization',
	'/organizations/amal-al-qatif/history',
	'/participations',
	'/organizations/%E0%A4%A',
	'/organizations/__data.json',
	'/../v2/organizations',
	'/organizations/nobody',
	'/organizations/muslim-al-musa',
	'/organizations/%00',
	'/people/%D8%B3%D9%84%D9%85%D8%A7%D9%86',
	`/conferences/${'x'.repeat(5000)}`
])('%s is a problem of the kind not found', async (path) => {
	const response = await fetch(`${server.origin}/api/v1${path}`);
	expect(response.status).toBe(404);
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	expect(await response.json()).toMatchObject({
		type: `${server.origin}/api/v1/openapi.json#/components/responses/NotFound`,
		status: 404
	});
});
