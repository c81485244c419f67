import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor, TeamRole } from '#lib/domain/permissions.ts';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { approveClaim, claimOrganization, listOwnClaims } from '#lib/server/accounts/claims.ts';
import { acceptInvitation, invite, listInvitations } from '#lib/server/accounts/invitations.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { listAffiliationRequests, proposeAffiliation } from '#lib/server/editing/affiliations.ts';
import { askForConfirmations, confirmByLink, findConfirmation } from '#lib/server/editing/confirmations.ts';
import { erasePerson } from '#lib/server/editing/erase.ts';
import { readImage } from '#lib/server/editing/images.ts';
import { changeLogo } from '#lib/server/editing/logos.ts';
import { mergeRecords, type MergedType } from '#lib/server/editing/merge.ts';
import { listOwnAnswers, objectOwn } from '#lib/server/editing/own_answers.ts';
import { findOwnLink, sendOwnLink } from '#lib/server/editing/own_links.ts';
import { answerReport, listReports, reportError, reportToken } from '#lib/server/editing/reports.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { answerParticipation } from '#lib/server/editing/standings.ts';
import { undoMerger } from '#lib/server/editing/unmerge.ts';
import { offersOf } from '#lib/domain/merge_records.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { makeAccount } from '../accounts/factory.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation, person } from '../harness/documents.ts';
import {
	current,
	makeMember,
	makeRecord,
	makeRegistrar,
	propose,
	submissionKey
} from '../harness/factory.ts';
import { lettersTo, lettersToActor } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let kept: ReadRecord<OrganizationDocument>;
let merged: ReadRecord<OrganizationDocument>;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	[kept, merged] = [await named('فريق السدرة'), await named('مجموعة السدرة')];
});

const named = (value: string, kind = 'group') =>
	makeRecord(db, organization({ kind, names: [{ id: 'own', value, lang: 'ar' }] }));

async function join(type: MergedType = 'organization', pair: { id: string }[] = [kept, merged]) {
	const [one, other] = [await current(db, type, pair[0]!.id), await current(db, type, pair[1]!.id)];
	return mergeRecords(db, registrar, {
		...{ type, kept_id: one.id, merged_id: other.id, reason: 'الصفحتان لواحد' },
		...{ kept_version: one.version, merged_version: other.version, submission_key: submissionKey() },
		chosen: new Set(offersOf(one.document, other.document).map(({ path }) => path))
	});
}

/** Merges, and gives what parts the two again. */
async function joined(...given: Parameters<typeof join>): Promise<() => Promise<void>> {
	const outcome = await join(...given);
	expect(outcome).toHaveProperty('merger_id');
	const { merger_id } = outcome as { merger_id: string };
	return async () => expect(await undoMerger(db, registrar, merger_id)).toHaveProperty('merged_id');
}

describe('claims', () => {
	const claim = async (actor: Actor, organization_id: string) => {
		const asked = { organization_id, role: 'editor' as const, evidence: 'عضو في الفريق' };
		expect(await claimOrganization(db, actor, asked)).toEqual({ done: true });
	};
	const claimsOf = async (actor: Actor) =>
		Object.fromEntries(
			(await db.selectFrom('claim').where('account_id', '=', actor.account_id).selectAll().execute()).map(
				({ organization_id, state }) => [organization_id, state]
			)
		);

	test('that wait come along, and go back when the two are parted', async () => {
		const asker = await makeMember(db);
		await claim(asker, merged.id);
		const part = await joined();
		expect(await claimsOf(asker)).toEqual({ [kept.id]: 'waiting' });
		await part();
		expect(await claimsOf(asker)).toEqual({ [merged.id]: 'waiting' });
	});

	test('of one account to both are one', async () => {
		const asker = await makeMember(db);
		await claim(asker, merged.id);
		await claim(asker, kept.id);
		const part = await joined();
		expect(await claimsOf(asker)).toEqual({ [kept.id]: 'waiting', [merged.id]: 'withdrawn' });
		await part();
		expect(await claimsOf(asker)).toEqual({ [kept.id]: 'waiting', [merged.id]: 'waiting' });
	});

	test('that are decided after the merger stay decided', async () => {
		const asker = await makeMember(db);
		await claim(asker, merged.id);
		const part = await joined();
		const [own] = await listOwnClaims(db, asker.account_id);
		expect(await approveClaim(db, registrar, own!.id)).toEqual({ done: true });
		await part();
		expect(await claimsOf(asker)).toEqual({ [kept.id]: 'approved' });
		expect((await actorOf(db, asker.account_id)).teams).toEqual([
			{ organization_id: kept.id, role: 'editor' }
		]);
	});
});

describe('teams', () => {
	const grant = (account_id: string, organization_id: string, role: TeamRole) =>
		grantRole(db, { account_id, organization_id, role, granted_by: null });
	const teamsOf = async ({ account_id }: Actor) => (await actorOf(db, account_id)).teams;

	test.each([
		['editor', 'manager'],
		['manager', 'editor']
	] as const)('of both: %s of the one and %s of the other is a manager', async (one, other) => {
		const both = await makeMember(db, kept.id, one);
		await grant(both.account_id, merged.id, other);
		const part = await joined();
		expect(await teamsOf(both)).toEqual([{ organization_id: kept.id, role: 'manager' }]);
		await part();
		expect(new Set(await teamsOf(both))).toEqual(
			new Set([
				{ organization_id: kept.id, role: one },
				{ organization_id: merged.id, role: other }
			])
		);
	});

	test('give no right that has ended', async () => {
		const both = await makeMember(db, kept.id, 'editor');
		await grant(both.account_id, merged.id, 'manager');
		await sql`update team_member set ends_at = now() - interval '1 day' where organization_id = ${merged.id}`.execute(
			db
		);
		const part = await joined();
		expect(await teamsOf(both)).toEqual([{ organization_id: kept.id, role: 'editor' }]);
		await part();
		expect(await teamsOf(both)).toEqual([{ organization_id: kept.id, role: 'editor' }]);
	});
});

describe('invitations', () => {
	const letterLink = async (email: string, place = -1) =>
		(await lettersTo(db, email)).at(place)!.arguments.link!.replace('/invitations/', '');

	test('that wait lead to the one that stays', async () => {
		const manager = await makeMember(db, merged.id);
		const account = await makeAccount(db);
		const invitation = { email: account.email, role: 'editor', language: 'ar' } as const;
		expect(await invite(db, manager, { ...invitation, organization_id: merged.id })).toEqual({ done: true });
		const part = await joined();
		expect(await listInvitations(db, kept.id)).toMatchObject([{ email: account.email }]);
		await part();
		expect(await listInvitations(db, kept.id)).toEqual([]);
		await joined();
		expect(await acceptInvitation(db, account, await letterLink(account.email))).toEqual({
			organization_id: kept.id
		});
	});

	test('of one address to both leave the one to the stronger role', async () => {
		const account = await makeAccount(db);
		const invitation = { email: account.email, language: 'ar' } as const;
		const [ours, theirs] = [await makeMember(db, kept.id), await makeMember(db, merged.id)];
		await invite(db, ours, { ...invitation, role: 'editor', organization_id: kept.id });
		await invite(db, theirs, { ...invitation, role: 'manager', organization_id: merged.id });
		const part = await joined();
		expect(await listInvitations(db, kept.id)).toMatchObject([{ role: 'manager' }]);
		await part();
		expect(await listInvitations(db, kept.id)).toMatchObject([{ role: 'editor' }]);
		expect(await listInvitations(db, merged.id)).toMatchObject([{ role: 'manager' }]);
	});
});

test('the link of the yearly question confirms the record that stays', async () => {
	const manager = await makeMember(db, merged.id);
	await sql`update record set changed_at = now() - interval '370 days' where id = ${merged.id}`.execute(db);
	expect(await askForConfirmations(db)).toBe(1);
	const token = (await lettersToActor(db, manager)).at(-1)!.arguments.link!.replace('/confirmations/', '');
	const part = await joined();
	expect(await findConfirmation(db, token)).toMatchObject({ organization: { id: kept.id } });
	await part();
	expect(await findConfirmation(db, token)).toMatchObject({ organization: { id: merged.id } });
	await joined();
	expect(await confirmByLink(db, token)).toMatchObject({ id: kept.id });
});

describe('affiliations that one side proposed', () => {
	const ask = async (group: string, association: string) => {
		const actor = await makeMember(db, group);
		const request = { submission_key: submissionKey(), organization_id: group, association_id: association };
		expect(await proposeAffiliation(db, actor, { ...request, side: 'organization' })).toHaveProperty('id');
	};
	const openOf = async (id: string) =>
		(await listAffiliationRequests(db, id))
			.filter(({ state }) => state === 'proposed')
			.map(({ organization, association }) => [organization.id, association.id]);

	test('are of the one that stays, once, and never of a body to itself', async () => {
		const other = await named('فريق الندى');
		[kept, merged] = [await named('جمعية السدرة', 'association'), await named('رابطة السدرة', 'association')];
		await ask(other.id, kept.id);
		await ask(other.id, merged.id);
		await ask(kept.id, merged.id);
		const third = await named('فريق الفجر');
		await ask(third.id, merged.id);
		const part = await joined();
		expect(new Set(await openOf(kept.id))).toEqual(
			new Set([
				[other.id, kept.id],
				[third.id, kept.id]
			])
		);
		await part();
		expect(await openOf(merged.id)).toHaveLength(3);
	});
});

test('reports come along, open or answered, and their links go on telling', async () => {
	const text = 'سنة التأسيس خاطئة';
	const sent = await reportError(db, { record_id: merged.id, text, token: reportToken(), address: '::1' });
	expect(sent).toHaveProperty('token');
	const reportOf = async () => (await listReports(db)).find((report) => report.text === text)!;
	const part = await joined();
	const held = () => db.selectFrom('report').where('text', '=', text).select('record_id').execute();
	expect(await held()).toEqual([{ record_id: kept.id }]);
	const { id } = await reportOf();
	await answerReport(db, registrar, { report_id: id, state: 'mended', answer: 'صُحّحت' });
	await part();
	expect(await held()).toEqual([{ record_id: merged.id }]);
	expect(await reportOf()).toMatchObject({ state: 'mended', record: { id: merged.id } });
});

describe('two people', () => {
	let [salma, twin]: { id: string }[] = [];
	beforeEach(async () => {
		salma = await makeRecord(db, person({ names: [{ value: 'سلمى المرجاني', lang: 'ar' }] }));
		twin = await makeRecord(db, person({ names: [{ value: 'سلمى محمد المرجاني', lang: 'ar' }] }));
		await makeRecord(db, organization({ appointments: [{ person: twin.id, position: 'chair' }] }));
	});

	test('have one link of their own, and all that they wrote by it', async () => {
		const email = `${submissionKey()}@example.org`;
		expect(await sendOwnLink(db, registrar, { person_id: twin!.id, email, language: 'ar' })).toEqual({
			done: true
		});
		const token = (await lettersTo(db, email))[0]!.arguments.link!.replace('/personal-data/', '');
		const objection = { text: 'لا أريد أن يظهر اسمي', submission_key: submissionKey() };
		expect(await objectOwn(db, token, objection)).toEqual({ done: 'objected' });
		const part = await joined('person', [salma!, twin!]);
		expect(await findOwnLink(db, token)).toBe(salma!.id);
		expect(await listOwnAnswers(db, salma!.id)).toMatchObject([{ kind: 'objection' }]);
		expect(await current(db, 'person', salma!.id)).toMatchObject({ document: { display: 'role_only' } });
		await part();
		expect(await findOwnLink(db, token)).toBe(twin!.id);
		expect(await listOwnAnswers(db, twin!.id)).toMatchObject([{ kind: 'objection' }]);
		expect(await current(db, 'person', salma!.id)).toMatchObject({ document: { display: 'full' } });
	});

	test('of whom one was erased stay two', async () => {
		await erasePerson(db, registrar, { person_id: twin!.id, reason: 'own_wish' });
		expect(await join('person', [salma!, twin!])).toEqual({ refused: 'refusal.erased' });
	});
});

describe('answers of organizers', () => {
	let gathering: string;
	let host: Actor;
	const answer = (id: string, state: 'confirmed' | 'disputed' = 'confirmed') =>
		answerParticipation(db, host, {
			...{ submission_key: submissionKey(), participation: id, after: 0, state },
			...(state === 'disputed' && { reason: 'لم نره' })
		});
	const attend = async (id: string, partial = {}) =>
		(await makeRecord(db, participation({ organization: id, conference: gathering, ...partial }))).id;
	const standingOf = async (id: string) => (await participationsOf(db, { organization: id }))[0]!.standing;

	beforeEach(async () => {
		const organizer = await named('جمعية الضفاف', 'association');
		host = await makeMember(db, organizer.id, 'editor');
		const event = conference({ from: '2024-02', organizers: [{ organization: organizer.id }] });
		gathering = (await makeRecord(db, event)).id;
	});

	test('hold for the participation that stays where it has none', async () => {
		await attend(kept.id);
		const goes = await attend(merged.id);
		expect(await answer(goes)).toHaveProperty('id');
		const part = await joined();
		expect(await standingOf(kept.id)).toMatchObject({ state: 'confirmed', has_changed_since: false });
		await part();
		expect(await standingOf(kept.id)).toBeNull();
		expect(await standingOf(merged.id)).toMatchObject({ state: 'confirmed' });
	});

	test('say that it has changed since, where the other brought words of its own', async () => {
		await attend(kept.id);
		await answer(await attend(merged.id, { summary: { ar: 'قدّم ورقة' } }));
		await joined();
		expect(await standingOf(kept.id)).toMatchObject({ state: 'confirmed', has_changed_since: true });
	});

	test('stay with the one that goes where the other has its own', async () => {
		await answer(await attend(kept.id));
		await answer(await attend(merged.id), 'disputed');
		const part = await joined();
		expect(await standingOf(kept.id)).toMatchObject({ state: 'confirmed' });
		await part();
		expect(await standingOf(merged.id)).toMatchObject({ state: 'disputed' });
	});

	test('are of the organizer that stays', async () => {
		const id = await attend(kept.id);
		await answer(id);
		const [{ organization_id: organizer } = { organization_id: '' }] = host.teams;
		const twin = await named('جمعية ضفاف', 'association');
		const part = await joined('organization', [twin, { id: organizer }]);
		const organizerOf = () =>
			db.selectFrom('participation_standing').where('participation', '=', id).select('organizer').execute();
		expect(await organizerOf()).toEqual([{ organizer: twin.id }]);
		await part();
		expect(await organizerOf()).toEqual([{ organizer }]);
	});
});

describe('what waits for review', () => {
	test('of another record means the one that stays', async () => {
		const member = await makeMember(db, kept.id);
		const group = await named('فريق الندى');
		const editor = await makeMember(db, group.id);
		await propose(db, editor, group, {
			affiliations: organization({ affiliations: [{ to: merged.id }] }).affiliations
		});
		const waiting = async () =>
			db
				.selectFrom('change')
				.where('record_id', '=', group.id)
				.where('state', '=', 'waiting')
				.select(['id', 'operations'])
				.executeTakeFirstOrThrow();
		const before = await waiting();
		const part = await joined();
		expect(JSON.stringify((await waiting()).operations)).not.toContain(merged.id);
		await part();
		expect(await waiting()).toEqual(before);
		await joined();
		expect(await approveChange(db, registrar, before.id)).toEqual({ version: 2 });
		expect((await current(db, 'organization', group.id)).document.affiliations).toMatchObject([
			{ to: kept.id }
		]);
		expect(member.teams).toHaveLength(1);
	});

	test('of a participation that would be folded is decided first', async () => {
		const gathering = (await makeRecord(db, conference())).id;
		const other = (await makeRecord(db, conference())).id;
		await makeRecord(db, participation({ organization: kept.id, conference: gathering }));
		const goes = await makeRecord(db, participation({ organization: merged.id, conference: gathering }));
		await propose(db, await makeMember(db, merged.id), goes, { conference: other });
		expect(await join()).toEqual({ refused: 'merge.changes_wait' });
	});
});

test('a logo is taken over where the other has none, and goes back', async () => {
	const file = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#0a5' } })
		.png()
		.toBuffer();
	const image = await readImage(file);
	if ('refused' in image) throw new Error(image.refused);
	await changeLogo(db, await makeMember(db, merged.id), merged.id, image);
	const part = await joined();
	const logo = async (id: string) => (await current(db, 'organization', id)).document.logo;
	expect(await logo(kept.id)).toBe(image.hash);
	await part();
	expect(await logo(kept.id)).toBeUndefined();
	expect(await logo(merged.id)).toBe(image.hash);
});
