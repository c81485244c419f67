import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { makeAccount } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord, makeRegistrar, propose, submissionKey } from '../harness/factory.ts';
import { messages } from '../harness/house_rules.ts';
import { check, checkAndSave, fieldsOf, openForm, type Fields } from '../harness/sent_form.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let database: TestDatabase;
let server: TestServer;
let visitor: Visitor;
let cookie: string;
let account_id: string;
let id: string;
let base: string;

beforeAll(async () => {
	database = await createTestDatabase();
	server = await startServer({ databaseUrl: database.url });
	const account = await makeAccount(database.db);
	account_id = account.id;
	cookie = await signIn(server.origin, account.email);
	visitor = visitorOf(server.origin, cookie);
});
afterAll(async () => {
	await server.stop();
	await database.drop();
});
beforeEach(async () => {
	const made = await makeRecord(
		database.db,
		organization({
			names: [
				{ id: 'n1', value: 'فريق نسيم', lang: 'ar', kind: 'official', sources: ['s1'] },
				{ id: 'n2', value: 'نسيم الساحل', lang: 'ar', kind: 'alias' },
				{ id: 'n3', value: 'Naseem', lang: 'en', kind: 'alias' }
			],
			place: { country: 'SA' },
			contacts: [{ id: 'c1', kind: 'email', value: 'team@naseem.example' }],
			licences: [{ id: 'l1', number: '12', issuer: { ar: 'المركز' }, from: '1444-02 AH' }],
			sources: [{ id: 's1', url: 'https://news.example/1' }],
			cited: { place: ['s1'] }
		})
	);
	id = made.id;
	base = `/workspace/organizations/${made.document.slug}`;
	await grantRole(database.db, { account_id, organization_id: id, role: 'manager', granted_by: null });
});

const document = async (): Promise<OrganizationDocument> =>
	(await current(database.db, 'organization', id)).document;
const save = async (noun: string, typed: Fields) =>
	checkAndSave(visitor, `${base}/${noun}`, { ...(await openForm(visitor, `${base}/${noun}`)), ...typed });
const refusal = async (noun: string, typed: Fields) => {
	const fields = { ...(await openForm(visitor, `${base}/${noun}`)), ...typed };
	const answer = await check(visitor, `${base}/${noun}`, fields);
	expect(answer.status).toBe(422);
	for (const [name, value] of Object.entries(typed)) expect(answer.fields).toMatchObject({ [name]: value });
	return answer.html;
};

describe('names', () => {
	test('are sorted by buttons that need no script, and the order is saved', async () => {
		const path = `${base}/names`;
		const opened = await openForm(visitor, path);
		const moved = await visitor.post(`${path}?/edit`, { ...opened, move: 'names.2.up' });
		const fields = await fieldsOf(await moved.text());
		expect([fields['names.1.value'], fields['names.2.value']]).toEqual(['Naseem', 'نسيم الساحل']);
		expect((await checkAndSave(visitor, path, fields)).status).toBe(303);
		expect((await document()).names.map(({ id }) => id)).toEqual(['n1', 'n3', 'n2']);
	});

	test('have a time, typed in either calendar and any digits, any part but the year missing', async () => {
		const answer = await save('names', {
			...{
				'names.1.kind': 'former',
				'names.1.from.year': '١٤٣٥',
				'names.1.from.calendar': 'islamic-umalqura'
			},
			...{ 'names.1.from.month': 'رمضان', 'names.1.until.year': '۲۰۲۰', 'names.1.until.qualifier': '~' }
		});
		expect(answer.status).toBe(303);
		expect((await document()).names[1]).toMatchObject({ kind: 'former', from: '1435-09 AH', until: '2020~' });
	});

	test('of 301 characters and of invisible ones alone are refused or passed over, and what was typed stays', async () => {
		expect(await refusal('names', { 'names.1.value': 'ن'.repeat(301) })).toContain(
			messages.ar['error.too_long']
		);
		await save('names', { 'names.1.value': '\u200F\u00A0\u200E' });
		expect((await document()).names.map(({ id }) => id)).toEqual(['n1', 'n3']);
	});

	test('that are official wait for a registrar, and the rest does not', async () => {
		const answer = await save('names', { 'names.0.value': 'فريق النسيم', 'names.1.value': 'نسيم البحر' });
		expect(answer.headers.get('location')).toBe(
			`${base}?saved=waiting`.replace(/[^\x20-\x7e]+/g, encodeURIComponent)
		);
		expect((await document()).names.map(({ value }) => value)).toEqual(['فريق نسيم', 'نسيم البحر', 'Naseem']);
	});
});

describe('a date that cannot be is refused beside its box, and stays as typed:', () => {
	test.each([
		['day', { year: '1444', month: '6', day: '30', calendar: 'islamic-umalqura' }, 'date.hijri_day_30'],
		['year', { year: '1446', calendar: 'gregorian' }, 'date.year_looks_hijri'],
		['year', { year: '1200', calendar: 'islamic-umalqura' }, 'date.out_of_table'],
		['year', { year: '1200', calendar: 'gregorian' }, 'date.year_out_of_range'],
		['year', { day: '3', month: '12', calendar: 'gregorian' }, 'date.year_missing'],
		['month', { day: '3', year: '2022', calendar: 'gregorian' }, 'date.month_missing'],
		['month', { month: '13', year: '2022', calendar: 'gregorian' }, 'date.no_such_month'],
		['month', { month: 'رمضان', year: '2022', calendar: 'gregorian' }, 'date.month_of_other_calendar'],
		['day', { day: 'x', month: '1', year: '2022', calendar: 'gregorian' }, 'date.not_a_number']
	] as const)('%s of %j', async (box, typed, message) => {
		const fields = Object.entries(typed).map(([part, value]) => [`names.1.from.${part}`, value]);
		const html = await refusal('names', Object.fromEntries(fields));
		expect(html).toContain(`id="names.1.from.${box}-error"`);
		expect(html).toContain(messages.ar[message]);
		expect(html).toContain(`href="#names.1.from.${box}"`);
	});
});

describe('links and contacts', () => {
	test('are kept in one form, in whatever form they were typed', async () => {
		const answer = await save('contacts', {
			...{ 'contacts.1.value': '\u202A+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧\u202C', 'contacts.1.kind': 'phone' },
			...{ 'contacts.2.value': '٩٢٠٠١٢٣٤٥', 'contacts.2.kind': 'phone', 'contacts.2.visibility': 'public' },
			...{ 'links.0.url': '@naseem', 'links.0.kind': 'x', 'links.0.visibility': 'public' }
		});
		expect(answer.status).toBe(303);
		const { contacts, links } = await document();
		expect(contacts.map(({ value, visibility }) => [value, visibility])).toEqual([
			['team@naseem.example', 'registrars'],
			['+966501234567', 'registrars'],
			['+966920012345', 'public']
		]);
		expect(links).toMatchObject([{ kind: 'x', url: 'https://x.com/naseem' }]);
	});

	test('with an Arabic comma in an e-mail address are refused, and it is said why', async () => {
		const html = await refusal('contacts', { 'contacts.0.value': 'team@naseem،example' });
		expect(html).toContain(messages.ar['contact.email_arabic_comma']);
	});

	test('that are not public stay off the public page', async () => {
		await save('contacts', { 'contacts.1.value': '0501234567', 'contacts.1.kind': 'phone' });
		const page = await visitor.get(base.replace('/workspace', ''));
		expect(await page.text()).not.toContain('501234567');
	});
});

test('licences and identifiers wait for review', async () => {
	await save('licences', {
		'licences.0.until.year': '1448',
		'licences.0.until.calendar': 'islamic-umalqura'
	});
	await save('identifiers', { 'identifiers.0.scheme': 'SA-NCNP', 'identifiers.0.value': '١٢٣٤' });
	expect(await document()).toMatchObject({ identifiers: [], licences: [{ id: 'l1', from: '1444-02 AH' }] });
	const waiting = await database.db
		.selectFrom('change')
		.where('record_id', '=', id)
		.where('state', '=', 'waiting')
		.select('operations')
		.execute();
	expect(JSON.stringify(waiting)).toContain('1448 AH');
	expect(JSON.stringify(waiting)).toContain('"1234"');
});

test('a source that is taken away is cited no more, and another is added', async () => {
	await save('sources', {
		'sources.0.url': '',
		'sources.1.title': 'خبر في الصحيفة',
		'sources.1.publisher': 'صحيفة'
	});
	const { sources, names, cited } = await document();
	// The official name cites the source until a registrar has looked at it.
	expect(sources).toMatchObject([{ id: 's1' }, { title: 'خبر في الصحيفة' }]);
	expect([names[0]!.sources, cited]).toEqual([['s1'], {}]);
	const registrar = await makeRegistrar(database.db);
	const [waiting] = await listWaiting(database.db, [id]);
	expect(await approveChange(database.db, registrar, waiting!.id)).toHaveProperty('version');
	const after = await document();
	expect([after.sources.length, after.names[0]!.sources]).toEqual([1, []]);
});

describe('the end of an organization', () => {
	const ended = { status: 'dissolved', 'dissolved.year': '2024', 'dissolved.month': '٣' };
	const approveWaiting = async () => {
		const [waiting] = await listWaiting(database.db, [id]);
		expect(waiting!.operations.map(({ path }) => path).sort()).toEqual(['dissolved', 'status', 'successor']);
		await approveChange(database.db, await makeRegistrar(database.db), waiting!.id);
	};

	test('waits for review; its successor is found by name and chosen, and both pages tell it', async () => {
		const heir = await makeRecord(
			database.db,
			organization({ names: [{ value: 'رابطة الزيزفون', lang: 'ar' }] })
		);
		const opened = { ...(await openForm(visitor, `${base}/closing`)), ...ended, body_name: 'الزيزفون' };
		const asked = await check(visitor, `${base}/closing`, opened);
		expect(asked.html).toContain(`value="${heir.id}"`);
		expect(asked.fields).toMatchObject({ ...ended, body_name: 'الزيزفون' });
		await checkAndSave(visitor, `${base}/closing`, { ...asked.fields, body: heir.id });
		await approveWaiting();
		expect(await document()).toMatchObject({
			status: 'dissolved',
			dissolved: '2024-03',
			successor: heir.id
		});
		const page = await (await visitor.get(base.replace('/workspace', ''))).text();
		expect(page).toContain(messages.ar['organization.successor']);
		const pageOfHeir = await (await visitor.get(`/organizations/${heir.document.slug}`)).text();
		expect(pageOfHeir).toContain(messages.ar['organization.predecessor']);
	});

	test('is refused where it contradicts itself', async () => {
		const other = await makeRecord(database.db, organization());
		expect(await refusal('closing', { status: 'active', 'dissolved.year': '2024' })).toContain(
			messages.ar['closing.ended_but_open']
		);
		expect(await refusal('closing', { status: 'active', body: other.id })).toContain(
			messages.ar['closing.succeeded_but_open']
		);
		expect(await refusal('closing', { ...ended, body: 'words', body_name: 'جهة غير معروفة' })).toContain(
			messages.ar['closing.not_on_register']
		);
		for (const body of [id, 'SJ-0000-00']) {
			const fields = { ...(await openForm(visitor, `${base}/closing`)), ...ended, body };
			expect((await check(visitor, `${base}/closing`, fields)).status).toBe(422);
		}
	});
});

describe('a form that was tampered with', () => {
	test('changes nothing by fields that are not its own', async () => {
		const before = await document();
		const fields = await openForm(visitor, `${base}/contacts`);
		const forged = {
			...fields,
			status: 'approved',
			role: 'admin',
			is_registrar: 'true',
			'contacts.0.sources': 's1'
		};
		const { status, html } = await check(visitor, `${base}/contacts`, forged);
		expect([status, html.includes(messages.ar['profile.nothing_changed'])]).toEqual([422, true]);
		await save('names', {
			'names.1.value': 'نسيم البر',
			'names.1.sources': 's1',
			status: 'dissolved',
			kind: 'authority'
		});
		expect(await document()).toMatchObject({
			status: before.status,
			kind: before.kind,
			names: [{}, { sources: [] }, {}]
		});
	});

	test('does not reach another organization by its ids', async () => {
		const other = await makeRecord(
			database.db,
			organization({ names: [{ id: 'x1', value: 'فريق آخر', lang: 'ar' }] })
		);
		await save('names', {
			'names.1.id': 'x1',
			id: other.id,
			record_id: other.id,
			slug: other.document.slug!
		});
		const untouched = await current(database.db, 'organization', other.id);
		expect([untouched.version, untouched.document.names]).toEqual([1, other.document.names]);
		const stranger = `/workspace/organizations/${other.document.slug}/names`;
		expect((await visitor.get(stranger)).status).toBe(404);
		expect((await visitor.post(`${stranger}?/save`, {})).status).toBe(404);
	});
});

test('a form that is sent twice at once changes the record once', async () => {
	const path = `${base}/contacts`;
	const fields = {
		...(await openForm(visitor, path)),
		'links.0.url': 'naseem.example',
		'links.0.kind': 'website'
	};
	const checked = await check(visitor, path, fields);
	const answers = await Promise.all([1, 2].map(() => visitor.post(`${path}?/save`, checked.fields)));
	expect(answers.map(({ status }) => status)).toEqual([303, 303]);
	expect((await current(database.db, 'organization', id)).version).toBe(2);
});

test('of two editors of one value the second chooses, and of two values none is lost', async () => {
	const path = `${base}/names`;
	const mine = await openForm(visitor, path);
	const { version, document: stood } = await current(database.db, 'organization', id);
	const names = stood.names.map((name) => (name.id === 'n2' ? { ...name, value: 'نسيم الشرق' } : name));
	await propose(database.db, 'register', { id, version, document: stood }, { names, founded: '2014' });

	const elsewhere = { ...mine, 'names.2.value': 'Naseem Team' };
	expect((await checkAndSave(visitor, path, elsewhere)).status).toBe(303);
	expect(await document()).toMatchObject({
		founded: '2014',
		names: [{}, { value: 'نسيم الشرق' }, { value: 'Naseem Team' }]
	});

	const late = { ...mine, submission_key: submissionKey(), 'names.1.value': 'نسيم الغرب' };
	const checked = await check(visitor, path, late);
	const conflict = await visitor.post(`${path}?/save`, checked.fields);
	expect(conflict.status).toBe(409);
	const html = await conflict.text();
	expect(html).toContain('نسيم الشرق');
	const [, choice] = html.match(/type="radio" name="([^"]+)" value="mine"/)!;
	const chosen = { ...(await fieldsOf(html)), [choice!]: 'mine' };
	expect((await visitor.post(`${path}?/save`, chosen)).status).toBe(303);
	expect((await document()).names[1]!.value).toBe('نسيم الغرب');
});

test('the page of an organization in the workspace says what is missing, and leads to where it is mended', async () => {
	const html = await (await visitor.get(base)).text();
	const to = (page: string) => `href="${encodeURI(`${base}/${page}`)}"`;
	for (const page of ['profile', 'contacts', 'board']) expect(html).toContain(to(page));
	expect(html).toContain(messages.ar['gap.chair']);
	const [first] = /<meter[^>]*>/.exec(html) ?? [];
	expect(first).toContain('max=');
});

test('what was changed on a page of the workspace stands in the history, with the reason', async () => {
	await save('contacts', { 'links.0.url': 't.me/naseem', reason: 'قناة جديدة' });
	const history = await (await visitor.get(`${base.replace('/workspace', '')}/history`)).text();
	expect(history).toContain('https://t.me/naseem');
	expect(history).toContain('قناة جديدة');
});
