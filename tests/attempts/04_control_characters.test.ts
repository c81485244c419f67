import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPublic } from '#lib/server/registry/records.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { openForm } from '../harness/sent_form.ts';
import { signedIn, type SignedIn } from './attacker.ts';

const routes = path.resolve(import.meta.dirname, '../../src/routes');
/** PostgreSQL keeps no NUL; the others are no letters of any name. */
const strays = ['%00', 'a%00b', '%07', '%EF%BF%BE', '%ED%A0%80', '%F0%9F', '%E2%80%AE'];

const addresses = readdirSync(routes, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\[/.test(file) && /\+(page|server)(\.server)?\.(ts|svelte)$/.test(file))
	.map((file) => `/${path.dirname(file).replace(/\(\w+\)\//g, '')}`);

let server: SeededServer;
let registrar: SignedIn;
beforeAll(async () => {
	server = await startSeededServer();
	registrar = await signedIn(server, { is_registrar: true });
});
afterAll(() => server.stop());

const known: Record<string, string> = {
	...{ '[collection]': 'organizations', '[version]': '1', '[type].json': 'organization.json' }
};

describe('attempt 4: characters that no text has, in the place of a name in an address:', () => {
	test.each([...new Set(addresses)].sort())('%s', async (address) => {
		const params = address.match(/\[\w+\](\.json)?/g) ?? [];
		for (const param of params) {
			for (const stray of strays) {
				const asked = address
					.replace(param, stray)
					.replace(/\[\w+\](\.json)?/g, (other) => known[other] ?? 'amal-al-qatif');
				const { status } = await registrar.get(asked);
				expect([asked, status < 500]).toEqual([asked, true]);
			}
		}
	});
});

const queries = [
	...['/search?q=', '/search?type=', '/search?cursor=', '/organizations?q=', '/organizations?kind='],
	...['/organizations?association=', '/organizations?conference=', '/organizations?founded_from='],
	...['/organizations?city=', '/conferences?q=', '/conferences?year=', '/organizations/amal-al-qatif?on='],
	...['/organizations/amal-al-qatif/history?at=', '/organizations/amal-al-qatif/history/1?against='],
	...['/api/v1/search?q=', '/api/v1/suggest?q=', '/api/v1/organizations?association=', '/login?next='],
	...[
		'/registrar/changes?about=',
		'/registrar/changes?page=',
		'/registrar/audit?account=',
		'/registrar/audit?day='
	],
	...[
		'/registrar/audit?before=',
		'/registrar/mergers/new?kept=',
		'/registrar/mergers/new?kept=amal-al-qatif&merged='
	],
	...['/workspace/organizations/new?part_of=', '/workspace/organizations/amal-al-qatif/affiliations?q='],
	...['/workspace/organizations/amal-al-qatif/participations/new?q=', '/workspace/conferences/new?series=']
];

test.each(queries)('attempt 4: characters that no text has, in a query: %s', async (query) => {
	for (const stray of strays) {
		const { status } = await registrar.get(query + stray);
		expect([query + stray, status < 500]).toEqual([query + stray, true]);
	}
});

describe('attempt 4: characters that no text has, in each field of a form at once:', () => {
	const pages = [
		...[
			'profile',
			'names',
			'contacts',
			'licences',
			'identifiers',
			'sources',
			'closing',
			'affiliations/dates'
		],
		...['board/terms', 'board/handover', 'board/holder', 'board/appointments/new', 'team', 'affiliations'],
		'participations/new/excellence-in-volunteer-work-2022'
	].map((noun) => `/workspace/organizations/amal-al-qatif/${noun}`);

	test.each([...pages, '/workspace/organizations/new', '/workspace/conferences/new'])('%s', async (page) => {
		const fields = await openForm(registrar, page);
		const typed = Object.entries(fields).map(([name, value]) => {
			const isState = ['base_version', 'submission_key'].includes(name);
			return [name, isState ? value : `${value}\u0000\u0007\uFFFE`] as const;
		});
		const actions = ['check', 'save', 'propose', 'invite', 'edit', 'answer', 'remove', 'leave'];
		for (const action of actions) {
			const { status } = await registrar.post(`${page}?/${action}`, Object.fromEntries(typed));
			expect([action, status < 500]).toEqual([action, true]);
		}
		expect(await findPublic(server.db, 'organization', 'amal-al-qatif')).toHaveProperty('id');
	});
});

test('attempt 4: a form that is none, or of broken bytes, is a bad request and no error of the register', async () => {
	const headers = { cookie: registrar.cookie, origin: server.origin, accept: 'text/html' };
	const post = (path: string, type: string, body: BodyInit) =>
		fetch(server.origin + path, { method: 'POST', headers: { ...headers, 'content-type': type }, body });
	for (const page of [
		'/login',
		'/workspace/organizations/amal-al-qatif/names?/save',
		'/account?/end_session'
	]) {
		for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data', 'text/plain']) {
			const { status } = await post(page, type, 'no form at all');
			expect([page, type, status >= 400 && status < 500]).toEqual([page, type, true]);
		}
		const bytes = new Uint8Array([0x61, 0x3d, 0xff, 0xfe, 0x00]);
		expect((await post(page, 'application/x-www-form-urlencoded', bytes)).status).toBeLessThan(500);
	}
});
