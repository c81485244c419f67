import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPublic } from '#lib/server/registry/records.ts';
import { current, makeRegistrar, propose } from '../harness/factory.ts';
import { expectHouseRules, messages } from '../harness/house_rules.ts';
import { textOf } from '../harness/html_page.ts';
import { addressIn, languages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { visitorOf, type Visitor } from '../harness/visitor.ts';

let server: SeededServer;
let visitor: Visitor;
let amal_al_qatif: string;
beforeAll(async () => {
	server = await startSeededServer();
	visitor = visitorOf(server.origin);
	amal_al_qatif = await idOf('organization', 'amal-al-qatif');
});
afterAll(() => server.stop());

describe.each(languages)('in %s', (lang) => {
	const inLanguage = (path: string) => addressIn(lang, path);

	test('the permanent address of a record leads to its page', async () => {
		for (const id of [amal_al_qatif, amal_al_qatif.toUpperCase()]) {
			const response = await visitor.get(inLanguage(`/id/${id}`));
			expect(response.status).toBe(302);
			expect(response.headers.get('location')).toBe(inLanguage('/organizations/amal-al-qatif'));
		}
	});

	test('a page asked for by its id leads to its name', async () => {
		const response = await visitor.get(inLanguage(`/organizations/${amal_al_qatif}?on=2022-12-03`));
		expect(response.status).toBe(308);
		expect(response.headers.get('location')).toBe(inLanguage('/organizations/amal-al-qatif?on=2022-12-03'));
	});

	test.each([
		'/nowhere',
		'/organizations/nobody',
		'/organizations/nobody/history',
		'/organizations/muslim-al-musa',
		'/organizations/%D8%A3%D9%85%D9%84',
		'/conferences/nobody',
		'/people/nobody',
		'/id/nobody'
	])('%s is not found, and the page says how to go on', async (path) => {
		const response = await visitor.get(lang === 'ar' ? path : `/en${path}`);
		const { root } = await expectHouseRules(response, {
			lang,
			status: 404,
			isIndexed: false
		});
		expect(textOf(root.querySelector('h1'))).toBe(messages[lang]['error.missing.title']);
		expect(root.querySelector('main form[method="get"]')?.getAttributeValue('action')).toBe(
			inLanguage('/organizations')
		);
	});

	test('a former name of a page leads to the new one, with what stands below and behind it', async () => {
		const [former, latter] = [`tarout-charitable-society-${lang}`, `tarout-society-${lang}`];
		const id = await idOf('organization', 'tarout-charitable-society').catch(() =>
			idOf('organization', 'tarout-society-ar')
		);
		await rename(id, former);
		await rename(id, latter);
		for (const rest of ['', '?on=2022-12-03', '/history']) {
			const response = await visitor.get(inLanguage(`/organizations/${former}${rest}`));
			expect(response.status).toBe(308);
			expect(response.headers.get('location')).toBe(inLanguage(`/organizations/${latter}${rest}`));
		}
	});
});

test('the site map holds every record in both languages, and robots find it', async () => {
	const sitemap = await visitor.get('/sitemap.xml');
	expect(sitemap.headers.get('content-type')).toMatch(/^application\/xml/);
	const addresses = [...(await sitemap.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
		([, address]) => address
	);
	for (const path of [
		'/organizations/amal-al-qatif',
		'/conferences/excellence-in-volunteer-work-2022',
		'/people/ali-al-awami'
	])
		expect(addresses).toEqual(expect.arrayContaining([server.origin + path, `${server.origin}/en${path}`]));
	expect(new Set(addresses).size).toBe(addresses.length);

	const robots = await (await visitor.get('/robots.txt')).text();
	expect(robots).toContain(`Sitemap: ${server.origin}/sitemap.xml`);
	expect(robots).toMatch(/^Disallow: \/workspace$/m);
	expect(robots).toMatch(/^Disallow: \/en\/workspace$/m);
});

test('every address of the site map can be opened', async () => {
	const sitemap = await (await visitor.get('/sitemap.xml')).text();
	const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
		([, address]) => new URL(address!).pathname
	);
	const answers = await Promise.all(
		paths.map(async (path) => ({ path, status: (await visitor.get(path)).status }))
	);
	expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
});

async function idOf(type: 'organization', slug: string): Promise<string> {
	const found = await findPublic(server.db, type, slug);
	if (!found || !('id' in found)) throw new Error(`no ${slug}`);
	return found.id;
}

async function rename(id: string, slug: string): Promise<void> {
	const registrar = await makeRegistrar(server.db);
	const outcome = await propose(server.db, registrar, await current(server.db, 'organization', id), { slug });
	expect(outcome).toMatchObject({ slug });
}
