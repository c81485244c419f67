import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ParticipationDocument } from '#lib/domain/documents/participation.ts';
import { IN_WORDS, NEW_PERSON } from '#lib/domain/forms/editor_form.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { makeAccount } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation, person } from '../harness/documents.ts';
import { current, makeRecord, propose, submissionKey } from '../harness/factory.ts';
import { messages } from '../harness/house_rules.ts';
import { check, checkAndSave, fieldsOf, openForm, type Fields } from '../harness/sent_form.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let database: TestDatabase;
let server: TestServer;
let visitor: Visitor;
let account_id: string;
let people: Record<'chair' | 'secretary' | 'guest', string>;
let host: string;
let forum: { id: string; slug: string };
let id: string;
let base: string;

beforeAll(async () => {
	database = await createTestDatabase();
	server = await startServer({ databaseUrl: database.url });
	const account = await makeAccount(database.db);
	account_id = account.id;
	visitor = visitorOf(server.origin, await signIn(server.origin, account.email));
	const named = async (value: string) =>
		(await makeRecord(database.db, person({ names: [{ value, lang: 'ar' }] }))).id;
	people = {
		chair: await named('هيفاء آل مطر'),
		secretary: await named('ريان آل سيف'),
		guest: await named('نوف آل عامر')
	};
	const hosting = organization({ names: [{ value: 'جمعية الضفاف', lang: 'ar' }] });
	host = (await makeRecord(database.db, hosting)).id;
	const made = await makeRecord(
		database.db,
		conference({ from: '2022-12-03', until: '2022-12-05', organizers: [{ organization: host }] })
	);
	forum = { id: made.id, slug: made.document.slug! };
});
afterAll(async () => {
	await server.stop();
	await database.drop();
});
beforeEach(async () => {
	const made = await makeRecord(
		database.db,
		organization({
			names: [{ value: 'فريق نسيم', lang: 'ar' }],
			appointments: [
				{ person: people.chair, position: 'chair', from: '2020', until: '2024' },
				{ person: people.secretary, position: 'secretary', from: '2023', until: '2024' }
			]
		})
	);
	id = made.id;
	base = `/workspace/organizations/${made.document.slug}/participations`;
	await grantRole(database.db, { account_id, organization_id: id, role: 'editor', granted_by: null });
});

const recorded = (isWithdrawn = false) => participationsOf(database.db, { organization: id, isWithdrawn });
const add = async (typed: Fields = {}) =>
	checkAndSave(visitor, `${base}/new/${forum.id}`, {
		...(await openForm(visitor, `${base}/new/${forum.id}`)),
		...typed
	});
const edit = async (participationId: string, typed: Fields) =>
	checkAndSave(visitor, `${base}/${participationId}`, {
		...(await openForm(visitor, `${base}/${participationId}`)),
		...typed
	});
const documentOf = async (participationId: string): Promise<ParticipationDocument> =>
	(await current(database.db, 'participation', participationId)).document;

test('a conference is picked by a search that needs no script, however its name is spelt', async () => {
	const html = await (await visitor.get(`${base}/new?q=${encodeURIComponent('ملتقي الضفاف')}`)).text();
	expect(html).toContain(`${base}/new/${forum.id}"`);
	const nothing = await (await visitor.get(`${base}/new?q=qwertyuiop`)).text();
	expect(nothing).toContain('/workspace/conferences/new');
	expect(nothing).toContain(messages.ar['participation.once_public']);
});

describe('a new participation', () => {
	test('is on the register at once, with its delegation from the board of that day and its post filled in', async () => {
		const page = await (await visitor.get(`${base}/new/${forum.id}`)).text();
		expect(page).toContain(`name="board.${people.chair}"`);
		expect(page).not.toContain(`name="board.${people.secretary}"`);
		const saved = await add({
			role: 'spoke',
			'role_note.ar': 'ورقة عن التطوع الصحي',
			'summary.ar': 'عرض الفريق تجربته.',
			'summary.en': 'The team spoke of its work.',
			[`board.${people.chair}`]: 'on',
			source_url: 'https://news.example/forum'
		});
		expect(saved.headers.get('location')).toBe(encodeURI(`${base}?saved=now`));
		const [item] = await recorded();
		expect(item).toMatchObject({
			organization: { id },
			conference: { id: forum.id },
			delegates: [{ person: { id: people.chair }, position: 'chair', is_filled_in: true }]
		});
		expect(item!.document).toMatchObject({
			role: 'spoke',
			role_note: { ar: 'ورقة عن التطوع الصحي' },
			sources: [{ url: 'https://news.example/forum' }]
		});
		const shown = await (await visitor.get(encodeURI(`/conferences/${forum.slug}`))).text();
		for (const text of ['عرض الفريق تجربته.', 'هيفاء آل مطر']) expect(shown).toContain(text);
	});

	test('may say nothing but that one was there', async () => {
		expect((await add()).status).toBe(303);
		expect((await recorded())[0]!.document).toMatchObject({ role: 'attended', delegates: [] });
	});

	test('in the same role a second time is refused, and what was typed stays', async () => {
		await add();
		const opened = await openForm(visitor, `${base}/new/${forum.id}`);
		const again = await check(visitor, `${base}/new/${forum.id}`, { ...opened, 'summary.ar': 'مرة أخرى' });
		expect(again.status).toBe(422);
		expect(again.html).toContain(messages.ar['refusal.participation_twice']);
		expect(again.fields['summary.ar']).toBe('مرة أخرى');
		expect((await add({ role: 'exhibited' })).status).toBe(303);
	});

	test('that is sent twice at once comes once', async () => {
		const path = `${base}/new/${forum.id}`;
		const checked = await check(visitor, path, await openForm(visitor, path));
		const answers = await Promise.all([1, 2].map(() => visitor.post(`${path}?/save`, checked.fields)));
		expect(answers.map(({ status }) => status)).toEqual([303, 303]);
		expect(await recorded()).toHaveLength(1);
	});

	test('is of the organization and the conference in the address, whatever else the form holds', async () => {
		const other = await makeRecord(database.db, organization());
		await add({ organization: other.id, conference: host, id: other.id, withdrawn_on: '2020' });
		const [item] = await recorded();
		expect(item!.document).toMatchObject({ organization: id, conference: forum.id });
		expect(item!.document.withdrawn_on).toBeUndefined();
		expect(await participationsOf(database.db, { organization: other.id })).toEqual([]);
		const stranger = `/workspace/organizations/${other.document.slug}/participations`;
		for (const path of [
			stranger,
			`${stranger}/new`,
			`${stranger}/new/${forum.id}`,
			`${stranger}/${item!.id}`
		])
			expect((await visitor.get(path)).status).toBe(404);
		expect((await visitor.post(`${stranger}/new/${forum.id}?/save`, {})).status).toBe(404);
	});

	test('takes part in an edition, not in a series, nor in what is not there', async () => {
		const series = await makeRecord(database.db, conference({ kind: 'series' }));
		for (const asked of [series.id, 'nothing', host])
			expect((await visitor.get(`${base}/new/${asked}`)).status).toBe(404);
	});
});

describe('whoever is named by typing', () => {
	test('is looked for on the register: the inviter stays words, a delegate comes on it', async () => {
		const path = `${base}/new/${forum.id}`;
		const asked = await check(visitor, path, {
			...(await openForm(visitor, path)),
			body_name: 'اللجنة المنظمة',
			'delegates.0.person_name': 'نوف آل عامر',
			'delegates.1.person_name': 'زائرة عابرة'
		});
		expect(asked.html).toContain(messages.ar['people.title']);
		expect(asked.fields['delegates.0.person']).toBe(people.guest);
		const answered = await check(visitor, path, {
			...asked.fields,
			body: IN_WORDS,
			'delegates.1.person': NEW_PERSON
		});
		expect(answered.status, answered.html).toBe(200);
		expect((await visitor.post(`${path}?/save`, answered.fields)).status).toBe(303);
		const [item] = await recorded();
		expect(item!.document).toMatchObject({ invited_by: { ar: 'اللجنة المنظمة' } });
		expect(item!.document.inviter).toBeUndefined();
		expect(item!.delegates.map(({ person }) => person.name_ar)).toEqual(['نوف آل عامر', 'زائرة عابرة']);
	});

	test('is the body that was chosen, until that is taken away', async () => {
		const path = `${base}/new/${forum.id}`;
		const typed = { ...(await openForm(visitor, path)), body_name: 'جمعيه الضفاف' };
		const asked = await check(visitor, path, typed);
		expect(asked.fields.body).toBe(host);
		await checkAndSave(visitor, path, asked.fields);
		const [item] = await recorded();
		expect(item!.inviter).toMatchObject({ id: host });
		await edit(item!.id, { is_uninvited: 'on', 'invited_by.en': 'The committee' });
		const after = await documentOf(item!.id);
		expect([after.inviter, after.invited_by]).toEqual([undefined, { en: 'The committee' }]);
	});

	test('stands once in a delegation', async () => {
		await add({ [`board.${people.chair}`]: 'on' });
		const [{ id: own } = { id: '' }] = await recorded();
		const opened = await openForm(visitor, `${base}/${own}`);
		const twice = await check(visitor, `${base}/${own}`, {
			...opened,
			'delegates.1.person': people.chair
		});
		expect([twice.status, twice.html.includes(messages.ar['refusal.delegate_twice'])]).toEqual([422, true]);
	});
});

describe('a participation that stands', () => {
	let own: string;
	beforeEach(async () => {
		await add({ [`board.${people.chair}`]: 'on', 'summary.ar': 'عرض.' });
		own = (await recorded())[0]!.id;
	});

	test('shows the post of the register, and a stated post overrides it', async () => {
		const page = await (await visitor.get(`${base}/${own}`)).text();
		expect(page).toContain(messages.ar['participation.held_that_day']);
		await edit(own, { 'delegates.0.title.ar': 'رئيسة الوفد' });
		const [item] = await recorded();
		expect(item!.delegates).toMatchObject([{ title: { ar: 'رئيسة الوفد' }, is_filled_in: false }]);
		await edit(own, { 'delegates.0.is_removed': 'on' });
		expect((await documentOf(own)).delegates).toEqual([]);
	});

	test('is taken back, which hides it and keeps its history, and is brought back', async () => {
		await edit(own, { is_withdrawn: 'on', reason: 'لم نحضر' });
		expect([(await recorded()).length, (await recorded(true)).length]).toEqual([0, 1]);
		const shown = await (await visitor.get(base.replace(/^\/workspace|\/participations$/g, ''))).text();
		expect(shown).not.toContain('ملتقى ضفاف');
		expect((await documentOf(own)).withdrawn_on).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect((await add({ role: 'attended' })).status).toBe(303);
		const opened = await openForm(visitor, `${base}/${own}`);
		delete opened.is_withdrawn;
		const refused = await check(visitor, `${base}/${own}`, opened);
		expect(refused.html).toContain(messages.ar['refusal.participation_twice']);
		const [other] = await recorded();
		await edit(other!.id, { is_withdrawn: 'on' });
		await checkAndSave(visitor, `${base}/${own}`, opened);
		expect((await recorded()).map(({ id }) => id)).toEqual([own]);
		const revisions = database.db.selectFrom('revision').where('record_id', '=', own).select('version');
		expect(await revisions.execute()).toHaveLength(3);
	});

	test('of two editors of one value the second chooses', async () => {
		const mine = await openForm(visitor, `${base}/${own}`);
		const base_record = await current(database.db, 'participation', own);
		await propose(database.db, 'register', base_record, { summary: { ar: 'عرض آخر.' } });
		const checked = await check(visitor, `${base}/${own}`, {
			...mine,
			submission_key: submissionKey(),
			'summary.ar': 'عرض الفريق.'
		});
		const conflict = await visitor.post(`${base}/${own}?/save`, checked.fields);
		expect(conflict.status).toBe(409);
		const html = await conflict.text();
		const [, choice] = html.match(/type="radio" name="([^"]+)" value="mine"/)!;
		const chosen = { ...(await fieldsOf(html)), [choice!]: 'mine' };
		expect((await visitor.post(`${base}/${own}?/save`, chosen)).status).toBe(303);
		expect((await documentOf(own)).summary).toEqual({ ar: 'عرض الفريق.' });
	});

	test('has sources of its own', async () => {
		const path = `${base}/${own}/sources`;
		await checkAndSave(visitor, path, { ...(await openForm(visitor, path)), 'sources.0.title': 'خبر' });
		expect((await documentOf(own)).sources).toMatchObject([{ title: 'خبر' }]);
	});

	test('of another organization is not reached through one’s own', async () => {
		const other = await makeRecord(database.db, organization());
		const theirs = await makeRecord(
			database.db,
			participation({ organization: other.id, conference: forum.id })
		);
		expect((await visitor.get(`${base}/${theirs.id}`)).status).toBe(404);
		expect((await visitor.post(`${base}/${theirs.id}?/save`, {})).status).toBe(404);
	});
});
