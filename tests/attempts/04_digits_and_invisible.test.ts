import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password } from '../accounts/factory.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import { mailTo } from '../harness/mails.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { checkAndSave, openForm } from '../harness/sent_form.ts';
import { visitorOf } from '../harness/visitor.ts';
import { signedIn, workspaceOf } from './attacker.ts';

let server: SeededServer;
beforeAll(async () => {
	server = await startSeededServer();
});
afterAll(() => server.stop());

/** What comes along where an address is copied from a right-to-left text or a table. */
const pasted = (address: string) => `\u200F\u00A0${address.replace('@', '\u200E@')}\u202C\uFEFF `;

describe('attempt 4: an e-mail address with no-break spaces and marks of direction is the address without them', () => {
	test('to sign in', async () => {
		const { email } = await signedIn(server);
		const answer = await visitorOf(server.origin).post('/login', {
			email: pasted(email.toUpperCase()),
			password
		});
		expect(answer.status).toBe(303);
	});

	test('to be invited', async () => {
		const team = await makeRecord(server.db, organization());
		const manager = await signedIn(server, { manages: team.id });
		const invitation = { email: pasted('hind@example.org'), role: 'editor', language: 'ar' };
		const page = workspaceOf(team.document, 'team');
		expect((await manager.post(`${page}?/invite`, invitation)).status).toBe(303);
		expect((await mailTo(server.dataDir, 'hind@example.org')).to).toBe('hind@example.org');
		const twice = await manager.post(`${page}?/invite`, { ...invitation, email: 'hind@example.org' });
		expect(twice.status).toBe(303);
		expect((await (await manager.get(page)).text()).split('hind@example.org</bdi>')).toHaveLength(3);
	});

	test('and one with an Arabic comma is none', async () => {
		for (const path of ['/login', '/join', '/password']) {
			const fields = { email: 'hind@example،org', password, display_name: 'هند' };
			const answer = await visitorOf(server.origin).post(path, fields);
			expect([path, answer.status]).toEqual([path, 422]);
			expect(await answer.text()).toContain('hind@example،org');
		}
	});
});

test('attempt 4: counts, dates and numbers in either kind of Arabic digits are kept as the same numbers', async () => {
	const team = await makeRecord(server.db, organization());
	const editor = await signedIn(server, { edits: team.id });
	const terms = workspaceOf(team.document, 'board/terms');
	await checkAndSave(editor, terms, {
		...(await openForm(editor, terms)),
		...{ 'board_terms.0.number': '\u200F٢', 'board_terms.0.seats': '۱۱' },
		...{ 'board_terms.0.from.day': '٠٣', 'board_terms.0.from.month': '۱۲', 'board_terms.0.from.year': '٢٠٢٢' }
	});
	const { document } = await current(server.db, 'organization', team.id);
	expect(document.board_terms).toMatchObject([{ number: 2, seats: 11, from: '2022-12-03' }]);
});

test.each(['/organizations?founded_from=١٤٠٠&active_in=۲۰۱۵', '/organizations/amal-al-qatif?on=٢٠٢٢-١٢-٠٣'])(
	'attempt 4: an address with Arabic digits is read: %s',
	async (path) => {
		const ascii = path.replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 0xf}`);
		const wordsAt = async (address: string) => {
			const html = await (await visitorOf(server.origin).get(encodeURI(address))).text();
			return html.slice(html.indexOf('<h1'), html.indexOf('</main>')).replace(/(href|value)="[^"]*"/g, '');
		};
		expect(await wordsAt(path)).toBe(await wordsAt(ascii));
	}
);
