import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { diff } from '#lib/domain/change.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { findChange, listDecided, listQueue, listWaiting, neighboursOf } from '#lib/server/editing/queue.ts';
import { allocateIds } from '#lib/server/editing/identity.ts';
import { approveChange, assignChange, returnChange } from '#lib/server/editing/review.ts';
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
			version: 2,
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

describe('a change that is approved in part', () => {
	const licences = [{ id: 'l1', number: '١٢', state: 'valid' as const, sources: ['s1'] }];

	test('applies what is approved, and the rest goes back, each with its reason', async () => {
		const id = await wait({ ...renamed('جمعية الصبا'), status: 'active', licences });
		const returned = new Map([
			['status', 'منذ متى؟'],
			['licences/l1', 'أين صورة الترخيص؟']
		]);
		expect(await approveChange(db, registrar, id, { returned })).toEqual({ version: 2 });
		const { document } = await current(db, 'organization', team.id);
		expect(document).toMatchObject({ names: [{ value: 'جمعية الصبا' }], status: 'unknown', licences: [] });
		expect(await stateOf(id)).toMatchObject({ state: 'applied', operations: [{ path: 'names/own/value' }] });
		const decided = await listDecided(db, manager);
		expect(decided.filter(({ state }) => state === 'returned')).toHaveLength(2);
		expect(decided).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ state: 'applied', id }),
				expect.objectContaining({ state: 'returned', decision_reason: 'منذ متى؟' }),
				expect.objectContaining({ state: 'returned', decision_reason: 'أين صورة الترخيص؟' })
			])
		);
	});

	test('goes back whole where nothing of it is approved', async () => {
		const id = await wait({ ...renamed('جمعية الصبا'), status: 'active' });
		const returned = new Map([
			['names/own/value', 'أين المصدر؟'],
			['status', 'منذ متى؟']
		]);
		expect(await approveChange(db, registrar, id, { returned })).toEqual({});
		expect(await current(db, 'organization', team.id)).toEqual(team);
		expect(await listWaiting(db, [team.id])).toEqual([]);
		const reasons = (await listDecided(db, manager)).map(({ decision_reason }) => decision_reason);
		expect(reasons.toSorted()).toEqual(['أين المصدر؟', 'منذ متى؟'].toSorted());
	});
});

describe('a change that is put right before it is approved', () => {
	test('applies as it was put right, and its editor can see that it was', async () => {
		const id = await wait(renamed('جمعيه الصبا'));
		const corrections = new Map([['names/own/value', new Map([['', 'جمعية الصبا']])]]);
		expect(await approveChange(db, registrar, id, { corrections })).toEqual({ version: 2 });
		expect(await current(db, 'organization', team.id)).toMatchObject({
			document: { names: [{ value: 'جمعية الصبا' }] }
		});
		expect(await stateOf(id)).toMatchObject({
			operations: [{ new: 'جمعية الصبا' }],
			proposed_operations: [{ new: 'جمعيه الصبا' }]
		});
		expect(await listDecided(db, manager)).toMatchObject([{ id, has_corrections: true }]);
	});

	test('must keep the rules', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		const corrections = new Map([['names/own/value', new Map([['', 'SA4420000001234567891234']])]]);
		expect(await approveChange(db, registrar, id, { corrections })).toMatchObject({
			refused: 'rule.iban_in_text'
		});
		expect(await stateOf(id)).toMatchObject({ state: 'waiting', proposed_operations: null });
	});
});

describe('a change that moved meanwhile', () => {
	test('is shown beside what the record says now', async () => {
		const id = await wait({ ...renamed('جمعية الصبا'), status: 'active' });
		await propose(db, registrar, team, renamed('رابطة الصبا'));
		expect(await findChange(db, id)).toMatchObject({
			version: 2,
			weighed: expect.arrayContaining([
				expect.objectContaining({ path: 'names/own/value', current: 'رابطة الصبا', has_moved: true }),
				expect.objectContaining({ path: 'status', current: 'unknown', has_moved: false })
			])
		});
	});

	test('is approved over it by who saw what the record says, and not by who did not', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		await propose(db, registrar, team, renamed('رابطة الصبا'));
		const paths = new Set(['names/own/value']);
		expect(await approveChange(db, registrar, id, { overriding: { version: 1, paths } })).toMatchObject({
			conflicts: [{ path: 'names/own/value' }]
		});
		expect(await approveChange(db, registrar, id, { overriding: { version: 2, paths } })).toEqual({
			version: 3
		});
		const { revisions } = await historyOf(db, team.id);
		expect(revisions[0]!.operations).toMatchObject([{ old: 'رابطة الصبا', new: 'جمعية الصبا' }]);
	});
});

describe('a new record that waits', () => {
	test('comes onto the register when it is approved, under the name that was proposed', async () => {
		const { id } = await proposeNew();
		expect(await current(db, 'organization', id).catch(() => null)).toBeNull();
		const [change] = await listWaiting(db, [id]);
		expect(change).toMatchObject({ is_new: true, record: { name_ar: 'فريق الندى', slug: null } });
		expect(await approveChange(db, registrar, change!.id)).toEqual({ version: 1 });
		expect(await findPublic(db, 'organization', id)).toMatchObject({
			...{ version: 1, slug: expect.stringMatching(/./), document: { names: [{ value: 'فريق الندى' }] } }
		});
	});

	async function proposeNew(): Promise<{ id: string }> {
		const [id] = await allocateIds(db, 1);
		const document = organization({ names: [{ id: 'own', value: 'فريق الندى', lang: 'ar' }] });
		const operations = diff(null, document);
		await db
			.insertInto('change')
			.values({
				...{
					record_id: id!,
					record_type: 'organization',
					base_version: 0,
					channel: 'form',
					state: 'waiting'
				},
				...{ proposed_by: manager.account_id, proposed_role: 'manager' },
				operations: JSON.stringify(operations)
			})
			.execute();
		return { id: id! };
	}
});

describe('the queue', () => {
	test('is narrowed by type, organization, channel, age and who looks after it', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		const about = { about: team.id };
		const idsOf = async (filter: Parameters<typeof listQueue>[1]) =>
			(await listQueue(db, { ...about, ...filter })).items.map((item) => item.id);
		expect(await idsOf({ type: 'organization', channel: 'form', assigned: 'nobody' })).toEqual([id]);
		expect(await idsOf({ type: 'person' })).toEqual([]);
		expect(await idsOf({ channel: 'import' })).toEqual([]);
		expect(await idsOf({ age: 'day' })).toEqual([]);
		await db
			.updateTable('change')
			.set({ proposed_at: new Date(Date.now() - 8 * 24 * 3600 * 1000) })
			.where('id', '=', id)
			.execute();
		expect(await idsOf({ age: 'week' })).toEqual([id]);
		expect(await idsOf({ age: 'month' })).toEqual([]);
		expect(await idsOf({ assigned: { account_id: registrar.account_id } })).toEqual([]);
		expect(await assignChange(db, registrar, id, true)).toEqual({});
		expect(await idsOf({ assigned: { account_id: registrar.account_id } })).toEqual([id]);
		expect(await idsOf({ assigned: 'nobody' })).toEqual([]);
		expect(await assignChange(db, registrar, id, false)).toEqual({});
		expect(await idsOf({ assigned: 'nobody' })).toEqual([id]);
	});

	test('is walked from one change to the next', async () => {
		const first = await wait(renamed('جمعية الصبا'));
		const second = await wait({ status: 'active' });
		const about = { about: team.id };
		expect(await neighboursOf(db, about, first)).toEqual({ previous: null, next: second });
		await returnChange(db, registrar, first, 'لا');
		expect(await neighboursOf(db, about, second)).toEqual({ previous: null, next: null });
		expect(await neighboursOf(db, about, first)).toEqual({ previous: null, next: second });
	});

	test('is looked after by registrars alone', async () => {
		const id = await wait(renamed('جمعية الصبا'));
		expect(await assignChange(db, manager, id, true)).toEqual({ refused: 'refusal.not_allowed' });
	});
});

test('what was decided is seen by the team that proposed it, and by no other', async () => {
	const id = await wait(renamed('جمعية الصبا'));
	await returnChange(db, registrar, id, 'أين الترخيص؟');
	const other = await makeMember(db, (await makeRecord(db, organization())).id);
	expect(await listDecided(db, manager)).toMatchObject([{ id, decision_reason: 'أين الترخيص؟' }]);
	expect(await listDecided(db, await makeMember(db, team.id))).toMatchObject([{ id }]);
	expect(await listDecided(db, other)).toEqual([]);
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
