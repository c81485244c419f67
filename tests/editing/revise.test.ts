import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { openForEditing, saveRevision, type Editable } from '#lib/server/editing/revise.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
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
let manager: Actor;
let team: ReadRecord<OrganizationDocument>;
let theirs: Partial<OrganizationDocument>;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
beforeEach(async () => {
	const links = [{ id: 'l1', kind: 'x', url: 'https://x.com/ghaith' }];
	team = await makeRecord(db, organization({ founded: '2014', summary: { ar: 'فريق' }, links }));
	manager = await makeMember(db, team.id);
	theirs = { founded: '2013' };
});
afterAll(() => test_database.drop());

const open = (version?: number, actor: Actor | null = manager) =>
	openForEditing(db, actor, 'organization', team.id, version);

describe('a record is opened for editing', () => {
	test('by who may edit it, by slug or id', async () => {
		for (const actor of [manager, registrar, await makeMember(db, team.id, 'editor')]) {
			for (const key of [team.id, team.document.slug!]) {
				const opened = await openForEditing(db, actor, 'organization', key);
				expect(opened).toMatchObject({ id: team.id, version: 1, document: team.document });
			}
		}
	});

	test('by nobody else, and not as another type', async () => {
		const other = await makeRecord(db, organization());
		for (const actor of [null, await makeMember(db), await makeMember(db, other.id)]) {
			expect(await open(undefined, actor)).toBeUndefined();
		}
		expect(await openForEditing(db, registrar, 'person', team.id)).toBeUndefined();
	});

	test('at the version that the form was shown with, beside the newest', async () => {
		await propose(db, registrar, team, theirs);
		expect(await open(1)).toMatchObject({
			...{ version: 1, document: { founded: '2014' } },
			...{ current_version: 2, current: { founded: '2013' } }
		});
		expect(await open()).toMatchObject({ version: 2, document: { founded: '2013' } });
	});

	test('at no version that never was', async () => {
		for (const version of [0, 2, -1, 999_999_999_999]) expect(await open(version)).toBeUndefined();
	});
});

describe('what an editor saves while somebody else did', () => {
	const mine = { founded: '2015', summary: { ar: 'فريق شبابي' } };
	let opened: Editable<'organization'>;
	const save = (choices: [string, 'mine' | 'theirs'][] = [], partial: Partial<OrganizationDocument> = mine) =>
		saveRevision(...([db, manager, opened, { ...opened.document, ...partial }] as const), {
			choices: new Map(choices)
		});
	const begin = async () => {
		await propose(db, registrar, team, theirs);
		opened = (await open(1))!;
	};

	test('comes back where both touched one value, and nothing is written', async () => {
		await begin();
		expect(await save()).toMatchObject({
			conflicts: [{ path: 'founded', old: '2014', new: '2015', current: '2013' }]
		});
		expect(await current(db, 'organization', team.id)).toMatchObject({
			...{ version: 2, document: { founded: '2013', summary: { ar: 'فريق' } } }
		});
	});

	test.each([
		['mine', '2015'],
		['theirs', '2013']
	] as const)('keeps %s where that is chosen, and the rest of it either way', async (choice, founded) => {
		await begin();
		expect(await save([['founded', choice]])).toMatchObject({ version: 3 });
		const { document } = await current(db, 'organization', team.id);
		expect(document).toMatchObject({ founded, summary: { ar: 'فريق شبابي' } });
	});

	test('comes back where a third edit overtook the choice', async () => {
		await begin();
		const { document: shown } = (await open(2))!;
		await propose(db, registrar, await current(db, 'organization', team.id), { founded: '2012' });
		opened = (await open(1))!;
		const after = { ...opened.document, ...mine };
		const choices = new Map([['founded', 'mine']] as const);
		expect(await saveRevision(db, manager, opened, after, { choices, shown })).toMatchObject({
			conflicts: [{ path: 'founded', old: '2014', new: '2015', current: '2012' }]
		});
	});

	test('needs a choice for each conflict', async () => {
		theirs = { founded: '2013', summary: { ar: 'فريق نسائي' } };
		await begin();
		expect(await save([['founded', 'mine']])).toMatchObject({ conflicts: [{ path: 'summary/ar' }] });
		expect(
			await save([
				['founded', 'mine'],
				['summary/ar', 'theirs']
			])
		).toMatchObject({ version: 3 });
		const { document } = await current(db, 'organization', team.id);
		expect(document).toMatchObject({ founded: '2015', summary: { ar: 'فريق نسائي' } });
	});

	test('is written without a question where they touched other values or the same in the same way', async () => {
		theirs = { founded: '2015', status: 'active' };
		await begin();
		expect(await save()).toMatchObject({ version: 3, applied: [{ path: 'summary/ar' }] });
	});

	test('brings a part back whole that somebody removed, if mine is chosen', async () => {
		theirs = { links: [] };
		await begin();
		const links = [{ ...team.document.links[0]!, url: 'https://x.com/ghaith_sa' }];
		expect(await save([], { links })).toMatchObject({ conflicts: [{ path: 'links/l1/url' }] });
		expect(await save([['links/l1/url', 'mine']], { links })).toMatchObject({ version: 3 });
		expect((await current(db, 'organization', team.id)).document.links).toEqual(links);
	});

	test('leaves a part removed if theirs is chosen', async () => {
		theirs = { links: [] };
		await begin();
		const links = [{ ...team.document.links[0]!, url: 'https://x.com/ghaith_sa' }];
		expect(await save([['links/l1/url', 'theirs']], { links })).toMatchObject({ applied: [] });
		expect((await current(db, 'organization', team.id)).document.links).toEqual([]);
	});

	test('gives the choice that was made no effect where nothing is in conflict', async () => {
		opened = (await open())!;
		expect(await save([['founded', 'theirs']])).toMatchObject({ version: 2 });
		expect((await current(db, 'organization', team.id)).document.founded).toBe('2015');
	});
});

test('a form that is sent again after it was saved says the same and writes nothing', async () => {
	const submission_key = submissionKey();
	const save = async () => {
		const opened = (await open(1))!;
		const after = { ...opened.document, founded: '2015', kind: 'association' as const };
		return saveRevision(db, manager, opened, after, { choices: new Map(), submission_key });
	};
	const first = await save();
	expect(first).toMatchObject({ applied: [{ path: 'founded' }], waiting: [{ path: 'kind' }] });
	expect(await save()).toEqual(first);
	expect(await current(db, 'organization', team.id)).toMatchObject({ version: 2 });
});
