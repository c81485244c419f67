import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conference, organization, participation, person } from '../harness/documents.ts';
import { current, makeRecord, propose } from '../harness/factory.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { check, openForm } from '../harness/sent_form.ts';
import { visitorOf, type Visitor } from '../harness/visitor.ts';
import { signedIn, workspaceOf } from './attacker.ts';

/** In no other text; the family name is enough to know who is meant. */
const secret = {
	family: 'الحوذان',
	latin: 'hawdhan',
	mail: 'box-of-layla',
	number: '501239876',
	link: 'Kq7hawdhanZ'
};
const secrets = Object.values(secret);

let server: SeededServer;
let visitor: Visitor;
let addresses: { person: string; team: string; slug: string; forum: string; participation: string };

beforeAll(async () => {
	server = await startSeededServer();
	visitor = visitorOf(server.origin);
	const who = await makeRecord(
		server.db,
		person({ names: [{ value: `ليلى ${secret.family}`, lang: 'ar' }], slug: `layla-${secret.latin}` })
	);
	const team = await makeRecord(
		server.db,
		organization({
			names: [{ value: 'فريق البطحاء', lang: 'ar' }],
			appointments: [{ person: who.id, position: 'chair', from: '2020' }],
			contacts: [
				{ id: 'c1', kind: 'email', value: `${secret.mail}@example.org`, visibility: 'public' },
				{ id: 'c2', kind: 'phone', value: `+966${secret.number}`, visibility: 'registrars' }
			],
			links: [{ kind: 'whatsapp', url: `https://chat.whatsapp.com/${secret.link}`, visibility: 'members' }]
		})
	);
	const forum = await makeRecord(
		server.db,
		conference({
			names: [{ value: 'ملتقى البطحاء', lang: 'ar' }],
			from: '2024-02-10',
			patrons: [{ person: who.id, role: 'patron' }]
		})
	);
	const taken = await makeRecord(
		server.db,
		participation({ organization: team.id, conference: forum.id, delegates: [{ person: who.id }] })
	);
	// Shown once, hidden since.
	await propose(server.db, 'register', await current(server.db, 'person', who.id), { display: 'withheld' });
	const contacts = team.document.contacts.map((contact) => ({ ...contact, visibility: 'members' as const }));
	await propose(server.db, 'register', await current(server.db, 'organization', team.id), { contacts });
	addresses = {
		...{ person: who.id, team: team.id, slug: encodeURIComponent(team.document.slug!) },
		...{ forum: encodeURIComponent(forum.document.slug!), participation: taken.id }
	};
});
afterAll(() => server.stop());

const leaksOf = async (who: Visitor, paths: string[]) => {
	const leaks = await Promise.all(
		paths.map(async (path) => {
			const answer = await who.get(path);
			const text = decodeURIComponent((await answer.text()).replace(/%(?![0-9A-F]{2})/gi, ''));
			return secrets.filter((each) => text.includes(each)).map((each) => `${path} ${answer.status} ${each}`);
		})
	);
	return leaks.flat();
};

describe('attempt 12: hidden data is', () => {
	test('in no page and in no data of a page, of any version', async () => {
		const { slug, forum, person: id } = addresses;
		const pages = [
			...[`/organizations/${slug}`, `/organizations/${slug}/history`, `/organizations/${slug}?on=2022-01-01`],
			...[`/organizations/${slug}/history/1`, `/organizations/${slug}/history/1?against=2`],
			...[`/conferences/${forum}`, `/conferences/${forum}/history/1`, `/people/${id}`, `/id/${id}`],
			...[`/people/${id}/history`, `/people/${id}/history/1`, `/people/layla-${secret.latin}/history/1`],
			...['/organizations?sort=newest', '/conferences', '/search?type=person', '/sitemap.xml', '/']
		];
		const dataOf = (page: string) => page.replace(/\?|$/, (mark) => `/__data.json${mark}`).replace('//', '/');
		const asked = pages.flatMap((page) => [page, `/en${page}`, dataOf(page)]);
		const own = await leaksOf(visitor, asked);
		// The address that was asked for is said again where nothing is found under it.
		expect(own.filter((leak) => !leak.includes(`/layla-${secret.latin}/`))).toEqual([]);
		expect((await visitor.get(`/people/layla-${secret.latin}`)).status).toBe(404);
	});

	test('in no answer of the interface, and found by no search', async () => {
		const { slug, forum, person: id, team } = addresses;
		const paths = [
			...[`/api/v1/organizations/${slug}`, `/api/v1/people/${id}`, `/api/v1/conferences/${forum}`],
			...['/api/v1/people?limit=100', '/api/v1/organizations?limit=100', '/api/v1/conferences?limit=100']
		];
		expect(await leaksOf(visitor, paths)).toEqual([]);
		const asked = ['ليلى الحوذان', 'layla hawdhan', secret.mail, `0${secret.number}`, secret.link];
		for (const q of asked) {
			for (const path of ['/api/v1/search', '/api/v1/suggest', '/api/v1/people', '/api/v1/organizations']) {
				const { items } = (await (await visitor.get(`${path}?q=${encodeURIComponent(q)}`)).json()) as {
					items: { id: string }[];
				};
				const ids = items.map((item) => item.id);
				expect([path, q, ids.includes(id) || ids.includes(team)]).toEqual([path, q, false]);
			}
		}
	});

	test('not told by the form that looks for people, nor by the files of others', async () => {
		const other = await makeRecord(server.db, organization());
		const editor = await signedIn(server, { edits: other.id });
		const path = workspaceOf(other.document, 'board/holder');
		const typed = { 'from.year': '2025', 'from.month': '1', 'from.day': '1' };
		const asked = await check(editor, path, {
			...{ ...(await openForm(editor, path)), ...typed },
			person_name: `ليلى ${secret.family}`
		});
		expect(asked.html).not.toContain(addresses.person);
		for (const page of [
			`/workspace/people/${addresses.person}/display`,
			`/registrar/people/${addresses.person}/export`,
			`/workspace/organizations/${addresses.slug}/contacts`,
			`/workspace/organizations/${addresses.slug}/participations/${addresses.participation}`,
			`/workspace/organizations/${addresses.slug}/restoration/1`,
			`/workspace/people/${addresses.person}/restoration/1`
		]) {
			for (const who of [editor, visitor]) expect([200].includes((await who.get(page)).status)).toBe(false);
			expect(await leaksOf(editor, [page, `${page}/__data.json`])).toEqual([]);
		}
	});

	test('not told to a guest of the workspace by its data', async () => {
		const account = await signedIn(server);
		const { slug } = addresses;
		expect(
			await leaksOf(account, [
				...['/workspace', '/workspace/__data.json', `/workspace/organizations/${slug}/claim`],
				...[`/workspace/organizations/${slug}/__data.json`, '/workspace/conferences/new/__data.json'],
				...[
					`/registrar/changes/__data.json`,
					'/registrar/audit/__data.json',
					'/registrar/reports/__data.json'
				]
			])
		).toEqual([]);
	});
});
