import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { erasedName } from '#lib/domain/public_view.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { compose } from '#lib/server/delivery/compose.ts';
import { eraseMailFiles } from '#lib/server/delivery/mail_files.ts';
import { postLetters } from '#lib/server/delivery/outbox.ts';
import { openTransport } from '#lib/server/delivery/transport.ts';
import { setDisplay } from '#lib/server/editing/display.ts';
import { erasePerson } from '#lib/server/editing/erase.ts';
import { readImage, type Image } from '#lib/server/editing/images.ts';
import { mergeRecords } from '#lib/server/editing/merge.ts';
import { correctOwn } from '#lib/server/editing/own_answers.ts';
import { sendOwnLink } from '#lib/server/editing/own_links.ts';
import { showPhoto } from '#lib/server/editing/photos.ts';
import { proposeChange } from '#lib/server/editing/propose.ts';
import { reportError, reportToken } from '#lib/server/editing/reports.ts';
import { retireRecord } from '#lib/server/editing/retirement.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { historyOf } from '#lib/server/registry/history.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { findAddress, findPublic } from '#lib/server/registry/records.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation, person } from '../harness/documents.ts';
import {
	current,
	makeMember,
	makeRecord,
	makeRegistrar,
	propose,
	submissionKey
} from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';
import { expectTrueCounts } from '../harness/search_index.ts';

/** Coined, so that no seed and no other record holds a part of them. */
const ARABIC = 'شهلاء القزنفيلية';
const LATIN = 'Shahlaa Qaznafiliya';
const TRACES = [
	'شهلاء',
	'القزنفيلية',
	'قزنفيليه',
	'hahlaa',
	'aznafiliya',
	'shahlaa-qaznafiliya',
	'shahlaa@example'
];

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let member: ReadRecord<PersonDocument>;
let body: ReadRecord<OrganizationDocument>;

const names = [
	{ id: 'n1', value: ARABIC, lang: 'ar' },
	{ id: 'n2', value: LATIN, lang: 'en', kind: 'transliteration' }
];

/** Before anything reads the environment. */
vi.hoisted(() => {
	process.env.SECRET_KEY = 'a secret that is long enough for tests';
});

/** A register of its own for each test, in which the name stands in every place where one can. */
beforeEach(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
	member = await makeRecord(
		db,
		person({
			names: [{ id: 'n0', value: `${ARABIC} القديمة`, lang: 'ar' }],
			contacts: [{ kind: 'email', value: 'shahlaa@example.org' }],
			summary: { ar: `${ARABIC} متطوعة` }
		})
	);
	await propose(db, registrar, member, { names: person({ names }).names }, { reason: `اسم ${ARABIC}` });
	body = await makeRecord(
		db,
		organization({
			summary: { ar: `أسسته ${ARABIC}` },
			appointments: [
				{
					id: 'p1',
					person: member.id,
					position: 'chair',
					from: '2021',
					until: '2024',
					note: { ar: `كُلّفت ${ARABIC}` }
				}
			]
		})
	);
	await fillRegister();
});
afterEach(() => test_database.drop());

async function fillRegister(): Promise<void> {
	const manager = await makeMember(db, body.id);
	await propose(
		db,
		manager,
		body,
		{ summary: { ar: `أسسته ${ARABIC} عام 2014` } },
		{ reason: `قالته ${LATIN}` }
	);
	const held = await makeRecord(
		db,
		conference({ patrons: [{ person: member.id, name: { en: LATIN }, role: 'patron' }] })
	);
	await makeRecord(
		db,
		participation({
			...{ organization: body.id, conference: held.id, summary: { ar: `مثلته ${ARABIC}` } },
			delegates: [{ person: member.id }]
		})
	);
	await makeRecord(db, organization({ summary: { en: `Thanked ${LATIN}` } }));
	const wish = { person_id: member.id, email: 'shahlaa@example.org', language: 'ar' as const };
	await sendOwnLink(db, registrar, wish);
	const token = (await lettersTo(db, wish.email))[0]!.arguments.link!.split('/').at(-1)!;
	const correction = { names: new Map([['n1', `${ARABIC} الحربية`]]), text: `أنا ${ARABIC}` };
	await correctOwn(db, token, { ...correction, submission_key: submissionKey() });
	const report = {
		record_id: body.id,
		text: `تركته ${ARABIC}`,
		token: reportToken(),
		address: '198.51.100.3'
	};
	await reportError(db, report);
	await showPhoto(db, registrar, member.id, {
		image: await picture(),
		consent: { consent_from: ARABIC, consented_on: '2026-01-31', consent_how: `كتبته ${ARABIC}` }
	});
	const spam = await makeRecord(db, organization());
	await retireRecord(db, registrar, {
		...{ type: 'organization', id: spam.id, base_version: 1, submission_key: submissionKey() },
		...{ reason: 'spam', note: { ar: `كتبته ${ARABIC}` } }
	});
	await setDisplay(db, registrar, member.id, { display: 'role_only' });
	await setDisplay(db, registrar, member.id, { display: 'full' });
	await db.transaction().execute((trx) =>
		postLetters(trx, [
			{
				...{ delivery_key: randomUUID(), recipient: 'manager@example.org', language: 'ar' },
				...{ template: 'claim_to_decide', arguments: { person: ARABIC, link: '/workspace/claims' } }
			}
		])
	);
	const twin = await makeRecord(db, person({ names: [{ value: `${LATIN} Twin`, lang: 'en' }] }));
	const [kept, merged] = [await current(db, 'person', member.id), await current(db, 'person', twin.id)];
	await db
		.updateTable('change')
		.set({ state: 'returned' })
		.where('state', '=', 'waiting')
		.where('record_id', '=', twin.id)
		.execute();
	const outcome = await mergeRecords(db, registrar, {
		...{ type: 'person', kept_id: kept.id, merged_id: merged.id, reason: `هما ${ARABIC}`, chosen: new Set() },
		...{ kept_version: kept.version, merged_version: merged.version, submission_key: submissionKey() }
	});
	expect(outcome).toHaveProperty('merger_id');
}

async function picture(): Promise<Image> {
	const plain = { create: { width: 80, height: 80, channels: 3, background: '#0a5' } } as const;
	const image = await readImage(await sharp(plain).png().toBuffer());
	if ('refused' in image) throw new Error(image.refused);
	return image;
}

const erase = async () => {
	const outcome = await erasePerson(db, registrar, { person_id: member.id, reason: 'own_wish' });
	if ('refused' in outcome) throw new Error(outcome.refused);
	return outcome;
};

/** Every table and column in which a trace of the name stands, in the whole database. */
async function traces(): Promise<string[]> {
	const { rows: columns } = await sql<{ schema: string; table: string; column: string }>`
		select table_schema as schema, table_name as "table", column_name as "column"
		from information_schema.columns join information_schema.tables using (table_schema, table_name)
		where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
	const found: string[] = [];
	for (const { schema, table, column } of columns) {
		const { rows } = await sql`
			select 1 from ${sql.table(`${schema}.${table}`)}
			where exists (select from unnest(${TRACES}::text[]) as trace
				where strpos(lower(${sql.ref(column)}::text), lower(trace)) > 0) limit 1`.execute(db);
		if (rows.length > 0) found.push(`${table}.${column}`);
	}
	return found.sort();
}

describe('a person who is erased', () => {
	test('was in many places, and is in no table any more', async () => {
		const before = await traces();
		for (const place of ['name.value', 'change.operations', 'change.reason', 'revision.document'])
			expect(before).toContain(place);
		for (const place of [
			'former_slug.slug',
			'mail.arguments',
			'report.text',
			'merger.reason',
			'lexicon.word',
			'photo.consent_how',
			'record.retired_note_ar'
		])
			expect(before).toContain(place);
		await erase();
		expect(await traces()).toEqual([]);
		expect(await db.selectFrom('image').selectAll().execute()).toEqual([]);
		await expectTrueCounts(db);
	});

	test('leaves the bodies their boards with their dates, and a placeholder for the name', async () => {
		const slug = 'shahlaa-qaznafiliya';
		await erase();
		const shown = await findPublic(db, 'organization', body.id);
		if (!shown || !('document' in shown)) throw new Error('not found');
		expect(shown.document.appointments).toMatchObject([
			{ id: 'p1', position: 'chair', from: '2021', until: '2024' }
		]);
		expect(shown.document.summary?.ar).toBe(`أسسته ${erasedName.ar} عام 2014`);
		expect(await labelsOf(db, [member.id])).toMatchObject({ [member.id]: { name_ar: erasedName.ar } });
		expect((await current(db, 'organization', body.id)).document.summary).toEqual(shown.document.summary);
		expect((await historyOf(db, body.id)).revisions).toHaveLength(2);
		expect((await historyOf(db, member.id)).revisions).toMatchObject([{ version: 1, role: 'registrar' }]);
		expect(await findPublic(db, 'person', slug)).toBeUndefined();
		expect(await findAddress(db, member.id)).toMatchObject({ slug: `person-${member.id}` });
	});

	test('is noted without a name, and erased by a registrar only, once', async () => {
		const manager = await makeMember(db, body.id);
		const wish = { person_id: member.id, reason: 'own_wish' as const };
		expect(await erasePerson(db, manager, wish)).toEqual({ refused: 'refusal.not_allowed' });
		await erase();
		expect(await erasePerson(db, registrar, wish)).toEqual({ refused: 'refusal.erased' });
		const entry = db.selectFrom('audit_entry').where('action', '=', 'person_erased').selectAll();
		expect(await entry.execute()).toMatchObject([
			{ record_id: member.id, account_id: registrar.account_id, detail: { reason: 'own_wish' } }
		]);
	});

	test('does not come back by an old file, whether it names them by address, number or name', async () => {
		const slug = (await current(db, 'person', member.id)).document.slug;
		await erase();
		const lines = [
			{ type: 'person', slug, names },
			{ type: 'person', id: member.id, names },
			{ type: 'person', names: [{ value: 'الأستاذة شهلاء القزنفيليه', lang: 'ar' }] },
			{
				type: 'person',
				names: [{ value: 'أخرى تمامًا', lang: 'ar' }],
				contacts: [{ kind: 'email', value: 'Shahlaa@example.org' }]
			}
		];
		for (const [index, line] of lines.entries()) {
			const options = { author: 'register', channel: 'import' } as const;
			const { added, changed, errors } = await importJsonLines(db, JSON.stringify(line), options);
			expect([added, changed]).toEqual([0, 0]);
			expect(errors[0]?.message).toBe(index < 2 ? 'refusal.erased' : 'refusal.suppressed');
		}
		const old = {
			type: 'organization',
			id: body.id,
			names: body.document.names,
			appointments: [{ person: slug, position: 'chair', from: '2021', until: '2024' }]
		};
		const report = await importJsonLines(db, JSON.stringify(old), { author: 'register', channel: 'import' });
		expect(report.errors).toEqual([]);
		expect(await traces()).toEqual([]);
	});

	test('does not come back into the same body by a form; a namesake may come into another', async () => {
		await erase();
		const enter = (organization: string) =>
			proposeChange(db, registrar, {
				...{ base_version: 0, after: person({ names }), channel: 'form', for_organizations: [organization] }
			});
		expect(await enter(body.id)).toMatchObject({ refused: 'refusal.suppressed', path: 'names' });
		const other = await makeRecord(db, organization());
		const namesake = await enter(other.id);
		if (!('applied' in namesake)) throw new Error(JSON.stringify(namesake));
		const appointments = [{ person: namesake.id, position: 'member' }];
		const post = (base: ReadRecord<OrganizationDocument>) =>
			propose(db, registrar, base, organization({ ...base.document, appointments }));
		expect(await post(other)).toHaveProperty('applied');
		expect(await post(await current(db, 'organization', body.id))).toMatchObject({
			refused: 'refusal.suppressed',
			path: expect.stringMatching(/^appointments\/.*\/person$/)
		});
	});

	test('keeps a namesake as they are', async () => {
		const namesake = await makeRecord(db, person({ names: [{ value: ARABIC, lang: 'ar' }] }));
		await erase();
		expect((await current(db, 'person', namesake.id)).document.names[0]!.value).toBe(ARABIC);
		expect(await labelsOf(db, [namesake.id])).toMatchObject({ [namesake.id]: { name_ar: ARABIC } });
	});
});

test('mails that were written as files go too, and others stay', async () => {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'sijill-erasure-'));
	const transport = openTransport({ smtpUrl: undefined, dataDir, origin: 'https://register.example' });
	const write = async (recipient: string, person: string, language: 'ar' | 'en') => {
		const letter = {
			template: 'claim_to_decide',
			language,
			arguments: { person, organization: 'فريق', role: 'مدير', link: '/workspace/claims' }
		} as const;
		const composed = await compose(letter, 'https://register.example');
		const envelope = { id: randomUUID(), recipient, language, sender_name: 'سجل', created_at: new Date() };
		await transport.send({ ...composed, ...envelope });
	};
	await write('manager@example.org', ARABIC, 'ar');
	await write('manager@example.org', LATIN, 'en');
	await write('shahlaa@example.org', 'غيرها', 'ar');
	await write('manager@example.org', 'سلمى آل ربيع', 'ar');
	const erased = { names: [ARABIC, LATIN], addresses: ['shahlaa@example.org'] };
	expect(eraseMailFiles(dataDir, erased)).toBe(3);
	expect(readdirSync(path.join(dataDir, 'outbox'))).toHaveLength(1);
	rmSync(dataDir, { recursive: true });
	expect(existsSync(dataDir)).toBe(false);
	expect(eraseMailFiles(dataDir, erased)).toBe(0);
});
