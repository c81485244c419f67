import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { sendOwnLink } from '#lib/server/editing/own_links.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { makeAccount } from '../accounts/factory.ts';
import { makeRegistrar } from '../harness/factory.ts';
import { expectHouseRules, expectSameStructure, messages } from '../harness/house_rules.ts';
import { wordsOf } from '../harness/html_page.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { addressIn } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

const PERSON = '/people/muslim-al-musa';
const BODY = '/organizations/amal-al-qatif?on=2022-12-03';
const PHOTO = '/workspace/people/muslim-al-musa/photo';

let server: SeededServer;
let visitor: Visitor;
let editor: Visitor;
let cookie: string;

beforeAll(async () => {
	server = await startSeededServer();
	visitor = visitorOf(server.origin);
	const { id, email } = await makeAccount(server.db);
	const organization_id = await idOf('organization', 'amal-al-qatif');
	await grantRole(server.db, { account_id: id, organization_id, role: 'editor', granted_by: null });
	cookie = await signIn(server.origin, email);
	editor = visitorOf(server.origin, cookie);
});
afterAll(() => server.stop());

async function idOf(type: 'organization' | 'person', slug: string): Promise<string> {
	const found = await findPublic(server.db, type, slug);
	if (!found || !('id' in found)) throw new Error(`no ${slug}`);
	return found.id;
}

const picture = (background = '#0c5a59') =>
	sharp({ create: { width: 300, height: 200, channels: 3, background } })
		.png()
		.toBuffer();

async function send(path: string, fields: Record<string, string>, file?: Buffer): Promise<Response> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	if (file) body.set('photo', new File([new Uint8Array(file)], 'me.png'));
	const headers = { cookie, origin: server.origin, accept: 'text/html' };
	return fetch(server.origin + path, { method: 'POST', body, headers, redirect: 'manual' });
}

/** The address of the photo that a page shows, if it shows one. */
const photoOn = async (path: string) =>
	/\/photos\/[0-9a-f]{64}\.webp/.exec(await (await visitor.get(path)).text())?.[0];

const day = { 'consented_on.day': '١٢', 'consented_on.month': 'شعبان', 'consented_on.year': '١٤٤٧' };
const consent = {
	...{ consent_from: 'هو نفسه', ...day, 'consented_on.calendar': 'islamic-umalqura', consent_how: 'برسالة' }
};
const hidden = { isIndexed: false };

test('a team shows a photo with the consent, beside the name and on the board, and takes it away', async () => {
	const wanting = await send(`${PHOTO}?/show`, { ...consent, consent_how: '' }, await picture());
	const page = await expectHouseRules(wanting, { lang: 'ar', status: 422, ...hidden });
	expect(page.html).toContain('هو نفسه');
	const empty = await send(`${PHOTO}?/show`, consent);
	expect(wordsOf(await empty.text())).toContain(messages.ar['image.no_file']);

	const partly = await send(`${PHOTO}?/show`, { ...consent, 'consented_on.day': '' }, await picture());
	expect(wordsOf(await partly.text())).toContain(messages.ar['date.day_missing']);

	const taken = await send(`${PHOTO}?/show`, consent, await picture());
	expect([taken.status, taken.headers.get('location')]).toEqual([
		303,
		`/workspace/people/${await idOf('person', 'muslim-al-musa')}/photo?done=shown`
	]);
	for (const lang of ['ar', 'en'] as const) {
		const shown = await expectHouseRules(await visitor.get(addressIn(lang, PERSON)), { lang });
		const photo = shown.root
			.querySelectorAll('img')
			.find((img) => img.getAttributeValue('src')?.startsWith('/photos/'));
		const alt = photo?.getAttributeValue('alt');
		expect(alt).toMatch(lang === 'ar' ? /^صورة ./ : /^Photo of ./);
		await expectHouseRules(await visitor.get(addressIn(lang, BODY)), { lang });
		await expectHouseRules(await editor.get(addressIn(lang, PHOTO)), { lang, ...hidden });
	}
	const address = (await photoOn(PERSON))!;
	expect(await photoOn(BODY)).toBe(address);
	const image = await visitor.get(address);
	expect(['content-type', 'cache-control', 'x-robots-tag'].map((name) => image.headers.get(name))).toEqual([
		...['image/webp', 'no-store', 'noindex']
	]);
	expect(await (await visitor.get(PERSON)).text()).not.toContain('برسالة');

	expect((await editor.post(`${PHOTO}?/withdraw`)).status).toBe(303);
	expect((await visitor.get(address)).status).toBe(404);
	expect(await photoOn(PERSON)).toBeUndefined();
});

test('the person shows and withdraws a photo by the own link, and no team brings one back', async () => {
	const email = 'member@example.org';
	const wish = { person_id: await idOf('person', 'muslim-al-musa'), email, language: 'ar' as const };
	await sendOwnLink(server.db, await makeRegistrar(server.db), wish);
	const path = linkIn(await mailTo(server.dataDir, email));

	const unasked = await send(`${path}?/photo`, {}, await picture('#355'));
	const page = await expectHouseRules(unasked, { lang: 'ar', status: 422, ...hidden });
	expect(wordsOf(page.html)).toContain(messages.ar['photo.consent_missing']);
	expect(await photoOn(PERSON)).toBeUndefined();

	const taken = await send(`${path}?/photo`, { consents: 'on' }, await picture('#355'));
	expect([taken.status, taken.headers.get('location')]).toEqual([303, `${path}?done=photo`]);
	const address = (await photoOn(PERSON))!;
	expect((await visitor.get(address)).status).toBe(200);
	const own = await expectHouseRules(await visitor.get(path), { lang: 'ar', ...hidden });
	const inEnglish = await visitor.get(addressIn('en', path));
	expectSameStructure(own, await expectHouseRules(inEnglish, { lang: 'en', ...hidden }));
	expect(wordsOf(own.html)).toContain(messages.ar['photo.by_you']);

	const gone = await visitor.post(`${path}?/withdraw_photo`);
	expect(gone.headers.get('location')).toBe(`${path}?done=photo_gone`);
	expect((await visitor.get(address)).status).toBe(404);
	const refused = await send(`${PHOTO}?/show`, consent, await picture());
	expect(refused.status).toBe(422);
	expect(wordsOf(await refused.text())).toContain(messages.ar['photo.withdrawn_by_person']);
	await expectHouseRules(await editor.get(PHOTO), { lang: 'ar', ...hidden });
});

test('there is no photo at an address that is none', async () => {
	for (const hash of ['unknown', '0'.repeat(64), '..%2f..%2fetc%2fpasswd'])
		expect((await visitor.get(`/photos/${hash}.webp`)).status).toBe(404);
});
