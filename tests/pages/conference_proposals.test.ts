import { afterAll, beforeAll, expect, test } from 'vitest';
import { registryId } from '#lib/domain/registry_id.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange, returnChange } from '#lib/server/editing/review.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { IN_WORDS } from '#lib/domain/forms/editor_form.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { makeAccount } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, person } from '../harness/documents.ts';
import { makeRecord, makeRegistrar, submissionKey } from '../harness/factory.ts';
import { messages } from '../harness/house_rules.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { check, openForm, type Fields } from '../harness/sent_form.ts';
import { startServer, type TestServer } from '../harness/server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

const PATH = '/workspace/conferences/new';

let database: TestDatabase;
let server: TestServer;
let visitor: Visitor;
let email: string;
let registrar: Actor;
let host: string;
let series: string;

beforeAll(async () => {
	database = await createTestDatabase();
	server = await startServer({ databaseUrl: database.url });
	email = (await makeAccount(database.db)).email;
	visitor = visitorOf(server.origin, await signIn(server.origin, email));
	registrar = await makeRegistrar(database.db);
	const hosting = organization({ names: [{ value: 'جمعية المرفأ', lang: 'ar' }] });
	host = (await makeRecord(database.db, hosting)).id;
	const names = [{ value: 'ملتقى المرفأ', lang: 'ar' }];
	series = (await makeRecord(database.db, conference({ kind: 'series', names }))).id;
	await makeRecord(
		database.db,
		conference({
			...{ names: [{ value: 'ملتقى المرفأ', lang: 'ar' }], series, edition: 2, from: '2022-12-03' },
			place: { country: 'SA', city: { ar: 'الجبيل' } }
		})
	);
});
afterAll(async () => {
	await server.stop();
	await database.drop();
});

const typed = async (fields: Fields): Promise<Fields> => ({
	...(await openForm(visitor, PATH)),
	...{ 'name.ar': 'ملتقى المرفأ', kind: 'forum', country: 'SA', reason: 'حضرناه' },
	...fields
});
const isAsked = (html: string) => html.includes(messages.ar['proposal.is_it_one']);
const changeOf = async (name: string) =>
	(await listWaiting(database.db)).find(({ record }) => record.name_ar === name)!;

test('what is on the register is shown, by name, edition, date and place; another edition is not', async () => {
	const asked = async (fields: Fields) => isAsked((await check(visitor, PATH, await typed(fields))).html);
	expect(await asked({ edition: '٢' })).toBe(true);
	expect(await asked({ 'from.year': '1444', 'from.month': '5', 'from.calendar': 'islamic-umalqura' })).toBe(
		true
	);
	const there = { 'from.year': '2022', 'from.month': '12', 'from.day': '3', 'city.ar': 'الجبيل' };
	expect(await asked({ 'name.ar': 'لقاء السواعد', ...there })).toBe(true);
	expect(await asked({ edition: '3', 'from.year': '2024' })).toBe(false);
	expect(await asked({ 'name.ar': 'لقاء السواعد' })).toBe(false);
});

test('a proposal waits unseen, is approved with its series and organizers, and both sides are told', async () => {
	const fields = await typed({
		...{ series, edition: '٣', 'from.year': '2024', 'from.month': 'فبراير', 'until.year': '2024' },
		...{ 'organizers.0.body_name': 'جمعيه المرفا', 'organizers.0.role': 'host' },
		...{ 'organizers.2.body_name': 'لجنة الميناء', 'organizers.2.role': 'partner' },
		...{ 'city.ar': 'الجبيل', source_url: 'https://news.example/harbour' }
	});
	const asked = await check(visitor, PATH, fields);
	expect(asked.html).toContain(messages.ar['people.title']);
	expect(asked.fields).toMatchObject({ 'organizers.0.body': host, 'organizers.2.body': IN_WORDS });
	const checked = await check(visitor, PATH, asked.fields);
	expect(checked.html).toContain(messages.ar['participation.once_public']);
	expect(checked.html).toContain(messages.ar['organizer_role.partner']);
	const sent = await visitor.post(`${PATH}?/propose`, checked.fields);
	expect(sent.headers.get('location')).toBe('/workspace?done=proposed');
	const change = await changeOf('ملتقى المرفأ');
	expect(await findPublic(database.db, 'conference', change.record.id)).toBeUndefined();
	expect(await (await visitor.get('/workspace')).text()).toContain('ملتقى المرفأ');
	expect(await approveChange(database.db, registrar, change.id)).toEqual({ version: 1 });
	const found = await findPublic(database.db, 'conference', change.record.id);
	if (!found || 'moved_to' in found) throw new Error('not on the register');
	expect(found.document).toMatchObject({
		...{ kind: 'forum', series, edition: 3, from: '2024-02', until: '2024' },
		organizers: [
			{ organization: host, role: 'host' },
			{ name: { ar: 'لجنة الميناء' }, role: 'partner' }
		],
		sources: [{ url: 'https://news.example/harbour' }]
	});
	const letter = await mailTo(server.dataDir, email, 'ملتقى المرفأ');
	expect(decodeURI(linkIn(letter))).toBe(`/conferences/${found.slug}`);
});

test('who is meant is asked anew where the name was changed, and an organizer is a body of the register', async () => {
	const named = { 'name.ar': 'منتدى الصواري', 'organizers.0.body_name': 'جمعية المرفأ' };
	const answered = { 'organizers.0.body': host, 'organizers.0.body_for': 'جمعية الأمواج' };
	const asked = await check(visitor, PATH, await typed({ ...named, ...answered }));
	expect(asked.html).toContain(messages.ar['people.title']);
	const someone = (await makeRecord(database.db, person())).id;
	for (const body of [someone, registryId(2n ** 34n)]) {
		const forged = { ...named, 'organizers.0.body': body, 'organizers.0.body_for': 'جمعية المرفأ' };
		const { status, html } = await check(visitor, PATH, await typed(forged));
		expect(status).toBe(422);
		expect(html).toContain('id="organizers.0.body_name-error"');
		expect((await visitor.post(`${PATH}?/propose`, await typed(forged))).status).toBe(422);
	}
});

test('a returned proposal tells its proposer why', async () => {
	const checked = await check(visitor, PATH, await typed({ 'name.ar': 'معرض الأشرعة' }));
	await visitor.post(`${PATH}?/propose`, checked.fields);
	const change = await changeOf('معرض الأشرعة');
	await returnChange(database.db, registrar, change.id, 'لا مصدر يذكره.');
	const letter = await mailTo(server.dataDir, email, 'معرض الأشرعة');
	expect(letter.text).toContain('لا مصدر يذكره.');
});

test('sent twice at once it is one proposal, and a look-alike that came meanwhile is shown first', async () => {
	const checked = await check(visitor, PATH, await typed({ 'name.ar': 'ندوة المجاديف' }));
	const late = { ...checked.fields, submission_key: submissionKey() };
	const answers = await Promise.all([1, 2].map(() => visitor.post(`${PATH}?/propose`, checked.fields)));
	expect(answers.map(({ status }) => status)).toEqual([303, 303]);
	const change = await changeOf('ندوة المجاديف');
	expect(
		(await listWaiting(database.db)).filter(({ record }) => record.name_ar === 'ندوة المجاديف')
	).toHaveLength(1);
	await approveChange(database.db, registrar, change.id);
	const answer = await visitor.post(`${PATH}?/propose`, late);
	expect([answer.status, isAsked(await answer.text())]).toEqual([200, true]);
});

test('what cannot be is refused beside its field, and what was typed stays', async () => {
	const { status, html, fields } = await check(
		visitor,
		PATH,
		await typed({ 'name.ar': '', 'from.year': '2024', 'until.year': '2023', edition: 'ثالثة' })
	);
	expect([status, fields.edition]).toEqual([422, 'ثالثة']);
	for (const key of ['error.no_name', 'error.not_a_count'] as const) expect(html).toContain(messages.ar[key]);
	const dates = await check(visitor, PATH, await typed({ 'from.year': '2024', 'until.year': '2023' }));
	expect(dates.html).toContain(messages.ar['tenure.end_before_start']);
	expect(dates.html).toContain('id="until-error"');
});
