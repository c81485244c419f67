import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRegistryId, registryId } from '#lib/domain/registry_id.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { proposeChange } from '#lib/server/editing/propose.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { findPublic } from '#lib/server/registry/records.ts';
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

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let team: ReadRecord<OrganizationDocument>;
let manager: Actor;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
beforeEach(async () => {
	const names = [
		{ id: 'n1', value: 'فريق غيث', lang: 'ar', kind: 'official' },
		{ id: 'n2', value: 'Ghaith Team', lang: 'en', kind: 'translation' }
	];
	team = await makeRecord(db, organization({ names, summary: { ar: 'فريق تطوعي' } }));
	manager = await makeMember(db, team.id);
});
afterAll(() => test_database.drop());

describe('a record that is new', () => {
	test('gets an id, a slug of its name, its first revision and a search entry', async () => {
		const after = organization({ names: [{ id: 'n1', value: 'رواحل الخير', lang: 'ar' }] });
		const outcome = await proposeChange(db, registrar, { base_version: 0, after, channel: 'form' });
		expect(outcome).toMatchObject({ slug: 'رواحل-الخير', version: 1, waiting: [] });
		const { id } = outcome as { id: string };
		expect(isRegistryId(id)).toBe(true);
		expect(await current(db, 'organization', id)).toMatchObject({ version: 1, document: { ...after, id } });
		expect(await revisionsOf(id)).toMatchObject([
			{ version: 1, document: { id, slug: 'رواحل-الخير' }, channel: 'form', proposed_role: 'registrar' }
		]);
		expect(await searchEntryOf(id)).toMatchObject({ name_ar: 'رواحل الخير', names: 'رواحل الخير' });
	});

	test('gets another slug where its name is taken', async () => {
		const named = () => makeRecord(db, organization({ names: [{ value: 'Wadi', lang: 'en' }] }));
		expect((await named()).document.slug).toBe('wadi');
		expect((await named()).document.slug).toBe('wadi-2');
	});

	test('gets its own slug also where two of one name come in the same moment', async () => {
		const made = ['Nahr', 'Nahr', 'Nahr'].map((value) =>
			makeRecord(db, organization({ names: [{ value, lang: 'en' }] }))
		);
		const slugs = (await Promise.all(made)).map(({ document }) => document.slug);
		expect(slugs.toSorted()).toEqual(['nahr', 'nahr-2', 'nahr-3']);
	});

	test('is refused where its slug is taken, and nothing of it is kept', async () => {
		const before = await countAll();
		const after = organization({ slug: team.document.slug });
		const outcome = await proposeChange(db, registrar, { base_version: 0, after, channel: 'form' });
		expect(outcome).toMatchObject({ refused: 'refusal.slug_taken' });
		expect(await countAll()).toEqual(before);
	});

	test('is refused under the id of another, which stays as it is', async () => {
		const after = organization({ summary: { ar: 'آخر' } });
		const outcome = await proposeChange(db, registrar, {
			id: team.id,
			base_version: 0,
			after,
			channel: 'form'
		});
		expect(outcome).toHaveProperty('refused');
		expect(await current(db, 'organization', team.id)).toEqual(team);
	});

	test('of an organization by anyone else waits whole, also under an id of the own team, and is nowhere to be seen', async () => {
		const after = organization({ id: team.id, names: [{ value: 'Yet Unseen', lang: 'en' }] });
		for (const actor of [manager, await makeMember(db)]) {
			const { change: _, ...before } = await countAll();
			const outcome = await proposeChange(db, actor, { base_version: 0, after, channel: 'form' });
			if (!('waiting' in outcome)) throw new Error(JSON.stringify(outcome));
			expect(outcome.applied).toEqual([]);
			expect(outcome.id).not.toBe(team.id);
			expect(await countAll()).toMatchObject(before);
		}
	});

	test('of a conference by anyone waits whole', async () => {
		const after = conference({ organizers: [{ organization: team.id }] });
		for (const actor of [manager, await makeMember(db)]) {
			const outcome = await proposeChange(db, actor, { base_version: 0, after, channel: 'form' });
			expect(outcome).toMatchObject({ applied: [], version: 0 });
			expect(await findPublic(db, 'conference', (outcome as { id: string }).id)).toBeUndefined();
		}
	});

	test('of a participation comes from the own team, in a conference that is on the register', async () => {
		const { id } = await makeRecord(db, conference());
		const own = participation({ organization: team.id, conference: id });
		const form = { base_version: 0, channel: 'form' } as const;
		const byOthers = await proposeChange(db, await makeMember(db), { ...form, after: own });
		expect(byOthers).toMatchObject({ refused: 'refusal.not_allowed' });
		const nowhere = participation({ organization: team.id, conference: team.id });
		expect(await proposeChange(db, manager, { ...form, after: nowhere })).toMatchObject({
			refused: 'refusal.unknown_reference'
		});
		expect(await proposeChange(db, manager, { ...form, after: own })).toMatchObject({
			version: 1,
			waiting: []
		});
	});

	test('of a person without a board comes from a registrar only', async () => {
		const outcome = await proposeChange(db, manager, { base_version: 0, after: person(), channel: 'form' });
		expect(outcome).toMatchObject({ refused: 'refusal.not_allowed' });
	});
});

describe('an edit', () => {
	test('makes the next revision, with what changed', async () => {
		const outcome = await propose(db, registrar, team, { founded: '2014' }, { reason: 'من موقعه' });
		const operations = [{ path: 'founded', new: '2014' }];
		expect(outcome).toMatchObject({ version: 2, applied: operations, waiting: [] });
		expect(await revisionsOf(team.id)).toMatchObject([
			{ version: 1 },
			{ version: 2, operations, document: { founded: '2014' }, reason: 'من موقعه' }
		]);
	});

	test('of a name is found under the new one at once, and no longer under the old', async () => {
		const names = [{ ...team.document.names[0]!, value: 'فريق الديمة' }, team.document.names[1]!];
		await propose(db, registrar, team, { names });
		expect((await searchEntryOf(team.id)).names).toBe('فريق الديمه\nghaith team');
	});

	test('that says the same makes no revision', async () => {
		const outcome = await propose(db, registrar, team, {});
		expect(outcome).toMatchObject({ version: 1, applied: [], waiting: [] });
		expect(await revisionsOf(team.id)).toHaveLength(1);
	});

	test('keeps texts clean: no controls that turn the text around, NFC, single spaces', async () => {
		const typed = { ar: '  فريق\u202E  تطوعي ', en: 'Cafe\u0301' };
		await propose(db, registrar, team, { summary: typed });
		const { document } = await current(db, 'organization', team.id);
		expect(document.summary).toEqual({ ar: 'فريق تطوعي', en: 'Café' });
	});

	test('of a record that is gone, or that has another type, is refused', async () => {
		const elsewhere = { ...team, id: registryId(999_999) };
		expect(await propose(db, registrar, elsewhere, {})).toEqual({ refused: 'refusal.record_gone' });
	});

	test('from a version that never was is refused', async () => {
		for (const version of [7, -1, 1.5]) {
			expect(await propose(db, registrar, { ...team, version }, { founded: '2014' })).toHaveProperty(
				'refused'
			);
		}
	});
});

describe('a manager', () => {
	test('changes an alias at once, the official name after review', async () => {
		const [official, english] = team.document.names;
		const alias = { id: 'n3', value: 'غيث', lang: 'ar', kind: 'alias' as const, sources: [] };
		const names = [{ ...official!, value: 'جمعية غيث' }, english!, alias];
		const outcome = await propose(db, manager, team, { names });
		expect(outcome).toMatchObject({
			version: 2,
			applied: [{ path: 'names/n3', new: alias }],
			waiting: [{ path: 'names/n1/value', old: 'فريق غيث', new: 'جمعية غيث' }]
		});
		const { document } = await current(db, 'organization', team.id);
		expect(document.names).toEqual([official, english, alias]);
	});

	test('who changes what waits only makes no revision', async () => {
		const outcome = await propose(db, manager, team, { status: 'dissolved' });
		expect(outcome).toMatchObject({ version: 1, applied: [], waiting: [{ path: 'status' }] });
		expect(await revisionsOf(team.id)).toHaveLength(1);
	});

	test('of another organization is refused, also under an id of the own one', async () => {
		const other = await makeRecord(db, organization());
		for (const id of [team.id, undefined]) {
			const outcome = await propose(db, manager, other, { id, summary: { ar: 'غيرنا' } });
			expect(outcome).toEqual({ refused: 'refusal.not_allowed' });
		}
		expect(await current(db, 'organization', other.id)).toMatchObject({ version: 1 });
	});

	test('who has no team, or none of this organization, is not shown what changed meanwhile', async () => {
		const contacts = [
			{ id: 'c1', kind: 'phone', value: '0500000000', visibility: 'registrars', sources: [] }
		];
		await propose(db, registrar, team, { contacts } as Partial<OrganizationDocument>);
		const outcome = await propose(db, await makeMember(db), team, {
			contacts: [{ ...contacts[0], value: '1' }]
		} as Partial<OrganizationDocument>);
		expect(outcome).toEqual({ refused: 'refusal.not_allowed' });
	});
});

describe('an edit of a version that is no longer the newest', () => {
	test('applies where nobody touched the value', async () => {
		await propose(db, registrar, team, { founded: '2014' });
		const outcome = await propose(db, manager, team, { summary: { ar: 'فريق شبابي' } });
		expect(outcome).toMatchObject({ version: 3, applied: [{ path: 'summary/ar' }] });
		const { document } = await current(db, 'organization', team.id);
		expect(document).toMatchObject({ founded: '2014', summary: { ar: 'فريق شبابي' } });
	});

	test('is a conflict where somebody did, and nothing of it is written', async () => {
		await propose(db, registrar, team, { summary: { ar: 'فريق نسائي' } });
		const before = await countAll();
		const outcome = await propose(db, manager, team, { summary: { ar: 'فريق شبابي' }, founded: '2014' });
		expect(outcome).toEqual({
			...{ id: team.id, version: 2 },
			conflicts: [{ path: 'summary/ar', old: 'فريق تطوعي', new: 'فريق شبابي', current: 'فريق نسائي' }]
		});
		expect(await countAll()).toEqual(before);
		expect((await current(db, 'organization', team.id)).document).not.toHaveProperty('founded');
	});

	test('that two made in the same moment: one applies, the other is a conflict', async () => {
		const outcomes = await Promise.all(
			['2013', '2014'].map((founded) => propose(db, registrar, team, { founded }))
		);
		expect(outcomes.filter((outcome) => 'applied' in outcome)).toHaveLength(1);
		expect(outcomes.filter((outcome) => 'conflicts' in outcome)).toHaveLength(1);
		expect(await revisionsOf(team.id)).toHaveLength(2);
	});

	test('that two made in the same moment of different values: both apply', async () => {
		const outcomes = await Promise.all([
			propose(db, registrar, team, { founded: '2014' }),
			propose(db, manager, team, { summary: { ar: 'فريق شبابي' } })
		]);
		expect(outcomes.map((outcome) => 'applied' in outcome)).toEqual([true, true]);
		const { version, document } = await current(db, 'organization', team.id);
		expect([version, document.founded, document.summary]).toEqual([3, '2014', { ar: 'فريق شبابي' }]);
	});
});

describe('a form that is sent twice', () => {
	const split = () => ({
		summary: { ar: 'فريق شبابي' },
		status: 'active' as const
	});

	test('changes the register once, and says the same twice', async () => {
		const submission_key = submissionKey();
		const first = await propose(db, manager, team, split(), { submission_key });
		const second = await propose(db, manager, team, split(), { submission_key });
		expect(first).toMatchObject({ applied: [{ path: 'summary/ar' }], waiting: [{ path: 'status' }] });
		expect(second).toEqual(first);
		expect(await changesOf(team.id)).toHaveLength(3);
	});

	test('also in the same moment', async () => {
		const submission_key = submissionKey();
		const outcomes = await Promise.all(
			[1, 2, 3].map(() => propose(db, manager, team, split(), { submission_key }))
		);
		expect(outcomes[1]).toEqual(outcomes[0]);
		expect(outcomes[2]).toEqual(outcomes[0]);
		expect(await changesOf(team.id)).toHaveLength(3);
	});

	test('for a new record makes one record', async () => {
		const submission_key = submissionKey();
		const after = organization({ names: [{ value: 'Twofold', lang: 'en' }] });
		const send = () =>
			proposeChange(db, registrar, { base_version: 0, after, channel: 'form', submission_key });
		const [first, second] = await Promise.all([send(), send()]);
		expect((second as { id: string }).id).toBe((first as { id: string }).id);
	});

	test('while another form may say the same again', async () => {
		await propose(db, registrar, team, { founded: '2014' }, { submission_key: submissionKey() });
		await propose(db, registrar, team, { founded: '2014' }, { submission_key: submissionKey() });
		expect(await revisionsOf(team.id)).toHaveLength(2);
	});
});

describe('a slug that changes', () => {
	test('leads on from the former one, whose place no new record takes', async () => {
		const former = team.document.slug!;
		await propose(db, registrar, team, { slug: 'ghaith' });
		expect(await findPublic(db, 'organization', 'ghaith')).toMatchObject({ id: team.id, slug: 'ghaith' });
		expect(await findPublic(db, 'organization', former)).toEqual({ moved_to: 'ghaith' });
		expect(await findPublic(db, 'person', former)).toBeUndefined();
		const namesake = await makeRecord(db, organization({ names: team.document.names }));
		expect(namesake.document.slug).not.toBe(former);
		await propose(db, registrar, await current(db, 'organization', team.id), { slug: former });
		expect(await findPublic(db, 'organization', 'ghaith')).toEqual({ moved_to: former });
		expect(await findPublic(db, 'organization', former)).toMatchObject({ id: team.id });
	});

	test('is refused where another record has it', async () => {
		const other = await makeRecord(db, organization());
		const outcome = await propose(db, registrar, team, { slug: other.document.slug! });
		expect(outcome).toMatchObject({ refused: 'refusal.slug_taken' });
		expect(await findPublic(db, 'organization', other.document.slug!)).toMatchObject({ id: other.id });
	});
});

test('a change that the database refuses leaves nothing behind', async () => {
	const before = await countAll();
	const aims = [{ id: 'a1', text: { ar: 'السقيا' }, sources: [] }];
	const outcome = await propose(db, registrar, team, { aims, part_of: registryId(999_999) });
	expect(outcome).toEqual({ refused: 'refusal.unknown_reference' });
	expect(await countAll()).toEqual(before);
	expect(await current(db, 'organization', team.id)).toEqual(team);
	expect(await findPublic(db, 'organization', team.id)).toMatchObject({ version: 1, document: { aims: [] } });
});

test('a change that breaks a rule is refused at the value that breaks it', async () => {
	const summary = { ar: 'للتبرع: SA03 8000 0000 6080 1016 7519' };
	expect(await propose(db, registrar, team, { summary })).toMatchObject({
		refused: 'rule.iban_in_text',
		path: 'summary/ar'
	});
	const names = [{ ...team.document.names[0]!, value: 'س'.repeat(301) }];
	expect(await propose(db, registrar, team, { names })).toMatchObject({
		refused: 'error.too_long',
		path: 'names/0/value'
	});
});

async function revisionsOf(id: string) {
	return db
		.selectFrom('revision')
		.innerJoin('change', 'change.id', 'revision.change_id')
		.where('revision.record_id', '=', id)
		.select(['version', 'revision.operations', 'document', 'channel', 'reason', 'proposed_role', 'state'])
		.orderBy('version')
		.execute();
}

async function changesOf(id: string) {
	return db.selectFrom('change').where('record_id', '=', id).selectAll().execute();
}

async function searchEntryOf(id: string) {
	return db.selectFrom('search_entry').where('record_id', '=', id).selectAll().executeTakeFirstOrThrow();
}

/** How many rows there are in each table that a change writes. */
async function countAll(): Promise<Record<string, unknown>> {
	const tables = [
		...['record', 'organization', 'name', 'aim', 'citation', 'change', 'revision'],
		...['search_entry', 'lexicon', 'lexicon_key']
	];
	const counts = tables.map((table) => sql`(select count(*) from ${sql.table(table)}) as ${sql.ref(table)}`);
	const { rows } = await sql<Record<string, unknown>>`select ${sql.join(counts)}`.execute(db);
	return rows[0]!;
}
