import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { postsOf } from '#lib/server/registry/people.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation, person } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
let team: string;
const people: Record<string, string> = {};

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	for (const key of ['salman', 'haifa', 'rayan', 'nobody']) {
		people[key] = (await makeRecord(db, person({ names: [{ value: key, lang: 'en' }] }))).id;
	}
	const appointments = [
		{ person: people.salman, position: 'chair', from: '2018-01-01', until: '2022-12-03' },
		{ person: people.haifa, position: 'chair', from: '2022-12-03', title: { ar: 'رئيسة الفريق' } },
		{ person: people.rayan, position: 'member', seen_on: ['2022-11-30'] },
		{ person: people.salman, position: 'member', from: '2023-01-01' }
	];
	team = (await makeRecord(db, organization({ appointments }))).id;
});
afterAll(() => test_database.drop());

/** The posts of the delegates of a conference that is held on a day. */
async function delegation(from: string | undefined, ...delegates: object[]) {
	const event = await makeRecord(db, conference({ from }));
	await makeRecord(db, participation({ organization: team, conference: event.id, delegates }));
	const [at] = await participationsOf(db, { conference: event.id });
	return at!.delegates.map(({ position, title, is_filled_in }) => [
		position,
		title?.ar ?? null,
		is_filled_in
	]);
}

describe('the post of a delegate', () => {
	const [salman, haifa, rayan, nobody] = ['salman', 'haifa', 'rayan', 'nobody'].map((key) => ({
		get person() {
			return people[key];
		}
	}));

	test('is the one held that day, by the appointments', async () => {
		expect(await delegation('2020-05-05', salman!, haifa!)).toEqual([
			['chair', null, true],
			[null, null, false]
		]);
		expect(await delegation('2024-05-05', salman!, haifa!)).toEqual([
			['member', null, true],
			['chair', 'رئيسة الفريق', true]
		]);
	});

	test('passes on the day of the hand-over', async () => {
		const [former, successor] = await delegation('2022-12-03', salman!, haifa!);
		expect(successor).toEqual(['chair', 'رئيسة الفريق', true]);
		expect(former).toEqual([null, null, false]);
	});

	test('is also the one in which a source showed the person shortly before', async () => {
		expect(await delegation('2022-12-03', rayan!, nobody!)).toEqual([
			['member', null, true],
			[null, null, false]
		]);
	});

	test('is the one that the source states, whatever the appointments say', async () => {
		const stated = { ...haifa, person: people.haifa, position: 'supervisor' };
		const printed = { person: people.salman, title: { ar: 'ضيف' } };
		expect(await delegation('2024-05-05', stated, printed)).toEqual([
			['supervisor', null, false],
			[null, 'ضيف', false]
		]);
	});

	test('counts in the calendar in which the day was stated', async () => {
		expect(await delegation('1444-05-10 AH', haifa!)).toEqual([['chair', 'رئيسة الفريق', true]]);
	});

	test('is unknown where the day is', async () => {
		expect(await delegation(undefined, salman!)).toEqual([[null, null, false]]);
	});
});

test('participations of an organization, a conference and a person come newest first', async () => {
	const other = (await makeRecord(db, organization({ names: [{ value: 'رابطة', lang: 'ar' }] }))).id;
	const guest = (await makeRecord(db, person())).id;
	const years = ['2019', '2024', undefined, '2021'];
	for (const from of years) {
		const event = await makeRecord(db, conference({ from }));
		await makeRecord(
			db,
			participation({
				...{ organization: other, conference: event.id, inviter: team, role: 'spoke' },
				...{ delegates: [{ person: guest }], summary: { ar: 'ورقة' } }
			})
		);
	}
	const ofOrganization = await participationsOf(db, { organization: other });
	expect(ofOrganization.map(({ conference }) => conference.from)).toEqual(['2024', '2021', '2019', null]);
	expect(ofOrganization[0]).toMatchObject({
		...{ organization: { id: other, name_ar: 'رابطة' }, inviter: { id: team } },
		document: { role: 'spoke', summary: { ar: 'ورقة' } }
	});
	expect(await participationsOf(db, { person: guest })).toEqual(ofOrganization);
	const [latest] = ofOrganization;
	expect(await participationsOf(db, { conference: latest!.conference.id })).toEqual([latest]);
	expect(await participationsOf(db, { person: team })).toEqual([]);
});

test('a participation that was merged into another is shown once', async () => {
	const [guests, event] = [await makeRecord(db, organization()), await makeRecord(db, conference())];
	const make = (role: string) =>
		makeRecord(db, participation({ organization: guests.id, conference: event.id, role }));
	const [one, other] = [await make('attended'), await make('spoke')];
	await db.updateTable('record').where('id', '=', one.id).set({ merged_into: other.id }).execute();
	expect((await participationsOf(db, { conference: event.id })).map(({ id }) => id)).toEqual([other.id]);
});

test('the posts of a person come with the latest known day first, also two in one organization', async () => {
	const who = (await makeRecord(db, person())).id;
	const posts = [
		{ person: who, position: 'member', from: '2010', until: '2014-01-01' },
		{ person: who, position: 'treasurer', seen_on: ['2019-05-05', '2016-01-01'] },
		{ person: who, position: 'secretary', from: '2015', until: '2016' },
		{ person: people.salman, position: 'supervisor', from: '2020' },
		{ person: who, position: 'vice_chair' }
	];
	const one = await makeRecord(db, organization({ appointments: posts.slice(0, 2) }));
	const other = await makeRecord(db, organization({ appointments: posts.slice(2) }));
	expect(
		(await postsOf(db, who)).map(({ organization, appointment }) => [organization.id, appointment.position])
	).toEqual([
		[one.id, 'treasurer'],
		[other.id, 'secretary'],
		[one.id, 'member'],
		[other.id, 'vice_chair']
	]);
});

test('a post that lasts comes before one that has ended', async () => {
	const who = (await makeRecord(db, person())).id;
	const appointments = [
		{ person: who, position: 'member', from: '2010', until: '2023' },
		{ person: who, position: 'chair', from: '2015-01-01' }
	];
	await makeRecord(db, organization({ appointments }));
	expect((await postsOf(db, who)).map(({ appointment }) => appointment.position)).toEqual([
		'chair',
		'member'
	]);
});

test('posts stated in either calendar are in one order', async () => {
	const who = (await makeRecord(db, person())).id;
	const appointments = [
		{ person: who, position: 'member', from: '1430 AH', until: '1444-05-09 AH' },
		{ person: who, position: 'secretary', from: '2010', until: '2014' }
	];
	await makeRecord(db, organization({ appointments }));
	expect((await postsOf(db, who)).map(({ appointment }) => appointment.position)).toEqual([
		'member',
		'secretary'
	]);
});
