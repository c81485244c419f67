import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { launchChromium } from '../harness/chromium.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord, propose } from '../harness/factory.ts';
import {
	cookieOf,
	heading,
	journeys,
	openWindow,
	translators,
	typeDate,
	visit
} from '../harness/journeys.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';

let server: SeededServer;
let browser: Browser;
beforeAll(async () => {
	[server, browser] = await Promise.all([startSeededServer(), launchChromium()]);
});
afterAll(async () => {
	await browser.close();
	await server.stop();
});

describe.each(journeys)('$title,', ({ lang, hasScript }) => {
	const t = translators[lang];
	const windows: BrowserContext[] = [];
	let team: ReadRecord<OrganizationDocument>;
	let page_of_team: string;

	beforeEach(async () => {
		team = await makeRecord(server.db, organization({ founded: '2014' }));
		await propose(server.db, 'register', team, { founded: '2015' });
		page_of_team = `/organizations/${team.document.slug}`;
	});
	afterEach(() => Promise.all(windows.splice(0).map((window) => window.close())));

	test('a manager reads an earlier version and restores it', async () => {
		const page = await openPage(await cookieOf(server, { manages: team.document.slug! }));
		await visit(page, lang, `${page_of_team}/history`);
		await page.getByRole('link', { name: t('history.version', { number: 1 }), exact: true }).click();
		await page.getByText(t('history.old_version')).waitFor();
		await page.getByRole('link', { name: t('restoration.submit') }).click();
		await heading(page, t('restoration.title', { number: 1 }));
		const changes = page.getByRole('region', { name: t('restoration.now') });
		expect(await changes.locator('ins').textContent()).toContain('2014');
		await page.getByRole('button', { name: t('restoration.submit') }).click();
		await page.getByRole('alert').waitFor();
		await page.getByLabel(t('restoration.reason')).fill('2014 was right');
		await page.getByRole('button', { name: t('restoration.submit') }).click();
		await page.getByText(t('restoration.saved')).waitFor();
		expect((await current(server.db, 'organization', team.id)).document.founded).toBe('2014');
	});

	test('a reader asks what the page said on a day', async () => {
		const page = await openPage();
		await visit(page, lang, `${page_of_team}/history`);
		await typeDate(page, t, t('history.at_label'), { day: '1', month: '1', year: '1999' });
		await page.getByRole('button', { name: t('history.at_submit') }).click();
		await page.getByText(t('history.at_too_early')).waitFor();
		await visit(page, lang, `${page_of_team}?at=2200-01-01`);
		await page.getByText(t('history.shown_day')).waitFor();
		expect(new URL(page.url()).pathname).toMatch(/\/history\/2$/);
	});

	test('a reader reports an error, and reads the answer at the link', async () => {
		const page = await openPage();
		await visit(page, lang, page_of_team);
		await page.getByRole('link', { name: t('report.link') }).click();
		await heading(page, t('report.title'));
		await page.getByLabel(t('report.text')).fill(`Wrong year, says ${team.id}`);
		await page.getByRole('button', { name: t('report.submit') }).click();
		await heading(page, t('report.title_own'));

		const desk = await openPage(await cookieOf(server, { is_registrar: true }));
		await visit(desk, lang, '/registrar/reports');
		const report = desk.getByRole('article').filter({ hasText: team.id });
		await report.getByLabel(t('report_state.mended')).check();
		await report.getByLabel(t('report.answer')).fill('The year is mended');
		await report.getByRole('button', { name: t('report.answer_submit') }).click();
		await desk.getByText(t('report.done')).waitFor();

		await page.reload();
		await page.getByText('The year is mended').waitFor();
		await page.getByText(t('report_state.mended')).waitFor();
	});

	async function openPage(cookie?: string): Promise<Page> {
		const window = await openWindow(browser, server, { hasScript, ...(cookie && { cookie }) });
		windows.push(window);
		return window.newPage();
	}
});
