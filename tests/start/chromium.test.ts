import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../harness/chromium.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(() => browser.close());

it.each([true, false])(
	'the browser of the tests draws Arabic, with scripts %s',
	async (javaScriptEnabled) => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		await page.goto('data:text/html;charset=utf-8,<p lang="ar" dir="rtl">سجل المنظمات</p>');
		expect(await page.locator('p').innerText()).toBe('سجل المنظمات');
		const box = await page.locator('p').boundingBox();
		expect(box!.height).toBeGreaterThan(10);
		await context.close();
	}
);
