import type { HtmlElement } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanText } from '#lib/domain/text.ts';
import { loadDemo } from '#lib/server/exchange/demo.ts';
import { search as findAll } from '#lib/server/search/search.ts';
import { translators } from '../harness/journeys.ts';
import { expectHouseRules } from '../harness/house_rules.ts';
import { textOf, type HtmlPage } from '../harness/html_page.ts';
import { addressIn, isIndexed, languages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { visitorOf } from '../harness/visitor.ts';

let server: SeededServer;
beforeAll(async () => {
	server = await startSeededServer();
});
afterAll(() => server.stop());

/** What people, and those who are none, put into a search box. */
const hostile: [what: string, q: string][] = [
	['ten thousand letters', 'q'.repeat(10_000)],
	['two thousand words', 'a '.repeat(2000)],
	['ten thousand Arabic letters', 'ق'.repeat(10_000)],
	['punctuation', '؟!…—()[]'],
	['quotes', `"'«»“”`],
	['operators of full-text search', `القطيف & ! | <-> (:* ''`],
	['wildcards', '%_%\\'],
	['SQL', "' or 1=1; drop table record; --"],
	['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
	['a right-to-left override', '\u202eفيطقلا\u202c'],
	['isolates that do not end', '\u2067\u2067qatif'],
	['nothing but controls of direction', '\u200f\u202e'],
	['a null', 'qa\u0000tif'],
	['line breaks', 'amal\r\nqatif'],
	['half a pair of surrogates', '%ED%A0%80qatif'],
	['no UTF-8', '%FF%FE'],
	['emoji', '🌴🇸🇦👨‍👩‍👧'],
	['tatweel and vowels', 'القــــطيفُ'],
	['letters with a hundred marks', `a${'\u0301'.repeat(100)}`],
	['digits of three kinds', '١٢۳4']
];

describe.each(languages)('in %s', (lang) => {
	const t = translators[lang];
	const open = async (address: string) =>
		expectHouseRules(await visitorOf(server.origin).get(address.replaceAll('&amp;', '&')), {
			lang,
			isIndexed: isIndexed(address)
		});
	const search = (query: string, path = '/search') => open(addressIn(lang, `${path}?${query}`));

	describe.each(['/search', '/organizations', '/conferences'])('%s answers', (path) => {
		test.each(hostile)('%s', async (_what, q) => {
			const address = q.startsWith('%') && !q.startsWith('%_') ? q : encodeURIComponent(q.toWellFormed());
			const { root } = await expectHouseRules(
				await visitorOf(server.origin).get(addressIn(lang, path) + `?q=${address}`),
				{ lang, isIndexed: cleanText(q) === '' }
			);
			const isAnswered = root.querySelector('[role="status"]') ?? root.querySelector('main .hint');
			expect(textOf(isAnswered)).toMatch(/\S/);
			expect(root.querySelector('#q')?.getAttributeValue('value')?.length).toBeLessThanOrEqual(200);
		});
	});

	test('the page without words is calm: a box, what to type, and where else to go', async () => {
		for (const query of ['', 'q=', 'q= ', 'q=\u200f']) {
			const address = addressIn(lang, `/search?${query}`);
			const page = await expectHouseRules(await visitorOf(server.origin).get(address), { lang });
			expect(entriesOf(page)).toEqual([]);
			expect(textOf(page.root.querySelector('main'))).toContain(t('search.hint'));
			expect(page.root.querySelector('[role="status"]')).toBeNull();
		}
	});

	test('one search finds organizations, people and conferences, each told by kind and more', async () => {
		const [kinds, places] = [
			[t('organization_kind.group'), t('conference_kind.visit'), t('person.kind')],
			lang === 'ar' ? ['القطيف', '2022'] : ['Qatif', '2022']
		];
		const [group] = entriesOf(await search('q=امل القطيف'));
		expect(textOf(group)).toContain(kinds[0]);
		expect(textOf(group)).toContain(places[0]);
		const person = entryTo(await search('q=مسلم موسى'), '/people/muslim-al-musa');
		expect(textOf(person)).toContain(kinds[2]);
		expect(textOf(person)).toContain(lang === 'ar' ? 'أمل القطيف' : 'Amal Al-Qatif');
		const visit = entryTo(
			await search('q=امل القطيف البحرين&type=conference'),
			'/conferences/amal-al-qatif-visit-to-bahrain-2022'
		);
		expect(textOf(visit)).toContain(kinds[1]);
		expect(textOf(visit)).toContain(places[1]);
	});

	test('a tab shows one type, and says which it is', async () => {
		const page = await search('q=القطيف');
		const tabs = page.root.querySelectorAll(`nav[aria-label="${t('search.tabs')}"] a`);
		expect(tabs.map(textOf)).toEqual([
			t('search.all'),
			t('nav.organizations'),
			t('nav.people'),
			t('nav.conferences')
		]);
		expect(tabs[0]!.getAttributeValue('aria-current')).toBe('true');
		const conferences = await open(tabs[3]!.getAttributeValue('href')!);
		const hrefs = entriesOf(conferences).map(hrefOf);
		expect(hrefs.length).toBeGreaterThan(0);
		expect(hrefs.filter((href) => !href.startsWith(addressIn(lang, '/conferences/')))).toEqual([]);
		expect(conferences.root.querySelector('input[name="type"]')?.getAttributeValue('value')).toBe(
			'conference'
		);
	});

	test('what was found is marked, in the name that answers, in its own language', async () => {
		const [first] = entriesOf(await search('q=أمل القطيف'));
		const marked = first!.querySelectorAll('mark');
		expect(marked.map(textOf).join(' ')).toBe('أمل القطيف');
		const name = first!.querySelector('h2');
		const foreign = name?.querySelector('bdi[lang]');
		expect([foreign?.getAttributeValue('lang'), foreign?.getAttributeValue('dir')]).toEqual(
			lang === 'ar' ? [undefined, undefined] : ['ar', 'rtl']
		);
		expect(textOf(name)).toContain(lang === 'ar' ? 'أمل القطيف' : 'Amal Al-Qatif');
	});

	test.each([
		['a slip of the finger', 'جمعيات الفطيف', 'match_how.typo'],
		['a word in translation', 'orphans', 'match_how.gloss'],
		['a keyboard in the other language', "hgr'dt", 'match_how.layout']
	] as const)('%s is explained', async (_what, q, key) => {
		const page = await open(`${addressIn(lang, '/search')}?q=${encodeURIComponent(q)}`);
		expect(entriesOf(page).map(textOf).join('\n')).toContain(t(key));
	});

	test('a better spelling is a link that searches it', async () => {
		const page = await search('q=أيتام الفطيف');
		const better = page.root.querySelector('main p.better a');
		expect(textOf(better)).toBe('أيتام القطيف');
		const next = await open(better!.getAttributeValue('href')!);
		expect(next.root.querySelector('#q')?.getAttributeValue('value')).toBe('أيتام القطيف');
	});

	test('words that were passed over are named', async () => {
		const page = await search('q=osama asfoor football');
		expect(hrefOf(entriesOf(page)[0]!)).toBe(addressIn(lang, '/people/osama-al-asfoor'));
		expect(noticesOf(page)).toContain(t('search.relaxed'));
		expect(noticesOf(page)).toContain('football');
	});

	test.each(['القطيف', 'الفطيف', 'qwertyuiop', 'سيهات البنك الدولي', 'zzqatif', 'مسلم موسى زرافة'])(
		'of %s the page says no more and no less than the search',
		async (q) => {
			const { relaxed, is_approximate, did_you_mean } = await findAll(server.db, { q, lang });
			const page = await search(`q=${q}`);
			const said = noticesOf(page);
			for (const word of relaxed) expect(said).toContain(word);
			expect(said.includes(t('search.relaxed'))).toBe(relaxed.length > 0);
			expect(said.includes(t('search.approximate'))).toBe(is_approximate && relaxed.length === 0);
			expect(textOf(page.root.querySelector('main p.better a'))).toBe(did_you_mean ?? '');
		}
	);

	test('a search that finds nothing says what to try', async () => {
		const page = await search('q=qwertyuiop');
		const main = textOf(page.root.querySelector('main'));
		for (const words of [t('organizations.try_fewer_words'), t('search.try_other_script')])
			expect(main).toContain(words);
	});

	test.each(['/search?q=القطيف', '/organizations', '/organizations?q=جمعية', '/conferences'])(
		'the pages of %s lead forward and back',
		async (path) => {
			const first = await open(addressIn(lang, path));
			expect(linkTo(first, 'prev')).toBeUndefined();
			const second = await open(linkTo(first, 'next')!);
			const back = await open(linkTo(second, 'prev')!);
			expect(entriesOf(back).map(hrefOf)).toEqual(entriesOf(first).map(hrefOf));
			const both = new Set([...entriesOf(first), ...entriesOf(second)].map(hrefOf));
			expect(both.size).toBe(entriesOf(first).length + entriesOf(second).length);
		}
	);

	test('organizations are narrowed by a conference, a city and years, which can be taken away again', async () => {
		const query =
			'conference=excellence-in-volunteer-work-2022&city=القطيف&founded_from=&active_in=٢٠٢٢&q=القطيف';
		const page = await search(query, '/organizations');
		expect(entriesOf(page).map(hrefOf)).toEqual([addressIn(lang, '/organizations/amal-al-qatif')]);
		const chips = page.root.querySelectorAll(`ul[aria-label="${t('filters.active')}"] a`);
		expect(chips.map(textOf).join('\n')).toContain(t('filters.chosen_conference'));
		const form = page.root.querySelector('form[aria-labelledby="filter-years"]');
		expect(form?.querySelector('[name="active_in"]')?.getAttributeValue('value')).toBe('٢٠٢٢');
		expect(form?.querySelector('[name="city"]')?.getAttributeValue('value')).toBe('القطيف');
		const freed = await open(chips.at(-1)!.getAttributeValue('href')!);
		expect(entriesOf(freed).length).toBeGreaterThan(1);
	});

	test('a year that is none is said to be none, and is still there', async () => {
		const page = await search('founded_from=long ago', '/organizations');
		const field = page.root.querySelector('#founded_from');
		expect(field?.getAttributeValue('value')).toBe('long ago');
		expect(field?.getAttributeValue('aria-invalid')).toBe('true');
		expect(page.root.querySelector('main details')?.hasAttribute('open')).toBe(true);
		expect(textOf(page.root.querySelector('#years-error'))).toBe(t('filters.year_wrong'));
	});
});

test('the script of the search box is ours, small, and kept by the browser', async () => {
	const { root } = await expectHouseRules(await visitorOf(server.origin).get('/search'), { lang: 'ar' });
	const address = root.querySelector('script[type="module"]')!.getAttributeValue('src')!;
	const response = await fetch(server.origin + address);
	expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
	expect(response.headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/);
	expect(Number(response.headers.get('content-length'))).toBeLessThan(5000);
	expect(
		await visitorOf(server.origin)
			.get('/about')
			.then((page) => page.text())
	).not.toContain(address);
});

describe('of more than are ranked', () => {
	beforeAll(() => loadDemo(server.db, 600));

	test.each(languages)('in %s the last page says so, and leads to all by name', async (lang) => {
		const t = translators[lang];
		const visitor = visitorOf(server.origin);
		const open = async (address: string) =>
			expectHouseRules(await visitor.get(address.replaceAll('&amp;', '&')), { lang, isIndexed: false });
		const pages = [await open(`${addressIn(lang, '/organizations')}?q=جمعية`)];
		for (let next = linkTo(pages[0]!, 'next'); next; next = linkTo(pages.at(-1)!, 'next'))
			pages.push(await open(next));
		const isCutOff = (page: HtmlPage) =>
			textOf(page.root.querySelector('main')).includes(t('search.cut_off'));
		expect(pages.map(isCutOff)).toEqual(pages.map((page) => page === pages.at(-1)));
		const all = pages
			.at(-1)!
			.root.querySelectorAll('main .hint a')
			.find((link) => textOf(link) === t('search.all_by_name'));
		const byName = await open(all!.getAttributeValue('href')!);
		expect(textOf(byName.root.querySelector('main .sort a[aria-current="true"]'))).toBe(t('sort.name'));
		expect(isCutOff(byName)).toBe(false);
	});
});

test('the site map does not list the search', async () => {
	expect(await (await visitorOf(server.origin).get('/sitemap.xml')).text()).not.toContain('/search');
});

const entriesOf = ({ root }: HtmlPage): HtmlElement[] =>
	root.querySelectorAll('main li').filter((item) => item.querySelector('h2 a'));

const hrefOf = (entry: HtmlElement): string => entry.querySelector('h2 a')!.getAttributeValue('href')!;

const noticesOf = ({ root }: HtmlPage): string => root.querySelectorAll('main .notice').map(textOf).join(' ');

function entryTo(page: HtmlPage, path: string): HtmlElement {
	const found = entriesOf(page).find((entry) => hrefOf(entry).endsWith(path));
	if (!found) throw new Error(`no ${path} in: ${entriesOf(page).map(hrefOf)}`);
	return found;
}

const linkTo = ({ root }: HtmlPage, rel: 'next' | 'prev'): string | undefined =>
	root.querySelector(`a[rel="${rel}"]`)?.getAttributeValue('href') ?? undefined;
