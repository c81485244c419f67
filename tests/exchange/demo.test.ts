import { sql } from 'kysely';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import cities from '#db/seeds/reference/cities.json' with { type: 'json' };
import fields from '#db/seeds/reference/fields.json' with { type: 'json' };
import { organizationSchema } from '#lib/domain/documents/organization.ts';
import { foldTokens } from '#lib/domain/folding.ts';
import { breachesOf } from '#lib/domain/rules.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { loadDemo } from '#lib/server/exchange/demo.ts';
import { attach } from '#lib/server/exchange/demo/names.ts';
import { demoId, demoOrganization, LAST_UMBRELLA } from '#lib/server/exchange/demo/organization.ts';
import { weights } from '#lib/server/exchange/demo/places.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';

const SAMPLE = 20_000;
const sample = Array.from({ length: SAMPLE }, (_, index) => demoOrganization(index + 1));
const arabicNames = sample.map(({ names }) => names[0]!.value);
const share = (count: number) => count / SAMPLE;
const shareOf = (holds: (document: (typeof sample)[number]) => boolean) => share(sample.filter(holds).length);

describe('a demo organization', () => {
	test('follows from its number alone', () => {
		const again = [3, 1, 20_000, 2].map(demoOrganization);
		expect(again).toEqual([3, 1, 20_000, 2].map((number) => sample[number - 1]));
		expect(demoOrganization(1).names).not.toEqual(demoOrganization(2).names);
	});

	test('is a document of the register as it stands, and breaks no rule', () => {
		for (const document of sample.slice(0, 1000)) {
			expect(v.parse(organizationSchema, document)).toEqual(document);
			expect(breachesOf(document)).toEqual([]);
		}
	});

	test('says that it is synthetic, and names no person', () => {
		const saysSo = ({ sources, names }: (typeof sample)[number]) =>
			sources[0]!.publisher === 'بيانات تجريبية' && names[0]!.sources[0] === sources[0]!.id;
		expect(sample.filter((document) => !saysSo(document))).toEqual([]);
		expect(sample.filter(({ appointments, contacts }) => appointments.length + contacts.length > 0)).toEqual(
			[]
		);
	});

	test('has an id and a slug that no other has', () => {
		expect(new Set(sample.map(({ id }) => id)).size).toBe(SAMPLE);
		expect(new Set(sample.map(({ slug }) => slug)).size).toBe(SAMPLE);
		expect(sample[122]!.slug).toBe('demo-000123');
	});

	test('belongs to associations of lower numbers, among the first', () => {
		const numbers = new Map(sample.map(({ id }, index) => [id, index + 1]));
		const affiliated = sample.filter(({ affiliations }) => affiliations.length > 0);
		expect(share(affiliated.length)).toBeGreaterThan(0.02);
		for (const { id, affiliations } of affiliated) {
			const umbrella = numbers.get(affiliations[0]!.to)!;
			expect(umbrella).toBeLessThan(numbers.get(id)!);
			expect(umbrella).toBeLessThanOrEqual(LAST_UMBRELLA);
			expect(sample[umbrella - 1]!.kind).toBe('association');
		}
	});

	test('lies in a city of the reference data and works in a field of it', () => {
		const known = new Set(
			cities.map((city) => [city.country, city.region, city.name_ar, city.name_en].join())
		);
		const codes = new Set(fields.map(({ code }) => code));
		const placed = sample.map(({ place }) =>
			[place!.country, place!.region, place!.city!.ar, place!.city!.en].join()
		);
		expect(placed.filter((place) => !known.has(place))).toEqual([]);
		expect(sample.flatMap((document) => document.fields).filter((field) => !codes.has(field))).toEqual([]);
		const names = new Set(cities.map(({ name_en }) => name_en));
		expect(Object.keys(weights).filter((name) => !names.has(name))).toEqual([]);
	});
});

describe('the words of many demo organizations', () => {
	test('are skewed as on a real register', () => {
		expect(share(arabicNames.filter((name) => name.startsWith('جمعية ')).length)).toBeCloseTo(0.4, 1);
		expect(shareOf(({ names }) => names.some(({ lang }) => lang === 'en'))).toBeCloseTo(0.5, 1);
		expect(shareOf(({ place }) => place!.city!.en === 'Riyadh')).toBeGreaterThan(0.08);
		expect(shareOf(({ place }) => place!.city!.en === 'Sajir')).toBeLessThan(0.01);
		expect(shareOf(({ founded = '' }) => founded.endsWith(' AH'))).toBeGreaterThan(0.1);
		expect(shareOf(({ status }) => status === 'active')).toBeGreaterThan(0.7);
	});

	test('are fewer the further down the list they stand', () => {
		const usesOf = (word: string) => arabicNames.filter((name) => name.split(' ').includes(word)).length;
		expect(usesOf('مائدة')).toBeGreaterThan(0);
		expect(usesOf('أمل')).toBeGreaterThan(4 * usesOf('مائدة'));
	});

	test('are many, and most of them rare', () => {
		const uses = new Map<string, number>();
		for (const { names } of sample) {
			const words = new Set(names.flatMap(({ value }) => foldTokens(value)));
			for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
		}
		const rare = [...uses.values()].filter((count) => count <= 2);
		expect(uses.size).toBeGreaterThan(10_000);
		expect(rare.length / uses.size).toBeGreaterThan(0.5);
	});

	test('seldom make the same name twice', () => {
		expect(1 - share(new Set(arabicNames).size)).toBeLessThan(0.01);
	});

	test('join a preposition as Arabic does', () => {
		expect(attach('ب', 'القطيف')).toBe('بالقطيف');
		expect(attach('ب', 'جدة')).toBe('بجدة');
		expect(attach('ل', 'رعاية الأيتام')).toBe('لرعاية الأيتام');
		expect(attach('ل', 'التنمية')).toBe('للتنمية');
		expect(attach('ل', 'اللغة العربية')).toBe('للغة العربية');
	});

	test('agree with the gender of the noun that begins the name', () => {
		const masculine = /^(فريق|نادي|صندوق) .*(النسائية|المجتمعية|العائلية)( |$)/;
		const feminine = /^(جمعية|لجنة|مجموعة) .*(النسائي|المجتمعي|العائلي)( |$)/;
		expect(arabicNames.filter((name) => masculine.test(name) || feminine.test(name))).toEqual([]);
		expect(arabicNames.filter((name) => /^جمعية .* النسائية /.test(name)).length).toBeGreaterThan(100);
		expect(arabicNames.filter((name) => /^فريق .* النسائي /.test(name)).length).toBeGreaterThan(20);
	});
});

describe('the loader', () => {
	let test_database: TestDatabase;
	let db: Database;

	beforeAll(async () => {
		test_database = await createTestDatabase();
		db = test_database.db;
	});
	afterAll(() => test_database.drop());

	const countOf = async (table: 'record' | 'revision' | 'search_entry') =>
		Number(
			(
				await db
					.selectFrom(table)
					.select((where) => where.fn.countAll().as('count'))
					.execute()
			)[0]!.count
		);

	test('brings the first ones on, and a second time changes nothing', async () => {
		expect(await loadDemo(db, 20)).toEqual({ added: 20, unchanged: 0 });
		expect(await loadDemo(db, 20)).toEqual({ added: 0, unchanged: 20 });
		expect(await countOf('revision')).toBe(20);
	});

	test('adds only those that are missing', async () => {
		const before = await db.selectFrom('record').select(['id', 'changed_at']).orderBy('id').execute();
		expect(await loadDemo(db, 30)).toEqual({ added: 10, unchanged: 20 });
		const ids = before.map(({ id }) => id);
		expect(
			await db
				.selectFrom('record')
				.where('id', 'in', ids)
				.select(['id', 'changed_at'])
				.orderBy('id')
				.execute()
		).toEqual(before);
	});

	test('tells how far it is, and writes several batches at once', async () => {
		const seen: number[] = [];
		await loadDemo(db, 700, { batch: 100, onProgress: (done) => seen.push(done) });
		expect(seen).toHaveLength(7);
		expect(seen.at(-1)).toBe(700);
		expect(await countOf('record')).toBe(700);
		expect(await countOf('search_entry')).toBe(700);
	});

	test('gives each record a change, a revision, a source that is cited, and what the world may see', async () => {
		const { rows } = await sql<{ whole: number; channels: string[] }>`
			select count(*)::int as whole, array_agg(distinct channel) as channels
			from record join revision on revision.record_id = record.id and revision.version = record.version
			join change on change.id = change_id and change.state = 'applied' and change.proposed_role = 'register'
			where record.public_document = revision.document and record.version = 1
				and exists (select from source where source.record_id = record.id and publisher = 'بيانات تجريبية')
				and exists (select from citation where citation.record_id = record.id and path = 'names/ar')`.execute(db);
		expect(rows).toEqual([{ whole: 700, channels: ['import'] }]);
	});

	test('keeps a record that is there the document that its number says', async () => {
		const { rows } = await sql<{ document: unknown }>`
			select document from revision where record_id = ${demoId(654)}`.execute(db);
		expect(rows[0]!.document).toEqual(JSON.parse(JSON.stringify(demoOrganization(654))));
	});

	test('adds nothing of a batch in which a slug is taken by another record', async () => {
		await db.updateTable('record').set({ slug: 'demo-000800' }).where('id', '=', demoId(1)).execute();
		await expect(loadDemo(db, 800)).rejects.toThrow('refusal.slug_taken');
		expect(await countOf('record')).toBe(700);
	});

	test('leaves the index of search as it found it', async () => {
		const { rows } = await sql<{ reloptions: string[] }>`
			select reloptions from pg_class where relname = 'search_entry_words'`.execute(db);
		expect(rows).toEqual([{ reloptions: ['fastupdate=off'] }]);
	});
});
