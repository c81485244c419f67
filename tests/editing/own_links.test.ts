import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { withheldName } from '#lib/domain/public_view.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { setDisplay } from '#lib/server/editing/display.ts';
import { correctOwn, listOwnAnswers, objectOwn } from '#lib/server/editing/own_answers.ts';
import { findOwnLink, listOwnLinks, revokeOwnLink, sendOwnLink } from '#lib/server/editing/own_links.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { answerReport, listReports } from '#lib/server/editing/reports.ts';
import { approveChange, returnChange } from '#lib/server/editing/review.ts';
import { historyOf } from '#lib/server/registry/history.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, submissionKey } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

let member: ReadRecord<PersonDocument>;
let body: ReadRecord<OrganizationDocument>;
let manager: Actor;
let token: string;

beforeEach(async () => {
	member = await makeRecord(db, person({ names: [{ id: 'n1', value: 'لجين المرجاني', lang: 'ar' }] }));
	body = await makeRecord(
		db,
		organization({ appointments: [{ person: member.id, position: 'chair', from: '2024' }] })
	);
	manager = await makeMember(db, body.id);
	token = await send(manager);
});

/** Sends a link and gives its secret, from the letter in the outbox. */
async function send(actor: Actor): Promise<string> {
	const email = `${submissionKey()}@example.org`;
	const sent = await sendOwnLink(db, actor, { person_id: member.id, email, language: 'ar' });
	expect(sent).toEqual({ done: true });
	const [letter] = await lettersTo(db, email);
	expect(letter).toMatchObject({ template: 'own_link', language: 'ar' });
	expect(JSON.stringify(letter)).not.toContain('لجين');
	return letter!.arguments.link!.split('/').at(-1)!;
}

describe('a link of one’s own', () => {
	test('opens one record, and only its hash is kept', async () => {
		expect(await findOwnLink(db, token)).toBe(member.id);
		for (const wrong of ['', 'x', `${token}x`, "' or true --"])
			expect(await findOwnLink(db, wrong)).toBeUndefined();
		const stored = await db.selectFrom('own_link').selectAll().execute();
		expect(JSON.stringify(stored)).not.toContain(token);
	});

	test('is over when it is revoked, and after thirty days', async () => {
		const link_id = (await listOwnLinks(db, member.id))[0]!.id;
		const revoke = () => revokeOwnLink(db, manager, { person_id: member.id, link_id });
		expect(await revoke()).toEqual({ done: true });
		expect(await revoke()).toEqual({ refused: 'own_link.over' });
		expect(await findOwnLink(db, token)).toBeUndefined();
		const over = { refused: 'own_link.over' };
		expect(await objectOwn(db, token, { text: 'لا', submission_key: submissionKey() })).toEqual(over);

		const second = await send(manager);
		const link = db.selectFrom('own_link').where('revoked_at', 'is', null).where('person_id', '=', member.id);
		const { sent_at, expires_at } = await link.select(['sent_at', 'expires_at']).executeTakeFirstOrThrow();
		expect(expires_at.getTime() - sent_at.getTime()).toBeCloseTo(30 * 24 * 3600 * 1000, -5);
		await db.updateTable('own_link').set({ expires_at: new Date() }).execute();
		expect(await findOwnLink(db, second)).toBeUndefined();
	});

	test('is sent by a manager of a body with a post, and by registrars, and noted', async () => {
		const wish = { person_id: member.id, email: 'a@example.org', language: 'en' as const };
		const refused = { refused: 'refusal.not_allowed' };
		const others = [await makeMember(db), await makeMember(db, body.id, 'editor')];
		for (const actor of others) expect(await sendOwnLink(db, actor, wish)).toEqual(refused);
		await send(await makeRegistrar(db));
		const noted = db.selectFrom('audit_entry').where('record_id', '=', member.id).select('action');
		expect((await noted.execute()).map(({ action }) => action)).toEqual(['own_link_sent', 'own_link_sent']);
	});
});

describe('the person concerned', () => {
	test('puts the name right, in a change that waits', async () => {
		const submission_key = submissionKey();
		const names = new Map([['n1', 'لجين بنت سعد المرجانية']]);
		const correct = () =>
			correctOwn(db, token, { names, known_as: 'أم تالا', text: 'والاسم ناقص', submission_key });
		expect(await correct()).toEqual({ done: 'corrected' });
		expect(await correct()).toEqual({ done: 'corrected' });
		const waiting = await listWaiting(db, [member.id]);
		expect(waiting).toMatchObject([{ proposed_role: 'reporter', proposed_by: null }]);
		expect((await current(db, 'person', member.id)).document.names).toHaveLength(1);
		expect(await listOwnAnswers(db, member.id)).toMatchObject([{ kind: 'correction', state: 'open' }]);

		await approveChange(db, await makeRegistrar(db), waiting[0]!.id);
		const { names: now } = (await current(db, 'person', member.id)).document;
		expect(now.map(({ value, kind }) => [value, kind])).toEqual([
			['لجين بنت سعد المرجانية', 'official'],
			['أم تالا', 'known_as']
		]);
	});

	test('writes what else is wrong, or nothing at all', async () => {
		const correct = (text?: string) =>
			correctOwn(db, token, { names: new Map(), text, submission_key: submissionKey() });
		expect(await correct('انتهى تكليفي')).toEqual({ done: 'written' });
		expect(await correct()).toEqual({ refused: 'own_link.nothing_said', path: 'text' });
	});

	test('objects, and is shown by the post alone at once, with a date for the answer', async () => {
		const objection = { text: 'لا أريد ظهور اسمي', submission_key: submissionKey() };
		const object = () => objectOwn(db, token, objection);
		expect(await Promise.all([object(), object()])).toEqual([{ done: 'objected' }, { done: 'objected' }]);
		expect(await labelsOf(db, [member.id])).toMatchObject({ [member.id]: { name_ar: withheldName.ar } });
		const reports = (await listReports(db)).filter(({ record }) => record?.id === member.id);
		expect(reports).toMatchObject([{ kind: 'objection', state: 'open', text: objection.text }]);
		const { due_at, reported_at } = reports[0]!;
		expect(due_at!.getTime() - reported_at.getTime()).toBeCloseTo(30 * 24 * 3600 * 1000, -5);

		await setDisplay(db, await makeRegistrar(db), member.id, { display: 'full', reason: 'قال: لا أريد' });
		const { revisions } = await historyOf(db, member.id);
		expect(revisions.map(({ role, reason }) => [role, reason])).toEqual([
			['registrar', null],
			['reporter', null],
			['register', null]
		]);
	});

	test('reaches no other record by the link', async () => {
		const other = await makeRecord(db, person());
		await objectOwn(db, token, { text: 'لا', submission_key: submissionKey() });
		expect((await current(db, 'person', other.id)).document.display).toBe('full');
		const reporter = { reporter: member.id, own_link: submissionKey() };
		expect(await setDisplay(db, reporter, other.id, { display: 'role_only' })).toEqual({
			refused: 'refusal.not_allowed'
		});
	});
});

describe('the answer', () => {
	let registrar: Actor;
	beforeEach(async () => {
		registrar = await makeRegistrar(db);
	});
	const object = () => objectOwn(db, token, { text: 'لا أريد ظهور اسمي', submission_key: submissionKey() });
	const reportId = async () =>
		(await listReports(db)).find(({ record }) => record?.id === member.id)?.id ?? '';
	const answer = async () =>
		answerReport(db, registrar, { report_id: await reportId(), state: 'mended', answer: 'حُجب الاسم' });
	const letters = async () => {
		const link = db.selectFrom('own_link').where('person_id', '=', member.id).select('email');
		return lettersTo(db, (await link.executeTakeFirstOrThrow()).email);
	};
	const correct = async () => {
		const names = new Map([['n1', 'لجين سعد المرجاني']]);
		await correctOwn(db, token, { names, submission_key: submissionKey() });
		return (await listWaiting(db, [member.id]))[0]!.id;
	};

	test('to an objection is mailed once, to where it came from, with a link that opens', async () => {
		await object();
		expect(await answer()).toEqual({ state: 'mended' });
		expect(await answer()).toEqual({ refused: 'refusal.decided_already' });
		const told = await letters();
		expect(told.map(({ template }) => template)).toEqual(['own_link', 'own_answered']);
		expect(told[1]!.arguments.quote).toBe('حُجب الاسم');
		const next = told[1]!.arguments.link!.split('/').at(-1)!;
		expect(next).not.toBe(token);
		expect(await findOwnLink(db, next)).toBe(member.id);
	});

	test('to a correction says that it was approved, or the reason why not', async () => {
		await approveChange(db, registrar, await correct());
		const names = new Map([['n1', 'لجين']]);
		await correctOwn(db, token, { names, submission_key: submissionKey() });
		await returnChange(db, registrar, (await listWaiting(db, [member.id]))[0]!.id, 'الاسم ناقص');
		const told = (await letters()).map(({ template, arguments: { quote } }) => [template, quote]);
		expect(told.slice(1)).toEqual([
			['own_correction_approved', undefined],
			['own_correction_returned', 'الاسم ناقص']
		]);
	});

	test('is mailed to nobody where the link was revoked: it went to the wrong address', async () => {
		await object();
		for (const { id } of await listOwnLinks(db, member.id))
			await revokeOwnLink(db, manager, { person_id: member.id, link_id: id });
		await answer();
		expect(await letters()).toHaveLength(1);
	});
});
