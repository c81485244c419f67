import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { claimOrganization } from '#lib/server/accounts/claims.ts';
import { listQueue, listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { organization } from '../harness/documents.ts';
import { makeMember, makeRecord, makeRegistrar, propose } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { visitorOf, type Visitor } from '../harness/visitor.ts';
import { signedIn, workspaceOf } from './attacker.ts';

let server: SeededServer;
let visitor: Visitor;
beforeAll(async () => {
	server = await startSeededServer();
	visitor = visitorOf(server.origin);
});
afterAll(() => server.stop());

const word = 'الدرداء';
const q = encodeURIComponent(word);

/** Where the world reads, with what each answers besides what was asked. */
async function publicAnswers(slug: string, id: string): Promise<[path: string, text: string][]> {
	const at = encodeURIComponent(slug);
	const paths = [
		...[`/organizations/${at}`, `/organizations/${at}/history`, `/organizations/${at}/history/1`],
		...[`/organizations/${at}/__data.json`, `/organizations/${at}/history/__data.json`, `/id/${id}/report`],
		...[
			`/organizations?q=${q}`,
			`/search?q=${q}`,
			`/search/__data.json?q=${q}`,
			'/organizations?sort=newest'
		],
		...[`/api/v1/organizations/${at}`, `/api/v1/organizations?q=${q}`, `/api/v1/search?q=${q}`],
		...[`/api/v1/suggest?q=${q}`, '/api/v1/organizations?limit=100', '/sitemap.xml', '/']
	];
	return Promise.all(
		paths.map(async (path) => {
			const text = await (await visitor.get(path)).text();
			// What was asked for is said again in the box, the title and the addresses.
			return [
				path,
				text
					.replaceAll(q, '')
					.replace(/(value|content)="[^"]*"/g, '')
					.replace(/«.*?»/g, '')
			] as [string, string];
		})
	);
}

describe('attempt 11: a pending value leaks nowhere', () => {
	test('of a record that is public: page, data of the page, search, interface, history, site map', async () => {
		const team = await makeRecord(server.db, organization());
		const { slug } = team.document;
		const manager = await makeMember(server.db, team.id);
		const names = [{ ...team.document.names[0]!, value: `فريق ${word}` }];
		await propose(server.db, manager, team, { names }, { reason: `صرنا ${word}` });
		const answers = await publicAnswers(slug!, team.id);
		const isNamed = (text: string) => text.replace(/"q":"[^"]*"/g, '').includes(`فريق ${word}`);
		expect(answers.filter(([, text]) => isNamed(text)).map(([path]) => path)).toEqual([]);
		expect(answers.filter(([, text]) => text.includes(`صرنا ${word}`)).map(([path]) => path)).toEqual([]);

		const stranger = await signedIn(server, { manages: (await makeRecord(server.db, organization())).id });
		for (const path of ['/workspace', workspaceOf(team.document, 'names'), workspaceOf(team.document)])
			expect(await (await stranger.get(path)).text()).not.toContain(word);
	});

	test('of a record that is new: it has no page, no place to pick it from, and takes no claims', async () => {
		const proposer = await makeMember(server.db);
		const document = organization({ names: [{ value: `رابطة ${word}`, lang: 'ar' }], slug: 'al-dardaa' });
		await propose(server.db, proposer, { id: undefined as never, version: 0, document }, {});
		const [change] = (await listQueue(server.db, {})).items.filter(({ is_new }) => is_new);
		const { id } = change!.record;
		for (const path of [`/organizations/al-dardaa`, `/organizations/${id}`, `/id/${id}`, `/id/${id}/report`])
			expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
		const answers = await publicAnswers('al-dardaa', id);
		const named = answers.filter(([, text]) => text.replace(/"q":"[^"]*"/g, '').includes(`رابطة ${word}`));
		expect(named.map(([path]) => path)).toEqual([]);

		const team = await makeRecord(server.db, organization());
		const editor = await signedIn(server, { edits: team.id });
		const picked = await editor.get(`${workspaceOf(team.document, 'affiliations')}?q=${q}`);
		expect(await picked.text()).not.toContain(id);
		expect((await editor.get(`/workspace/organizations/new?part_of=al-dardaa`)).status).toBe(200);
		const claim = { organization_id: id, role: 'manager' as const, evidence: 'أمينة السر منذ 2019' };
		expect(await claimOrganization(server.db, proposer, claim)).toHaveProperty('refused');
	});
});

test('attempt 11: mails about a change go to registrars and to who proposed it, and to nobody else', async () => {
	const team = await makeRecord(server.db, organization());
	const [proposer, colleague] = [
		await signedIn(server, { manages: team.id }),
		await signedIn(server, { edits: team.id })
	];

	const names = [{ ...team.document.names[0]!, value: 'فريق البردي' }];
	await propose(server.db, await actorOf(server.db, proposer.account_id), team, { names });
	const [change] = await listWaiting(server.db, [team.id]);
	await approveChange(server.db, await makeRegistrar(server.db), change!.id);
	expect(await lettersTo(server.db, colleague.email)).toEqual([]);
	expect((await lettersTo(server.db, proposer.email)).map(({ template }) => template)).toEqual([
		'change_approved'
	]);
});

test('attempt 11: an answer that shows a change is in no cache before, and not the old one after', async () => {
	const team = await makeRecord(server.db, organization({ founded: '2014' }));
	const path = `/api/v1/organizations/${team.id}`;
	const before = await fetch(server.origin + path);
	const etag = before.headers.get('etag')!;
	const again = () => fetch(server.origin + path, { headers: { 'if-none-match': etag } });
	expect((await again()).status).toBe(304);
	await propose(server.db, 'register', team, { founded: '2015' });
	const after = await again();
	expect([after.status, (await after.json()).founded]).toEqual([200, '2015']);
	const member = await signedIn(server, { edits: team.id });
	const page = `/organizations/${encodeURIComponent(team.document.slug!)}`;
	expect((await member.get(page)).headers.get('cache-control')).toBe('no-store');
});
