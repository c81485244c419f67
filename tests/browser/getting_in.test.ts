import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { localPath } from '#lib/i18n.ts';
import { launchChromium } from '../harness/chromium.ts';
import {
	cookieOf,
	heading,
	journeys,
	openWindow,
	translators,
	visit,
	type Journey
} from '../harness/journeys.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { password } from '../accounts/factory.ts';

let server: SeededServer;
let browser: Browser;
beforeAll(async () => {
	[server, browser] = await Promise.all([startSeededServer(), launchChromium()]);
});
afterAll(async () => {
	await browser.close();
	await server.stop();
});

describe.each(journeys)('$title', (journey) => {
	const { lang } = journey;
	const t = translators[lang];
	const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

	test('someone opens an account, claims a group, and a registrar approves', async () => {
		const page = await newPage(journey);
		const email = `${randomUUID()}@example.org`;
		await openAccount(page, journey, email);

		await visit(page, lang, '/organizations/saihat-society');
		await page.getByRole('link', { name: t('organization.claim_it') }).click();
		await heading(page, t('claim.title'));
		await press(page, t('claim.submit'));
		await page.getByRole('alert').waitFor();
		await page.locator('[name="evidence"]').fill('أمينة السر منذ 2019');
		await press(page, t('claim.submit'));
		await page.getByText(t('claim.done_claimed')).waitFor();

		const registrar = await newPage(journey, await cookieOf(server, { is_registrar: true }));
		await visit(registrar, lang, '/workspace/claims');
		await press(registrar, t('claim.approve'));
		await registrar.getByText(t('claim.done_approved')).waitFor();

		await page.goto(server.origin + linkIn(await mailTo(server.dataDir, email, approvalSubject(journey))));
		await visit(page, lang, '/workspace/organizations/saihat-society/team');
		await heading(page, t('team.title'));
	});

	test('someone looks whether a group is on the register, and proposes one that is not', async () => {
		const page = await newPage(journey);
		await openAccount(page, journey, `${randomUUID()}@example.org`);
		await visit(page, lang, '/workspace/organizations/new');
		await page.locator('[name="name.ar"]').fill('امل القطيف');
		await page.locator('[name="reason"]').fill('من أعضائه');
		await press(page, t('proposal.to_check'));
		await heading(page, t('proposal.is_it_one'));
		await press(page, t('profile.back'));
		expect(await page.locator('[name="reason"]').inputValue()).toBe('من أعضائه');
		const name = `رابطة ${newNames[journeys.indexOf(journey)]}`;
		await page.locator('[name="name.ar"]').fill(name);
		await page.locator('[name="association"]').fill('جمعية لا وجود لها');
		await press(page, t('proposal.to_check'));
		await page.getByText(t('proposal.association_unknown')).first().waitFor();
		await page.locator('[name="association"]').fill('');
		await press(page, t('proposal.to_check'));
		await heading(page, t('proposal.check'));
		await press(page, t('proposal.submit'));
		await page.getByText(t('workspace.proposed')).waitFor();
		await page.getByText(name).waitFor();
		expect((await listWaiting(server.db)).map(({ record }) => record.name_ar)).toContain(name);
	});
});

async function newPage({ hasScript }: Journey, cookie?: string): Promise<Page> {
	return (await openWindow(browser, server, { hasScript, ...(cookie && { cookie }) })).newPage();
}

async function openAccount(page: Page, { lang }: Journey, email: string): Promise<void> {
	const t = translators[lang];
	await server.db.deleteFrom('mail_request').execute();
	await visit(page, lang, '/login');
	await page.getByRole('link', { name: t('join.title') }).click();
	await page.getByLabel(t('join.display_name')).fill('نورة');
	await page.getByLabel(t('account.email')).fill(email);
	await page.getByLabel(t('account.password')).fill(password);
	await page.getByRole('button', { name: t('join.submit') }).click();
	await heading(page, t('join.asked_title'));
	await page.goto(server.origin + linkIn(await mailTo(server.dataDir, email)));
	await page.getByLabel(t('account.password')).fill(password);
	await page.getByRole('button', { name: t('join.confirm') }).click();
	await page.waitForURL(server.origin + localPath(lang, '/workspace'));
}

/** One for each journey, unlike each other and all that is on the register. */
const newNames = ['البيلسان', 'الفيروز', 'الزمرد', 'الأقحوان'];

const approvalSubject = ({ lang }: Journey) => (lang === 'ar' ? 'ووفق' : 'You may look after');
