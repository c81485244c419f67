import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import { facetNames, type SearchQuery } from '#lib/server/search/query.ts';
import { search } from '#lib/server/search/search.ts';
import { suggest } from '#lib/server/search/suggest.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { makeRecord } from '../harness/factory.ts';
import { organization } from '../harness/documents.ts';
import { loadRegister } from '../harness/search_register.ts';
import { counting } from '../harness/statements.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	await loadRegister(db);
});
afterAll(() => test_database.drop());

/** For twelve words, which are all that is read: 10 are usual where none of them is found with another. */
const MOST_STATEMENTS = 16;

/** Searches, and expects an answer with no more statements than any query may need. */
async function expectAnswer(q: string, query: Partial<SearchQuery> = {}) {
	const { db: counted, count } = counting(db);
	const result = await search(counted, { q, lang: 'ar', ...query });
	expect(count()).toBeLessThanOrEqual(MOST_STATEMENTS);
	if (result.items.length === 0) expect(result).toMatchObject({ total: 0, did_you_mean: null });
	return result;
}

const everyCommonWord = [
	'جمعية',
	'فريق',
	'القطيف',
	'التطوعي',
	'الخيرية',
	'سيهات',
	'الاجتماعية',
	'العمل',
	'البحرين',
	'المنطقة'
];
const distinctWords = (count: number) =>
	Array.from(
		{ length: count },
		(_, at) => `${everyCommonWord[at % 10]!.slice(0, 6)}${'ابتثجحخدذر'[Math.floor(at / 10)]}`
	);

describe('nothing to search for finds all or nothing', () => {
	test.each(['', ' ', '\n\t', '\u00A0\u3000'])('%j is no query', async (q) => {
		const { total } = await search(db, { lang: 'ar' });
		expect(await search(db, { q, lang: 'ar' })).toMatchObject({ total });
		expect(await suggest(db, { q, lang: 'ar' })).toEqual([]);
	});

	test.each([
		'!!!',
		'«»؟،؛',
		'… — –',
		'()[]{}<>',
		'"',
		"'",
		'%',
		'_',
		'\\',
		'**',
		'🌴',
		'\u200F\u202E',
		'ـ',
		'َُِ',
		'\0',
		'\ud800',
		'\udfff'
	])('%j holds no word', async (q) => {
		expect(await expectAnswer(q)).toMatchObject({ items: [], relaxed: [], is_approximate: false });
	});
});

describe('what other engines take for operators are words or nothing', () => {
	test.each([
		'القطيف & سيهات',
		'القطيف | سيهات',
		'!القطيف',
		"'القطيف':*A",
		'القطيف <-> سيهات',
		"قطيف' or true --",
		"'); drop table record; --",
		'القطيف AND (سيهات OR تاروت) NOT صفوى',
		'name_ar:القطيف^4~2',
		'"أمل القطيف"',
		'أمل* ق?طيف',
		'[* TO *]',
		'/.*/',
		'${القطيف} {{7*7}} <script>alert(1)</script>',
		'id=',
		'type=organization',
		'#2',
		'type=person & kind=group',
		'%D8%A7',
		'قطيف\0سيهات',
		'قطيف\ud800',
		'أمل \u202Eفيطقلا\u202C القطيف',
		'\uFEFFالقطيف'
	])('%j', async (q) => {
		await expectAnswer(q);
	});

	test('quotes and signs change nothing of what is found', async () => {
		const plain = await expectAnswer('أمل القطيف');
		for (const q of [
			'"أمل القطيف"',
			'«أمل» & القطيف!',
			"'أمل':* | القطيف",
			'\u202Bأمل\u202C القطيف\u200F',
			'أمل\0القطيف'
		])
			expect((await expectAnswer(q)).items.map(({ id }) => id)).toEqual(plain.items.map(({ id }) => id));
	});

	test('values of filters and lengths of names are found by nobody who types them', async () => {
		for (const q of ['type=organization', 'kind=group', '#2', 'region=SA-04'])
			for (const { match } of (await expectAnswer(q)).items) expect(match?.text).not.toContain('=');
	});
});

describe('what has no end is read as far as it is needed', () => {
	test.each<[string, string]>([
		['one letter', 'ا'],
		['two letters', 'ال'],
		['a letter ten thousand times', 'س'.repeat(10_000)],
		['ten thousand characters of words', 'القطيف '.repeat(1500)],
		['two hundred generic words', 'جمعية فريق لجنة خيرية '.repeat(50)],
		['two hundred words', distinctWords(100).concat(distinctWords(100)).join(' ')],
		['a hundred words, each like many others', distinctWords(100).join(' ')],
		[
			'a hundred Latin words',
			distinctWords(100)
				.map((_, at) => `m${'aeiou'[at % 5]}h${'aeiou'[at % 3]}m${at % 7}d`)
				.join(' ')
		],
		[
			'twelve rare words of which none is with another',
			'غراس زمردة خروبة قطرة بصمة إشارة فرج مرجان الريحان المتنقلة الغارمين الصم'
		],
		['a million combining marks', `ق${'ً'.repeat(100_000)}طيف`],
		['عبد and nothing else', 'عبد '.repeat(500)],
		['al and nothing else', 'al '.repeat(500)],
		['digits without end', '1'.repeat(5000)],
		['signs without end', '-'.repeat(10_000)],
		['invisible characters without end', '\u200B'.repeat(10_000)],
		['the longest ligature', 'ﷺ'.repeat(500)]
	])('%s', async (_, q) => {
		await expectAnswer(q);
		await expectAnswer(q, {
			type: 'organization',
			withFacets: true,
			filters: { country: 'SA' },
			sort: 'name'
		});
		expect((await suggest(db, { q, lang: 'ar' })).length).toBeLessThanOrEqual(8);
	});
});

it('answers any text', async () => {
	const word = fc.constantFrom(
		'القطيف',
		'عبد',
		'al',
		'blood donation',
		'٥٦٠',
		'!',
		"'",
		'\\',
		'&',
		'\0',
		'\ud800',
		':*'
	);
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
	);
	await fc.assert(
		fc.asyncProperty(text, async (q) => {
			await expectAnswer(q);
		}),
		{ numRuns: 25 }
	);
});

describe('filters of values that no record has find nothing', () => {
	const odd = [
		"'",
		'\\',
		"x' | 'type=person",
		'a & b',
		'%',
		'',
		'س'.repeat(10_000),
		'\u202E',
		'\ud800',
		'\0',
		'=',
		'🌴'
	];

	test.each([...facetNames, 'association', 'conference'] as const)('%s', async (name) => {
		for (const value of odd) {
			const result = await search(db, {
				lang: 'ar',
				type: 'organization',
				filters: { [name]: value },
				withFacets: true
			});
			expect(result, JSON.stringify(value)).toMatchObject({ items: [], total: 0 });
		}
	});

	test.each(['founded_from', 'founded_until', 'active_in'] as const)('%s', async (name) => {
		for (const year of [0, -1, -99_999, 0.5, 99_999, 2 ** 31, 2 ** 53, 1e300])
			expect((await search(db, { lang: 'ar', filters: { [name]: year } })).total).toBeLessThan(100);
		const none = name === 'founded_until' ? -5 : 2 ** 40;
		if (name !== 'active_in')
			expect(await search(db, { lang: 'ar', filters: { [name]: none } })).toMatchObject({ total: 0 });
	});
});

test('a name that looks like an operator is found by its words, and shown as it is', async () => {
	const value = `فريق "الأبجد" & (هوّز):* 'حطّي' \\ <b>`;
	await makeRecord(db, organization({ names: [{ value, lang: 'ar' }] }));
	for (const q of ['الابجد', 'هوز', "'حطي'", value]) {
		const { items } = await expectAnswer(q);
		expect(items[0]).toMatchObject({ name_ar: value, match: { text: value } });
	}
});
