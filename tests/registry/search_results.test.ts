import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { refreshSearchEntries } from '#lib/server/editing/search_index.ts';
import { searchRegister } from '#lib/server/registry/search_results.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, person } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
let sulayman: string;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	const names = (value: string) => ({ names: [{ value, lang: 'ar' }] });
	sulayman = (await makeRecord(db, person(names('سليمان الضفاف')))).id;
	await makeRecord(
		db,
		organization({
			...names('فريق الضفاف'),
			place: { country: 'SA' },
			appointments: [{ person: sulayman, position: 'member' }]
		})
	);
	const { id } = await makeRecord(
		db,
		organization({ ...names('لجنة الظل'), appointments: [{ person: sulayman, position: 'member' }] })
	);
	await db.updateTable('record').where('id', '=', id).set({ visibility: 'hidden' }).execute();
	await db.transaction().execute((trx) => refreshSearchEntries(trx, [id]));
	await makeRecord(db, conference({ ...names('ملتقى الضفاف'), from: '2021' }));
});
afterAll(() => test_database.drop());

test('one search finds records of all types, each with what tells it from others', async () => {
	const { items, total } = await searchRegister(db, { q: 'الضفاف', lang: 'ar' });
	expect(total).toBe(3);
	const byType = Object.fromEntries(items.map((item) => [item.type, item]));
	expect(byType).toMatchObject({
		organization: { organization: { country: 'SA', kind: 'group' } },
		conference: { conference: { from: '2021' } },
		person: { bodies: [{ name_ar: 'فريق الضفاف' }] }
	});
	expect(byType.person!.bodies).toHaveLength(1);
	expect(items.map(({ match }) => match?.field)).toEqual(['name', 'name', 'name']);
});

test('a search for people alone finds no others', async () => {
	const { items } = await searchRegister(db, { q: 'الضفاف', type: 'person', lang: 'ar' });
	expect(items.map(({ id }) => id)).toEqual([sulayman]);
});

test('a page holds as many as were asked for, and leads on', async () => {
	const first = await searchRegister(db, { q: 'الضفاف', lang: 'ar', limit: 2 });
	const second = await searchRegister(db, { q: 'الضفاف', lang: 'ar', limit: 2, cursor: first.next! });
	expect([first, second].map(({ items }) => items.length)).toEqual([2, 1]);
	expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
});
