import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { localPath } from '#lib/i18n.ts';
import { launchChromium } from '../harness/chromium.ts';
import { cookieOf, heading, makePerson, openWindow, translators, visit } from '../harness/journeys.ts';
import { languages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';

/** More stops than any page has before what is looked for. */
const MOST_STOPS = 120;

let server: SeededServer;
let browser: Browser;
const windows: BrowserContext[] = [];
beforeAll(async () => {
	[server, browser] = await Promise.all([startSeededServer(), launchChromium()]);
});
afterEach(async () => {
	await Promise.all(windows.splice(0).map((window) => window.close()));
});
afterAll(async () => {
	await browser.close();
	await server.stop();
});

describe.each(languages)('with the keyboard alone, in %s,', (lang) => {
	const t = translators[lang];

	test('the first stop leads past the head of the page', async () => {
		const page = await openPage();
		await visit(page, lang, '/organizations/amal-al-qatif');
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: t('nav.skip') });
		expect(await skip.evaluate(isFocused)).toBe(true);
		expect((await skip.boundingBox())?.width).toBeGreaterThan(40);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
	});

	test('a search is typed and sent, and its first result opened', async () => {
		const page = await openPage();
		await visit(page, lang, '/');
		await tabTo(page, '[name="q"]');
		await page.keyboard.type('amal al-qatif');
		await page.keyboard.press('Enter');
		await heading(page, t('search.title'));
		await tabTo(page, 'main h2 a, main h3 a');
		await page.keyboard.press('Enter');
		await page.waitForURL(server.origin + localPath(lang, '/organizations/amal-al-qatif'));
	});

	test('every stop of a page shows where it is', async () => {
		const page = await openPage();
		await visit(page, lang, '/organizations/amal-al-qatif');
		const hidden: string[] = [];
		for (let stop = 0; stop < MOST_STOPS; stop += 1) {
			await page.keyboard.press('Tab');
			const focused = await page.evaluate(describeFocus);
			if (!focused) break;
			if (!focused.isVisible) hidden.push(focused.words);
		}
		expect(hidden).toEqual([]);
	});

	test('whoever signs in reaches the form, edits and checks', async () => {
		const person = await makePerson(server, { edits: 'amal-al-qatif' });
		const page = await openPage();
		await visit(page, lang, '/login');
		await tabTo(page, '[name="email"]');
		await page.keyboard.type(person.email);
		await page.keyboard.press('Tab');
		await page.keyboard.type(person.password);
		await page.keyboard.press('Enter');
		await heading(page, t('workspace.title'));
		await tabTo(page, 'main a[href$="/profile"]');
		await page.keyboard.press('Enter');
		await heading(page, t('profile.title'));
		await tabTo(page, `[name="summary.${lang}"]`);
		await page.keyboard.press('Control+End');
		await page.keyboard.type(' +');
		await tabTo(page, '[name="fields.environment"]');
		await page.keyboard.press('Space');
		await tabTo(page, 'button[formaction="?/check"]');
		await page.keyboard.press('Enter');
		await heading(page, t('profile.check'));
	});

	test('errors are the first stop of a form that was refused', async () => {
		const page = await openPage(await cookieOf(server, { edits: 'amal-al-qatif' }));
		await visit(page, lang, '/workspace/organizations/amal-al-qatif/profile');
		await tabTo(page, '[name="source_url"]');
		await page.keyboard.type('nowhere');
		await tabTo(page, 'button[formaction="?/check"]');
		await page.keyboard.press('Enter');
		await page.locator('[role="alert"]:focus').waitFor();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.locator('[name="source_url"]:focus').waitFor();
	});

	async function openPage(cookie?: string): Promise<Page> {
		const window = await openWindow(browser, server, cookie ? { cookie } : {});
		windows.push(window);
		return window.newPage();
	}
});

const isFocused = (element: Element) => element === document.activeElement;

/** Presses Tab until an element that fits has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let stop = 0; stop < MOST_STOPS; stop += 1) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((fits) => document.activeElement?.matches(fits) ?? false, selector)) return;
	}
	throw new Error(`The keyboard does not reach ${selector}`);
}

/** What has the focus, and whether an outline shows it. The parts within a field for dates are the browser's. */
function describeFocus(): { words: string; isVisible: boolean } | null {
	const element = document.activeElement as HTMLElement | null;
	if (!element || element === document.body) return null;
	if (element.matches('[type="date"]')) return { words: '', isVisible: true };
	const { outlineStyle, outlineWidth } = getComputedStyle(element);
	const { width, height } = element.getBoundingClientRect();
	const isVisible = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && width > 0 && height > 0;
	return { words: `${element.tagName} ${element.textContent}`, isVisible };
}
