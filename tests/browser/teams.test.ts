import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { listTeam } from '#lib/server/accounts/teams.ts';
import { password } from '../accounts/factory.ts';
import { organization } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';
import { follow, halfOfJourneys, heading, journeys, press, translators, visit } from '../harness/journeys.ts';
import { linkIn, mailTo } from '../harness/mails.ts';
import { setStage } from '../harness/stage.ts';
import { signIn } from '../harness/visitor.ts';
import { makeAccount } from '../accounts/factory.ts';

const stage = setStage();

describe.each(journeys)('of a team, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];

	test('a colleague is invited, opens an account by the invitation and accepts; the last manager leaves the page to them', async () => {
		const { server } = stage;
		const { id, document } = await makeRecord(server.db, organization());
		const address = `/workspace/organizations/${document.slug}/team`;
		const manager = await stage.open(journey, { manages: document.slug! });
		const [invited, declining] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`];
		await visit(manager, lang, '/workspace');
		await follow(manager, t('workspace.team'));
		await heading(manager, t('team.title'));
		await manager.getByText(t('team.alone')).waitFor();
		for (const email of [invited, declining]) {
			await manager.getByLabel(t('account.email')).fill(email);
			await manager.getByLabel(t('team.mail_language')).selectOption(lang);
			await press(manager, t('team.send_invitation'));
			await manager.getByText(t('team.invited')).waitFor();
		}

		await server.db.deleteFrom('mail_request').execute();
		const colleague = await stage.open(journey);
		await colleague.goto(linkIn(await mailTo(server.dataDir, invited)));
		await heading(colleague, t('invitation.title'));
		await follow(colleague, t('join.title'));
		await colleague.getByLabel(t('join.display_name')).fill('شهد');
		await colleague.getByLabel(t('account.email')).fill(invited);
		await colleague.getByLabel(t('account.password')).fill(password);
		await press(colleague, t('join.submit'));
		await heading(colleague, t('join.asked_title'));
		await expect
			.poll(async () => linkIn(await mailTo(server.dataDir, invited)), { timeout: 10_000 })
			.toContain('/join/');
		await colleague.goto(linkIn(await mailTo(server.dataDir, invited)));
		await colleague.getByLabel(t('account.password')).fill(password);
		await press(colleague, t('join.confirm'));
		await heading(colleague, t('invitation.title'));
		await press(colleague, t('invitation.accept'));
		await colleague.getByText(t('team.accepted')).waitFor();

		const other = await stage.open(journey);
		await other.goto(linkIn(await mailTo(server.dataDir, declining)));
		await press(other, t('invitation.decline'));
		await heading(other, t('invitation.declined'));

		await manager.goto(server.origin);
		await visit(manager, lang, address);
		expect(await manager.getByRole('main').textContent()).not.toContain(declining);
		await press(manager, t('team.leave'));
		await manager.getByRole('alert').waitFor();
		await manager.getByLabel(t('team.successor')).selectOption({ label: 'شهد' });
		await press(manager, t('team.leave'));
		await manager.getByText(t('workspace.left')).waitFor();
		expect(await listTeam(server.db, id)).toMatchObject([{ email: invited, role: 'manager' }]);
		await colleague.reload();
		await heading(colleague, t('team.title'));
		await colleague.getByText(t('team.invite'), { exact: true }).waitFor();
	});
});

describe.each(halfOfJourneys)('of a team, $title,', (journey) => {
	const { lang } = journey;
	const t = translators[lang];

	test('an invitation is no use to another account, and not after it was revoked', async () => {
		const { server } = stage;
		const { document } = await makeRecord(server.db, organization());
		const address = `/workspace/organizations/${document.slug}/team`;
		const manager = await stage.open(journey, { manages: document.slug! });
		const invited = await makeAccount(server.db, { language: lang });
		await visit(manager, lang, address);
		await manager.getByLabel(t('account.email')).fill(invited.email);
		await press(manager, t('team.send_invitation'));
		await manager.getByText(t('team.invited')).waitFor();
		const link = linkIn(await mailTo(server.dataDir, invited.email));

		const stranger = await stage.open(journey, {});
		await stranger.goto(link);
		await stranger.getByText(t('invitation.other_address')).waitFor();
		expect(await stranger.getByRole('button', { name: t('invitation.accept') }).count()).toBe(0);

		const colleague = await stage.openWith(journey, await signIn(server.origin, invited.email));
		await colleague.goto(link);
		await colleague.getByRole('button', { name: t('invitation.accept') }).waitFor();
		await press(manager, new RegExp(t('team.revoke')));
		await manager.getByText(t('team.revoked')).waitFor();
		await press(colleague, t('invitation.accept'));
		await heading(colleague, t('invitation.over_title'));
	});
});
