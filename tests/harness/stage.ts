import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium } from './chromium.ts';
import { cookieOf, openWindow, type Journey } from './journeys.ts';
import { startSeededServer, type SeededServer } from './seeded_server.ts';

export type Stage = {
	server: SeededServer;
	/** A page in a window of its own: of a visitor, or of a new person with rights. */
	open(journey: Pick<Journey, 'hasScript'>, rights?: Parameters<typeof cookieOf>[1]): Promise<Page>;
	/** The same for somebody whose cookie is at hand. */
	openWith(journey: Pick<Journey, 'hasScript'>, cookie: string): Promise<Page>;
};

/** A seeded register and a browser for the tests of one file; what a test opens is closed after it. */
export function setStage(): Stage {
	let browser: Browser;
	const windows: BrowserContext[] = [];
	const openWith = async ({ hasScript }: Pick<Journey, 'hasScript'>, cookie: string) => {
		const window = await openWindow(browser, stage.server, { hasScript, ...(cookie && { cookie }) });
		windows.push(window);
		return window.newPage();
	};
	const stage = {
		openWith,
		open: async (journey, rights) => openWith(journey, rights ? await cookieOf(stage.server, rights) : '')
	} as Stage;
	beforeAll(async () => {
		[stage.server, browser] = await Promise.all([startSeededServer(), launchChromium()]);
	});
	afterEach(async () => {
		await Promise.all(windows.splice(0).map((window) => window.close()));
	});
	afterAll(async () => {
		await browser.close();
		await stage.server.stop();
	});
	return stage;
}
