import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldTokens } from '#lib/domain/folding.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { proposeAll } from '#lib/server/editing/propose.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { refreshSearchEntries } from '#lib/server/editing/search_index.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import type { SearchQuery } from '#lib/server/search/query.ts';
import { search } from '#lib/server/search/search.ts';
import { suggest } from '#lib/server/search/suggest.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, person } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, propose } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

const named = (...values: string[]) => ({ names: values.map((value) => ({ value, lang: 'ar' })) });

/** The ids of what a query finds, in alphabetical order. */
async function found(q: string, query: Partial<SearchQuery> = {}, database = db): Promise<string[]> {
	const { items } = await search(database, { q, lang: 'ar', ...query });
	return items.map(({ id }) => id).toSorted();
}

const isInLexicon = async (word: string) =>
	(await db.selectFrom('lexicon').where('word', '=', word).select('uses').execute()).length > 0;

/** What is done to a record by those who have the right to, and what they must call then. */
async function setRecord(id: string, values: { visibility?: string; merged_into?: string | null }) {
	await db.transaction().execute(async (trx) => {
		await trx.updateTable('record').set(values).where('id', '=', id).execute();
		await refreshSearchEntries(trx, [id]);
	});
}

describe('what search reads changes in the transaction of the change', () => {
	test('a new record is found inside it at once, outside it when it is committed', async () => {
		let id = '';
		await db.transaction().execute(async (trx) => {
			const after = organization(named('فريق الياقوت'));
			const [outcome] = await proposeAll(trx, 'register', [{ base_version: 0, after, channel: 'seed' }]);
			({ id } = outcome as { id: string });
			expect(await found('الياقوت', {}, trx)).toEqual([id]);
			expect(await found('الياقوت')).toEqual([]);
		});
		expect(await found('الياقوت')).toEqual([id]);
	});

	test('of one that is rolled back nothing is left, nor a word', async () => {
		const undone = db.transaction().execute(async (trx) => {
			const after = organization(named('فريق العقيق'));
			await proposeAll(trx, 'register', [{ base_version: 0, after, channel: 'seed' }]);
			expect(await found('العقيق', {}, trx)).toHaveLength(1);
			throw new Error('changed my mind');
		});
		await expect(undone).rejects.toThrow('changed my mind');
		expect(await found('العقيق')).toEqual([]);
		expect(await isInLexicon('العقيق')).toBe(false);
	});

	test('a change that the database refuses changes nothing of it', async () => {
		const team = await makeRecord(db, organization({ ...named('فريق الزبرجد'), slug: 'zabarjad' }));
		const other = await makeRecord(db, organization(named('فريق الفيروز')));
		const refused = await propose(db, 'register', other, {
			...named('فريق اللازورد'),
			slug: 'zabarjad'
		} as Partial<OrganizationDocument>);
		expect(refused).toHaveProperty('refused');
		expect(await found('اللازورد')).toEqual([]);
		expect(await found('الفيروز')).toEqual([other.id]);
		expect(await found('الزبرجد')).toEqual([team.id]);
	});
});

describe('a record is found by the names of others', () => {
	let association: ReadRecord<OrganizationDocument>;
	let chair: ReadRecord<PersonDocument>;
	let group: ReadRecord<OrganizationDocument>;
	let section: ReadRecord<OrganizationDocument>;
	let event: { id: string };

	beforeAll(async () => {
		association = await makeRecord(db, organization({ ...named('جمعية المرجان'), kind: 'association' }));
		chair = await makeRecord(db, person(named('سلمى الزعفراني')));
		group = await makeRecord(
			db,
			organization({
				...named('فريق الموج'),
				affiliations: [{ to: association.id }],
				appointments: [{ id: 'a1', person: chair.id, position: 'chair' }]
			})
		);
		section = await makeRecord(db, organization({ ...named('قسم الشاطئ'), part_of: association.id }));
		event = await makeRecord(
			db,
			conference({
				...named('ملتقى الأشرعة'),
				organizers: [{ organization: association.id }],
				patrons: [{ person: chair.id }]
			})
		);
	});

	test('groups, sections and conferences by the association; after its new name by that alone', async () => {
		expect(await found('المرجان')).toEqual([association.id, group.id, section.id, event.id].toSorted());
		const names = [{ ...association.document.names[0]!, value: 'جمعية الكهرمان' }];
		await propose(db, 'register', association, { names });
		expect(await found('المرجان')).toEqual([]);
		expect(await found('الكهرمان')).toEqual([association.id, group.id, section.id, event.id].toSorted());
	});

	test('a person by the organization, which is found by the person; until the post is gone', async () => {
		expect(await found('الموج', { type: 'person' })).toEqual([chair.id]);
		expect(await found('الزعفراني')).toEqual([chair.id, group.id, event.id].toSorted());
		await propose(db, 'register', await current(db, 'organization', group.id), { appointments: [] });
		expect(await found('الموج', { type: 'person' })).toEqual([]);
		expect(await found('الزعفراني')).toEqual([chair.id, event.id].toSorted());
	});

	test('a person who takes a post is found by it, also under a name that the body gets later', async () => {
		const post = {
			id: 'a2',
			person: chair.id,
			position: 'member',
			seen_on: [],
			is_acting: false,
			sources: []
		};
		await propose(db, 'register', await current(db, 'organization', section.id), { appointments: [post] });
		expect(await found('الشاطئ', { type: 'person' })).toEqual([chair.id]);
		const { version, document } = await current(db, 'organization', section.id);
		const names = [{ ...document.names[0]!, value: 'قسم الخليج' }];
		await propose(db, 'register', { id: section.id, version, document }, { names });
		expect(await found('الشاطئ')).toEqual([]);
		expect(await found('الخليج', { type: 'person' })).toEqual([chair.id]);
	});
});

describe('a person who withholds the name', () => {
	const wholeAnswer = async (query: Partial<SearchQuery>) =>
		JSON.stringify([
			await search(db, { lang: 'ar', withFacets: true, ...query }),
			await suggest(db, { lang: 'ar', q: query.q ?? '', ...(query.type && { type: query.type }) })
		]);

	test('is found and counted nowhere, not through the organization either, and no word of the name is left', async () => {
		const maysoon = await makeRecord(db, person(named('ميسون الدارينية')));
		const names = named('لجنة المحارة');
		const team = await makeRecord(
			db,
			organization({ ...names, appointments: [{ person: maysoon.id, position: 'chair' }] })
		);
		expect(await found('الدارينية')).toEqual([maysoon.id, team.id].toSorted());
		const { total } = await search(db, { lang: 'ar', type: 'person' });

		await propose(db, 'register', maysoon, { display: 'withheld' });
		for (const q of [
			'ميسون الدارينية',
			'الدارينية',
			'ميسون',
			'المحارة',
			'maysoon',
			'الاسم محجوب',
			maysoon.id,
			undefined
		])
			for (const type of ['person', undefined] as const) {
				const answer = await wholeAnswer({ q, type });
				expect(answer).not.toMatch(/ميسون|الدارين/);
				expect(answer).not.toContain(maysoon.id);
			}
		expect(await found('ميسون الدارينية')).toEqual([]);
		expect(await search(db, { lang: 'ar', type: 'person' })).toMatchObject({ total: total - 1 });
		expect(await isInLexicon('الدارينيه')).toBe(false);
		// A word that is nearly the name is not led back to it.
		expect(await search(db, { lang: 'ar', q: 'الدارينيا' })).toMatchObject({ items: [], did_you_mean: null });
	});

	test('and is known by another one is found by that alone', async () => {
		const known = await makeRecord(
			db,
			person({
				names: [
					{ value: 'هيفاء السمرقندي', lang: 'ar' },
					{ value: 'أم سنبل', lang: 'ar', kind: 'known_as' }
				],
				display: 'known_as'
			})
		);
		expect(await found('سنبل')).toEqual([known.id]);
		expect(await found('السمرقندي')).toEqual([]);
		expect(await isInLexicon('السمرقندي')).toBe(false);
	});
});

describe('a record that is hidden or merged', () => {
	test.each([
		['hidden', 'السنديان', 'الصنوبر', () => ({ visibility: 'hidden' })],
		['merged', 'الأرز', 'السرو', (other: string) => ({ merged_into: other })]
	])('(%s) has no entry and no word, and no other is found by its name', async (_, name, other, change) => {
		const { gone, group } = await makeBoth(name, other);
		const kept = await makeRecord(db, organization(named('فريق البلوط')));
		expect(await found(name)).toEqual([gone, group].toSorted());
		await setRecord(gone, change(kept.id));
		expect(await found(name)).toEqual([]);
		expect(await found(gone)).toEqual([]);
		expect(await found(other)).toEqual([group]);
		const { rows } = await sql`select from search_entry where record_id = ${gone}`.execute(db);
		expect(rows).toEqual([]);
		expect(await isInLexicon(foldTokens(name)[0]!)).toBe(false);
	});

	test('is found again once it is back, and so are others by its name', async () => {
		const { gone, group } = await makeBoth('الخروع', 'الغاف');
		await setRecord(gone, { visibility: 'hidden' });
		await setRecord(gone, { visibility: 'public' });
		expect(await found('الخروع')).toEqual([gone, group].toSorted());
	});

	/** An association and a group that belongs to it. */
	async function makeBoth(name: string, other: string): Promise<{ gone: string; group: string }> {
		const gone = await makeRecord(db, organization(named(`جمعية ${name}`)));
		const affiliations = [{ to: gone.id }];
		const group = await makeRecord(db, organization({ ...named(`فريق ${other}`), affiliations }));
		return { gone: gone.id, group: group.id };
	}
});

test('a change that waits is not found before it is approved', async () => {
	const team = await makeRecord(db, organization(named('فريق الرند')));
	const manager = await makeMember(db, team.id);
	const names = [{ ...team.document.names[0]!, value: 'فريق العرعر' }];
	await propose(db, manager, team, { names });
	expect(await found('العرعر')).toEqual([]);
	expect(await isInLexicon('العرعر')).toBe(false);
	const [waiting] = await listWaiting(db, [team.id]);
	await approveChange(db, await makeRegistrar(db), waiting!.id);
	expect(await found('العرعر')).toEqual([team.id]);
	expect(await found('الرند')).toEqual([]);
});
