import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { todayIn } from '#lib/domain/dates.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { erasePerson } from '#lib/server/editing/erase.ts';
import { mergeRecords } from '#lib/server/editing/merge.ts';
import { restoreVersion } from '#lib/server/editing/restore.ts';
import { listRetired, retireRecord, returnRecord } from '#lib/server/editing/retirement.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { historyOf } from '#lib/server/registry/history.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { listOrganizations } from '#lib/server/registry/organizations.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { postsOf } from '#lib/server/registry/people.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { findAddress, findPublic, findRetired, listAddresses } from '#lib/server/registry/records.ts';
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
import { lettersToActor } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let body: ReadRecord<OrganizationDocument>;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	body = await makeRecord(db, organization({ names: [{ id: 'own', value: 'فريق السدرة', lang: 'ar' }] }));
});

const note = { ar: 'صفحة ثانية للفريق نفسه', en: 'A second page of the same team' };
const versionOf = async (id: string) =>
	(await db.selectFrom('record').where('id', '=', id).select('version').executeTakeFirstOrThrow()).version;
async function retire(
	actor = registrar,
	id = body.id,
	type: 'organization' | 'person' | 'conference' = 'organization'
) {
	const base_version = await versionOf(id);
	return retireRecord(db, actor, {
		...{ type, id, base_version, submission_key: submissionKey(), reason: 'duplicate', note }
	});
}
const bringBack = async (id = body.id) =>
	returnRecord(db, registrar, {
		...{ type: 'organization', id, base_version: await versionOf(id) },
		...{ submission_key: submissionKey(), why: 'حُجبت خطأ' }
	});

describe('an organization that is taken out of sight', () => {
	test('is in no list, search, site map or label, and its address says why', async () => {
		expect(await retire()).toMatchObject({ id: body.id, version: 2 });
		const { id } = body;
		const slug = body.document.slug!;
		expect(await findPublic(db, 'organization', slug)).toBeUndefined();
		expect(await findAddress(db, id)).toBeUndefined();
		const { items } = await listOrganizations(db, { lang: 'ar', q: 'السدرة' });
		expect(items.map((item) => item.id)).not.toContain(id);
		expect((await listAddresses(db)).map((address) => address.slug)).not.toContain(slug);
		expect(await labelsOf(db, [id])).toEqual({});
		const said = { reason: 'duplicate', note, on: todayIn() };
		for (const asked of [slug, id]) expect(await findRetired(db, asked, 'organization')).toEqual(said);
		expect(await findRetired(db, id)).toEqual(said);
		expect(await findRetired(db, slug, 'person')).toBeUndefined();
		expect(await listRetired(db)).toMatchObject([{ id, ...said, name_ar: 'فريق السدرة' }]);
	});

	test('comes back as it was, and both are in the history and the audit log', async () => {
		await retire();
		expect(await bringBack()).toMatchObject({ version: 3 });
		expect((await current(db, 'organization', body.id)).document).toEqual(body.document);
		expect(await findPublic(db, 'organization', body.id)).toMatchObject({ id: body.id });
		const { items } = await listOrganizations(db, { lang: 'ar', q: 'السدرة' });
		expect(items.map((item) => item.id)).toContain(body.id);
		const { revisions } = await historyOf(db, body.id);
		expect(revisions.map(({ operations }) => operations.map(({ path }) => path))).toMatchObject([
			['retired'],
			['retired'],
			expect.anything()
		]);
		const entries = await db
			.selectFrom('audit_entry')
			.where('record_id', '=', body.id)
			.select('action')
			.orderBy('id')
			.execute();
		expect(entries.map(({ action }) => action)).toEqual(['record_retired', 'record_restored']);
	});

	test('is edited by nobody meanwhile: no form, file, review, restoration or merger', async () => {
		const manager = await makeMember(db, body.id);
		await propose(db, manager, body, { status: 'active' });
		const waiting = await db
			.selectFrom('change')
			.where('record_id', '=', body.id)
			.where('state', '=', 'waiting')
			.select('id')
			.executeTakeFirstOrThrow();
		await retire();
		const hidden = await current(db, 'organization', body.id);
		const refused = { refused: 'refusal.retired' };
		for (const actor of [manager, registrar]) {
			expect(await propose(db, actor, hidden, { summary: { ar: 'نبذة' } })).toMatchObject(refused);
			expect(await openForEditing(db, actor, 'organization', body.id)).toBeUndefined();
		}
		expect(await approveChange(db, registrar, waiting.id)).toEqual(refused);
		const line = JSON.stringify({
			type: 'organization',
			id: body.id,
			names: [{ value: 'سدرة', lang: 'ar' }]
		});
		const report = await importJsonLines(db, line, { author: 'register', channel: 'import' });
		expect(report).toMatchObject({ changed: 0, errors: [{ message: 'refusal.retired' }] });
		const version = { type: 'organization', record: body.id, version: 1, base_version: 2 } as const;
		expect(await restoreVersion(db, registrar, version)).toEqual({ refused: 'refusal.record_gone' });
		const twin = await makeRecord(db, organization());
		const merger = { type: 'organization', kept_id: twin.id, merged_id: body.id, kept_version: 1 } as const;
		expect(
			await mergeRecords(db, registrar, {
				...{ ...merger, merged_version: 2, chosen: new Set(), reason: 'x', submission_key: submissionKey() }
			})
		).toEqual(refused);
	});

	test('is out of sight in the pages of others, which come to no harm', async () => {
		const salma = await makeRecord(db, person());
		await propose(db, registrar, body, {
			appointments: organization({ appointments: [{ person: salma.id, position: 'chair' }] }).appointments
		});
		const event = await makeRecord(db, conference({ organizers: [{ organization: body.id }] }));
		await makeRecord(db, participation({ organization: body.id, conference: event.id }));
		await retire();
		expect(await postsOf(db, salma.id)).toEqual([]);
		expect(await participationsOf(db, { conference: event.id })).toEqual([]);
		const found = await findPublic(db, 'conference', event.id);
		expect(found && 'labels' in found && found.labels).toEqual({});
		const { rows } = await sql`
			select from search_entry where record_id = ${event.id} and related like '%السدرة%'`.execute(db);
		expect(rows).toEqual([]);
	});

	test('is told to its team, who also hear when it is back', async () => {
		const manager = await makeMember(db, body.id);
		await retire();
		await bringBack();
		expect(await lettersToActor(db, manager)).toMatchObject([
			{ template: 'record_retired', arguments: { quote: note.ar, record: { ar: 'فريق السدرة' } } },
			{ template: 'record_restored', arguments: { link: `/id/${body.id}` } }
		]);
	});

	test('is so by a registrar alone, once, and never by an edit of the record', async () => {
		const manager = await makeMember(db, body.id);
		expect(await retire(manager)).toEqual({ refused: 'refusal.not_allowed' });
		const retired = { reason: 'spam' as const, on: todayIn() };
		expect(await propose(db, manager, body, { retired })).toEqual({ refused: 'refusal.not_allowed' });
		expect(
			await propose(
				db,
				manager,
				{ id: '', version: 0, document: organization() },
				{ retired },
				{ id: undefined }
			)
		).toEqual({ refused: 'refusal.not_allowed' });
		const submission_key = submissionKey();
		const form = { type: 'organization', id: body.id, base_version: 1, submission_key } as const;
		const twice = await Promise.all(
			[1, 2].map(() => retireRecord(db, registrar, { ...form, reason: 'spam' }))
		);
		expect(twice[0]).toMatchObject({ version: 2 });
		expect(await versionOf(body.id)).toBe(2);
	});

	test('answers for those that became part of it, too', async () => {
		const twin = await makeRecord(db, organization());
		const merger = { type: 'organization', kept_id: body.id, merged_id: twin.id } as const;
		await mergeRecords(db, registrar, {
			...{ ...merger, kept_version: 1, merged_version: 1, chosen: new Set(), reason: 'x' },
			submission_key: submissionKey()
		});
		await retire();
		expect(await findRetired(db, twin.document.slug!, 'organization')).toMatchObject({ reason: 'duplicate' });
		expect(await findRetired(db, twin.id)).toMatchObject({ reason: 'duplicate' });
	});
});

test('somebody who is erased while out of sight stays out of sight, and what was said of them goes', async () => {
	const salma = await makeRecord(db, person({ names: [{ value: 'سلمى حسن المرجاني', lang: 'ar' }] }));
	await retire(registrar, salma.id, 'person');
	expect(await erasePerson(db, registrar, { person_id: salma.id, reason: 'own_wish' })).toHaveProperty(
		'names'
	);
	expect(await findPublic(db, 'person', salma.id)).toBeUndefined();
	expect(await findRetired(db, salma.id)).toEqual({ reason: 'duplicate', on: todayIn() });
});

test('a conference goes out of sight with its participations', async () => {
	const event = await makeRecord(db, conference());
	await makeRecord(db, participation({ organization: body.id, conference: event.id }));
	expect(await retire(registrar, event.id, 'conference')).toMatchObject({ version: 2 });
	expect(await participationsOf(db, { organization: body.id })).toEqual([]);
});
