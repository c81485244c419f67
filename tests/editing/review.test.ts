import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { approveChange, listWaiting, returnChange } from '#lib/server/editing/review.ts';
import { historyOf } from '#lib/server/registry/history.ts';
import { listOrganizations } from '#lib/server/registry/organizations.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, propose } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let manager: Actor;
let team: ReadRecord<OrganizationDocument>;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
beforeEach(async () => {
	team = await makeRecord(db, organization({ sources: [{ id: 's1', title: 'خبر' }], founded: '2014' }));
	manager = await makeMember(db, team.id);
});
afterAll(() => test_database.drop());

const renamed = (value: string) => ({ names: [{ ...team.document.names[0]!, value }] });

/** Proposes what waits, and gives the id of the change. */
async function wait(partial: Partial<OrganizationDocument>, actor = manager): Promise<string> {
	const outcome = await propose(db, actor, team, partial, { reason: 'كما في الترخيص' });
	expect(outcome).toMatchObject({ applied: [] });
	return (await listWaiting(db, [team.id])).at(-1)!.id;
}

describe('a change that waits', () => {
	test('is listed with who asks, as what and why', async () => {
		const id = await wait(renamed('جمعية النسيم'));
		const { display_name, account_id } = manager;
		expect(await listWaiting(db, [team.id])).toMatchObject([
			{
				...{ id, reason: 'كما في الترخيص', proposer: display_name, proposed_by: account_id },
				...{ proposed_role: 'manager', record: { id: team.id, name_ar: 'فريق نور الوادي' } },
				operations: [{ path: 'names/own/value', old: 'فريق نور الوادي', new: 'جمعية النسيم' }]
			}
		]);
		expect(await listWaiting(db)).toEqual(expect.arrayContaining(await listWaiting(db, [team.id])));
		expect(await listWaiting(db, [])).toEqual([]);
	});

	test('is listed for a participation too', async () => {
		const event = await makeRecord(db, conference());
		const other = await makeRecord(db, conference());
		const at = await makeRecord(db, participation({ organization: team.id, conference: event.id }));
		await propose(db, manager, at, { conference: other.id });
		const [change] = (await listWaiting(db)).filter(({ proposed_by }) => proposed_by === manager.account_id);
		expect(change).toMatchObject({ type: 'participation', operations: [{ path: 'conference' }] });
		expect(await approveChange(db, registrar, change!.id)).toEqual({ version: 2 });
		expect(await current(db, 'participation', at.id)).toMatchObject({ document: { conference: other.id } });
	});

	test('is nowhere to be seen before it is approved', async () => {
		await wait(renamed('جمعية النسيم'));
		const record = await db.selectFrom('record').where('id', '=', team.id).selectAll().executeTakeFirst();
		const entry = await db.selectFrom('search_entry').where('record_id', '=', team.id).selectAll().execute();
		const seen = [
			record,
			entry,
			await findPublic(db, 'organization', team.id),
			await historyOf(db, team.id),
			await current(db, 'organization', team.id),
			await listOrganizations(db, { lang: 'ar', q: 'فريق نور الوادي' })
		];
		expect(JSON.stringify(seen)).not.toContain('النسيم');
		expect(await listOrganizations(db, { lang: 'ar', q: 'النسيم' })).toMatchObject({ total: 0 });
	});
});

describe('a change that is approved', () => {
	test('applies as the revision of who asked, and is found', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		expect(await approveChange(db, registrar, id)).toEqual({ version: 2 });
		expect(await findPublic(db, 'organization', team.id)).toMatchObject({
			...{ version: 2, document: { names: [{ value: 'جمعية الصبا' }] } }
		});
		expect(await listOrganizations(db, { lang: 'ar', q: 'الصبا' })).toMatchObject({ total: 1 });
		const { revisions } = await historyOf(db, team.id);
		expect(revisions[0]).toMatchObject({
			...{ version: 2, role: 'manager', reason: 'كما في الترخيص' },
			operations: [{ path: 'names/own/value', new: 'جمعية الصبا' }]
		});
		expect(await stateOf(id)).toMatchObject({ state: 'applied', decided_by: registrar.account_id });
		expect(await listWaiting(db, [team.id])).toEqual([]);
	});

	test('applies on a record that moved elsewhere', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		await propose(db, registrar, team, { founded: '2015' });
		expect(await approveChange(db, registrar, id)).toEqual({ version: 3 });
		const { document } = await current(db, 'organization', team.id);
		expect(document).toMatchObject({ founded: '2015', names: [{ value: 'جمعية الصبا' }] });
	});

	test('is a conflict where the same value moved, and goes on waiting', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		await propose(db, registrar, team, renamed('رابطة الصبا'));
		expect(await approveChange(db, registrar, id)).toEqual({
			conflicts: [
				{
					...{ path: 'names/own/value', old: 'فريق نور الوادي', new: 'جمعية الصبا' },
					current: 'رابطة الصبا'
				}
			]
		});
		expect(await current(db, 'organization', team.id)).toMatchObject({ version: 2 });
		expect(await stateOf(id)).toMatchObject({ state: 'waiting', decided_by: null });
	});

	test('makes no revision where somebody made it meanwhile', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		await propose(db, registrar, team, renamed('جمعية الصبا'));
		expect(await approveChange(db, registrar, id)).toEqual({ version: 2 });
		expect((await historyOf(db, team.id)).revisions).toHaveLength(2);
		expect(await stateOf(id)).toMatchObject({ state: 'applied' });
	});

	test('is refused, and goes on waiting, where the record has come to break a rule with it', async () => {
		const id = await wait({ dissolved: '2015' });
		await propose(db, registrar, team, { founded: '2016' });
		expect(await approveChange(db, registrar, id)).toMatchObject({
			refused: 'rule.dissolved_before_founded'
		});
		expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
	});

	test('is refused where the database refuses it', async () => {
		const other = await makeRecord(db, organization({ slug: 'nasim' }));
		const id = await wait({ slug: 'naseem' });
		await propose(db, registrar, other, { slug: 'naseem' });
		expect(await approveChange(db, registrar, id)).toMatchObject({ refused: 'refusal.slug_taken' });
		expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
	});

	test('keeps its sources where the record comes to cite none any more', async () => {
		const licences = [{ id: 'l1', number: '12', state: 'valid' as const, sources: ['s1'] }];
		team = await makeRecord(
			db,
			organization({ sources: [{ id: 's1', title: 'خبر' }], cited: { founded: ['s1'] } })
		);
		manager = await makeMember(db, team.id);
		const id = await wait({ licences });
		await propose(db, registrar, team, { cited: {} });
		expect(await approveChange(db, registrar, id)).toEqual({ version: 3 });
		expect((await current(db, 'organization', team.id)).document).toMatchObject({ licences, cited: {} });
	});
});

describe('a change that is returned', () => {
	test('applies nowhere, and says why', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		expect(await returnChange(db, registrar, id, 'أين الترخيص؟')).toEqual({});
		expect(await stateOf(id)).toMatchObject({ state: 'returned', decision_reason: 'أين الترخيص؟' });
		expect(await current(db, 'organization', team.id)).toEqual(team);
		expect(await listWaiting(db, [team.id])).toEqual([]);
	});
});

describe('a decision is refused', () => {
	const deciders = {
		approveChange,
		returnChange: (...given: [Database, Actor, string]) => returnChange(...given, '')
	};

	describe.each(Object.entries(deciders))('%s', (_, decide) => {
		test('to all but registrars', async () => {
			const id = await wait(renamed('جمعية الصبا'));
			for (const actor of [manager, await makeMember(db, team.id), await makeMember(db)]) {
				expect(await decide(db, actor, id)).toEqual({ refused: 'refusal.not_allowed' });
			}
			expect(await stateOf(id)).toMatchObject({ state: 'waiting' });
		});

		test('on the own change, be it by someone who became a registrar', async () => {
			const id = await wait(renamed('جمعية الصبا'));
			expect(await decide(db, { ...manager, is_registrar: true }, id)).toEqual({
				refused: 'refusal.own_change'
			});
		});

		test('on one that is decided, or that never was', async () => {
			const id = await wait(renamed('جمعية الصبا'));
			await returnChange(db, registrar, id, '');
			expect(await decide(db, registrar, id)).toEqual({ refused: 'refusal.decided_already' });
			expect(await decide(db, registrar, randomUUID())).toEqual({ refused: 'refusal.decided_already' });
		});
	});

	test('to the second of two registrars who decide in the same moment', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		const other = await makeRegistrar(db);
		const decided = await Promise.all([registrar, other].map((actor) => approveChange(db, actor, id)));
		expect(decided).toEqual(expect.arrayContaining([{ version: 2 }, { refused: 'refusal.decided_already' }]));
		expect(await current(db, 'organization', team.id)).toMatchObject({ version: 2 });
	});
});

async function stateOf(id: string) {
	return db.selectFrom('change').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
}
