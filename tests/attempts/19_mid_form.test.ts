import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { localPath } from '#lib/i18n.ts';
import { launchChromium } from '../harness/chromium.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import { heading, journeys, openWindow, translators, visit } from '../harness/journeys.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { password } from '../accounts/factory.ts';
import { signedIn, workspaceOf } from './attacker.ts';

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

describe.each(journeys)('attempt 19, $title:', ({ lang, hasScript }) => {
	const t = translators[lang];
	const other = lang === 'ar' ? 'en' : 'ar';

	test('the language is changed mid-form, and the form goes on in the other with what was typed', async () => {
		const { page, team } = await openEditor();
		await visit(page, lang, workspaceOf(team.document, 'profile'));
		await page.locator('[name="summary.ar"]').fill('كُتب قبل تغيير اللغة');
		await page.locator('[name="fields.environment"]').check();
		await page
			.getByRole('banner')
			.getByRole('button', { name: t('nav.other_language') })
			.click();
		await heading(page, translators[other]('profile.title'));
		expect(await page.locator('[name="summary.ar"]').inputValue()).toBe('كُتب قبل تغيير اللغة');
		expect(await page.locator('[name="fields.environment"]').isChecked()).toBe(true);

		await page.locator('[name="summary.en"]').press('Enter');
		await page.locator('[name="place.city.en"]').press('Enter');
		await heading(page, translators[other]('profile.check'));
		await page
			.getByRole('banner')
			.getByRole('button', { name: translators[other]('nav.other_language') })
			.click();
		await heading(page, t('profile.title'));
		await page
			.getByRole('button', { name: t('profile.to_check') })
			.last()
			.click();
		await page.getByRole('button', { name: t('profile.save') }).click();
		await page.getByText(t('profile.saved')).waitFor();
		const { document } = await current(server.db, 'organization', team.id);
		expect(document.summary?.ar).toBe('كُتب قبل تغيير اللغة');
	});

	test.each([
		['a report', 'report.title', 'text', 'report.submit', 'report.title_own'],
		['a claim', 'claim.title', 'evidence', 'claim.submit', 'claim.queue']
	] as const)(
		'%s, a form of one step, goes on in the other language',
		async (form, title, field, submit, end) => {
			const [{ page }, body] = await Promise.all([openEditor(), makeRecord(server.db, organization())]);
			const address = form === 'a claim' ? workspaceOf(body.document, 'claim') : `/id/${body.id}/report`;
			await visit(page, lang, address);
			await page.locator(`[name=${field}]`).fill('كُتب قبل تغيير اللغة');
			await page
				.getByRole('banner')
				.getByRole('button', { name: t('nav.other_language') })
				.click();
			await heading(page, translators[other](title));
			expect(new URL(page.url()).pathname).toBe(localPath(other, address));
			expect(await page.getByRole('alert').count()).toBe(0);
			expect(await page.locator(`[name=${field}]`).inputValue()).toBe('كُتب قبل تغيير اللغة');
			await page.getByRole('button', { name: translators[other](submit), exact: true }).click();
			await heading(page, translators[other](end));
		}
	);

	test('the session ends mid-form, and after signing in elsewhere the same text is sent again', async () => {
		const { page, team, editor, window } = await openEditor();
		await visit(page, lang, workspaceOf(team.document, 'profile'));
		const typed = 'نص طويل\nمن سطرين، <b>وفيه علامات</b> & "تنصيص"';
		await page.locator('[name="summary.ar"]').fill(typed);
		await page
			.getByRole('button', { name: t('profile.to_check') })
			.last()
			.click();
		await heading(page, t('profile.check'));
		await server.db.deleteFrom('session').where('account_id', '=', editor.account_id).execute();
		await page.getByRole('button', { name: t('profile.save') }).click();
		await heading(page, t('problem.signed_out'));

		const [signIn] = await Promise.all([
			window.waitForEvent('page'),
			page.getByRole('link', { name: t('sign_in.new_tab') }).click()
		]);
		await signIn.getByLabel(t('account.email')).fill(editor.email);
		await signIn.getByLabel(t('account.password')).fill(password);
		await signIn.getByRole('button', { name: t('sign_in.submit') }).click();
		await heading(signIn, t('workspace.title'));
		await page.getByRole('button', { name: t('problem.send_again') }).click();
		await page.getByText(t('profile.saved')).waitFor();
		const { document } = await current(server.db, 'organization', team.id);
		expect(document.summary?.ar).toBe(typed);
	});

	async function openEditor() {
		const team = await makeRecord(server.db, organization({ place: { country: 'SA' } }));
		const editor = await signedIn(server, { edits: team.id });
		const window = await openWindow(browser, server, { hasScript, cookie: editor.cookie });
		windows.push(window);
		const page: Page = await window.newPage();
		return { page, team, editor, window };
	}
});
