import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ConferenceDocument } from '#lib/domain/documents/conference.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { IN_WORDS } from '#lib/domain/forms/editor_form.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { makeAccount } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation, person } from '../harness/documents.ts';
import { current, makeRecord, makeRegistrar, propose, submissionKey } from '../harness/factory.ts';
import { messages } from '../harness/house_rules.ts';
import { check, checkAndSave, fieldsOf, openForm, type Fields } from '../harness/sent_form.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

let database: TestDatabase;
let server: TestServer;
let organizer: Visitor;
let desk: Visitor;
let registrar: Actor;
let host: string;
let patron: string;
let id: string;
let base: string;

beforeAll(async () => {
	database = await createTestDatabase();
	server = await startServer({ databaseUrl: database.url });
	registrar = await makeRegistrar(database.db);
	const names = [{ value: 'جمعية الفنار', lang: 'ar' }];
	host = (await makeRecord(database.db, organization({ names }))).id;
	patron = (await makeRecord(database.db, person({ names: [{ value: 'جود آل مهنا', lang: 'ar' }] }))).id;
	const signedIn = async (is_registrar: boolean) => {
		const account = await makeAccount(database.db, { is_registrar });
		if (!is_registrar) {
			const team = { account_id: account.id, organization_id: host, role: 'editor' } as const;
			await grantRole(database.db, { ...team, granted_by: null });
		}
		return visitorOf(server.origin, await signIn(server.origin, account.email));
	};
	[organizer, desk] = [await signedIn(false), await signedIn(true)];
});
afterAll(async () => {
	await server.stop();
	await database.drop();
});
beforeEach(async () => {
	const made = await makeRecord(
		database.db,
		conference({
			names: [{ id: 'n1', value: 'ملتقى الفنار', lang: 'ar' }],
			...{ summary: { ar: 'ملتقى سنوي.' }, from: '2024-02-01', venue: { ar: 'قاعة الميناء' } },
			place: { country: 'SA', city: { ar: 'ينبع' } },
			organizers: [{ id: 'o1', organization: host }],
			objectives: [{ id: 'b1', text: { ar: 'تبادل الخبرات' } }]
		})
	);
	id = made.id;
	base = `/workspace/conferences/${made.document.slug}`;
});

const document = async (): Promise<ConferenceDocument> =>
	(await current(database.db, 'conference', id)).document;
const save = async (noun: string, typed: Fields, visitor = desk) => {
	const path = `${base}/${noun}`;
	const saved = await checkAndSave(visitor, path, { ...(await openForm(visitor, path)), ...typed });
	expect(saved.status).toBe(303);
	return saved.headers.get('location');
};

test('all that the team of an organizing body changes waits for a registrar, and is shown when approved', async () => {
	const leadsTo = await save('profile', { 'theme.ar': 'معًا', status: 'held' }, organizer);
	expect(leadsTo).toBe(encodeURI(`${base}?saved=waiting`));
	expect(await document()).toMatchObject({ status: 'unknown' });
	const page = base.replace('/workspace', '');
	expect(await (await organizer.get(page)).text()).not.toContain('معًا');
	const [change] = await listWaiting(database.db, [id]);
	expect(await approveChange(database.db, registrar, change!.id)).toHaveProperty('version');
	expect(await document()).toMatchObject({ status: 'held', theme: { ar: 'معًا' } });
	expect(await (await organizer.get(page)).text()).toContain('معًا');
});

describe('a registrar changes at once', () => {
	test('the profile: what is emptied goes, what is not shown stays', async () => {
		await save('profile', {
			...{ kind: 'forum', edition: '٤', 'theme.en': 'Together', 'venue.ar': '', 'fields.health': 'on' },
			...{ 'until.year': '1445', 'until.month': 'رجب', 'until.calendar': 'islamic-umalqura' }
		});
		const after = await document();
		expect(after).toMatchObject({
			...{ kind: 'forum', edition: 4, theme: { en: 'Together' }, until: '1445-07 AH', fields: ['health'] },
			organizers: [{ organization: host }]
		});
		expect(after.venue).toBeUndefined();
	});

	test('names and sources', async () => {
		await save('names', { 'names.1.value': 'Fanar Forum', 'names.1.lang': 'en' });
		await save('sources', { 'sources.0.title': 'خبر' });
		expect(await document()).toMatchObject({
			names: [{ id: 'n1' }, { value: 'Fanar Forum', lang: 'en' }],
			sources: [{ title: 'خبر' }]
		});
	});

	test('sessions over several evenings, with times in any digits', async () => {
		await save('sessions', {
			...{ 'sessions.0.title.ar': 'الافتتاح', 'sessions.0.starts_at': '٧:٣٠', 'sessions.0.ends_at': '21.00' },
			...{ 'sessions.0.on.year': '2024', 'sessions.0.on.month': '2', 'sessions.0.on.day': '١' }
		});
		await save('sessions', { 'sessions.1.title.ar': 'الأمسية الثانية', 'sessions.1.venue.ar': 'المسرح' });
		expect((await document()).sessions).toMatchObject([
			{ title: { ar: 'الافتتاح' }, on: '2024-02-01', starts_at: '07:30', ends_at: '21:00' },
			{ title: { ar: 'الأمسية الثانية' }, venue: { ar: 'المسرح' } }
		]);
		const path = `${base}/sessions`;
		const wrong = { ...(await openForm(desk, path)), 'sessions.1.ends_at': '٢٥:٠٠' };
		const answer = await check(desk, path, wrong);
		expect([answer.status, answer.fields['sessions.1.ends_at']]).toEqual([422, '٢٥:٠٠']);
		expect(answer.html).toContain(messages.ar['error.not_a_time']);
	});

	test('the patron from the register and the deputy in words, who never becomes a person by that', async () => {
		const people = () => database.db.selectFrom('person').select('record_id').execute();
		const before = (await people()).length;
		const path = `${base}/people`;
		const asked = await check(desk, path, {
			...(await openForm(desk, path)),
			...{ 'patrons.0.person_name': 'معالي جود آل مهنا', 'patrons.0.title.ar': 'وزيرة' }
		});
		expect(asked.fields['patrons.0.person']).toBe(patron);
		await checkAndSave(desk, path, asked.fields);
		const next = await check(desk, path, {
			...(await openForm(desk, path)),
			...{ 'patrons.1.person_name': 'وكيل الوزارة', 'patrons.1.role': 'deputy' }
		});
		await checkAndSave(desk, path, { ...next.fields, 'patrons.1.person': IN_WORDS });
		expect((await document()).patrons).toMatchObject([
			{ person: patron, role: 'patron', title: { ar: 'وزيرة' } },
			{ name: { ar: 'وكيل الوزارة' }, role: 'deputy' }
		]);
		expect((await people()).length).toBe(before);
		const renamed = await check(desk, path, {
			...(await openForm(desk, path)),
			'patrons.1.person_name': 'وكيل الوزارة للتنمية'
		});
		await checkAndSave(desk, path, { ...renamed.fields, 'patrons.1.person': IN_WORDS });
		expect((await document()).patrons[1]).toMatchObject({ name: { ar: 'وكيل الوزارة للتنمية' } });
		await save('people', { 'patrons.0.is_removed': 'on' });
		expect((await document()).patrons).toMatchObject([{ name: { ar: 'وكيل الوزارة للتنمية' } }]);
	});

	test('organizers and partners', async () => {
		await save('organizers', { 'organizers.1.name.ar': 'لجنة الشباب', 'organizers.1.role': 'partner' });
		expect((await document()).organizers).toMatchObject([
			{ id: 'o1', organization: host, role: 'organizer' },
			{ name: { ar: 'لجنة الشباب' }, role: 'partner' }
		]);
	});

	test('objectives, and recommendations with who is to carry them out and how far they have come', async () => {
		await save('objectives', { 'objectives.0.text.en': 'Exchange of experience' });
		await save('recommendations', {
			...{ 'recommendations.0.text.ar': 'سجل موحد للمتطوعين', 'recommendations.0.owner.ar': 'الوزارة' },
			'recommendations.0.state': 'under_way'
		});
		expect(await document()).toMatchObject({
			objectives: [{ id: 'b1', text: { ar: 'تبادل الخبرات', en: 'Exchange of experience' } }],
			recommendations: [{ owner: { ar: 'الوزارة' }, state: 'under_way' }]
		});
		await save('recommendations', { 'recommendations.0.text.ar': '' });
		expect((await document()).recommendations).toEqual([]);
	});
});

test('fields of other forms and ids of other records change nothing', async () => {
	const other = await makeRecord(
		database.db,
		conference({ objectives: [{ id: 'x1', text: { ar: 'هدف' } }] })
	);
	await save('objectives', {
		...{ 'objectives.0.id': 'x1', id: other.id, slug: other.document.slug!, status: 'held' },
		'objectives.0.sources': 's1'
	});
	expect((await current(database.db, 'conference', other.id)).version).toBe(1);
	expect(await document()).toMatchObject({ status: 'unknown', organizers: [{ organization: host }] });
	const stranger = `/workspace/conferences/${other.document.slug}/profile`;
	expect((await organizer.get(stranger)).status).toBe(404);
	expect((await organizer.post(`${stranger}?/save`, {})).status).toBe(404);
});

test('of two editors of one value the second chooses, and a form sent twice changes the record once', async () => {
	const path = `${base}/profile`;
	const mine = await openForm(desk, path);
	const stood = await current(database.db, 'conference', id);
	await propose(database.db, 'register', stood, { summary: { ar: 'ملتقى كل عامين.' } });
	const late = { ...mine, submission_key: submissionKey(), 'summary.ar': 'ملتقى كل عام.' };
	const conflict = await desk.post(`${path}?/save`, (await check(desk, path, late)).fields);
	expect(conflict.status).toBe(409);
	const html = await conflict.text();
	const [, choice] = html.match(/type="radio" name="([^"]+)" value="mine"/)!;
	const chosen = { ...(await fieldsOf(html)), [choice!]: 'mine' };
	const answers = await Promise.all([1, 2].map(() => desk.post(`${path}?/save`, chosen)));
	expect(answers.map(({ status }) => status)).toEqual([303, 303]);
	expect(await current(database.db, 'conference', id)).toMatchObject({
		version: 3,
		document: { summary: { ar: 'ملتقى كل عام.' } }
	});
});

test('the organizer answers a participation on its page, and a dispute without a reason is asked for one', async () => {
	const team = await makeRecord(
		database.db,
		organization({ names: [{ value: 'فريق الأشرعة', lang: 'ar' }] })
	);
	const own = await makeRecord(database.db, participation({ organization: team.id, conference: id }));
	const path = `${base}/participations`;
	const opened = await openForm(organizer, path);
	const refused = await organizer.post(`${path}?/answer`, { ...opened, state: 'disputed' });
	const asked = await refused.text();
	expect([refused.status, asked.includes(messages.ar['organizer_answer.reason_missing'])]).toEqual([
		422,
		true
	]);
	const reason = 'لم يحضر الفريق.';
	const answered = await organizer.post(`${path}?/answer`, { ...opened, state: 'disputed', reason });
	expect(answered.headers.get('location')).toBe(encodeURI(`${path}?saved=answered`));
	for (const page of [base.replace('/workspace', ''), `/organizations/${team.document.slug}`]) {
		const html = await (await organizer.get(page)).text();
		expect(html).toContain(messages.ar['organizer_answer.disputed']);
		expect(html).toContain(reason);
	}
	const forged = await desk.post(`${path}?/answer`, {
		...opened,
		...{ submission_key: submissionKey(), participation: own.id, after: '1', state: 'confirmed' }
	});
	expect(forged.status).toBe(422);
});
