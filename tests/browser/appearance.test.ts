import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '#lib/domain/documents/common.ts';
import { launchChromium } from '../harness/chromium.ts';
import { cookieOf, heading, openWindow, translators } from '../harness/journeys.ts';
import { addressIn, languages, publicPages, signedInPages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';

/** CSS pixels: WCAG 2.2, 1.4.10 Reflow, a page at 400 % on a screen of 1280. */
const NARROW = 320;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PROFILE = '/workspace/organizations/amal-al-qatif/profile';

/** What is reached by doing something: the address, and how to come there from it. */
const steps: Record<string, [path: string, act: (page: Page, lang: Language) => Promise<void>]> = {
	'a sign-in that failed': [
		'/login',
		async (page, lang) => {
			await page.getByRole('button', { name: translators[lang]('sign_in.submit') }).click();
			await page.getByRole('alert').waitFor();
		}
	],
	'a profile with errors': [
		PROFILE,
		async (page) => {
			await page.locator('[name="links.0.url"]').fill('nowhere');
			await page.locator('[formaction="?/check"]').click();
			await page.getByRole('alert').waitFor();
		}
	],
	'changes to check': [
		PROFILE,
		async (page, lang) => {
			await page.locator('[name="names.0.value"]').fill('مجموعة أمل');
			await page.locator('[name="summary.en"]').fill('A group.');
			await page.locator('[formaction="?/check"]').click();
			await heading(page, translators[lang]('profile.check'));
		}
	],
	'a page that is not there': ['/organizations/nobody', async () => {}]
};

const pages = [...Object.values(publicPages).flat(), ...Object.values(signedInPages).flat()];
const inspected = [
	...[...Object.values(publicPages), ...Object.values(signedInPages)].map(([first]) => first!),
	'/organizations?q=لا وجود لهذا الاسم',
	'/organizations?kind=association&region=SA-04&sort=newest',
	'/organizations/saihat-society',
	'/organizations/amal-al-qatif?on=2022-12-03',
	'/conferences/excellence-conference-bahrain'
];

let server: SeededServer;
let browser: Browser;
let registrar: string;
const windows: BrowserContext[] = [];
beforeAll(async () => {
	[server, browser] = await Promise.all([startSeededServer(), launchChromium()]);
	registrar = await cookieOf(server, { is_registrar: true });
});
afterEach(async () => {
	await Promise.all(windows.splice(0).map((window) => window.close()));
});
afterAll(async () => {
	await browser.close();
	await server.stop();
});

describe.each(languages)('in %s', (lang) => {
	test.each(pages)(`nothing of %s stands out of a window ${NARROW} pixels wide`, async (path) => {
		const page = await openPage(path, NARROW);
		await page.goto(addressIn(lang, path));
		expect(await page.evaluate(findOverflow)).toEqual([]);
	});

	test.each(Object.keys(steps))(
		`nothing of %s stands out of a window ${NARROW} pixels wide`,
		async (step) => {
			const page = await openStep(step, NARROW);
			expect(await page.evaluate(findOverflow)).toEqual([]);
		}
	);

	test.each(inspected)('%s is accessible, in light and in dark', async (path) => {
		const page = await openPage(path);
		await page.goto(addressIn(lang, path));
		await expectAccessible(page);
	});

	test.each(Object.keys(steps))('%s is accessible, in light and in dark', async (step) => {
		await expectAccessible(await openStep(step));
	});

	async function openPage(path: string, width = 1280): Promise<Page> {
		const isSignedIn = /^\/(workspace|registrar|account)/.test(path);
		const window = await openWindow(browser, server, { width, ...(isSignedIn && { cookie: registrar }) });
		windows.push(window);
		return window.newPage();
	}

	async function openStep(step: string, width?: number): Promise<Page> {
		const [path, act] = steps[step]!;
		const page = await openPage(path, width);
		await page.goto(addressIn(lang, path));
		await act(page, lang);
		return page;
	}
});

async function expectAccessible(page: Page): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
		const found = violations.flatMap(({ id, nodes }) =>
			nodes.map(({ html, failureSummary }) => `${colorScheme} ${id}: ${html} ${failureSummary}`)
		);
		expect(found).toEqual([]);
	}
}

/** What makes the page scroll sideways: the elements that reach past an edge and are not cut by a parent. */
function findOverflow(): string[] {
	const { scrollWidth, clientWidth } = document.documentElement;
	if (scrollWidth <= clientWidth) return [];
	const outside = [...document.body.querySelectorAll('*')].filter((element) => {
		const { left, right } = element.getBoundingClientRect();
		return right > clientWidth + 1 || left < -1;
	});
	return [
		`${scrollWidth} > ${clientWidth}`,
		...outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 200))
	];
}
