import type { Browser, Page } from 'playwright-core';
import type { Language } from '#lib/domain/documents/common.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { launchChromium } from './chromium.ts';
import { current, makeMember, propose } from './factory.ts';
import { cookieOf, heading, openWindow, translators } from './journeys.ts';
import { addressIn } from './public_pages.ts';
import { startSeededServer, type SeededServer } from './seeded_server.ts';

const PROFILE = '/workspace/organizations/amal-al-qatif/profile';

/** Pages that are reached by doing something: where it begins, and what is done there. */
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
	'a conflict': [
		PROFILE,
		async (page, lang) => {
			const version = page.locator('[name="base_version"]');
			const before = await version.inputValue();
			await saveSummary(page, lang, `Theirs, after ${before}`);
			await page.getByRole('status').waitFor();
			await page.goto(addressIn(lang, PROFILE));
			await version.evaluate((field: HTMLInputElement, value) => (field.value = value), before);
			await saveSummary(page, lang, `Mine, after ${before}`);
			await heading(page, translators[lang]('profile.conflict'));
		}
	],
	'a page that is not there': ['/organizations/nobody', async () => {}]
};

async function saveSummary(page: Page, lang: Language, summary: string): Promise<void> {
	await page.locator('[name="summary.en"]').fill(summary);
	await page.locator('[formaction="?/check"]').click();
	await heading(page, translators[lang]('profile.check'));
	await page.getByRole('button', { name: translators[lang]('profile.save') }).click();
}

/** The names of what `visit` can reach beside addresses. */
export const stepNames = Object.keys(steps);

export type Visits = {
	/** Opens an address, or goes the way to what a step names; private pages as a registrar. */
	visit(lang: Language, what: string): Promise<Page>;
	end(): Promise<void>;
};

/** A browser with a window for the public and one for a registrar, over a seeded register. */
export async function startVisits(width: number): Promise<Visits> {
	const [server, browser]: [SeededServer, Browser] = await Promise.all([
		startSeededServer(),
		launchChromium()
	]);
	await proposeName(server);
	const cookie = await cookieOf(server, { is_registrar: true });
	const [publicWindow, registrarWindow] = await Promise.all([
		openWindow(browser, server, { width }),
		openWindow(browser, server, { width, cookie })
	]);
	const [visitor, registrar] = await Promise.all([publicWindow.newPage(), registrarWindow.newPage()]);
	return {
		async visit(lang, what) {
			const [path, act] = steps[what] ?? [what];
			const page = /^\/(workspace|registrar|account)/.test(path) ? registrar : visitor;
			await page.goto(addressIn(lang, path));
			await act?.(page, lang);
			return page;
		},
		async end() {
			await browser.close();
			await server.stop();
		}
	};
}

/** A change for registrars to look at. */
async function proposeName({ db }: SeededServer): Promise<void> {
	const slug = 'abareq-society';
	const found = await findPublic(db, 'organization', slug);
	if (!found || !('id' in found)) throw new Error(`no ${slug}`);
	const base = await current(db, 'organization', found.id);
	const names = base.document.names.map((name) => ({ ...name, value: `${name.value} الأهلية` }));
	const outcome = await propose(db, await makeMember(db, found.id), base, { names });
	if (!('waiting' in outcome) || outcome.waiting.length === 0) throw new Error(JSON.stringify(outcome));
}
