import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organization } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { signedIn, workspaceOf } from './attacker.ts';

const script = '<script>alert(document.domain)</script>';

let server: SeededServer;
let cookie: string;
let page: string;
let id: string;
let png: Buffer;

beforeAll(async () => {
	server = await startSeededServer();
	const team = await makeRecord(server.db, organization());
	id = team.id;
	page = workspaceOf(team.document, 'logo');
	cookie = (await signedIn(server, { edits: id })).cookie;
	const picture = { width: 200, height: 120, channels: 3 as const, background: '#0c5a59' };
	png = await sharp({ create: picture }).png().toBuffer();
});
afterAll(() => server.stop());

const file = (bytes: Buffer | string, type = 'image/png') =>
	new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], 'logo.png', { type });

const send = (body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
	fetch(`${server.origin}${page}?/save`, {
		...{ method: 'POST', body, redirect: 'manual' as const },
		headers: { cookie, origin: server.origin, accept: 'text/html', ...headers }
	});
const sendLogo = (logo: File) => {
	const body = new FormData();
	body.set('logo', logo);
	return send(body);
};
const logo = async () => (await current(server.db, 'organization', id)).document.logo;

test('attempt 15: a polyglot, a picture that is also a page and an archive, leaves neither behind', async () => {
	const polyglot = Buffer.concat([png, Buffer.from(`${script}PK\u0003\u0004<?php system(1) ?>`)]);
	expect((await sendLogo(file(polyglot, 'text/html'))).status).toBe(303);
	const shown = await fetch(`${server.origin}/logos/${await logo()}.webp`);
	expect(shown.headers.get('content-type')).toBe('image/webp');
	expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
	const bytes = Buffer.from(await shown.arrayBuffer());
	for (const part of ['<script', 'PK\u0003\u0004', '<?php']) expect(bytes.includes(part)).toBe(false);
	expect((await sharp(bytes).metadata()).format).toBe('webp');
	const { rows } = { rows: await server.db.selectFrom('image').select('webp').execute() };
	for (const { webp } of rows) expect(webp.includes('<script')).toBe(false);
});

describe('attempt 15: refused, with what was there left as it is:', () => {
	const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');
	const tests: [what: string, bytes: () => Promise<Buffer | string> | Buffer | string][] = [
		['0 bytes', () => ''],
		['a page that says it is a picture', () => `<!doctype html>${script}`],
		[
			'an SVG with a script',
			() => `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`
		],
		[
			'an SVG behind a byte-order mark',
			() => `\uFEFF<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`
		],
		['a GIF', () => gif],
		['a TIFF', () => sharp(png).tiff().toBuffer()],
		['the head of a PNG and nothing else', () => png.subarray(0, 30)],
		['a PNG that says it is larger than any picture', () => withSize(png, 100_000, 100_000)],
		['letters that turn into a path', () => '../../../../etc/passwd']
	];
	test.each(tests)('%s', async (_, bytes) => {
		const before = await logo();
		const answer = await sendLogo(file(await bytes()));
		expect(answer.status).toBe(422);
		expect(await answer.text()).toContain('role="alert"');
		expect(await logo()).toBe(before);
	});

	test('a text field where a file is asked for, and a form that is no form', async () => {
		const before = await logo();
		expect((await send(new URLSearchParams({ logo: 'data:image/png;base64,AAAA' }))).status).toBe(422);
		const broken = { 'content-type': 'multipart/form-data; boundary=x' };
		expect((await send('no form at all', broken)).status).toBe(400);
		expect(await logo()).toBe(before);
	});
});

test('attempt 15: a body far over the limit is refused, and the server goes on', async () => {
	const answer = await sendLogo(file(Buffer.alloc(6_000_000))).catch(() => undefined);
	expect([undefined, 400, 413]).toContain(answer?.status);
	expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
	expect((await sendLogo(file(await sharp(png).rotate(90).png().toBuffer()))).status).toBe(303);
});

test.each([
	'../package.json',
	'..%2f..%2fetc%2fpasswd',
	'%00',
	'x'.repeat(5000),
	"' or 1=1--",
	'a.webp.html'
])('attempt 15: an address of a picture that is none is not found: %s', async (name) => {
	const answer = await fetch(`${server.origin}/logos/${name}`);
	expect([400, 404]).toContain(answer.status);
	expect(await answer.text()).not.toMatch(/"name"|root:/);
});

/** A PNG whose head states another size: bytes 16 to 23. */
function withSize(image: Buffer, width: number, height: number): Buffer {
	const copy = Buffer.from(image);
	copy.writeUInt32BE(width, 16);
	copy.writeUInt32BE(height, 20);
	return copy;
}
