import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../harness/axe.ts';
import { launchChromium } from '../harness/chromium.ts';
import { organization, person } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';
import {
	cookieOf,
	heading,
	journeys,
	openWindow,
	translators,
	typeDate,
	visit
} from '../harness/journeys.ts';
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

/** Names that nobody else bears, one for each journey. */
const bodies = ['رابطة المها', 'رابطة الغزلان', 'رابطة الهديل', 'رابطة اليمام'];
const people = ['تماضر الفيروزية', 'سديم الكهرمانية', 'ميار اللؤلؤية', 'وتين الزمردية'];
const forums = ['ملتقى البيارق', 'ملتقى السواري', 'ملتقى القناديل', 'ملتقى المشاعل'];

describe.each(journeys)('$title,', ({ lang, hasScript }) => {
	const t = translators[lang];
	const number = journeys.findIndex((each) => each.lang === lang && each.hasScript === hasScript);
	const windows: BrowserContext[] = [];
	afterEach(() => Promise.all(windows.splice(0).map((window) => window.close())));

	const makeBody = async (more = {}) =>
		makeRecord(server.db, organization({ names: [{ value: bodies[number], lang: 'ar' }], ...more }));

	test('a registrar withdraws a page from its history, its address says why, and it is brought back', async () => {
		const { document } = await makeBody();
		const desk = await openPage(await cookieOf(server, { is_registrar: true }));
		await visit(desk, lang, `/organizations/${document.slug}/history`);
		await desk.getByRole('link', { name: t('retirement.title') }).click();
		await heading(desk, t('retirement.title'));
		await desk.getByLabel(t('retirement.reason')).selectOption('other');
		await desk.getByRole('button', { name: t('retirement.submit') }).click();
		await desk.getByRole('alert').waitFor();
		const note = `${t('field.note')}${t('text.comma')}${t('field.ar')}`;
		await desk.getByLabel(note).fill('ليست منظمة');
		await desk.getByRole('button', { name: t('retirement.submit') }).click();
		await desk.getByText(t('retirement.retired')).waitFor();

		const reader = await openPage();
		const answer = await visit(reader, lang, `/organizations/${document.slug}`);
		expect(answer?.status()).toBe(410);
		await heading(reader, t('error.retired.title'));
		await reader.getByText('ليست منظمة').waitFor();
		await expectAccessible(reader);

		await desk.getByRole('link', { name: bodies[number]! }).first().click();
		await heading(desk, t('retirement.return_title'));
		await desk.getByLabel(t('retirement.why')).fill('تبيّن أنها قائمة');
		await desk.getByRole('button', { name: t('retirement.return'), exact: true }).click();
		await desk.getByText(t('retirement.returned')).waitFor();
		await visit(reader, lang, `/organizations/${document.slug}`);
		await heading(reader, bodies[number]!);
	});

	test('a team proposes a name to be known by and shows a photo; the person ends that with one press', async () => {
		const name = people[number]!;
		const member = await makeRecord(server.db, person({ names: [{ value: name, lang: 'ar' }] }));
		const appointments = [{ person: member.id, position: 'chair', from: '2024' }];
		const { document } = await makeBody({ appointments });
		const manager = await openPage(await cookieOf(server, { manages: document.slug! }));
		await visit(manager, lang, `/workspace/people/${member.id}/display`);
		await manager.getByLabel(t('display.add_known_as')).fill('أم لمار');
		await manager
			.getByRole('button', { name: t('form.save') })
			.first()
			.click();
		await manager.getByText(t('display.done_waiting')).waitFor();
		await manager.getByText('أم لمار').waitFor();
		const email = `keeping-${number}@example.org`;
		await manager.getByLabel(t('own_link.email')).fill(email);
		await manager.getByRole('button', { name: t('own_link.submit') }).click();
		await manager.getByText(t('own_link.done_sent')).waitFor();

		await manager.getByRole('link', { name: t('photo.link'), exact: true }).click();
		await heading(manager, t('photo.title'));
		await manager.getByLabel(t('photo.consent_from')).fill(name);
		await typeDate(manager, t, t('photo.consented_on'), { day: '31', month: '1', year: '2026' });
		await manager.getByLabel(t('photo.consent_how')).fill('برسالة');
		await manager.getByRole('button', { name: t('photo.show') }).click();
		await manager.getByRole('alert').waitFor();
		expect(await manager.getByLabel(t('photo.consent_how')).inputValue()).toBe('برسالة');
		await choosePhoto(manager);
		await manager.getByRole('button', { name: t('photo.show') }).click();
		await manager.getByText(t('photo.done_shown')).waitFor();
		await expectAccessible(manager);

		const reader = await openPage();
		await visit(reader, lang, `/organizations/${document.slug}`);
		await reader.locator('img[src^="/photos/"]').waitFor();
		const self = await openPage();
		await self.goto(linkIn(await mailTo(server.dataDir, email)));
		await self.getByText('برسالة').waitFor();
		await self.getByRole('button', { name: t('photo.withdraw') }).click();
		await self.getByText(t('own_data.done_photo_gone')).waitFor();
		await reader.reload();
		expect(await reader.locator('img[src^="/photos/"]').count()).toBe(0);

		await choosePhoto(self);
		await self.getByLabel(t('photo.consents')).check();
		await self.getByRole('button', { name: t('photo.show') }).click();
		await self.getByText(t('own_data.done_photo'), { exact: true }).waitFor();
		await visit(reader, lang, `/people/${member.document.slug}`);
		await reader.getByRole('img', { name: t('photo.of', { name }) }).waitFor();
	});

	test('who proposes a conference says which bodies on the register organize it', async () => {
		await makeBody();
		const page = await openPage(await cookieOf(server, {}));
		await visit(page, lang, '/workspace/conferences/new');
		await page.getByLabel(t('conference_proposal.name_ar')).fill(forums[number]!);
		const names = page.getByLabel(t('bodies.search'));
		await names.nth(0).fill(bodies[number]!);
		await names.nth(1).fill('لجنة الحي');
		await page.getByLabel(t('field.role')).nth(1).selectOption('partner');
		await page.getByLabel(t('conference_proposal.reason')).fill('أعلن عنه المنظمون');
		await page
			.getByRole('button', { name: t('proposal.to_check') })
			.last()
			.click();
		await heading(page, t('people.title'));
		await page.getByLabel(bodies[number]!).first().check();
		await page.getByLabel(t('people.in_words')).last().check();
		await expectAccessible(page);
		await page.getByRole('button', { name: t('proposal.to_check') }).click();
		await page.getByRole('link', { name: bodies[number]! }).first().waitFor();
		await page.getByText(t('organizer_role.partner')).waitFor();
		await page.getByRole('button', { name: t('proposal.submit') }).click();
		await page.getByText(t('workspace.proposed')).waitFor();
	});

	/** What looks for violations is a script itself. */
	async function expectAccessible(page: Page): Promise<void> {
		if (hasScript) expect(await findViolations(page)).toEqual([]);
	}

	async function openPage(cookie?: string): Promise<Page> {
		const window = await openWindow(browser, server, { hasScript, ...(cookie && { cookie }) });
		windows.push(window);
		return window.newPage();
	}

	async function choosePhoto(page: Page): Promise<void> {
		const background = { r: 40 * number, g: 90, b: 90 };
		const plain = sharp({ create: { width: 90, height: 90, channels: 3, background } });
		const buffer = await plain.png().toBuffer();
		await page
			.locator('input[name="photo"]')
			.setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer });
	}
});
