import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange, returnChange } from '#lib/server/editing/review.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { makeMember, makeRecord, makeRegistrar, propose, submissionKey } from '../harness/factory.ts';
import { lettersToActor } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let manager: Actor;
let team: ReadRecord<OrganizationDocument>;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	registrar = await makeRegistrar(db);
	team = await makeRecord(db, organization({ founded: '2014' }));
	manager = await makeMember(db, team.id);
});

const renamed = { names: [{ id: 'own', value: 'جمعية النسيم', lang: 'ar' }] };
const named = { record: { ar: 'فريق نور الوادي', en: 'فريق نور الوادي' } };

async function wait(
	partial: Partial<OrganizationDocument>,
	submission_key = submissionKey()
): Promise<string> {
	await propose(db, manager, team, partial, { reason: 'كما في الترخيص', submission_key });
	return (await listWaiting(db, [team.id])).at(-1)!.id;
}

test('what waits is told to the registrars, once, and not to those who proposed it', async () => {
	const key = submissionKey();
	const id = await wait(renamed as Partial<OrganizationDocument>, key);
	await propose(db, manager, team, renamed as Partial<OrganizationDocument>, { submission_key: key });
	expect(await lettersToActor(db, registrar)).toEqual([
		{
			template: 'change_to_review',
			language: 'ar',
			arguments: { ...named, person: manager.display_name, link: `/registrar/changes/${id}` }
		}
	]);
	expect(await lettersToActor(db, manager)).toEqual([]);
});

test('what applies at once is told to nobody', async () => {
	await propose(db, manager, team, { founded: '2015' });
	expect(await lettersToActor(db, registrar)).toEqual([]);
});

test('who proposed a change is told that it was approved', async () => {
	await approveChange(db, registrar, await wait({ status: 'active' }));
	expect(await lettersToActor(db, manager)).toMatchObject([
		{ template: 'change_approved', arguments: { ...named, link: `/id/${team.id}` } }
	]);
});

test('who proposed a change is told why it was returned', async () => {
	await returnChange(db, registrar, await wait({ status: 'active' }), 'أين المصدر؟');
	expect(await lettersToActor(db, manager)).toMatchObject([
		{ template: 'change_returned', arguments: { ...named, quote: 'أين المصدر؟', link: '/workspace' } }
	]);
});

test('of a change that is approved in part, each part is told', async () => {
	const id = await wait({ status: 'active', part_of: (await makeRecord(db, organization())).id });
	await approveChange(db, registrar, id, { returned: new Map([['part_of', 'أين القرار؟']]) });
	expect(await lettersToActor(db, manager)).toMatchObject(
		expect.arrayContaining([
			expect.objectContaining({ template: 'change_approved' }),
			expect.objectContaining({
				template: 'change_returned',
				arguments: expect.objectContaining({ quote: 'أين القرار؟' })
			})
		])
	);
});
