import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../harness/axe.ts';
import { launchChromium } from '../harness/chromium.ts';
import { conference, organization, person } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';
import { cookieOf, heading, journeys, openWindow, translators, visit } from '../harness/journeys.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';

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

/** A group with a board, a body that organizes a forum, and the forum: each journey has its own. */
async function makeStory(number: number) {
	const { db } = server;
	const named = (ar: string, en: string) => ({
		names: [
			{ value: `${ar} ${number}`, lang: 'ar' },
			{ value: `${en} ${number}`, lang: 'en' }
		]
	});
	const chair = await makeRecord(db, person(named('دانة آل سليم', 'Dana Al-Saleem')));
	const host = await makeRecord(db, organization(named('جمعية القوارب', 'Qawareb Association')));
	const appointments = [{ person: chair.id, position: 'chair', from: '2023', until: '2027' }];
	const team = await makeRecord(db, organization({ ...named('فريق الأمواج', 'Amwaj Team'), appointments }));
	const organizers = [{ organization: host.id }];
	const forum = await makeRecord(
		db,
		conference({ ...named('ملتقى القوارب', 'Qawareb Forum'), from: '2024-02-10', organizers })
	);
	return { host: host.document, team: team.document, forum: forum.document };
}

describe.each(journeys)('of a conference, $title,', ({ lang, hasScript }) => {
	const t = translators[lang];
	const number = journeys.findIndex((each) => each.lang === lang && each.hasScript === hasScript) + 1;

	test('a group adds its participation with a delegation, the organizer confirms it, and the public page shows it', async () => {
		const { host, team, forum } = await makeStory(number);
		const nameOf = ({ names }: { names: { value: string }[] }) => names[lang === 'ar' ? 0 : 1]!.value;
		const guest = lang === 'ar' ? `ضيفة الوفد ${number}` : `Guest of the Delegation ${number}`;

		const page = await openPage(await cookieOf(server, { edits: team.slug! }));
		await visit(page, lang, `/workspace/organizations/${team.slug}`);
		await page.getByRole('link', { name: t('participation.title') }).click();
		await heading(page, t('participation.title'));
		await page.getByRole('link', { name: t('participation.add') }).click();
		await page.getByLabel(t('participation.pick')).fill(nameOf(forum));
		await page.getByRole('button', { name: t('search.submit') }).click();
		const choice = page
			.getByRole('main')
			.getByRole('listitem')
			.filter({ hasText: nameOf(forum) });
		await choice.getByRole('link', { name: t('participation.this_one') }).click();
		await heading(page, t('participation.add'));
		await expectAccessible(page);

		await page.getByLabel(t('participation.role')).selectOption('spoke');
		await page.locator(`[name="summary.${lang}"]`).fill('تجربة الفريق. The work of the team.');
		await page.getByLabel(new RegExp(lang === 'ar' ? 'دانة' : 'Dana')).check();
		await page.locator('[name="delegates.0.person_name"]').fill(guest);
		await page.locator(`[name="delegates.0.title.${lang}"]`).fill(lang === 'ar' ? 'منسقة' : 'Coordinator');
		await page.getByRole('button', { name: t('profile.to_check') }).click();
		await heading(page, t('people.title'));
		await page.getByLabel(t('people.new')).check();
		await page.getByRole('button', { name: t('profile.to_check') }).click();
		await heading(page, t('profile.check'));
		const now = page.getByRole('region', { name: t('profile.check_now') });
		for (const text of [guest, nameOf(forum), t('participation_role.spoke')])
			expect(await now.textContent()).toContain(text);
		await expectAccessible(page);
		await page.getByRole('button', { name: t('profile.save') }).click();
		await page.getByText(t('editor.saved')).waitFor();

		const organizer = await openPage(await cookieOf(server, { edits: host.slug! }));
		await visit(organizer, lang, '/workspace');
		await organizer.getByRole('link', { name: t('organizer_answer.title') }).click();
		await heading(organizer, t('organizer_answer.title'));
		const asked = organizer
			.getByRole('main')
			.getByRole('listitem')
			.filter({ hasText: nameOf(team) });
		expect(await asked.textContent()).toContain(guest);
		await expectAccessible(organizer);
		await organizer.getByRole('button', { name: t('organizer_answer.confirm') }).click();
		await organizer.getByText(t('organizer_answer.saved')).waitFor();
		await expectAccessible(organizer);

		const reader = await openPage();
		await visit(reader, lang, `/conferences/${forum.slug}`);
		const shown = await reader.getByRole('region', { name: t('conference.participations') }).textContent();
		for (const text of [nameOf(team), guest, t('organizer_answer.confirmed')]) expect(shown).toContain(text);
		expect(shown).toMatch(lang === 'ar' ? /دانة آل سليم \d/ : /Dana Al-Saleem \d/);
		expect(shown).toContain(t('participation.filled_in'));
		await expectAccessible(reader);

		await visit(page, lang, `/workspace/organizations/${team.slug}/participations`);
		expect(await page.getByRole('main').textContent()).toContain(t('organizer_answer.confirmed'));
		await page.getByRole('link', { name: t('participation.edit') }).click();
		await heading(page, t('participation.edit'));
		await expectAccessible(page);
	});

	/** What looks at a page is a script itself; without scripts the page is the same. */
	async function expectAccessible(page: Page): Promise<void> {
		if (!hasScript) return;
		expect(await findViolations(page)).toEqual([]);
		expect(await isWiderThanWindow(page)).toBe(false);
	}

	async function openPage(cookie?: string): Promise<Page> {
		const window = await openWindow(browser, server, { hasScript, width: 360, ...(cookie && { cookie }) });
		windows.push(window);
		return window.newPage();
	}
});

const isWiderThanWindow = (page: Page): Promise<boolean> =>
	page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
