import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { todayIn } from '#lib/domain/dates.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { setDisplay } from '#lib/server/editing/display.ts';
import { erasePerson } from '#lib/server/editing/erase.ts';
import { keepImage, readImage, type Image } from '#lib/server/editing/images.ts';
import { changeLogo } from '#lib/server/editing/logos.ts';
import { mergeRecords } from '#lib/server/editing/merge.ts';
import { sendOwnLink } from '#lib/server/editing/own_links.ts';
import { showOwnPhoto, showPhoto, withdrawOwnPhoto, withdrawPhoto } from '#lib/server/editing/photos.ts';
import { retireRecord } from '#lib/server/editing/retirement.ts';
import { undoMerger } from '#lib/server/editing/unmerge.ts';
import { exportPerson } from '#lib/server/exchange/person_export.ts';
import { findKeptPhoto, findPhoto, photosOf } from '#lib/server/registry/images.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, submissionKey } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let member: ReadRecord<PersonDocument>;
let body: ReadRecord<OrganizationDocument>;
let editor: Actor;
let image: Image;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
afterAll(() => test_database.drop());

let shade = 0;
/** No two are alike. */
async function picture(): Promise<Image> {
	const background = { r: (shade += 8), g: 90, b: 90 };
	const file = await sharp({ create: { width: 90, height: 90, channels: 3, background } })
		.png()
		.toBuffer();
	const read = await readImage(file);
	if ('refused' in read) throw new Error(read.refused);
	return read;
}

beforeEach(async () => {
	member = await makeRecord(db, person());
	body = await makeRecord(
		db,
		organization({ appointments: [{ person: member.id, position: 'chair', from: '2024' }] })
	);
	editor = await makeMember(db, body.id, 'editor');
	image = await picture();
});

const consent = { consent_from: 'هو نفسه', consented_on: '2026-01-31', consent_how: 'برسالة إلى الفريق' };
const show = (actor = editor, partial = {}, shown = image) =>
	showPhoto(db, actor, member.id, { image: shown, consent: { ...consent, ...partial } });
const shown = async (id = member.id) => (await photosOf(db, [id]))[id];
const isKept = async (hash = image.hash) =>
	(await db.selectFrom('image').where('hash', '=', hash).select('hash').execute()).length > 0;
async function ownToken(id = member.id): Promise<string> {
	const email = `${submissionKey()}@example.org`;
	await sendOwnLink(db, registrar, { person_id: id, email, language: 'ar' });
	return (await lettersTo(db, email))[0]!.arguments.link!.split('/').at(-1)!;
}
const done = { done: true };

describe('a photo', () => {
	test('that a team brings is shown with the consent that it states', async () => {
		expect(await show()).toEqual(done);
		expect(await shown()).toBe(image.hash);
		expect(await findPhoto(db, image.hash)).toEqual(image.webp);
		expect(await findKeptPhoto(db, member.id)).toMatchObject({ ...consent, consent_by: 'team' });
		expect((await current(db, 'person', member.id)).version).toBe(1);
	});

	test('is brought by nobody else, nor with a consent that cannot be', async () => {
		for (const actor of [
			await makeMember(db),
			await makeMember(db, (await makeRecord(db, organization())).id)
		])
			expect(await show(actor)).toEqual({ refused: 'refusal.not_allowed' });
		expect(await show(editor, { consented_on: '2199-01-01' })).toEqual({
			...{ refused: 'photo.consent_in_future', path: 'consented_on' }
		});
		expect(await show(editor, { consent_how: 'هويته 1000000008' })).toEqual({
			...{ refused: 'rule.national_id_in_text', path: 'consent_how' }
		});
		expect(await isKept()).toBe(false);
	});

	test('is shown only while the full name is, and while the record is in sight', async () => {
		await show();
		await setDisplay(db, editor, member.id, { display: 'role_only' });
		expect(await shown()).toBeUndefined();
		expect(await findPhoto(db, image.hash)).toBeUndefined();
		await setDisplay(db, registrar, member.id, { display: 'full' });
		expect(await shown()).toBe(image.hash);
		const { version: base_version } = await current(db, 'person', member.id);
		const retirement = { type: 'person', id: member.id, base_version, reason: 'spam' } as const;
		await retireRecord(db, registrar, { ...retirement, submission_key: submissionKey() });
		expect(await findPhoto(db, image.hash)).toBeUndefined();
	});

	test('gives way to another, and leaves no file behind', async () => {
		await show();
		const other = await picture();
		await show(editor, {}, other);
		expect([await shown(), await isKept(), await isKept(other.hash)]).toEqual([other.hash, false, true]);
		await show(editor, {}, other);
		expect(await isKept(other.hash)).toBe(true);
		expect(await withdrawPhoto(db, editor, member.id)).toEqual(done);
		expect([await shown(), await isKept(other.hash)]).toEqual([undefined, false]);
		expect(await show()).toEqual(done);
	});

	test('that is a logo too stays as that', async () => {
		await changeLogo(db, editor, body.id, image);
		await show();
		await withdrawPhoto(db, registrar, member.id);
		expect(await isKept()).toBe(true);
		expect(await findPhoto(db, image.hash)).toBeUndefined();
	});

	test('is in what the person takes along, and noted where it came and went', async () => {
		await show();
		const held = () => exportPerson(db, { person_id: member.id, role: 'reporter', account_id: null });
		expect((await held())!.photo).toMatchObject({ ...consent, webp: image.webp.toString('base64') });
		await withdrawPhoto(db, editor, member.id);
		expect((await held())!.photo).toMatchObject({ webp: null, withdrawn_by: 'team' });
		const noted = db.selectFrom('audit_entry').where('record_id', '=', member.id).select('action');
		expect((await noted.execute()).map(({ action }) => action)).toEqual(
			expect.arrayContaining(['photo_shown', 'photo_withdrawn'])
		);
	});
});

describe('by a link of one’s own', () => {
	test('a photo is shown with the consent of today, and gone with one press', async () => {
		const token = await ownToken();
		expect(await showOwnPhoto(db, token, image)).toEqual(done);
		expect(await findKeptPhoto(db, member.id)).toMatchObject({
			...{ consent_by: 'person', consented_on: todayIn(), consent_from: null }
		});
		expect(await withdrawOwnPhoto(db, token)).toEqual(done);
		expect(await withdrawOwnPhoto(db, token)).toEqual(done);
		expect([await shown(), await isKept()]).toEqual([undefined, false]);
		const everywhere = await Promise.all(
			(['revision', 'change', 'record', 'photo'] as const).map((table) =>
				db.selectFrom(table).selectAll().execute()
			)
		);
		expect(JSON.stringify(everywhere)).not.toContain(image.hash);
	});

	test('who withdrew is shown by no team any more, only by themselves', async () => {
		const token = await ownToken();
		await show();
		await withdrawOwnPhoto(db, token);
		expect(await isKept()).toBe(false);
		for (const actor of [editor, registrar])
			expect(await show(actor)).toEqual({ refused: 'photo.withdrawn_by_person' });
		expect(await isKept()).toBe(false);
		expect(await showOwnPhoto(db, token, image)).toEqual(done);
		expect(await shown()).toBe(image.hash);
	});

	test('nothing is done where the link is none', async () => {
		expect(await showOwnPhoto(db, 'unknown', image)).toEqual({ refused: 'own_link.over' });
		await show();
		expect(await withdrawOwnPhoto(db, 'unknown')).toEqual({ refused: 'own_link.over' });
		expect(await shown()).toBe(image.hash);
	});

	test('two presses at once leave one photo', async () => {
		const token = await ownToken();
		const other = await picture();
		await Promise.all([showOwnPhoto(db, token, image), showOwnPhoto(db, token, other)]);
		const kept = [await isKept(), await isKept(other.hash)];
		expect(kept.filter(Boolean)).toHaveLength(1);
	});
});

describe('of two people that are one', () => {
	let twin: ReadRecord<PersonDocument>;
	beforeEach(async () => {
		twin = await makeRecord(db, person());
	});
	async function join(): Promise<string> {
		const outcome = await mergeRecords(db, registrar, {
			...{ type: 'person', kept_id: twin.id, merged_id: member.id, kept_version: 1, merged_version: 1 },
			...{ chosen: new Set(), reason: 'شخص واحد', submission_key: submissionKey() }
		});
		return (outcome as { merger_id: string }).merger_id;
	}

	test('the photo comes along, and goes back', async () => {
		await show();
		const merger = await join();
		expect(await shown(twin.id)).toBe(image.hash);
		await undoMerger(db, registrar, merger);
		expect([await shown(twin.id), await shown()]).toEqual([undefined, image.hash]);
	});

	test('the consent that was withdrawn under one name is under the other', async () => {
		const other = await picture();
		await keepImage(db, other, null);
		await showPhoto(db, registrar, twin.id, { image: other, consent });
		await showOwnPhoto(db, await ownToken(), image);
		await withdrawOwnPhoto(db, await ownToken());
		await join();
		expect(await shown(twin.id)).toBeUndefined();
		expect(await isKept(other.hash)).toBe(false);
	});
});

/** Last: the register knows the name of every test from then on. */
test('an erasure leaves neither file nor row', async () => {
	await show();
	expect(await erasePerson(db, registrar, { person_id: member.id, reason: 'own_wish' })).toHaveProperty(
		'names'
	);
	expect(await isKept()).toBe(false);
	expect(await findKeptPhoto(db, member.id)).toBeUndefined();
	expect(await show(registrar)).toEqual({ refused: 'refusal.erased' });
	expect(await isKept()).toBe(false);
});
