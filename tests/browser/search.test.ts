import type { Browser, Locator, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localPath } from '#lib/i18n.ts';
import { findViolations } from '../harness/axe.ts';
import { launchChromium } from '../harness/chromium.ts';
import { heading, journeys, openWindow, translators, visit } from '../harness/journeys.ts';
import { languages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';

const SUGGEST = '**/api/v1/suggest?*';
const SCRIPT = '**/suggestions.*.js';

let server: SeededServer;
let browser: Browser;
beforeAll(async () => {
	[server, browser] = await Promise.all([startSeededServer(), launchChromium()]);
});
afterAll(async () => {
	await browser.close();
	await server.stop();
});

/** Gives a new page of a window of its own to what is done with it. */
async function withPage(
	options: { hasScript?: boolean; width?: number },
	act: (page: Page) => Promise<void>
): Promise<void> {
	const context = await openWindow(browser, server, options);
	try {
		await act(await context.newPage());
	} finally {
		await context.close();
	}
}

describe.each(journeys)('whoever searches, $title,', ({ lang, hasScript }) => {
	const t = translators[lang];
	const box = (page: Page) => page.getByLabel(t('home.search'));

	test('goes from one type to another, and back and forward', () =>
		withPage({ hasScript }, async (page) => {
			await visit(page, lang, '/');
			await box(page).fill('qatif');
			await page.getByRole('button', { name: t('search.submit') }).click();
			await heading(page, t('search.title'));
			const all = await page.getByRole('status').textContent();

			const tabs = page.getByRole('navigation', { name: t('search.tabs') });
			await tabs.getByRole('link', { name: t('nav.people') }).click();
			await page.waitForURL(/type=person/);
			expect(await page.getByRole('status').textContent()).not.toBe(all);
			await box(page).fill('ali');
			await box(page).press('Enter');
			await page.waitForURL(/q=ali&type=person/);

			await page.goBack();
			await page.waitForURL(/q=qatif&type=person/);
			expect(await box(page).inputValue()).toBe('qatif');
			await page.goBack();
			expect(await page.getByRole('status').textContent()).toBe(all);
			await page.goForward();
			await page.goForward();
			await page.waitForURL(/q=ali/);
			expect(await box(page).inputValue()).toBe('ali');
		}));

	test('follows a better spelling', () =>
		withPage({ hasScript }, async (page) => {
			await visit(page, lang, '/search?q=الفطيف');
			await page.getByRole('main').getByRole('link', { name: 'القطيف', exact: true }).click();
			await page.waitForURL((url) => url.searchParams.get('q') === 'القطيف');
			expect(await box(page).inputValue()).toBe('القطيف');
		}));

	test('narrows organizations by years', () =>
		withPage({ hasScript }, async (page) => {
			await visit(page, lang, '/organizations?q=جمعية');
			await page.getByLabel(t('filters.founded_until')).fill('١٩٩٠');
			await page.getByRole('button', { name: t('filters.apply') }).click();
			await page.waitForURL((url) => url.searchParams.get('founded_until') === '١٩٩٠');
			expect(new URL(page.url()).searchParams.get('q')).toBe('جمعية');
			const chip = page.getByRole('link', { name: t('filters.chosen_founded_until') });
			expect(await chip.textContent()).toContain('1990');
		}));
});

describe.each(languages)('suggestions in %s', (lang) => {
	const t = translators[lang];
	const box = (page: Page) => page.getByRole('combobox', { name: t('home.search') });
	const options = (page: Page) =>
		page.getByRole('listbox', { name: t('search.suggestions_label') }).getByRole('option');
	const active = (page: Page) => box(page).getAttribute('aria-activedescendant');
	const isOpen = async (page: Page) => (await box(page).getAttribute('aria-expanded')) === 'true';

	/** Types on the home page until something is proposed. */
	async function typed(page: Page, words: string): Promise<Locator> {
		await visit(page, lang, '/');
		await box(page).pressSequentially(words);
		await options(page).first().waitFor();
		return box(page);
	}

	test('are listed while one types, and the keys open what is chosen', () =>
		withPage({}, async (page) => {
			const field = await typed(page, 'amal al-qatif');
			const list = page.locator(`#${await field.getAttribute('aria-controls')}`);
			expect(await list.getAttribute('role')).toBe('listbox');
			expect(await field.getAttribute('aria-autocomplete')).toBe('list');
			expect([await isOpen(page), await active(page)]).toEqual([true, null]);
			const count = await options(page).count();
			const said = page.locator('[aria-live="polite"]');
			expect(await said.textContent()).toBe(t('search.suggestions', { count }));

			await field.press('ArrowDown');
			const chosen = page.getByRole('option', { selected: true });
			expect(await active(page)).toBe(await chosen.getAttribute('id'));
			expect(await chosen.textContent()).toMatch(/أمل القطيف|Amal Al-Qatif/);
			await field.press('ArrowUp');
			expect(await active(page)).toBe(await options(page).last().getAttribute('id'));
			await field.press('ArrowDown');
			expect(await field.inputValue()).toBe('amal al-qatif');
			await field.press('Enter');
			await page.waitForURL(server.origin + localPath(lang, '/organizations/amal-al-qatif'));

			await page.goBack();
			await box(page).waitFor();
			expect(await isOpen(page)).toBe(false);
		}));

	test('leave the text to whoever writes it: Home, End and Escape; Enter without a choice searches', () =>
		withPage({}, async (page) => {
			const field = await typed(page, 'amal');
			for (const [key, caret] of [
				['Home', 0],
				['End', 4]
			] as const) {
				await field.press('ArrowDown');
				await field.press(key);
				expect(await active(page)).toBeNull();
				expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(caret);
			}
			await field.press('ArrowDown');
			await field.press('Escape');
			expect([await isOpen(page), await active(page), await field.inputValue()]).toEqual([
				false,
				null,
				'amal'
			]);
			await field.press('Alt+ArrowDown');
			expect([await isOpen(page), await active(page)]).toEqual([true, null]);
			await field.press('Escape');
			await field.press('Enter');
			await page.waitForURL(/\/search\?q=amal$/);
		}));

	test('are links that a finger hits, over the page and beside nothing', () =>
		withPage({ width: 320 }, async (page) => {
			await visit(page, lang, '/');
			const below = page.getByRole('heading', { level: 2 }).first();
			const before = await below.boundingBox();
			await box(page).pressSequentially('qatif');
			await options(page).first().waitFor();
			expect(await below.boundingBox()).toEqual(before);
			for (const option of await options(page).all()) {
				const { x, width, height } = (await option.boundingBox())!;
				expect(height).toBeGreaterThanOrEqual(44);
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x + width).toBeLessThanOrEqual(320);
			}
			const first = options(page).first();
			const href = await first.getAttribute('href');
			await first.click();
			await page.waitForURL(server.origin + href);
		}));

	test('are told well to a screen reader, in light and in dark', () =>
		withPage({}, async (page) => {
			await (await typed(page, 'قطيف')).press('ArrowDown');
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				expect(await findViolations(page)).toEqual([]);
			}
		}));

	test('mark what answers, in the language of each name', () =>
		withPage({}, async (page) => {
			await typed(page, lang === 'ar' ? 'qatif' : 'القطيف');
			const name = options(page).first().locator('bdi').last();
			expect(await name.getAttribute('lang')).toBe(lang === 'ar' ? 'en' : 'ar');
			expect(await name.locator('mark').textContent()).toMatch(lang === 'ar' ? /^Qatif$/ : /القطيف$/);
		}));

	test('are asked of the type of record that the page lists', () =>
		withPage({}, async (page) => {
			await visit(page, lang, '/conferences');
			const asked = page.waitForRequest(SUGGEST);
			await page.getByLabel(t('conferences.search')).pressSequentially('qatif');
			const { searchParams } = new URL((await asked).url());
			expect(Object.fromEntries(searchParams)).toMatchObject({ lang, type: 'conference' });
		}));

	test('are not asked for what says nothing, nor for each letter', () =>
		withPage({}, async (page) => {
			const asked: Request[] = [];
			page.on('request', (request) => void (request.url().includes('/suggest?') && asked.push(request)));
			await visit(page, lang, '/');
			await box(page).pressSequentially(' ؟…');
			await box(page).pressSequentially('qatif');
			await options(page).first().waitFor();
			const words = asked.map((request) => new URL(request.url()).searchParams.get('q'));
			expect(words.filter((word) => !word?.includes('q'))).toEqual([]);
			expect(words.length).toBeLessThan('qatif'.length);
			expect(words.at(-1)).toBe(' ؟…qatif');
		}));

	test('of an earlier text never replace those of a later one', () =>
		withPage({}, async (page) => {
			const isFirst = (url: URL) => url.pathname.endsWith('/suggest') && url.searchParams.get('q') === 'amal';
			await page.route(isFirst, () => {});
			await visit(page, lang, '/');
			const first = page.waitForRequest((request) => isFirst(new URL(request.url())));
			await box(page).pressSequentially('amal');
			await first;
			const given_up = page.waitForEvent('requestfailed', (request) => isFirst(new URL(request.url())));
			await box(page).pressSequentially(' qatif');
			expect((await given_up).failure()?.errorText).toMatch(/ABORTED/);
			await options(page).first().waitFor();
			expect(await options(page).first().textContent()).toMatch(/أمل القطيف|Amal Al-Qatif/);
		}));

	test('that cannot be had are done without', () =>
		withPage({}, async (page) => {
			await page.route(SUGGEST, (route) => route.fulfill({ status: 503, body: 'none' }));
			await visit(page, lang, '/');
			const answer = page.waitForResponse(SUGGEST);
			await box(page).pressSequentially('amal');
			await answer;
			await box(page).press('ArrowDown');
			expect(await isOpen(page)).toBe(false);
			await box(page).press('Enter');
			await heading(page, t('search.title'));
		}));

	test('come late without touching what was typed', () =>
		withPage({}, async (page) => {
			let release = () => {};
			const held = new Promise<void>((resolve) => (release = resolve));
			await page.route(SCRIPT, async (route) => {
				await held;
				await route.continue();
			});
			await page.goto(localPath(lang, '/'), { waitUntil: 'commit' });
			const field = page.locator('#q');
			await field.pressSequentially('amal qatif');
			await field.press('ArrowLeft');
			const caret = () => field.evaluate((input: HTMLInputElement) => input.selectionStart);
			const before = await caret();
			release();
			await options(page).first().waitFor();
			expect([await field.inputValue(), await caret()]).toEqual(['amal qatif', before]);
			expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
		}));

	test('leave its keys to an input method', () =>
		withPage({}, async (page) => {
			const field = await typed(page, 'amal');
			const press = (key: string) =>
				field.evaluate((input, key) => {
					const options = { key, isComposing: true, bubbles: true, cancelable: true };
					return input.dispatchEvent(new KeyboardEvent('keydown', options));
				}, key);
			for (const key of ['ArrowDown', 'Escape', 'Enter']) expect(await press(key)).toBe(true);
			expect([await isOpen(page), await active(page)]).toEqual([true, null]);
		}));

	test('can be taken by a form in place of being opened', () =>
		withPage({}, async (page) => {
			const field = await typed(page, 'amal al-qatif');
			await field.evaluate((input) =>
				input.addEventListener('suggestion', (event) => {
					event.preventDefault();
					input.setAttribute('data-taken', (event as CustomEvent).detail.slug);
				})
			);
			await field.press('ArrowDown');
			await field.press('Enter');
			expect(await field.getAttribute('data-taken')).toBe('amal-al-qatif');
			expect(page.url()).toBe(server.origin + localPath(lang, '/').replace(/^\/en$/, '/en'));
			expect(await isOpen(page)).toBe(false);
		}));
});
