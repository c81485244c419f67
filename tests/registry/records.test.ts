import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import { withheldName } from '#lib/domain/public_view.ts';
import { registryId } from '#lib/domain/registry_id.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { listConferences } from '#lib/server/registry/conferences.ts';
import { refreshSearchEntries } from '#lib/server/editing/search_index.ts';
import { findVersion, findVersionAt, historyOf } from '#lib/server/registry/history.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { affiliatesOf, listOrganizations, newestOrganizations } from '#lib/server/registry/organizations.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { patronagesOf, postsOf } from '#lib/server/registry/people.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { findAddress, findPublic, listAddresses } from '#lib/server/registry/records.ts';
import { search } from '#lib/server/search/search.ts';
import { suggest } from '#lib/server/search/suggest.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation, person } from '../harness/documents.ts';
import { current, makeMember, makeRecord, propose } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

const hide = (id: string) => setRecord(id, { visibility: 'hidden' });
const merge = (id: string, into: string) => setRecord(id, { merged_into: into });

async function setRecord(id: string, values: { visibility: string } | { merged_into: string }) {
	await db.transaction().execute(async (trx) => {
		await trx.updateTable('record').where('id', '=', id).set(values).execute();
		await refreshSearchEntries(trx, [id]);
	});
}

describe('a record', () => {
	test('is found by slug and by id, with labels of all that it mentions', async () => {
		const chair = await makeRecord(db, person());
		const parent = await makeRecord(db, organization({ kind: 'association' }));
		const { id, document } = await makeRecord(
			db,
			organization({
				appointments: [{ person: chair.id, position: 'chair' }],
				affiliations: [{ to: parent.id }]
			})
		);
		const bySlug = await findPublic(db, 'organization', document.slug!);
		expect(bySlug).toMatchObject({ id, version: 1, document });
		expect(Object.keys((bySlug as { labels: object }).labels).toSorted()).toEqual(
			[chair.id, parent.id].toSorted()
		);
		expect(await findPublic(db, 'organization', id)).toEqual(bySlug);
		expect(await findAddress(db, id)).toEqual({ type: 'organization', slug: document.slug });
	});

	test('is not found under another type, nor what never was', async () => {
		const { id, document } = await makeRecord(db, organization());
		expect(await findPublic(db, 'person', id)).toBeUndefined();
		expect(await findPublic(db, 'conference', document.slug!)).toBeUndefined();
		for (const key of [registryId(999_999), 'لا-أحد', '', '%', '\u0000', "' or true --"]) {
			expect(await findPublic(db, 'organization', key)).toBeUndefined();
			expect(await findAddress(db, key)).toBeUndefined();
		}
	});

	test('is found by a slug in decomposed letters, or with a mark of direction before it', async () => {
		const { id, document } = await makeRecord(
			db,
			organization({ slug: 'أُسرة'.normalize('NFC').replace('ُ', '') })
		);
		for (const key of [document.slug!.normalize('NFD'), `\u200F${document.slug}`]) {
			expect(await findPublic(db, 'organization', key)).toMatchObject({ id });
		}
	});

	test('shows nothing that is not public', async () => {
		const secret = 'only-for-members@example.org';
		const { id } = await makeRecord(
			db,
			organization({
				contacts: [{ kind: 'email', value: secret, visibility: 'members' }],
				links: [{ kind: 'x', url: 'https://x.com/only-for-members', visibility: 'registrars' }]
			})
		);
		const seen = [
			await findPublic(db, 'organization', id),
			await historyOf(db, id),
			await db.selectFrom('record').where('id', '=', id).selectAll().execute(),
			await db.selectFrom('search_entry').where('record_id', '=', id).selectAll().execute()
		];
		expect(JSON.stringify(seen)).not.toContain('only-for-members');
		expect(JSON.stringify(await current(db, 'organization', id))).toContain(secret);
	});

	test('that was merged leads on to the other, by slug and by id', async () => {
		const [one, other] = [await makeRecord(db, organization()), await makeRecord(db, organization())];
		const former = one.document.slug!;
		await propose(db, 'register', one, { slug: 'before-merging' });
		await merge(one.id, other.id);
		for (const key of [one.id, 'before-merging', former]) {
			expect(await findPublic(db, 'organization', key)).toEqual({ moved_to: other.document.slug });
		}
		expect(await findAddress(db, one.id)).toEqual({ type: 'organization', slug: other.document.slug });
	});

	test('of a participation has the address of its conference', async () => {
		const [team, event] = [await makeRecord(db, organization()), await makeRecord(db, conference())];
		const { id } = await makeRecord(db, participation({ organization: team.id, conference: event.id }));
		expect(await findAddress(db, id)).toEqual({ type: 'conference', slug: event.document.slug });
	});
});

test('a record that is hidden is absent everywhere', async () => {
	const secret = 'مستور';
	const names = [{ value: secret, lang: 'ar' }];
	const [team, member] = [
		await makeRecord(db, organization({ names })),
		await makeRecord(db, person({ names }))
	];
	const event = await makeRecord(db, conference({ names, patrons: [{ person: member.id }] }));
	const open = {
		team: await makeRecord(
			db,
			organization({
				affiliations: [{ to: team.id }],
				appointments: [{ person: member.id, position: 'chair' }],
				part_of: team.id
			})
		),
		person: await makeRecord(db, person()),
		event: await makeRecord(db, conference({ series: event.id, organizers: [{ organization: team.id }] }))
	};
	await makeRecord(db, participation({ organization: team.id, conference: open.event.id }));
	await makeRecord(db, participation({ organization: open.team.id, conference: event.id }));
	await makeRecord(
		db,
		participation({
			...{ organization: open.team.id, conference: open.event.id, inviter: team.id },
			delegates: [{ person: member.id }, { person: open.person.id }]
		})
	);
	await propose(db, 'register', team, { slug: 'mastur' });
	for (const { id } of [team, member, event]) await hide(id);

	expect(await findPublic(db, 'organization', 'mastur')).toBeUndefined();
	expect(await findPublic(db, 'organization', team.document.slug!)).toBeUndefined();
	expect(await findAddress(db, team.id)).toBeUndefined();
	expect(await labelsOf(db, [team.id, member.id, event.id])).toEqual({});
	expect(await postsOf(db, member.id)).toMatchObject([{ organization: { id: open.team.id } }]);
	expect(await patronagesOf(db, member.id)).toEqual([]);
	expect(await participationsOf(db, { organization: team.id })).toEqual([]);
	expect(await participationsOf(db, { conference: event.id })).toEqual([]);
	const [at] = await participationsOf(db, { organization: open.team.id });
	expect(at).toMatchObject({ inviter: null, delegates: [{ person: { id: open.person.id } }] });
	const seen = [
		await listOrganizations(db, { lang: 'ar' }),
		await listConferences(db, { lang: 'ar' }),
		await search(db, { lang: 'ar' }),
		await search(db, { lang: 'ar', q: secret }),
		await suggest(db, { lang: 'ar', q: secret }),
		await newestOrganizations(db, 100),
		await affiliatesOf(db, team.id),
		await listAddresses(db),
		await historyOf(db, open.team.id),
		await participationsOf(db, { conference: open.event.id }),
		await findPublic(db, 'organization', open.team.id),
		await findPublic(db, 'conference', open.event.id)
	];
	expect(JSON.stringify(seen)).not.toMatch(/مستور|mastur/);
});

describe('the history of a record', () => {
	let team: ReadRecord<OrganizationDocument>;
	const contact = {
		id: 'c1',
		kind: 'phone',
		value: '0500000001',
		visibility: 'public',
		sources: [] as string[]
	} as const;
	beforeEach(async () => {
		team = await makeRecord(db, organization());
	});
	const save = async (partial: Partial<OrganizationDocument>) => {
		await propose(db, 'register', await current(db, 'organization', team.id), partial, { reason: 'تصحيح' });
	};

	test('tells who changed what when and why, newest first', async () => {
		await save({ founded: '2014' });
		await save({ founded: '2013' });
		const { revisions } = await historyOf(db, team.id);
		expect(revisions).toMatchObject([
			{
				version: 3,
				role: 'register',
				channel: 'form',
				reason: 'تصحيح',
				operations: [{ path: 'founded', old: '2014', new: '2013' }]
			},
			{ version: 2, operations: [{ path: 'founded', new: '2014' }] },
			{ version: 1, channel: 'seed', reason: null }
		]);
		expect(revisions[2]!.operations.map(({ path }) => path)).toContain('names/own');
		expect(revisions[0]!.applied_at).toBeInstanceOf(Date);
	});

	test('shows a contact from when it was made public until it was taken away', async () => {
		await save({ contacts: [contact] });
		await save({ contacts: [] });
		const { revisions } = await historyOf(db, team.id);
		expect(revisions.map(({ operations }) => operations.map(({ path }) => path))).toMatchObject([
			['contacts/c1'],
			['contacts/c1'],
			expect.not.arrayContaining(['contacts/c1'])
		]);
	});

	test('shows no contact that is hidden now, though it was public once', async () => {
		await save({ contacts: [contact] });
		await save({ contacts: [{ ...contact, visibility: 'members' }] });
		expect(JSON.stringify(await historyOf(db, team.id))).not.toContain(contact.value);
	});

	test('shows no contact that was hidden before it was taken away: hidden data in diffs', async () => {
		await save({ contacts: [contact] });
		await save({ contacts: [{ ...contact, visibility: 'members' }] });
		await save({ contacts: [] });
		const versions = await Promise.all([2, 3, 4].map((number) => findVersion(db, team.id, number)));
		expect(JSON.stringify([versions, await historyOf(db, team.id)])).not.toContain(contact.value);
	});

	test('shows no name of a person who withheld it since', async () => {
		const names = [{ id: 'n1', value: 'هيفاء الربيعة', lang: 'ar', kind: 'official' }];
		const haifa: ReadRecord<PersonDocument> = await makeRecord(db, person({ names }));
		await propose(db, 'register', haifa, { display: 'withheld' }, { reason: 'حجب اسم هيفاء' });
		const { revisions } = await historyOf(db, haifa.id);
		expect(revisions).toHaveLength(2);
		expect(JSON.stringify(revisions)).not.toMatch(/هيفاء|الربيعة/);
		expect(JSON.stringify(await findVersion(db, haifa.id, 1))).not.toMatch(/هيفاء|الربيعة/);
	});

	test('has the record as of each version, compared with any other in both directions', async () => {
		await save({ founded: '2014' });
		await save({ founded: '2013' });
		expect(await findVersion(db, team.id, 2)).toMatchObject({
			...{ against: 1, newest: 3, document: { founded: '2014' } },
			revision: { version: 2, operations: [{ path: 'founded', new: '2014', sources: [] }] }
		});
		expect(await findVersion(db, team.id, 1, { against: 3 })).toMatchObject({
			revision: { version: 1, operations: [{ path: 'founded', old: '2013' }] }
		});
		for (const wrong of [0, 4, -1, 1.5, NaN]) {
			expect(await findVersion(db, team.id, wrong)).toBeUndefined();
			expect(await findVersion(db, team.id, 2, { against: wrong })).toEqual(
				wrong === 0 ? expect.anything() : undefined
			);
		}
	});

	test('tells which version a day ended with, by the clock of Riyadh', async () => {
		await save({ founded: '2014' });
		const revisions = db.updateTable('revision').where('record_id', '=', team.id);
		await revisions.where('version', '=', 1).set({ applied_at: '2026-03-01T20:59:59Z' }).execute();
		await revisions.where('version', '=', 2).set({ applied_at: '2026-03-01T21:00:00Z' }).execute();
		expect(await findVersionAt(db, team.id, '2026-02-28')).toBeUndefined();
		expect(await findVersionAt(db, team.id, '2026-03-01')).toBe(1);
		expect(await findVersionAt(db, team.id, '2026-03-02')).toBe(2);
	});

	test('names the sources that a change cites', async () => {
		const sources = [{ id: 's1', title: 'خبر' }];
		await save({ founded: '2014', sources, cited: { founded: ['s1'] } });
		const { revisions } = await historyOf(db, team.id);
		expect(revisions[0]!.operations).toContainEqual({ path: 'founded', new: '2014', sources });
	});

	test('names people to those who may know them, and roles to all', async () => {
		const manager = await makeMember(db, team.id);
		await propose(db, manager, await current(db, 'organization', team.id), { founded: '2014' });
		const open = (await historyOf(db, team.id)).revisions[0];
		expect(open).toMatchObject({ role: 'manager', author: null, approver: null });
		const inside = (await historyOf(db, team.id, { withNames: true })).revisions[0];
		expect(inside).toMatchObject({ role: 'manager', author: manager.display_name });
	});

	test('names the records that it mentions, also those that it mentions no longer', async () => {
		const [one, other] = [await makeRecord(db, person()), await makeRecord(db, person())];
		const post = { id: 'a1', position: 'chair', seen_on: [], is_acting: false, sources: [] };
		await save({ appointments: [{ ...post, person: one.id }] });
		await save({ appointments: [{ ...post, person: other.id }] });
		const { labels } = await historyOf(db, team.id);
		expect(Object.keys(labels).toSorted()).toEqual([one.id, other.id].toSorted());
	});
});

test('a post in a dissolved body is shown as ended with it', async () => {
	const chair = await makeRecord(db, person());
	const appointments = [{ person: chair.id, position: 'chair', from: '2014' }];
	await makeRecord(db, organization({ appointments, status: 'dissolved', dissolved: '2018-06-30' }));
	expect(await postsOf(db, chair.id)).toMatchObject([{ appointment: { from: '2014', until: '2018-06-30' } }]);
});

test('a person who withholds the name is shown without it wherever it stood', async () => {
	const names = [{ id: 'n1', value: 'ميسون الخزامى', lang: 'ar' }];
	const maysoon: ReadRecord<PersonDocument> = await makeRecord(db, person({ names, display: 'role_only' }));
	const team = await makeRecord(
		db,
		organization({ appointments: [{ person: maysoon.id, position: 'chair' }] })
	);
	const event = await makeRecord(db, conference({ patrons: [{ person: maysoon.id }] }));
	await makeRecord(
		db,
		participation({ organization: team.id, conference: event.id, delegates: [{ person: maysoon.id }] })
	);
	const seen = [
		await findPublic(db, 'person', maysoon.id),
		await findPublic(db, 'organization', team.id),
		await findPublic(db, 'conference', event.id),
		await participationsOf(db, { person: maysoon.id }),
		await postsOf(db, maysoon.id),
		await listAddresses(db),
		await db.selectFrom('search_entry').where('record_id', '=', maysoon.id).selectAll().execute()
	];
	expect(JSON.stringify(seen)).not.toMatch(/ميسون|الخزامى|خزامي/);
	expect(seen[1]).toMatchObject({ labels: { [maysoon.id]: { name_ar: withheldName.ar } } });
});
