import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { askForConfirmations } from '#lib/server/editing/confirmations.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { makeAccount } from '../accounts/factory.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord } from '../harness/factory.ts';
import { follow, halfOfJourneys, heading, press, swapped, translators, visit } from '../harness/journeys.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { setStage } from '../harness/stage.ts';

const stage = setStage();
const named = (value: string) => ({ names: [{ id: 'own', value, lang: 'ar' }] });

describe.each(halfOfJourneys)('of a record, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];

	test('a manager confirms it once a year by the link of a mail, with one press and no account', async () => {
		const { db, dataDir } = stage.server;
		const name = `فريق ${lang === 'ar' ? 'الخيزران' : 'الصفصاف'}`;
		const { id, document } = await makeRecord(db, organization(named(name)));
		const { id: account_id, email } = await makeAccount(db, { language: lang });
		await grantRole(db, { account_id, organization_id: id, role: 'manager', granted_by: null });
		await sql`update record set changed_at = now() - interval '370 days' where id = ${id}`.execute(db);
		await askForConfirmations(db);

		const page = await stage.open(journey);
		await visit(page, lang, `/organizations/${document.slug}`);
		await page.getByText(t('record.not_confirmed')).first().waitFor();
		const link = linkIn(await mailTo(dataDir, email));
		await page.goto(link);
		await heading(page, t('confirmation.title'));
		await page.getByText(name).first().waitFor();
		expect((await current(db, 'organization', id)).version).toBe(1);
		await press(page, t('confirmation.press'));
		await page.getByText(t('confirmation.done')).waitFor();
		await follow(page, name);
		await page.getByText(t('record.confirmed_on')).first().waitFor();
		await page.goto(link);
		await page.getByText(t('confirmation.done')).waitFor();
		expect((await current(db, 'organization', id)).version).toBe(2);
		await visit(page, lang, `/organizations/${document.slug}/history`);
		expect(await page.locator('main ol[reversed] > li').count()).toBe(2);
	});
});

describe.each(swapped)('of a record, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];

	test('a registrar makes one of two, readers are led on, and the merger is undone', async () => {
		const { db } = stage.server;
		const word = lang === 'ar' ? 'الكاذي' : 'النعناع';
		const kept = await makeRecord(db, organization(named(`فريق ${word}`)));
		const gone = await makeRecord(db, organization({ ...named(`مجموعة ${word}`), founded: '2014' }));
		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/workspace');
		await follow(desk, t('merge.new'));
		await desk.getByLabel(t('merge.kept'), { exact: true }).fill(kept.id);
		await desk.getByLabel(t('merge.merged'), { exact: true }).fill(`/organizations/${gone.document.slug}`);
		await press(desk, t('merge.find'));
		await heading(desk, t('merge.new'));
		for (const text of [`فريق ${word}`, `مجموعة ${word}`, '2014'])
			await desk
				.getByRole('region', { name: t('merge.both') })
				.getByText(text)
				.first()
				.waitFor();
		await press(desk, t('merge.submit'));
		await desk.locator('[role="alert"]:focus').waitFor();
		await desk.getByLabel(t('merge.reason')).fill('صفحتان لفريق واحد');
		await press(desk, t('merge.submit'));
		await desk.getByText(t('merge.done')).waitFor();
		expect((await current(db, 'organization', kept.id)).document.founded).toBe('2014');

		const reader = await stage.open(journey);
		await visit(reader, lang, `/organizations/${gone.document.slug}`);
		await heading(reader, `فريق ${word}`);
		await follow(reader, t('record.history_link'));
		await reader.getByText('صفحتان لفريق واحد').first().waitFor();

		await press(desk, new RegExp(`${t('merge.undo')}.*مجموعة ${word}`));
		await desk.getByText(t('merge.undone')).waitFor();
		await visit(reader, lang, `/organizations/${gone.document.slug}`);
		await heading(reader, `مجموعة ${word}`);
		await visit(desk, lang, '/registrar/audit');
		await heading(desk, t('audit.title'));
	});
});
