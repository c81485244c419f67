import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { findRestoration, restoreVersion } from '#lib/server/editing/restore.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import {
	current,
	makeMember,
	makeRecord,
	makeRegistrar,
	propose,
	submissionKey
} from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
let team: ReadRecord<OrganizationDocument>;
let manager: Actor;
let registrar: Actor;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
beforeEach(async () => {
	team = await makeRecord(db, organization({ founded: '2014' }));
	manager = await makeMember(db, team.id);
});
afterAll(() => test_database.drop());

const teamAt = (version: number) => ({ type: 'organization', record: team.id, version }) as const;
const now = () => current(db, 'organization', team.id);
const save = async (partial: Partial<OrganizationDocument>) => propose(db, registrar, await now(), partial);
const restore = (version: number, base_version: number, actor = manager, submission_key = submissionKey()) =>
	restoreVersion(db, actor, { ...teamAt(version), base_version, reason: 'خطأ', submission_key });

describe('an earlier version', () => {
	test('comes back as a new change, and history keeps what was between', async () => {
		await save({ founded: '2015', summary: { ar: 'نبذة' } });
		expect(await restore(1, 2)).toMatchObject({ version: 3, waiting: [] });
		expect(await now()).toMatchObject({ version: 3, document: { founded: '2014' } });
		expect((await now()).document.summary).toBeUndefined();
		const { channel } = await db
			.selectFrom('change')
			.where('record_id', '=', team.id)
			.orderBy('proposed_at', 'desc')
			.select('channel')
			.executeTakeFirstOrThrow();
		expect(channel).toBe('restore');
	});

	test('waits in what a registrar sees first, and says so before', async () => {
		await save({ founded: '2015', names: [{ ...team.document.names[0]!, value: 'فريق الضفة' }] });
		expect(await findRestoration(db, manager, teamAt(1))).toMatchObject({
			now: [{ path: 'founded', new: '2014' }],
			later: [{ path: 'names/own/value', new: 'فريق نور الوادي' }]
		});
		expect(await restore(1, 2)).toMatchObject({
			applied: [{ path: 'founded' }],
			waiting: [{ path: 'names/own/value' }]
		});
		expect((await now()).document).toMatchObject({ founded: '2014', names: [{ value: 'فريق الضفة' }] });
	});

	test('is a conflict where the same value moved since the editor looked', async () => {
		await save({ founded: '2015' });
		await save({ founded: '2016' });
		expect(await restore(1, 2)).toMatchObject({ conflicts: [{ path: 'founded', current: '2016' }] });
		expect(await now()).toMatchObject({ version: 3, document: { founded: '2016' } });
	});

	test('sent twice comes back once', async () => {
		await save({ founded: '2015' });
		const key = submissionKey();
		await Promise.all([restore(1, 2, manager, key), restore(1, 2, manager, key)]);
		expect(await now()).toMatchObject({ version: 3 });
	});

	test('leaves the address and the last confirmation as they are', async () => {
		await save({ slug: 'nur-al-wadi-team', confirmed_on: '2026-02-01', founded: '2015' });
		await restore(1, 2);
		expect((await now()).document).toMatchObject({ slug: 'nur-al-wadi-team', confirmed_on: '2026-02-01' });
	});

	test('does not show again what was hidden since', async () => {
		const contact = {
			id: 'c1',
			kind: 'phone',
			value: '0500000001',
			visibility: 'public',
			sources: []
		} as const;
		await save({ contacts: [{ ...contact, sources: [] }] });
		await save({ contacts: [{ ...contact, visibility: 'members', sources: [] }], founded: '2015' });
		await restore(2, 3);
		expect((await now()).document.contacts).toMatchObject([{ visibility: 'members' }]);

		const salma = await makeRecord(db, person({ summary: { ar: 'نبذة' } }));
		await propose(db, registrar, salma, { display: 'withheld', summary: undefined });
		await restoreVersion(db, registrar, {
			type: 'person',
			record: salma.id,
			version: 1,
			base_version: 2,
			reason: 'خطأ'
		});
		expect(await current(db, 'person', salma.id)).toMatchObject({
			document: { display: 'withheld', summary: { ar: 'نبذة' } }
		});
	});

	test('is for those who may edit', async () => {
		await save({ founded: '2015' });
		for (const actor of [
			await makeMember(db),
			await makeMember(db, (await makeRecord(db, organization())).id)
		]) {
			expect(await findRestoration(db, actor, teamAt(1))).toBeUndefined();
			expect(await restore(1, 2, actor)).toEqual({ refused: 'refusal.record_gone' });
		}
	});

	test('has to be one that there was', async () => {
		for (const version of [0, 2, -1]) {
			expect(await findRestoration(db, manager, teamAt(version))).toBeUndefined();
		}
		expect(await findRestoration(db, manager, { ...teamAt(1), type: 'person' })).toBeUndefined();
	});
});
