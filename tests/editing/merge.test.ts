import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { offersOf } from '#lib/domain/merge_records.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { actorOf } from '#lib/server/accounts/actors.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { mergeRecords, type MergedType } from '#lib/server/editing/merge.ts';
import { undoMerger } from '#lib/server/editing/unmerge.ts';
import { historyOf } from '#lib/server/registry/history.ts';
import { listOrganizations } from '#lib/server/registry/organizations.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { patronagesOf, postsOf } from '#lib/server/registry/people.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { findAddress, findPublic } from '#lib/server/registry/records.ts';
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
let kept: ReadRecord<OrganizationDocument>;
let merged: ReadRecord<OrganizationDocument>;

const named = (value: string) => ({ names: [{ id: 'own', value, lang: 'ar' }] });

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
beforeEach(async () => {
	kept = await makeRecord(db, organization(named('فريق الغدير')));
	merged = await makeRecord(
		db,
		organization({
			...named('مجموعة الغدير'),
			founded: '2014',
			sources: [{ id: 's1', title: 'خبر' }],
			cited: { founded: ['s1'] },
			board_terms: [{ id: 't1', number: 1, from: '2014', sources: ['s1'] }]
		})
	);
});
afterAll(() => test_database.drop());

async function join(
	type: MergedType = 'organization',
	[stays, goes]: { id: string }[] = [kept, merged],
	options: { chosen?: string[]; actor?: Actor; submission_key?: string } = {}
) {
	return mergeRecords(db, options.actor ?? registrar, await formOf(type, [stays!, goes!], options));
}

/** The form as a registrar sends it who sees the two records side by side now. */
async function formOf(
	type: MergedType,
	[stays, goes]: [{ id: string }, { id: string }],
	options: { chosen?: string[]; submission_key?: string } = {}
) {
	const [one, other] = [await current(db, type, stays.id), await current(db, type, goes.id)];
	return {
		type,
		kept_id: one.id,
		merged_id: other.id,
		kept_version: one.version,
		merged_version: other.version,
		chosen: new Set(options.chosen ?? offersOf(one.document, other.document).map(({ path }) => path)),
		reason: 'الصفحتان لمنظمة واحدة',
		submission_key: options.submission_key ?? submissionKey()
	};
}
const idOf = (outcome: object): string => {
	expect(outcome).toHaveProperty('merger_id');
	return (outcome as { merger_id: string }).merger_id;
};
const now = (id = kept.id) => current(db, 'organization', id);

describe('two organizations that are one', () => {
	test('become one with what was chosen of both, and its sources', async () => {
		idOf(await join());
		const { document } = await now();
		expect(document).toMatchObject({
			founded: '2014',
			names: [{ value: 'فريق الغدير' }, { value: 'مجموعة الغدير' }],
			board_terms: [{ number: 1, sources: ['s1'] }],
			sources: [{ id: 's1', title: 'خبر' }],
			cited: { founded: ['s1'] }
		});
		expect(new Set(document.names.map(({ id }) => id)).size).toBe(2);
	});

	test('take over nothing that was not chosen', async () => {
		idOf(await join('organization', [kept, merged], { chosen: ['names/own'] }));
		const { document } = await now();
		expect(document).toMatchObject({ names: [{}, { value: 'مجموعة الغدير' }], board_terms: [], sources: [] });
		expect(document.founded).toBeUndefined();
	});

	test('are found under every address that either had: a merged id is found', async () => {
		await propose(db, registrar, merged, { slug: 'ghadeer-group' });
		idOf(await join());
		const { slug } = kept.document;
		for (const asked of [merged.id, merged.document.slug!, 'ghadeer-group']) {
			expect(await findPublic(db, 'organization', asked)).toEqual({ moved_to: slug });
		}
		expect(await findAddress(db, merged.id)).toEqual({ type: 'organization', slug });
	});

	test('lead on to the end of a chain of mergers', async () => {
		const last = await makeRecord(db, organization(named('رابطة الغدير')));
		idOf(await join());
		const second = idOf(await join('organization', [last, kept]));
		for (const asked of [merged.id, kept.id, merged.document.slug!]) {
			expect(await findPublic(db, 'organization', asked)).toEqual({ moved_to: last.document.slug });
		}
		expect(await findAddress(db, merged.id)).toMatchObject({ slug: last.document.slug });
		expect(await undoMerger(db, registrar, second)).toEqual({ merged_id: kept.id });
		expect(await findPublic(db, 'organization', merged.id)).toEqual({ moved_to: kept.document.slug });
	});

	test('leave nothing double: lists, participations, sections, groups and conferences', async () => {
		const event = await makeRecord(db, conference({ organizers: [{ organization: merged.id }] }));
		const salma = await makeRecord(db, person());
		const at = { conference: event.id };
		const twin = await makeRecord(db, participation({ organization: kept.id, ...at }));
		const other = await makeRecord(
			db,
			participation({ organization: merged.id, ...at, delegates: [{ person: salma.id }] })
		);
		await makeRecord(db, participation({ organization: merged.id, ...at, role: 'spoke' }));
		const affiliations = [
			{ id: 'a1', to: kept.id },
			{ id: 'a2', to: merged.id }
		];
		const group = await makeRecord(db, organization({ affiliations, part_of: merged.id }));
		idOf(await join());

		const listed = (await listOrganizations(db, { lang: 'ar', q: 'الغدير' })).items.map(({ id }) => id);
		expect(listed.filter((id) => [kept.id, merged.id].includes(id))).toEqual([kept.id]);
		const items = await participationsOf(db, { organization: kept.id });
		expect(items.map(({ document }) => document.role).toSorted()).toEqual(['attended', 'spoke']);
		expect(await participationsOf(db, { person: salma.id })).toMatchObject([{ id: twin.id }]);
		expect(await findAddress(db, other.id)).toEqual({ type: 'conference', slug: event.document.slug });
		expect((await now(group.id)).document).toMatchObject({
			part_of: kept.id,
			affiliations: [{ id: 'a1', to: kept.id }]
		});
		expect((await current(db, 'conference', event.id)).document.organizers).toMatchObject([
			{ organization: kept.id }
		]);
	});

	test('do not belong to themselves', async () => {
		const group = await makeRecord(db, organization({ affiliations: [{ to: kept.id }] }));
		idOf(await join('organization', [kept, group]));
		expect((await now()).document.affiliations).toEqual([]);
	});

	test('have the teams of both, in the stronger role', async () => {
		const manager = await makeMember(db, merged.id, 'manager');
		const merger = idOf(await join());
		const teamsOf = async () => (await actorOf(db, manager.account_id)).teams;
		expect(await teamsOf()).toEqual([{ organization_id: kept.id, role: 'manager' }]);
		await undoMerger(db, registrar, merger);
		expect(await teamsOf()).toEqual([{ organization_id: merged.id, role: 'manager' }]);
		const noted = db
			.selectFrom('audit_entry')
			.where('subject_id', '=', manager.account_id)
			.where('account_id', '=', registrar.account_id)
			.orderBy('id')
			.select(['action', 'record_id']);
		expect(await noted.execute()).toEqual([
			{ action: 'role_granted', record_id: kept.id },
			{ action: 'role_ended', record_id: kept.id },
			{ action: 'role_granted', record_id: merged.id }
		]);
	});

	test('say so in the history of the one that stays', async () => {
		idOf(await join());
		const { revisions } = await historyOf(db, kept.id);
		expect(revisions[0]).toMatchObject({ channel: 'merge', reason: 'الصفحتان لمنظمة واحدة' });
	});
});

test('two people that are one are patron, delegate and in their posts once, and no more is shown of them', async () => {
	const [salma, other] = [
		await makeRecord(db, person({ ...named('سلمى الربيع'), display: 'known_as' })),
		await makeRecord(db, person(named('سلمى آل ربيع')))
	];
	const post = (id: string, person: string) => ({ id, person, position: 'member' });
	await makeRecord(db, organization({ appointments: [post('a1', salma.id), post('a2', other.id)] }));
	const event = await makeRecord(
		db,
		conference({ patrons: [{ person: salma.id }, { person: other.id, title: { ar: 'راعية' } }] })
	);
	idOf(await join('person', [other, salma]));
	expect(await postsOf(db, other.id)).toHaveLength(1);
	expect(await patronagesOf(db, other.id)).toMatchObject([
		{ conference: { id: event.id }, title: { ar: 'راعية' } }
	]);
	expect(await current(db, 'person', other.id)).toMatchObject({ document: { display: 'known_as' } });
});

test('two conferences that are one have their participations and editions together', async () => {
	const [one, other] = [
		await makeRecord(db, conference({ kind: 'series' })),
		await makeRecord(db, conference({ kind: 'series' }))
	];
	const edition = await makeRecord(db, conference({ series: other.id }));
	const at = await makeRecord(db, participation({ organization: kept.id, conference: other.id }));
	idOf(await join('conference', [one, other]));
	expect(await current(db, 'conference', edition.id)).toMatchObject({ document: { series: one.id } });
	expect(await current(db, 'participation', at.id)).toMatchObject({ document: { conference: one.id } });
});

describe('a merger that is undone', () => {
	test('leaves every record as it was', async () => {
		const event = await makeRecord(db, conference({ organizers: [{ organization: merged.id }] }));
		const at = { conference: event.id };
		const twin = await makeRecord(db, participation({ organization: kept.id, ...at }));
		const other = await makeRecord(
			db,
			participation({ organization: merged.id, ...at, summary: { ar: 'نبذة' } })
		);
		const merger = idOf(await join());
		expect(await undoMerger(db, registrar, merger)).toEqual({ merged_id: merged.id });
		expect((await now()).document).toEqual(kept.document);
		expect(await now(merged.id)).toEqual(merged);
		expect((await current(db, 'conference', event.id)).document).toEqual(event.document);
		expect((await current(db, 'participation', twin.id)).document).toEqual(twin.document);
		expect(await current(db, 'participation', other.id)).toEqual(other);
		expect(await findPublic(db, 'organization', merged.id)).toMatchObject({ id: merged.id });
		expect(await listOrganizations(db, { lang: 'ar', q: 'مجموعة الغدير' })).toMatchObject({
			items: expect.arrayContaining([expect.objectContaining({ id: merged.id })])
		});
	});

	test('keeps what was changed elsewhere since, and is refused where it was the same value', async () => {
		const merger = idOf(await join());
		await propose(db, registrar, await now(), { summary: { ar: 'نبذة' } });
		await propose(db, registrar, await now(), { founded: '2015' });
		expect(await undoMerger(db, registrar, merger)).toEqual({
			refused: 'merge.undo_conflict',
			path: kept.id
		});
		await propose(db, registrar, await now(), { founded: '2014' });
		expect(await undoMerger(db, registrar, merger)).toEqual({ merged_id: merged.id });
		expect((await now()).document.summary).toEqual({ ar: 'نبذة' });
		expect(await undoMerger(db, registrar, merger)).toEqual({ refused: 'merge.undone_already' });
	});
});

describe('a merger is refused', () => {
	test('to all but registrars', async () => {
		const actor = await makeMember(db, kept.id);
		expect(await join('organization', [kept, merged], { actor })).toEqual({ refused: 'refusal.not_allowed' });
		const merger = idOf(await join());
		expect(await undoMerger(db, actor, merger)).toEqual({ refused: 'refusal.not_allowed' });
	});

	test('of a record with itself, and while changes of the one that goes wait', async () => {
		expect(await join('organization', [kept, kept])).toEqual({ refused: 'merge.same' });
		await propose(db, await makeMember(db, merged.id), merged, { status: 'active' });
		expect(await join()).toEqual({ refused: 'merge.changes_wait' });
	});

	test('whole, where the two cannot be one', async () => {
		const [one, other] = [await makeRecord(db, person()), await makeRecord(db, person())];
		const chair = (person: string) => [
			{ id: 'a1', person, position: 'chair', from: '2020-01-01', until: '2024' }
		];
		await propose(db, registrar, kept, organizationWith(chair(one.id)));
		await propose(db, registrar, merged, organizationWith(chair(other.id)));
		expect(await join()).toEqual({ refused: 'refusal.two_in_one_post' });
		expect(await findPublic(db, 'organization', merged.id)).toMatchObject({ id: merged.id });
	});

	test('of two registrars at once the second, and a form sent twice merges once', async () => {
		const form = await formOf('organization', [kept, merged]);
		const twice = await Promise.all([1, 2].map(() => mergeRecords(db, registrar, form)));
		expect(twice[0]).toEqual(twice[1]);
		idOf(twice[0]!);
		const [one, other] = [await makeRecord(db, organization()), await makeRecord(db, organization())];
		const forms = [await formOf('organization', [one, other]), await formOf('organization', [other, one])];
		const both = await Promise.all(forms.map((each) => mergeRecords(db, registrar, each)));
		expect(both.filter((outcome) => 'refused' in outcome)).toHaveLength(1);
	});
});

const organizationWith = (appointments: object[]) => ({
	appointments: organization({ appointments }).appointments
});
