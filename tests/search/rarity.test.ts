import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { understand } from '#lib/server/search/understanding/understand.ts';
import { search } from '#lib/server/search/search.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;

/** All of them show the field of work الخدمات الاجتماعية and say that they are a رابطة; one is called so. */
const named = (...values: string[]) =>
	organization({
		names: values.map((value) => ({ value, lang: 'ar' })),
		fields: ['social_services'],
		summary: { ar: 'رابطة من أهل الساحل' }
	});

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	for (let at = 0; at < 12; at++) await makeRecord(db, named(`فريق صفاء ${'أبجدهوزحطيك'[at]}ار`, 'صفاء'));
	await makeRecord(db, named('جمعية الصفا الخيرية للخدمات الاجتماعية بالسواحل'));
	await makeRecord(db, named('لجنة التنسيق'));
	await makeRecord(db, named('رابطة المرافئ'));
});
afterAll(() => test_database.drop());

const weightsOf = async (q: string) =>
	Object.fromEntries((await understand(db, q)).map(({ text, weight }) => [text, weight]));

test('a word is as rare as it is in names, not in the fields of work that all show', async () => {
	const { خدمات, صفا, تنسيق } = await weightsOf('صفا خدمات تنسيق');
	expect(خدمات).toBeGreaterThan(صفا!);
	expect(تنسيق).toBeGreaterThan(خدمات!);
});

test.each(['صفا خدمات', 'صفا خدامت', 'خدمات صفا'])(
	'%s finds who is called both before those who are called one and show the other',
	async (q) => {
		const { items } = await search(db, { q, lang: 'ar' });
		expect(items[0]!.name_ar).toBe('جمعية الصفا الخيرية للخدمات الاجتماعية بالسواحل');
		expect(items.length).toBeGreaterThan(10);
	}
);

test('a word that all records hold answers no query by itself, however few are called so', async () => {
	expect(await search(db, { q: 'رابطة الزنابق', lang: 'ar' })).toMatchObject({ items: [], total: 0 });
	expect((await search(db, { q: 'رابطة المرافئ', lang: 'ar' })).items).toHaveLength(1);
});
