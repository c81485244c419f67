import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { correctOwn } from '#lib/server/editing/own_answers.ts';
import { sendOwnLink } from '#lib/server/editing/own_links.ts';
import { exportPerson } from '#lib/server/exchange/person_export.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation, person } from '../harness/documents.ts';
import { makeRecord, makeRegistrar, propose, submissionKey } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

test('holds everything that the register has on a person, hidden or not, and is noted', async () => {
	const registrar = await makeRegistrar(db);
	const names = [{ id: 'n1', value: 'رغد الياقوتية', lang: 'ar' }];
	const contacts = [{ kind: 'email', value: 'raghad@example.org' }];
	const member = await makeRecord(db, person({ names, contacts, summary: { ar: 'متطوعة' } }));
	await propose(db, registrar, member, { display: 'role_only' }, { reason: 'طلبته' });
	const body = await makeRecord(
		db,
		organization({ appointments: [{ person: member.id, position: 'chair', display: 'role_only' }] })
	);
	const held = await makeRecord(db, conference());
	await makeRecord(
		db,
		participation({ organization: body.id, conference: held.id, delegates: [{ person: member.id }] })
	);
	const email = 'Raghad.Y@example.org';
	await sendOwnLink(db, registrar, { person_id: member.id, email, language: 'ar' });
	const token = (await lettersTo(db, email))[0]!.arguments.link!.split('/').at(-1)!;
	await correctOwn(db, token, {
		...{ names: new Map([['n1', 'رغد بنت حمد']]), text: 'الاسم ناقص', submission_key: submissionKey() }
	});

	const data = await exportPerson(db, { person_id: member.id, role: 'reporter', account_id: null });
	expect(data).toMatchObject({
		record: { names, contacts, display: 'role_only' },
		shown_to_the_public: { names: [{ value: 'الاسم محجوب' }, {}] },
		posts: [{ organization: { id: body.id }, appointment: { position: 'chair' } }],
		delegations: [{ conference: { id: held.id }, delegate: { person: member.id } }],
		history: [{ version: 1 }, { version: 2, reason: 'طلبته', proposed_role: 'registrar' }],
		proposals: [{ state: 'waiting', proposed_role: 'reporter' }],
		reports: [{ kind: 'correction', text: 'الاسم ناقص' }],
		own_links: [{ email }],
		mails: [{ recipient: email, template: 'own_link', arguments: {} }]
	});
	expect(JSON.stringify(data)).not.toContain(token);
	expect(JSON.stringify(data)).not.toContain(registrar.account_id);
	const noted = db.selectFrom('audit_entry').where('action', '=', 'data_exported').selectAll();
	expect(await noted.execute()).toMatchObject([{ record_id: member.id, account_id: null }]);
});

test('is for the person and for registrars', async () => {
	const { id: person_id } = await makeRecord(db, person());
	for (const role of ['visitor', 'account', 'editor', 'manager'] as const)
		expect(await exportPerson(db, { person_id, role, account_id: null })).toBeUndefined();
	const { account_id } = await makeRegistrar(db);
	const data = await exportPerson(db, { person_id, role: 'registrar', account_id });
	expect(data).toMatchObject({ record: { id: person_id }, posts: [], mails: [] });
});
