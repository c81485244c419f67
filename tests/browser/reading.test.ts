import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localPath } from '#lib/i18n.ts';
import { launchChromium } from '../harness/chromium.ts';
import { heading, journeys, openWindow, translators, typeDate, visit } from '../harness/journeys.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';

const names = {
	ar: {
		group: 'أمل القطيف',
		conference: 'المؤتمر الدولي للتميُّز في العمل التطوعي',
		chair: 'مسلم آل موسى',
		member: 'علي العوامي'
	},
	en: {
		group: 'Amal Al-Qatif',
		conference: 'International Conference on Excellence in Volunteer Work',
		chair: 'Muslim Al Musa',
		member: 'Ali Al-Awami'
	}
};

let server: SeededServer;
let browser: Browser;
beforeAll(async () => {
	[server, browser] = await Promise.all([startSeededServer(), launchChromium()]);
});
afterAll(async () => {
	await browser.close();
	await server.stop();
});

describe.each(journeys)('a reader, $title,', ({ lang, hasScript }) => {
	const t = translators[lang];
	const { group, conference, chair, member } = names[lang];
	const open = async (path: string) => {
		const context = await openWindow(browser, server, { hasScript });
		const page = await context.newPage();
		await visit(page, lang, path);
		return { page, close: () => context.close() };
	};
	const addressOf = (path: string) => server.origin + localPath(lang, path);

	test.each([names.ar.group, names.en.group])('searches %s and reads the whole record', async (words) => {
		const { page, close } = await open('/');
		await page.getByLabel(t('home.search')).fill(words);
		await page.getByRole('button', { name: t('search.submit') }).click();
		await heading(page, t('search.title'));
		expect(await page.getByLabel(t('home.search')).inputValue()).toBe(words);

		await page.getByRole('main').getByRole('link', { name: group }).first().click();
		await heading(page, group);
		await page.getByRole('link', { name: conference }).first().click();
		await heading(page, conference);
		await page.getByRole('link', { name: chair }).first().click();
		await heading(page, chair);
		await page.getByRole('main').getByRole('link', { name: group }).first().click();
		await heading(page, group);
		await page.getByRole('link', { name: t('record.history_link') }).click();
		await heading(page, t('history.title'));
		expect(page.url()).toBe(addressOf('/organizations/amal-al-qatif/history'));
		await close();
	});

	test('follows the number beside a fact to its source', async () => {
		const { page, close } = await open('/conferences/excellence-in-volunteer-work-2022');
		const patron = page.getByRole('listitem').filter({ hasText: t('patron_role.patron') });
		await patron.getByRole('link', { name: t('sources.reference', { number: 1 }) }).click();
		await page.waitForURL(/#source-1$/);
		const source = page.locator('#source-1:target');
		expect(await source.textContent()).toContain('العمل التطوعي');
		await close();
	});

	test('changes the language and stays on the page', async () => {
		const { page, close } = await open('/organizations/amal-al-qatif?on=2022-12-03');
		const other = lang === 'ar' ? 'en' : 'ar';
		await page
			.getByRole('banner')
			.getByRole('link', { name: t('nav.other_language') })
			.click();
		await heading(page, names[other].group);
		expect(page.url()).toBe(server.origin + localPath(other, '/organizations/amal-al-qatif?on=2022-12-03'));
		expect(await page.locator('html').getAttribute('dir')).toBe(other === 'ar' ? 'rtl' : 'ltr');
		await close();
	});

	test('asks who was on the board on a day, and goes back and forward', async () => {
		const { page, close } = await open('/organizations/amal-al-qatif');
		const board = page.getByRole('region', { name: t('board.title_then') });
		await typeDate(page, t, t('board.on_label'), { day: '٣', month: '12', year: '2022' });
		await page.getByRole('button', { name: t('board.on_submit') }).click();
		await page.waitForURL(/\?on=2022-12-03/);
		expect(await board.getByRole('link', { name: chair }).isVisible()).toBe(true);
		expect(await board.getByRole('link', { name: member }).isVisible()).toBe(true);

		await page.goBack();
		await page.getByRole('region', { name: t('board.title'), exact: true }).waitFor();
		await page.goForward();
		await board.waitFor();
		await board.getByRole('link', { name: t('board.back_to_today') }).click();
		await page.getByRole('region', { name: t('board.title'), exact: true }).waitFor();
		await close();
	});

	test('narrows the list with a filter, turns the page, and takes the filter away', async () => {
		const { page, close } = await open('/organizations');
		const total = await page.getByRole('status').textContent();
		await page.getByRole('link', { name: t('pages.next') }).click();
		await page.waitForURL(/[?&]cursor=/);

		await visit(page, lang, '/organizations');
		await page
			.getByRole('main')
			.getByRole('link', { name: t('organization_kind.committee') })
			.first()
			.click();
		await page.waitForURL(/[?&]kind=committee/);
		expect(await page.getByRole('status').textContent()).not.toBe(total);
		await page
			.getByRole('link', { name: t('filters.remove') })
			.first()
			.click();
		await page.waitForURL(addressOf('/organizations'));
		expect(await page.getByRole('status').textContent()).toBe(total);
		await close();
	});

	test('learns what to do where a search finds nothing', async () => {
		const { page, close } = await open('/organizations?q=qwertyuiop');
		await page.getByRole('link', { name: t('organizations.show_all') }).click();
		await page.waitForURL(addressOf('/organizations'));
		await close();
	});
});
