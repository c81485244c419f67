import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { erasedName, withheldName } from '#lib/domain/public_view.ts';
import { launchChromium } from '../harness/chromium.ts';
import { organization, person } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';
import { cookieOf, heading, journeys, openWindow, translators, visit } from '../harness/journeys.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
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

let count = 0;

describe.each(journeys)('$title,', ({ lang, hasScript }) => {
	const t = translators[lang];
	const windows: BrowserContext[] = [];
	afterEach(() => Promise.all(windows.splice(0).map((window) => window.close())));

	test('a link arrives, its reader objects, the post alone is shown, and a registrar erases', async () => {
		const name = `نوف العقيقية ${++count}`;
		const names = [{ value: name, lang: 'ar' }];
		const member = await makeRecord(server.db, person({ names }));
		const body = await makeRecord(
			server.db,
			organization({ appointments: [{ person: member.id, position: 'chair', from: '2024' }] })
		);
		const email = `member-${count}@example.org`;

		const manager = await openPage(await cookieOf(server, { manages: body.document.slug! }));
		await visit(manager, lang, `/workspace/organizations/${body.document.slug}/board`);
		await manager.getByRole('link', { name: t('display.link') }).click();
		await heading(manager, t('display.title'));
		await manager.getByLabel(t('own_link.email')).fill(email);
		await manager.getByRole('button', { name: t('own_link.submit') }).click();
		await manager.getByText(t('own_link.done_sent')).waitFor();

		const reader = await openPage();
		await reader.goto(linkIn(await mailTo(server.dataDir, email)));
		await heading(reader, t('own_data.title'));
		await reader.getByText(name).first().waitFor();
		await reader.getByRole('button', { name: t('own_data.object_submit') }).click();
		await reader.getByRole('alert').waitFor();
		await reader.getByLabel(t('own_data.objection')).fill('لا أريد ظهور اسمي');
		await reader.getByRole('button', { name: t('own_data.object_submit') }).click();
		await reader.getByText(t('own_data.done_objected')).waitFor();

		const page = await openPage();
		await visit(page, lang, `/organizations/${body.document.slug}`);
		expect(await page.content()).not.toContain(name);
		await page.getByText(withheldName[lang]).first().waitFor();

		const desk = await openPage(await cookieOf(server, { is_registrar: true }));
		await visit(desk, lang, '/registrar/reports');
		await desk.getByText(t('report_kind.objection')).first().waitFor();
		await desk.getByText(t('report.due')).first().waitFor();
		await visit(desk, lang, `/workspace/people/${member.id}/display`);
		await desk.getByRole('link', { name: t('erasure.link') }).click();
		await heading(desk, t('erasure.title'));
		await desk.getByRole('button', { name: t('erasure.submit') }).click();
		await desk.getByRole('alert').waitFor();
		await desk.getByLabel(t('erasure.reason')).selectOption('own_wish');
		await desk.getByLabel(t('erasure.is_sure')).check();
		await desk.getByRole('button', { name: t('erasure.submit') }).click();
		await heading(desk, t('audit.title'));
		await desk.getByRole('listitem').getByText(t('audit_action.person_erased')).first().waitFor();

		await page.reload();
		await page.getByText(erasedName[lang]).first().waitFor();
		await reader.reload();
		await heading(reader, t('own_data.over_title'));
	});

	async function openPage(cookie?: string): Promise<Page> {
		const window = await openWindow(browser, server, { hasScript, ...(cookie && { cookie }) });
		windows.push(window);
		return window.newPage();
	}
});
