import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#lib/server/db/connection.ts';
import type { SearchItem, SearchResult } from '#lib/server/search/query.ts';
import { search } from '#lib/server/search/search.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { loadRegister } from '../harness/search_register.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	await loadRegister(db);
});
afterAll(() => test_database.drop());

const ask = (q: string): Promise<SearchResult> => search(db, { q, lang: 'ar' });
const slugs = ({ items }: SearchResult): string[] => items.map(({ slug }) => slug!);
const howOf = ({ match }: SearchItem): string[] => match?.words.map(({ how }) => how) ?? [];

/** A line each: what is typed → the slug of the first result: how its words answer, if that is to be told. */
const table: Record<string, string> = {
	'letters that people write for one another': `
		امل القطيف → amal-al-qatif: exact
		أَمَل القَطِيف → amal-al-qatif: exact
		ﺃﻣﻞ ﺍﻟﻘﻄﻴﻒ → amal-al-qatif: exact
		أمـــل القطیف → amal-al-qatif: exact
		جمعيه تاروت → tarout-charitable-society: exact
		مكتبه الحاره المتنقله → library: exact
		ايفا → eefaa: exact
		بصمه الثريآ → basmat-thari: exact
		عبدالرووف الغافى → ghafi: exact
		صفوي → al-safa-charitable-society: exact`,
	'words with and without ال, و, ب and ل': `
		قطيف خيريه → qatif-charitable-society: article
		خدمة صم → deaf: article
		بر سنابس → al-birr-sanabis: exact
		البر السنابس → al-birr-sanabis: article
		المضر → mudar-charitable-society: article
		ايتام وادي غيم → orphans-wadi-ghaim: article
		تبرع الدم → qatra: article
		مودة رحمة → mawaddah-wa-rahmah: article
		القديح → mudar-charitable-society: article
		قطرة دم → qatra: exact, article`,
	'one error in a word, and two in a long one': `
		السحابة البيظاء → white-cloud: typo
		السحابة البضاء → white-cloud: typo
		تارووت → tarout-charitable-society: typo
		زاد المسافرر → food: typo
		المكتبة المتنلقة → library: typo
		المرجااني → yusuf-marjani: typo
		الصففافي → mohamed-safsafi: typo
		المستكفشن → explorers: typo
		المستكششفيين الصغر → explorers: typo
		devlopmnt human → human-resources-development-association: exact, typo
		collectve dune → blue-dune: typo`,
	'half a word, still being typed': `
		سيه → saihat-society: prefix
		تعاون → carob: prefix
		مودة ورح → mawaddah-wa-rahmah: prefix
		زاد المسا → food: prefix
		night st → night-stars: prefix
		السناب → reem-sanabli: prefix`,
	'عبد, آل, particles and honorifics': `
		عبدالله خريدل → abdullah-kharidal: exact
		عبد الله الخريدل → abdullah-kharidal: exact, article
		عبد الرحمن ال خريدل → abdulrahman-kharidal: exact, article
		مسلم الموسى → muslim-al-musa: exact, article
		مسلم ال موسي → muslim-al-musa: exact
		يوسف راشد المرجاني → yusuf-marjani: exact
		يوسف ابن راشد → yusuf-marjani: exact
		د. ريم السنابلي → reem-sanabli: exact
		معالي الدكتورة ريم السنابلي → reem-sanabli: exact
		ابو تيم → abu-taim: exact
		رؤوف الغافي → ghafi: part`,
	'Latin spellings of Arabic names': `
		amal al qateef → amal-al-qatif: exact, alias
		Katif charity → qatif-charitable-society: alias, gloss
		moslem almosa → muslim-al-musa
		Abd al-Rahman Khuraidil → abdulrahman-kharidal: script
		Abdullah Alkhuraidel → abdullah-kharidal: alias, script
		abderrahmane kreidel → abdulrahman-kharidal: alias, script
		yousef merjani → yusuf-marjani: alias, script
		mohammed safsafy → mohamed-safsafi
		basmet thoraya → basmat-thari
		Wahat Alrayhan Tabuk → rayhan-tabuk: script
		zad almusafer li-hifz → food: script
		Sayhat Jamila → saihat-jameela: alias`,
	Arabizi: `
		3ali 3wami → ali-al-awami
		5aled fanari → khalid-fanari: script
		7asan nwairi → hasan-nuwairi
		7ussain nwairi → hussain-nuwairi
		3'ada 6arfawi → ghada-tarfawi: script
		9afwa → al-safa-charitable-society
		2amal 8atif → amal-al-qatif`,
	'a Latin name in Arabic letters': `
		بلو ديون → blue-dune: script
		نايت ستارز → night-stars: script
		ماريا ليندكفيست → maria-lindqvist: script
		زهراء النخلي → zahra-nakhli: alias, script`,
	'English words for Arabic ones, and back': `
		blood donation → qatra: gloss
		deaf → deaf: gloss
		elderly care → elderly: gloss
		debt → debtors: gloss
		diving → samar-coral: gloss
		cloud team → white-cloud
		mobile library → library: exact
		مركز التوحد → night-stars: gloss
		توحد مسقط → night-stars: gloss`,
	'numbers in any script': `
		غراس ٢٠١٩ → ghiras-2019: exact
		غراس ۲۰۲۱ → ghiras-2021: exact
		غراس 2030 → vision-2030: exact
		٥٦٠ → volunteer-work-association: exact
		453 → al-ataa-womens-association: exact
		4417/2 → orphans-wadi-ghaim: exact
		٤٤١٧/٢ → orphans-wadi-ghaim: exact
		4417-2 → orphans-wadi-ghaim: exact
		ncnp 1234 44 → orphans-wadi-ghaim: exact
		NCNP-1234/44 → orphans-wadi-ghaim: exact
		NCNP١٢٣٤-٤٤ → orphans-wadi-ghaim: exact
		جمعية 560 → volunteer-work-association`,
	'the other keyboard layout': `
		hlg hgr'dt → amal-al-qatif: layout
		[ludm jhv,j → tarout-charitable-society
		l;jfm hgphvm → library
		لامعث يعىث → blue-dune: layout
		ةخلاهمث مهلاقشقغ → library: layout`,
	'the better name first': `
		جمعية → volunteer-work-association
		أمل → amal-al-qatif
		حسن النويري → hasan-nuwairi: exact
		حسين النويري → hussain-nuwairi: exact
		Zahra Al Nakhli → zahra-nakhli: exact
		zahra nakhli → zahra-nakhli: exact
		واحة الريحان أبها → rayhan-abha: exact
		ريحان تبوك → rayhan-tabuk: article, exact
		الديمة الوردية → white-cloud: exact
		ملتقى البحرين التطوعي → bahrain-volunteer-forum-2
		الاتحاد العربي للتطوع → arab-voluntary-union: exact
		الاتحاد العربي للعمل التطوعي → arab-union-for-voluntary-work: exact
		المسنين سيهات → elderly: exact`
};

const rowsOf = (lines: string) =>
	lines
		.trim()
		.split('\n')
		.map((line) => /^(.+) → ([\w-]+)(?:: (.+))?$/.exec(line.trim())!.slice(1));

describe.each(Object.entries(table))('%s', (_, lines) => {
	test.each(rowsOf(lines))('%s → %s', async (q, slug, how) => {
		const result = await ask(q!);
		expect(slugs(result)[0]).toBe(slug);
		if (how) expect(howOf(result.items[0]!)).toEqual(expect.arrayContaining(how.split(', ')));
		expect(result).toMatchObject({ relaxed: [], is_approximate: false });
	});
});

test('a registry id finds its record however it is written, before all others', async () => {
	const { id } = (await ask('الديمة الوردية')).items[0]!;
	for (const q of [id, id.toUpperCase(), `${id.slice(0, 4)}-${id.slice(4)}`, ` ${id} `]) {
		const { items } = await ask(q);
		expect(items[0]).toMatchObject({ id, match: { field: 'identifier', text: id } });
	}
});

describe('a word is weighed by where it stands', () => {
	test('in a name, an affiliation, a place, a text: in this order', async () => {
		const result = await ask('زمردة');
		expect(result.items.map(({ slug, match }) => [slug, match?.field])).toEqual([
			['zumurrud-name', 'name'],
			['zumurrud-related', 'related'],
			['zumurrud-place', 'place'],
			['zumurrud-text', 'text']
		]);
	});

	test('people find their organizations, and the other way round', async () => {
		expect(slugs(await ask('خالد غادة'))).toEqual(['nur-al-wadi']);
		const { items } = await ask('تراث الساحل');
		expect(items[0]).toMatchObject({ slug: 'people-of-nuwairi' });
		expect(slugs({ items } as SearchResult)).toEqual(
			expect.arrayContaining(['hasan-nuwairi', 'hussain-nuwairi'])
		);
	});

	test('one name in several cities: all of them, and with a city that one alone', async () => {
		expect(slugs(await ask('جمعية واحة الريحان')).toSorted()).toEqual([
			'rayhan-abha',
			'rayhan-khobar',
			'rayhan-tabuk'
		]);
		expect(slugs(await ask('جمعية واحة الريحان بالخبر'))).toEqual(['rayhan-khobar']);
	});

	test('a query of generic words alone finds what bears them', async () => {
		for (const q of ['جمعية خيرية', 'فريق تطوعي', 'charity', 'لجنة']) {
			const result = await ask(q);
			expect(result.items.length, q).toBeGreaterThan(1);
			expect(result).toMatchObject({ relaxed: [], is_approximate: false });
			expect(result.items[0]!.match?.field).toBe('name');
		}
	});
});

describe('where nothing answers the whole query', () => {
	test.each([
		['نور الوادي سباكة', 'nur-al-wadi', ['سباكة']],
		['موسى تاروت', 'tarout-charitable-society', ['موسى']],
		['السحابة البيضاء كوالالمبور', 'white-cloud', ['كوالالمبور']],
		['mobile library zzyzx', 'library', ['zzyzx']]
	])('%s: what is found says what it leaves out', async (q, slug, relaxed) => {
		const result = await ask(q);
		expect(slugs(result)[0]).toBe(slug);
		expect(result).toMatchObject({ relaxed, is_approximate: true });
	});

	test.each([
		'كوكب المريخ',
		'ظظظظ غغغغ',
		'xqzwv gggkk ppqrt',
		'قثصضغ لظثقش',
		'Übergrößenträger',
		'北京志愿者协会',
		'добровольцы',
		'ασδφ',
		'99999',
		'🌴🌴'
	])('%s: nothing is found, and nothing is made up', async (q) => {
		expect(await ask(q)).toMatchObject({ items: [], total: 0, did_you_mean: null, next: null });
	});
});

describe('another spelling is proposed', () => {
	test.each([
		['السحابه البيظاء', 'السحابه البيضاء'],
		['تارووت الخيرية', 'تاروت الخيرية'],
		['زاد المسفر', 'زاد المسافر']
	])('%s: %s', async (q, better) => {
		expect((await ask(q)).did_you_mean).toBe(better);
	});

	test.each([
		'امل القطيف',
		'قطيف',
		'سيه',
		'amal qateef',
		'3ali',
		'blood donation',
		"hlg hgr'dt",
		'moda wa rahma',
		'٥٦٠',
		'جمعية'
	])('not for %s', async (q) => {
		expect((await ask(q)).did_you_mean).toBeNull();
	});
});

test('no more is shown than is counted', async () => {
	for (const q of [
		'امل القطيف',
		'sayhat jamila',
		'amal qateef',
		'yousef merjani',
		'موسى تاروت',
		'elderly care'
	]) {
		const { items, total, is_total_exact } = await ask(q);
		expect(is_total_exact).toBe(true);
		expect(items, q).toHaveLength(Math.min(total, 20));
	}
});

test('every result says why it was found', async () => {
	for (const q of ['امل القطيف', 'خيرية', 'حسين', 'همم', 'elderly care', 'سيه', '٥٦٠', 'الصحة', 'التطوع'])
		for (const { slug, match } of (await ask(q)).items) {
			expect(match, `${q}: ${slug}`).toBeDefined();
			expect(match!.words.length, `${q}: ${slug}`).toBeGreaterThan(0);
			expect(match!.marks.length, `${q}: ${slug}`).toBeGreaterThan(0);
			for (const [start, end] of match!.marks) expect(match!.text.slice(start, end).trim()).not.toBe('');
		}
});
