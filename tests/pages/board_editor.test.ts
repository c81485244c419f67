import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { boardPositions } from '#lib/domain/board.ts';
import { addDays, todayIn } from '#lib/domain/dates.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { NEW_PERSON } from '#lib/domain/forms/editor_form.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { findPeople } from '#lib/server/registry/people_search.ts';
import { makeAccount } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeRecord, submissionKey } from '../harness/factory.ts';
import { messages } from '../harness/house_rules.ts';
import { check, checkAndSave, fieldsOf, openForm, type Fields } from '../harness/sent_form.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

const today = todayIn();
const [year, month, day] = addDays(today, 30).split('-') as [string, string, string];
const takesOver = { 'from.day': day, 'from.month': month, 'from.year': year };

let database: TestDatabase;
let server: TestServer;
let visitor: Visitor;
let account_id: string;
let people: Record<'salman' | 'haifa' | 'rayan', string>;
let id: string;
let board: string;

beforeAll(async () => {
	database = await createTestDatabase();
	server = await startServer({ databaseUrl: database.url });
	const account = await makeAccount(database.db);
	account_id = account.id;
	visitor = visitorOf(server.origin, await signIn(server.origin, account.email));
	const make = async (value: string) =>
		(await makeRecord(database.db, person({ names: [{ value, lang: 'ar', kind: 'official' }] }))).id;
	people = {
		salman: await make('سلمان بن ناصر الضفافي'),
		haifa: await make('هيفاء الضفافي'),
		rayan: await make('ريان عبدالله الساحلي')
	};
});
afterAll(async () => {
	await server.stop();
	await database.drop();
});
beforeEach(async () => {
	const post = (id: string, who: keyof typeof people, position: string) => ({
		...{ id, person: people[who], position, from: '2024-01-01', term: 't1' }
	});
	const made = await makeRecord(
		database.db,
		organization({
			board_terms: [{ id: 't1', number: 1, from: '2024-01-01', state: 'approved', seats: 3 }],
			appointments: [post('a', 'salman', 'chair'), post('b', 'haifa', 'member')]
		})
	);
	id = made.id;
	board = `/workspace/organizations/${made.document.slug}/board`;
	await grantRole(database.db, { account_id, organization_id: id, role: 'editor', granted_by: null });
});

const document = async (): Promise<OrganizationDocument> =>
	(await current(database.db, 'organization', id)).document;
const fill = async (page: string, typed: Fields) => ({
	...(await openForm(visitor, `${board}/${page}`)),
	...typed
});
const refused = async (page: string, typed: Fields) => {
	const answer = await check(visitor, `${board}/${page}`, await fill(page, typed));
	expect(answer.status).toBe(422);
	return answer.html;
};

describe('a whole new board is entered in one change', () => {
	test('with a date to come, people who go on, one from the register and one who is new', async () => {
		const path = `${board}/handover`;
		const typed = await fill('handover', {
			...takesOver,
			...{ 'members.0.position': '', 'members.1.position': 'chair' },
			...{ 'members.2.person_name': 'ريّان عبدالله الساحلي', 'members.2.position': 'treasurer' },
			...{ 'members.3.person_name': 'منى الواحي', 'members.3.position': 'member' }
		});
		expect([typed.number, typed['members.0.person'], typed['members.1.person']]).toEqual([
			...['2', people.salman, people.haifa]
		]);
		const asked = await check(visitor, path, typed);
		expect(asked.html).toContain(messages.ar['people.title']);
		expect(asked.fields).toMatchObject({
			'members.2.person': people.rayan,
			'members.3.person': NEW_PERSON
		});
		const checked = await check(visitor, path, asked.fields);
		expect(checked.html).toContain('منى الواحي');
		expect((await current(database.db, 'organization', id)).version).toBe(1);
		const answers = await Promise.all([1, 2].map(() => visitor.post(`${path}?/save`, checked.fields)));
		expect(answers.map(({ status }) => status)).toEqual([303, 303]);

		const { board_terms, appointments } = await document();
		const from = `${year}-${month}-${day}`;
		expect((await current(database.db, 'organization', id)).version).toBe(2);
		expect(board_terms).toMatchObject([
			{ id: 't1', until: from },
			{ number: 2, from, state: 'elected' }
		]);
		expect(appointments.map(({ position, until, term }) => [position, until, term === 't1'])).toEqual([
			['chair', from, true],
			['member', from, true],
			['chair', undefined, false],
			['treasurer', undefined, false],
			['member', undefined, false]
		]);
		const added = await findPeople(database.db, 'منى الواحي');
		expect(added.map(({ label }) => label.id)).toEqual([appointments.at(-1)!.person]);

		const page = board.replace('/workspace', '').replace(/\/board$/, '');
		const onDay = async (on: string) => {
			const html = await (await visitor.get(`${page}?on=${on}`)).text();
			return html.slice(html.indexOf('id="board"'), html.indexOf('id="terms"'));
		};
		expect(await onDay(today)).toContain('سلمان بن ناصر');
		expect(await onDay(today)).not.toContain('منى الواحي');
		expect(await onDay(addDays(from, 1))).toContain('منى الواحي');
		expect(await onDay(addDays(from, 1))).not.toContain('سلمان بن ناصر');
	});

	test('that is refused leaves no new person behind, and keeps what was typed', async () => {
		const html = await refused('handover', {
			...takesOver,
			...{ 'members.0.position': 'chair', 'members.1.position': 'chair' }
		});
		expect(html).toContain(messages.ar['refusal.two_in_one_post']);
		const overlapping = await fill('handover', {
			...{ 'from.year': '2023', 'from.month': '12', 'from.day': '1', 'until.year': '2027' },
			...{ 'members.2.person_name': 'زائر عابر', 'members.2.position': 'member' },
			...{ 'members.2.person': NEW_PERSON, 'members.2.person_for': 'زائر عابر' }
		});
		const answer = await check(visitor, `${board}/handover`, overlapping);
		expect([answer.status, answer.fields['members.2.person_name']]).toEqual([422, 'زائر عابر']);
		expect(answer.html).toContain(messages.ar['refusal.terms_overlap']);
		const saved = await visitor.post(`${board}/handover?/save`, overlapping);
		expect(saved.status).toBe(422);
		expect(await findPeople(database.db, 'زائر عابر')).toEqual([]);
	});

	test('and a typed name is asked about again when it is changed after the choice', async () => {
		const typed = await fill('holder', {
			...{ ...takesOver, person_name: 'ريان الساحلي' },
			...{ person: people.rayan, person_for: 'هيفاء الضفافي' }
		});
		expect((await check(visitor, `${board}/holder`, typed)).html).toContain(messages.ar['people.title']);
	});
});

test('of a new person only one is made, also by two who save at the same time', async () => {
	const path = `${board}/appointments/new`;
	const typed = {
		person_name: 'بدر الواحي',
		person: NEW_PERSON,
		person_for: 'بدر الواحي',
		position: 'member'
	};
	const fields = await fill('appointments/new', typed);
	await Promise.all([1, 2, 3].map(() => visitor.post(`${path}?/save`, fields)));
	expect(await findPeople(database.db, 'بدر الواحي')).toHaveLength(1);
});

test('two chairs who are entered in the same moment do not both come on the board', async () => {
	const chair = (person: string) => ({
		person,
		position: 'chair',
		'from.year': '2023',
		'until.year': '',
		term: ''
	});
	const path = `${board}/appointments/new`;
	const fields = await Promise.all(
		[people.rayan, people.haifa].map((who) => fill('appointments/new', chair(who)))
	);
	const ended = { ...(await fill('appointments/a', { is_removed: 'on' })) };
	await checkAndSave(visitor, `${board}/appointments/a`, ended);
	const version = String((await current(database.db, 'organization', id)).version);
	const answers = await Promise.all(
		fields.map((each) =>
			visitor.post(`${path}?/save`, { ...each, base_version: version, submission_key: submissionKey() })
		)
	);
	expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
	const chairs = (await document()).appointments.filter(({ position }) => position === 'chair');
	expect(chairs).toHaveLength(1);
});

describe('one post', () => {
	test('is replaced on a day, for somebody who acts', async () => {
		const fields = await fill('holder', {
			...{ 'from.year': '2025', 'from.month': 'رجب', 'from.calendar': 'islamic-umalqura', is_acting: 'on' },
			...{ person_name: 'هيفاء', person: people.haifa, person_for: 'هيفاء' }
		});
		expect((await check(visitor, `${board}/holder`, fields)).html).toContain(
			messages.ar['date.year_looks_gregorian']
		);
		expect((await checkAndSave(visitor, `${board}/holder`, { ...fields, 'from.year': '١٤٤٦' })).status).toBe(
			303
		);
		const { appointments } = await document();
		expect(appointments[0]).toMatchObject({ id: 'a', until: '1446-07 AH' });
		expect(appointments.at(-1)).toMatchObject({
			person: people.haifa,
			is_acting: true,
			term: 't1',
			from: '1446-07 AH'
		});
	});

	test('is left vacant, which the page of the board says', async () => {
		const fields = await fill('holder', { 'from.year': '2025', is_vacant: 'on' });
		await checkAndSave(visitor, `${board}/holder`, fields);
		const html = await (await visitor.get(board)).text();
		expect(html).toContain(messages.ar['board.chair_vacant']);
	});

	test('is corrected, and one that somebody else removed meanwhile is a conflict, with the text kept', async () => {
		const fields = await fill('appointments/b', { position: 'secretary', 'title.ar': 'أمينة السر' });
		const removal = await fill('appointments/b', { is_removed: 'on' });
		expect((await checkAndSave(visitor, `${board}/appointments/b`, removal)).status).toBe(303);
		const checked = await check(visitor, `${board}/appointments/b`, fields);
		expect(checked.status).toBe(200);
		const answer = await visitor.post(`${board}/appointments/b?/save`, checked.fields);
		expect(answer.status).toBe(409);
		expect((await fieldsOf(await answer.text()))['title.ar']).toBe('أمينة السر');
	});

	test.each([
		[
			'an end before the start',
			{ 'from.year': '2024', 'until.year': '2023', term: '' },
			'tenure.end_before_start'
		],
		['a start after the term', { 'from.year': '2029', term: 't1' }, 'board.outside_term'],
		['a name without letters', { person_name: '٥٥ ..' }, 'person.name_without_letters'],
		['a name with pictures', { person_name: 'ريان 🌴' }, 'person.name_with_pictures'],
		['a name of 301 characters', { person_name: 'ن'.repeat(301) }, 'error.too_long'],
		['nobody', {}, 'people.name_missing']
	] as const)('with %s is refused', async (_, typed, message) => {
		if (message === 'board.outside_term') await closeTerm();
		const who: Fields =
			'person_name' in typed || Object.keys(typed).length === 0 ? {} : { person: people.rayan };
		const html = await refused('appointments/new', { ...who, ...(typed as Fields) });
		expect(html).toContain(messages.ar[message]);
	});

	async function closeTerm(): Promise<void> {
		await checkAndSave(
			visitor,
			`${board}/terms`,
			await fill('terms', { 'board_terms.0.until.year': '2028' })
		);
	}
});

describe('terms', () => {
	test.each([
		[{ 'board_terms.0.until.year': '2023' }, 'tenure.end_before_start'],
		[{ 'board_terms.1.number': '1' }, 'refusal.term_number_twice'],
		[{ 'board_terms.1.number': '٢', 'board_terms.1.from.year': '2025' }, 'refusal.terms_overlap'],
		[{ 'board_terms.0.seats': 'كثير' }, 'error.not_a_count'],
		[{ 'board_terms.0.number': '', 'board_terms.0.from.year': '' }, 'board.term_has_members']
	] as const)('%j is refused', async (typed, message) => {
		expect(await refused('terms', typed)).toContain(messages.ar[message]);
	});
});

describe('people are found', () => {
	test.each([
		['one part', 'ريان', 'rayan'],
		['two of three parts, spelled otherwise', 'ريّان الساحلى', 'rayan'],
		['six parts', 'سلمان بن ناصر بن علي بن حسن الضفافي', 'salman'],
		['a title before it', 'الأستاذة هيفاء الضفافي', 'haifa'],
		['the shapes of letters in print', 'ﻫﻴﻔﺎﺀ ﺍﻟﻀﻔﺎﻓﻲ', 'haifa'],
		['invisible characters', 'هيفاء\u200F\u00A0الضفافي\u200E', 'haifa']
	] as const)('by %s', async (_, typed, who) => {
		expect((await findPeople(database.db, typed)).map(({ label }) => label.id)).toContain(people[who]);
	});

	test('with a warning where the name is the same, and the posts that tell them apart', async () => {
		const [found] = await findPeople(database.db, 'هيفاء الضفافى');
		expect(found).toMatchObject({ is_same_name: true, label: { id: people.haifa } });
		expect(found!.posts.length).toBeGreaterThan(0);
		const [other] = await findPeople(database.db, 'هيفاء');
		expect(other!.is_same_name).toBe(false);
		expect(await findPeople(database.db, ' \u200F')).toEqual([]);
	});
});

test('somebody in a third term is named on the page of the board and before a hand-over is saved', async () => {
	const past = await fill('terms', {
		...{ 'board_terms.1.number': '2', 'board_terms.1.from.year': '2016', 'board_terms.1.until.year': '2020' },
		...{ 'board_terms.2.number': '3', 'board_terms.2.from.year': '2020', 'board_terms.2.until.year': '2024' },
		...{ 'board_terms.0.number': '4' }
	});
	await checkAndSave(visitor, `${board}/terms`, past);
	const term = (await document()).board_terms.find(({ number }) => number === 3)!.id;
	const post = { person: people.haifa, position: 'member', term, 'from.year': '2020', 'until.year': '2024' };
	await checkAndSave(visitor, `${board}/appointments/new`, await fill('appointments/new', post));
	const html = async () => (await visitor.get(board)).text();
	expect(await html()).not.toContain(messages.ar['board.third_term']);

	const again = await fill('handover', { ...takesOver, number: '5' });
	const checked = await check(visitor, `${board}/handover`, again);
	expect(checked.html).toContain(messages.ar['board.third_term']);
	await visitor.post(`${board}/handover?/save`, checked.fields);
	expect(await html()).toContain(messages.ar['board.third_term']);
	expect((await document()).appointments.every(({ position }) => boardPositions.has(position))).toBe(true);
});
