import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { organization } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import {
	checkAndSave,
	follow,
	halfOfJourneys,
	heading,
	press,
	rowOf,
	translators,
	typeDate,
	visit
} from '../harness/journeys.ts';
import { setStage } from '../harness/stage.ts';

const stage = setStage();

/** One for each journey, so that none meets the names of another. */
const words = { ar: ['المرجان', 'الياقوت', 'الفيروز'], en: ['الزبرجد', 'العقيق', 'الجمان'] };
const named = (value: string) => ({ names: [{ value, lang: 'ar' }] });

describe.each(halfOfJourneys)('whoever keeps an organization, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];

	test('is led by what is missing: contacts, names in order, a logo, and less is missing then', async () => {
		const { id, document } = await makeRecord(stage.server.db, organization(named(`فريق ${words[lang][0]}`)));
		const hub = `/workspace/organizations/${document.slug}`;
		const page = await stage.open(journey, { manages: document.slug! });
		await visit(page, lang, hub);
		const missing = page.getByRole('region', { name: t('completeness.title') });
		const before = await missing.getByRole('listitem').count();
		await missing.getByRole('link', { name: t('gap.way_to_reach') }).click();
		await heading(page, t('contacts.title'));
		const phone = rowOf(page, t, 'contacts', 1);
		await phone.getByLabel(t('contacts.value')).fill('٠٥٠ ١٢٣ ٤٥٦٧');
		await phone.getByLabel(t('field.kind')).selectOption('phone');
		await phone.getByLabel(t('field.visibility')).selectOption('public');
		await rowOf(page, t, 'links', 1).getByLabel(t('field.url')).fill('wa.me/966501234567');
		await rowOf(page, t, 'links', 1).getByLabel(t('field.kind')).selectOption('whatsapp');
		await checkAndSave(page, t);
		await page.getByText(t('editor.saved')).waitFor();

		await follow(page, t('names.title'));
		await rowOf(page, t, 'names', 2).getByLabel(t('field.name'), { exact: true }).fill('Murjan Team');
		await rowOf(page, t, 'names', 2).getByLabel(t('field.lang')).selectOption('en');
		await press(page, t('profile.add_row'));
		await rowOf(page, t, 'names', 3).getByLabel(t('field.name'), { exact: true }).fill('المرجانيات');
		await press(page, t('profile.add_row'));
		await rowOf(page, t, 'names', 3)
			.getByRole('button', { name: t('editor.move_up') })
			.click();
		const second = rowOf(page, t, 'names', 2).getByLabel(t('field.name'), { exact: true });
		expect(await second.inputValue()).toBe('المرجانيات');
		await checkAndSave(page, t);
		await page.getByText(t('editor.saved')).waitFor();

		await follow(page, t('logo.title'));
		const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#0c5a59' } });
		const buffer = await picture.png().toBuffer();
		const chooser = page.getByLabel(t('logo.choose'));
		await chooser.setInputFiles({ name: 'logo.txt', mimeType: 'text/plain', buffer: Buffer.from('no') });
		await press(page, t('logo.save'));
		await page.getByText(t('image.not_an_image')).waitFor();
		await chooser.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
		await press(page, t('logo.save'));
		await page.getByText(t('editor.saved')).waitFor();
		expect(await missing.getByRole('listitem').count()).toBeLessThan(before);

		const saved = (await current(stage.server.db, 'organization', id)).document;
		expect(saved.contacts).toMatchObject([{ value: '+966501234567' }]);
		expect(saved.links).toMatchObject([{ url: 'https://wa.me/966501234567' }]);
		const reader = await stage.open(journey);
		await visit(reader, lang, `/organizations/${document.slug}`);
		const logo = reader.locator(`img[src="/logos/${saved.logo}.webp"]`);
		expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
		await reader.getByText('Murjan Team').first().waitFor();
	});

	test('closes it with a successor: it waits for a registrar, then both pages tell of each other', async () => {
		const { db } = stage.server;
		const heir = await makeRecord(db, organization(named(`رابطة ${words[lang][1]}`)));
		const { document } = await makeRecord(db, organization(named(`لجنة ${words[lang][2]}`)));
		const page = await stage.open(journey, { manages: document.slug! });
		await visit(page, lang, `/workspace/organizations/${document.slug}`);
		await follow(page, t('closing.title'));
		await page.getByLabel(t('field.status')).selectOption('dissolved');
		await typeDate(page, t, t('field.dissolved'), { month: '9', year: '1446' });
		await page
			.getByRole('group', { name: t('field.dissolved'), exact: true })
			.getByLabel(t('field.calendar'))
			.selectOption('islamic-umalqura');
		await page.getByLabel(t('closing.successor_name')).fill(words[lang][1]!);
		await press(page, t('profile.to_check'));
		await heading(page, t('people.title'));
		await page.getByRole('radio', { name: heir.document.names[0]!.value }).check();
		await press(page, t('profile.to_check'));
		await heading(page, t('profile.check'));
		await page.getByRole('region', { name: t('profile.check_later') }).waitFor();
		await press(page, t('profile.save'));
		await page.getByText(t('editor.saved_waiting')).waitFor();

		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/registrar/changes');
		await follow(desk, new RegExp(document.names[0]!.value));
		await press(desk, t('review.decide'));
		await desk.getByText(t('review.approved')).waitFor();
		await visit(page, lang, `/organizations/${document.slug}`);
		await page.getByText(t('organization.successor')).waitFor();
		await follow(page, new RegExp(heir.document.names[0]!.value));
		await page.getByText(t('organization.predecessor')).waitFor();
	});
});
