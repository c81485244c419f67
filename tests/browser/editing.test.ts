import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { localPath } from '#lib/i18n.ts';
import { launchChromium } from '../harness/chromium.ts';
import {
	cookieOf,
	heading,
	journeys,
	makePerson,
	openWindow,
	rowOf,
	translators,
	visit
} from '../harness/journeys.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';

/** Each journey keeps another organization, so that none meets the changes of another. */
const organizations = ['amal-al-qatif', 'shababiyat-al-qatif', 'abareq-society', 'tarout-charitable-society'];

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

describe.each(journeys)('whoever keeps an organization, $title,', (journey) => {
	const { lang, hasScript } = journey;
	const t = translators[lang];
	const slug = organizations[journeys.indexOf(journey)]!;
	const publicPage = `/organizations/${slug}`;
	const form = `/workspace/organizations/${slug}/profile`;
	const summaryLabel = `${t('field.summary')}${t('text.comma')}${t(`field.${lang}`)}`;

	test('signs in, edits the profile, checks the changes, saves, and the page shows them with their history', async () => {
		const person = await makePerson(server, { manages: slug });
		const page = await openPage();
		await visit(page, lang, '/workspace');
		await heading(page, t('sign_in.title'));
		await page.getByLabel(t('account.email')).fill(person.email);
		await page.getByLabel(t('account.password')).fill(person.password);
		await page.getByRole('button', { name: t('sign_in.submit') }).click();
		await heading(page, t('workspace.title'));
		await page.getByRole('link', { name: t('workspace.edit_profile') }).click();
		await heading(page, t('profile.title'));

		const before = await page.getByLabel(summaryLabel).inputValue();
		const addition = lang === 'ar' ? 'وتقيم لقاء كل شهر.' : 'It meets once a month.';
		const summary = `${before} ${addition}`.trim();
		const alias = lang === 'ar' ? 'فريق الواحة' : 'Oasis Team';
		await page.getByLabel(summaryLabel).fill(summary);
		await emptyRow(page, 'names').getByLabel(t('field.name'), { exact: true }).fill(alias);
		await page.locator('[name="place.district.en"]').fill('Old Town');
		await page.locator('[name="place.district.ar"]').fill('الديرة');
		await page.locator('[name="fields.environment"]').check();
		const link = emptyRow(page, 'links');
		await link.getByLabel(t('field.url')).fill('https://example.org/team');
		await link.getByLabel(t('field.kind')).selectOption('website');
		await page.getByLabel(t('profile.reason')).fill('Yearly review');
		await page.getByRole('button', { name: t('profile.to_check') }).click();

		await heading(page, t('profile.check'));
		const now = page.getByRole('region', { name: t('profile.check_now') });
		for (const value of [addition, alias, 'https://example.org/team'])
			expect(await now.textContent()).toContain(value);
		await page.getByRole('button', { name: t('profile.save') }).click();

		await page.getByText(t('profile.saved')).waitFor();
		const shown = await page.getByRole('main').textContent();
		for (const value of [summary, alias, lang === 'ar' ? 'الديرة' : 'Old Town'])
			expect(shown).toContain(value);
		expect(await page.locator('main a[href="https://example.org/team"]').isVisible()).toBe(true);

		await page.getByRole('link', { name: t('record.history_link') }).click();
		await heading(page, t('history.title'));
		const latest = page.locator('main ol[reversed] > li').first();
		expect(await latest.textContent()).toContain(t('history_role.manager'));
		expect(await latest.textContent()).toContain('Yearly review');
		expect(await latest.locator('ins', { hasText: addition }).count()).toBe(1);
	});

	test('keeps all that was typed when something is wrong, and reads the errors first', async () => {
		const page = await openPage(await cookieOf(server, { edits: slug }));
		await visit(page, lang, form);
		await page.getByLabel(summaryLabel).fill('SA03 8000 0000 6080 1016 7519');
		const link = emptyRow(page, 'links');
		const typed = 'no link at all';
		await link.getByLabel(t('field.url')).fill(typed);
		const number = await page.locator('[name^="links."][name$=".url"]').count();
		const names = page.locator('[name^="names."][name$=".value"]');
		const lastName = (await names.count()) - 1;
		await names.nth(lastName).fill('Another name');
		await page.getByLabel(t('profile.reason')).fill('Kept as typed');
		await page.getByRole('button', { name: t('profile.to_check') }).click();

		const errors = page.getByRole('alert');
		await errors.waitFor();
		await page.locator('[role="alert"]:focus').waitFor();
		expect(await page.title()).toContain(t('form.error_title', { title: '' }).trim());
		expect(await rowOf(page, t, 'links', number).getByLabel(t('field.url')).inputValue()).toBe(typed);
		expect(await page.getByLabel(summaryLabel).inputValue()).toBe('SA03 8000 0000 6080 1016 7519');
		expect(await names.nth(lastName).inputValue()).toBe('Another name');
		expect(await page.getByLabel(t('profile.reason')).inputValue()).toBe('Kept as typed');

		await errors.getByRole('link', { name: t('field.url') }).click();
		await page.locator(`[name="links.${number - 1}.url"]:focus`).waitFor();
		expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
	});

	test('adds rows, and empties one to remove it', async () => {
		const page = await openPage(await cookieOf(server, { edits: slug }));
		await visit(page, lang, form);
		const names = page.locator('[name^="names."][name$=".value"]');
		const count = await names.count();
		await emptyRow(page, 'names').getByLabel(t('field.name'), { exact: true }).fill('One more');
		await page
			.getByRole('button', { name: t('profile.add_row') })
			.first()
			.click();
		await rowOf(page, t, 'names', count + 1).waitFor();
		expect(await names.nth(count - 1).inputValue()).toBe('One more');
		await names.nth(count).fill('And one more');
		await names.nth(count - 1).fill('');
		await page.getByRole('button', { name: t('profile.to_check') }).click();
		await heading(page, t('profile.check'));
		const now = page.getByRole('region', { name: t('profile.check_now') });
		expect(await now.getByText('And one more').count()).toBe(1);
		expect(await now.getByText('One more', { exact: true }).count()).toBe(0);
	});

	test('proposes another official name, which shows when a registrar has approved it', async () => {
		const page = await openPage(await cookieOf(server, { manages: slug }));
		await visit(page, lang, publicPage);
		const nameBefore = await page.getByRole('heading', { level: 1 }).textContent();
		await page.getByRole('link', { name: t('profile.edit') }).click();
		await heading(page, t('profile.title'));
		const official = `${await page.locator('[name="names.0.value"]').inputValue()} الأهلية`;
		await page.locator('[name="names.0.value"]').fill(official);
		await page.getByRole('button', { name: t('profile.to_check') }).click();
		await heading(page, t('profile.check'));
		const later = page.getByRole('region', { name: t('profile.check_later') });
		expect(await later.textContent()).toContain(official);
		await page.getByRole('button', { name: t('profile.save') }).click();
		await page.getByText(t('profile.saved_waiting')).waitFor();
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(nameBefore);
		expect(await page.getByRole('main').textContent()).not.toContain(official);
		await visit(page, lang, '/workspace');
		expect(await page.getByRole('region', { name: t('workspace.waiting') }).textContent()).toContain(
			official
		);

		const desk = await openPage(await cookieOf(server, { is_registrar: true }));
		await visit(desk, lang, '/registrar/changes');
		await openChange(desk, official);
		await desk.getByRole('button', { name: t('review.decide') }).click();
		await desk.getByText(t('review.approved')).waitFor();

		await visit(page, 'ar', publicPage);
		await heading(page, official);
		await visit(page, lang, `${publicPage}/history`);
		const latest = page.locator('main ol[reversed] > li').first();
		expect(await latest.locator('ins', { hasText: official }).count()).toBe(1);
	});

	test('is told when a registrar returns a change', async () => {
		const page = await openPage(await cookieOf(server, { manages: slug }));
		await visit(page, lang, form);
		const proposed = `${await page.locator('[name="names.0.value"]').inputValue()} ${lang}`;
		await page.locator('[name="names.0.value"]').fill(proposed);
		await page.getByRole('button', { name: t('profile.to_check') }).click();
		await page.getByRole('button', { name: t('profile.save') }).click();
		await page.getByText(t('profile.saved_waiting')).waitFor();

		const desk = await openPage(await cookieOf(server, { is_registrar: true }));
		await visit(desk, lang, '/registrar/changes');
		await openChange(desk, proposed);
		await desk.locator('summary', { hasText: t('review.return_whole') }).click();
		await desk.getByRole('button', { name: t('review.return_whole') }).click();
		await desk.getByRole('alert').waitFor();
		await desk.getByLabel(t('review.reason'), { exact: true }).fill('Which source says so?');
		await desk.getByRole('button', { name: t('review.return_whole') }).click();
		await desk.getByText(t('review.returned')).waitFor();

		await visit(page, lang, '/workspace');
		const decided = page.getByRole('region', { name: t('workspace.decided') });
		const returned = decided.getByRole('listitem').filter({ hasText: proposed });
		expect(await returned.textContent()).toContain('Which source says so?');
		expect(await returned.textContent()).toContain(t('change_state.returned'));
	});

	test('chooses between the own text and what someone else saved meanwhile', async () => {
		const [first, second] = [
			await openPage(await cookieOf(server, { manages: slug })),
			await openPage(await cookieOf(server, { edits: slug }))
		];
		await visit(first, lang, form);
		await visit(second, lang, form);
		await saveSummary(second, `Theirs ${slug}`);
		await second.getByText(t('profile.saved')).waitFor();

		await first.locator('[name="place.district.en"]').fill('Harbour');
		await saveSummary(first, `Mine ${slug}`);
		await heading(first, t('profile.conflict'));
		const choice = first.getByRole('group', { name: t('field.summary') });
		expect(await choice.textContent()).toContain(`Theirs ${slug}`);
		await choice.getByLabel(t('profile.conflict_mine')).check();
		await first.getByRole('button', { name: t('profile.save') }).click();
		await first.getByText(t('profile.saved')).waitFor();
		expect(await first.getByRole('main').textContent()).toContain(`Mine ${slug}`);

		await visit(first, lang, `${publicPage}/history`);
		const latest = first.locator('main ol[reversed] > li').first();
		expect(await latest.locator('del', { hasText: `Theirs ${slug}` }).count()).toBe(1);
		expect(await latest.locator('ins', { hasText: `Mine ${slug}` }).count()).toBe(1);
		expect(await latest.textContent()).toContain('Harbour');
	});

	test('signs out, and the workspace is closed', async () => {
		const page = await openPage(await cookieOf(server, { manages: slug }));
		await visit(page, lang, '/workspace');
		await page.getByRole('button', { name: t('sign_out.submit') }).click();
		await heading(page, t('home.title'));
		expect(page.url()).toBe(server.origin + localPath(lang, '/').replace(/^\/$/, '/'));
		await visit(page, lang, '/workspace');
		await heading(page, t('sign_in.title'));
	});

	async function openPage(cookie?: string): Promise<Page> {
		const window = await openWindow(browser, server, { hasScript, ...(cookie && { cookie }) });
		windows.push(window);
		return window.newPage();
	}

	/** From the queue to the change that proposes this text; changes of other journeys may wait too. */
	async function openChange(desk: Page, proposed: string): Promise<void> {
		const first = desk.getByRole('main').getByRole('listitem').getByRole('link').first();
		await first.click();
		const next = desk.getByRole('link', { name: t('review.next'), exact: true });
		while (!(await desk.getByRole('main').textContent())?.includes(proposed)) {
			const address = desk.url();
			await next.click();
			await desk.waitForURL((url) => url.href !== address);
		}
	}

	function emptyRow(page: Page, group: 'names' | 'links') {
		return page
			.getByRole('group', { name: t(`field.${group}`), exact: true })
			.locator('.row')
			.last();
	}

	async function saveSummary(page: Page, summary: string): Promise<void> {
		await page.getByLabel(summaryLabel).fill(summary);
		await page.getByRole('button', { name: t('profile.to_check') }).click();
		await heading(page, t('profile.check'));
		await page.getByRole('button', { name: t('profile.save') }).click();
	}
});
