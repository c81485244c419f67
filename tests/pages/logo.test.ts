import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { readImage } from '#lib/server/editing/images.ts';
import { makeAccount } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import { messages } from '../harness/house_rules.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { signIn } from '../harness/visitor.ts';

let database: TestDatabase;
let server: TestServer;
let cookie: string;
let id: string;
let slug: string;

beforeAll(async () => {
	database = await createTestDatabase();
	server = await startServer({ databaseUrl: database.url });
	const made = await makeRecord(database.db, organization());
	[id, slug] = [made.id, made.document.slug!];
	const account = await makeAccount(database.db);
	const grant = { account_id: account.id, organization_id: id, role: 'editor' as const, granted_by: null };
	await grantRole(database.db, grant);
	cookie = await signIn(server.origin, account.email);
});
afterAll(async () => {
	await server.stop();
	await database.drop();
});

const picture = (width = 900, height = 600) =>
	sharp({ create: { width, height, channels: 3, background: '#0c5a59' } });
const withPlace = { exif: { IFD0: { Copyright: 'zumurrud' }, IFD3: { GPSLatitudeRef: 'N' } } };

function send(file: Uint8Array<ArrayBuffer> | undefined, action = 'save'): Promise<Response> {
	const body = new FormData();
	if (file) body.set('logo', new File([file], 'logo.png'));
	const headers = { cookie, origin: server.origin, accept: 'text/html' };
	const address = `${server.origin}/workspace/organizations/${slug}/logo?/${action}`;
	return fetch(address, { method: 'POST', body, headers, redirect: 'manual' });
}

const bytes = async (image: Sharp) => new Uint8Array(await image.toBuffer());

test('a photo becomes a small WebP without its metadata, which the public page shows', async () => {
	const photo = await bytes(picture().withExif(withPlace.exif).jpeg());
	expect(Buffer.from(photo).includes('zumurrud')).toBe(true);
	const answer = await send(photo);
	expect(answer.status, server.output()).toBe(303);
	const { logo } = (await current(database.db, 'organization', id)).document;
	const page = await (await fetch(`${server.origin}/organizations/${slug}`)).text();
	expect(page).toContain(`/logos/${logo}.webp`);
	const shown = await fetch(`${server.origin}/logos/${logo}.webp`);
	expect(shown.headers.get('content-type')).toBe('image/webp');
	const image = Buffer.from(await shown.arrayBuffer());
	expect(image.includes('zumurrud')).toBe(false);
	expect(await sharp(image).metadata()).toMatchObject({ format: 'webp', width: 512, height: 341 });
});

test('a logo that is taken away is gone from its address too', async () => {
	await send(await bytes(picture(200, 200).png()));
	const { logo } = (await current(database.db, 'organization', id)).document;
	expect((await send(undefined, 'remove')).status).toBe(303);
	expect((await current(database.db, 'organization', id)).document.logo).toBeUndefined();
	expect((await fetch(`${server.origin}/logos/${logo}.webp`)).status).toBe(404);
	expect((await fetch(`${server.origin}/logos/../etc/passwd`)).status).toBe(404);
});

test('a picture that lies on its side is turned', async () => {
	const read = await readImage(await bytes(picture(400, 200).withMetadata({ orientation: 6 }).jpeg()));
	expect(read).toMatchObject({ width: 200, height: 400 });
});

test('what is no fitting picture is refused with the reason, and changes nothing', async () => {
	const { version } = await current(database.db, 'organization', id);
	const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><script>1</script></svg>';
	const refused: [file: Uint8Array<ArrayBuffer> | undefined, message: string][] = [
		[undefined, messages.ar['image.no_file']],
		[new TextEncoder().encode('no picture'), messages.ar['image.not_an_image']],
		[new TextEncoder().encode(svg), messages.ar['image.not_an_image']],
		[(await bytes(picture().png())).slice(0, 900), messages.ar['image.not_an_image']],
		[await bytes(picture(20, 300).png()), messages.ar['image.too_small']],
		[new Uint8Array(2_000_001), messages.ar['image.too_large']]
	];
	for (const [file, message] of refused) {
		const answer = await send(file);
		expect(answer.status).toBe(422);
		expect(await answer.text()).toContain(message);
	}
	expect((await current(database.db, 'organization', id)).version).toBe(version);
});

test('a bomb of pixels is not opened', async () => {
	const bomb = await bytes(picture(9000, 9000).png({ compressionLevel: 9 }));
	expect(bomb.length).toBeLessThan(2_000_000);
	expect(await readImage(bomb)).toEqual({ refused: 'image.not_an_image' });
});
