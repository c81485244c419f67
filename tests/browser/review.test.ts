import { describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { makeAccount } from '../accounts/factory.ts';
import { organization } from '../harness/documents.ts';
import { current, makeRecord, propose } from '../harness/factory.ts';
import {
	follow,
	halfOfJourneys,
	heading,
	press,
	swapped,
	translators,
	visit,
	type Journey
} from '../harness/journeys.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { setStage } from '../harness/stage.ts';
import { signIn } from '../harness/visitor.ts';

const stage = setStage();

/** A team, its manager who reads mails in the journey's language, and what they proposed of the name and the status. */
async function proposeTwo({ lang }: Journey, name: string) {
	const { db, origin } = stage.server;
	const team = await makeRecord(db, organization({ names: [{ id: 'own', value: name, lang: 'ar' }] }));
	const { id, email } = await makeAccount(db, { language: lang });
	await grantRole(db, { account_id: id, organization_id: team.id, role: 'manager', granted_by: null });
	const partial = {
		names: [{ ...team.document.names[0]!, value: `${name} الأهلي` }],
		status: 'active' as const
	};
	await propose(db, await actorOf(db, id), team, partial, { reason: 'كما في الترخيص' });
	return { team, email, cookie: await signIn(origin, email) };
}

const now = async ({ id }: ReadRecord<OrganizationDocument>) =>
	(await current(stage.server.db, 'organization', id)).document;

describe.each(halfOfJourneys)('a registrar, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];
	const name = `فريق ${lang === 'ar' ? 'السوسن' : 'الريحان'}`;

	test('takes a change on, puts one value right, returns the other with its reason, and the mail tells both', async () => {
		const { team, email, cookie } = await proposeTwo(journey, name);
		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/registrar/changes');
		await follow(desk, new RegExp(name));
		await heading(desk, new RegExp(name));
		await desk.getByText('كما في الترخيص').waitFor();
		await press(desk, t('review.assign'));
		await desk.getByRole('button', { name: t('review.release') }).waitFor();
		const colleague = await stage.open(journey, { is_registrar: true });
		await visit(colleague, lang, '/registrar/changes?assigned=nobody');
		expect(await colleague.getByRole('main').getByRole('link', { name }).count()).toBe(0);

		const [first, second] = [desk.locator('.operation').nth(0), desk.locator('.operation').nth(1)];
		const status = (await first.textContent())!.includes(`${name} الأهلي`) ? second : first;
		const renaming = status === second ? first : second;
		await renaming.locator('summary', { hasText: t('review.correct') }).click();
		await renaming.locator('[name^="correct."]').first().fill(`${name} الأهلية`);
		await status.getByLabel(t('review.return_this'), { exact: true }).check();
		await press(desk, t('review.decide'));
		await desk.locator('[role="alert"]:focus').waitFor();
		expect(await renaming.locator('[name^="correct."]').first().inputValue()).toBe(`${name} الأهلية`);
		await status.getByLabel(t('review.why')).fill('منذ متى؟');
		const other = translators[lang === 'ar' ? 'en' : 'ar'];
		for (const [from, to] of [
			[t, other],
			[other, t]
		] as const) {
			await desk
				.getByRole('banner')
				.getByRole('button', { name: from('nav.other_language') })
				.click();
			await desk.getByRole('button', { name: to('review.decide') }).waitFor();
			expect(await status.getByLabel(to('review.why')).inputValue()).toBe('منذ متى؟');
		}
		await press(desk, t('review.decide'));
		await desk.getByText(t('review.partly')).waitFor();
		expect(await now(team)).toMatchObject({ status: 'unknown', names: [{ value: `${name} الأهلية` }] });

		const returned = await mailTo(stage.server.dataDir, email, lang === 'ar' ? 'أُعيد' : 'returned');
		expect(returned.text).toContain('منذ متى؟');
		const page = await stage.openWith(journey, cookie);
		await page.goto(linkIn(returned));
		await visit(page, lang, '/workspace');
		const decided = page.getByRole('region', { name: t('workspace.decided') });
		await decided.getByText('منذ متى؟').waitFor();
		await decided.getByText(t('review.corrected')).waitFor();
		await visit(page, lang, `/organizations/${team.document.slug}/history`);
		await page.locator('main ol[reversed] ins', { hasText: 'الأهلية' }).first().waitFor();
	});
});

describe.each(swapped)('a registrar, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];
	const name = `فريق ${lang === 'ar' ? 'الأقحوان' : 'البنفسج'}`;

	test('sees that a value moved meanwhile, and decides with both before the eyes; not on the own change', async () => {
		const { team, cookie } = await proposeTwo(journey, name);
		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/registrar/changes');
		await follow(desk, new RegExp(name));
		await desk.getByRole('button', { name: t('review.decide') }).waitFor();
		const moved = [{ ...team.document.names[0]!, value: `${name} الخيري` }];
		await propose(stage.server.db, 'register', team, { names: moved });
		await press(desk, t('review.decide'));
		await heading(desk, t('review.conflict'));
		const operation = desk.locator('.operation').filter({ hasText: t('review.moved') });
		expect(await operation.textContent()).toContain(`${name} الخيري`);
		expect(await operation.textContent()).toContain(`${name} الأهلي`);
		await press(desk, t('review.decide'));
		await desk.getByText(t('review.approved')).waitFor();
		expect(await now(team)).toMatchObject({ status: 'active', names: [{ value: `${name} الأهلي` }] });

		const { db } = stage.server;
		const again = await current(db, 'organization', team.id);
		const page = await stage.openWith(journey, cookie);
		const account = db.selectFrom('team_member').where('organization_id', '=', team.id).select('account_id');
		const { account_id } = await account.executeTakeFirstOrThrow();
		const names = [{ ...again.document.names[0]!, value: `${name} الأول` }];
		await propose(db, await actorOf(db, account_id), again, { names });
		await db.updateTable('account').where('id', '=', account_id).set({ is_registrar: true }).execute();
		await visit(page, lang, '/registrar/changes');
		await follow(page, new RegExp(name));
		await page.getByText(t('review.own')).waitFor();
		expect(await page.getByRole('button', { name: t('review.decide') }).count()).toBe(0);
	});

	test('finds a change by the filters of the queue, with the keyboard alone', async () => {
		const title = `${name} الثاني`;
		await proposeTwo(journey, title);
		const desk = await stage.open(journey, { is_registrar: true });
		await visit(desk, lang, '/registrar/changes');
		const about = desk.getByLabel(t('review.about'));
		await about.focus();
		await about.selectOption({ label: title });
		await desk.getByRole('button', { name: t('review.filter') }).press('Enter');
		await desk.getByText(t('review.found', { count: 1 })).waitFor();
		await desk.getByRole('main').getByRole('link', { name: title }).press('Enter');
		await heading(desk, new RegExp(title));
		const approve = desk.getByLabel(t('review.approve_this'), { exact: true }).first();
		await approve.focus();
		await desk.keyboard.press('ArrowDown');
		expect(await desk.getByLabel(t('review.return_this'), { exact: true }).first().isChecked()).toBe(true);
		await desk.keyboard.press('ArrowUp');
		await desk.getByRole('button', { name: t('review.decide') }).press('Enter');
		await desk.getByText(t('review.approved')).waitFor();
	});
});
