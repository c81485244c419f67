import { expect } from 'vitest';
import { directions, type MessageKey } from '#lib/i18n.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import arabic from '../../messages/ar.json' with { type: 'json' };
import english from '../../messages/en.json' with { type: 'json' };
import { findInvalid, parsePage, textOf, wordsOf, type HtmlPage } from './html_page.ts';

/** Bytes; a page of the public comes over a slow telephone. */
const LARGEST_PAGE = 120_000;

export const messages = { ar: arabic, en: english } as Record<Language, Record<MessageKey, string>>;

export type Expected = {
	lang: Language;
	status?: number;
	/** May stand in search engines, and so names its address in both languages. */
	isIndexed?: boolean;
};

/** Holds every page to the rules of the house, and gives it for what the test itself wants to know. */
export async function expectHouseRules(response: Response, expected: Expected): Promise<HtmlPage> {
	const { lang, status = 200, isIndexed = true } = expected;
	expect(response.status).toBe(status);
	expectSafeHeaders(response);
	const page = await parsePage(await response.text());
	expect(await findInvalid(page.html)).toEqual([]);
	expectFrame(page, lang);
	expectWholeWords(page);
	expectLabelled(page);
	expectAddresses(page, response.url, isIndexed);
	expectScripts(page);
	expect(Buffer.byteLength(page.html)).toBeLessThan(LARGEST_PAGE);
	return page;
}

/** Both languages of a page have the same headings, level by level. */
export function expectSameStructure(arabicPage: HtmlPage, englishPage: HtmlPage): void {
	expect(outlineOf(englishPage)).toEqual(outlineOf(arabicPage));
}

function expectSafeHeaders({ headers }: Response): void {
	expect(headers.get('content-type')).toMatch(/^text\/html/);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	const policy = headers.get('content-security-policy') ?? '';
	const scripts = /(?:^|; ?)script-src ([^;]+)/.exec(policy)?.[1] ?? /default-src ([^;]+)/.exec(policy)?.[1];
	expect(scripts).toMatch(/'self'|'none'/);
	expect(scripts).not.toMatch(/unsafe|\*|https?:/);
}

/** Language, direction, title, the one main heading. */
function expectFrame({ html, root }: HtmlPage, lang: Language): void {
	expect(html).toContain(`<html lang="${lang}" dir="${directions[lang]}">`);
	const title = textOf(root.querySelector('title'));
	expect(title).toMatch(new RegExp(`.${messages[lang]['site.name']}$|^${messages[lang]['site.name']}$`));
	expect(root.querySelectorAll('h1').map(textOf)).toEqual([expect.stringMatching(/\S/)]);
	expect(root.querySelectorAll('main')).toHaveLength(1);
}

/** Texts without gaps that a program left: no arguments, keys or values that have no words. */
function expectWholeWords({ html }: HtmlPage): void {
	const words = wordsOf(html);
	expect(words).not.toMatch(/\{\s*\w+\s*\}|\{\w+, plural/);
	expect(words).not.toMatch(/\b(undefined|null|NaN)\b|\[object |Invalid Date/);
	const keys = new Set(words.match(/\b[a-z_]+\.[a-z_.]*[a-z]\b/g));
	expect([...keys].filter((word) => word in arabic)).toEqual([]);
}

/** Names for fields and links, and each id once. */
function expectLabelled({ root }: HtmlPage): void {
	const ids = root.querySelectorAll('[id]').map((element) => element.getAttributeValue('id'));
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
	const unlabelled = root
		.querySelectorAll('input, select, textarea')
		.filter((field) => field.getAttributeValue('type') !== 'hidden' && !field.hasAttribute('hidden'))
		.filter((field) => !field.closest('label') && !labelFor(root, field.getAttributeValue('id')));
	expect(unlabelled.map((field) => field.getAttributeValue('name'))).toEqual([]);
	const empty = root
		.querySelectorAll('a, button')
		.filter((link) => textOf(link) === '' && !link.getAttributeValue('aria-label'));
	expect(empty.map((link) => link.getAttributeValue('href'))).toEqual([]);
}

const labelFor = (root: HtmlPage['root'], id: string | null) =>
	textOf(root.querySelectorAll('label').find((label) => label.getAttributeValue('for') === id));

function expectAddresses({ root }: HtmlPage, address: string, isIndexed: boolean): void {
	const hrefOf = (selector: string) => root.querySelector(selector)?.getAttributeValue('href');
	const robots = root.querySelector('meta[name="robots"]')?.getAttributeValue('content');
	if (!isIndexed) {
		expect(robots).toBe('noindex');
		return;
	}
	expect(robots).toBeUndefined();
	const { origin, pathname } = new URL(address);
	const arabicPath = pathname.replace(/^\/en(?=\/|$)/, '') || '/';
	const alternates = { ar: arabicPath, en: `/en${arabicPath}`.replace(/\/$/, ''), 'x-default': arabicPath };
	for (const [lang, path] of Object.entries(alternates))
		expect(hrefOf(`link[hreflang="${lang}"]`)?.replace(/\?.*/, '')).toBe(origin + path);
	expect(hrefOf('link[rel="canonical"]')?.replace(/\?.*/, '')).toBe(origin + pathname);
	expect(root.querySelector('meta[name="description"]')?.getAttributeValue('content')).toMatch(/\S/);
}

/** The one script of the pages, by the address of its file. */
const SUGGESTIONS = /^\/_app\/immutable\/assets\/suggestions\.[\w-]+\.js$/;

/**
 * Scripts hold data alone, but for the one that proposes records, which comes where a field asks for it and nowhere
 * else; none is written into an attribute.
 */
function expectScripts({ html, root }: HtmlPage): void {
	const scripts = root
		.querySelectorAll('script')
		.filter((script) => script.getAttributeValue('type') !== 'application/ld+json')
		.map((script) => ({
			type: script.getAttributeValue('type'),
			src: script.getAttributeValue('src'),
			text: script.textContent.trim()
		}));
	const wanted = { type: 'module', src: expect.stringMatching(SUGGESTIONS), text: '' };
	expect(scripts).toEqual(root.querySelector('input[data-suggest]') ? [wanted] : []);
	expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+="|href="javascript:/);
}

const outlineOf = ({ root }: HtmlPage) =>
	root.querySelectorAll('h1, h2, h3, h4').map(({ tagName }) => tagName);
