import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { todayIn } from '#lib/domain/dates.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { leaveTeam } from '#lib/server/accounts/teams.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { askForConfirmations, confirmByLink, findConfirmation } from '#lib/server/editing/confirmations.ts';
import { remindOfEnds } from '#lib/server/editing/reminders.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { current, makeMember, makeRecord } from '../harness/factory.ts';
import { lettersToActor } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let manager: Actor;
let team: ReadRecord<OrganizationDocument>;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());
beforeEach(async () => {
	await sql`delete from mail`.execute(db);
	await sql`update record set changed_at = now()`.execute(db);
	team = await makeRecord(db, organization());
	manager = await makeMember(db, team.id);
});

const age = (days: number) =>
	sql`update record set changed_at = now() - make_interval(days => ${days}) where id = ${team.id}`.execute(
		db
	);

async function tokenOf(actor: Actor): Promise<string> {
	const [letter] = await lettersToActor(db, actor);
	expect(letter).toMatchObject({ template: 'confirm_record' });
	return letter!.arguments.link!.replace('/confirmations/', '');
}

test('a record that was changed within the year is not asked about', async () => {
	await age(360);
	expect(await askForConfirmations(db)).toBe(0);
});

test('of a record that is a year old each manager gets a link, and not again the next day', async () => {
	await age(370);
	const second = await makeMember(db, team.id);
	await makeMember(db, team.id, 'editor');
	expect(await askForConfirmations(db)).toBe(2);
	expect(await askForConfirmations(db)).toBe(0);
	const tokens = [await tokenOf(manager), await tokenOf(second)];
	expect(tokens[0]).not.toBe(tokens[1]);
	expect(await findConfirmation(db, tokens[0]!)).toMatchObject({ organization: { id: team.id } });
});

test('a press confirms, as a change of its own, and a second one changes nothing', async () => {
	await age(370);
	await askForConfirmations(db);
	const token = await tokenOf(manager);
	await confirmByLink(db, token);
	const { version, document } = await current(db, 'organization', team.id);
	expect([version, document.confirmed_on]).toEqual([2, todayIn()]);
	expect(await confirmByLink(db, token)).toEqual({ confirmed: true });
	expect((await current(db, 'organization', team.id)).version).toBe(2);
	await age(370);
	expect(await askForConfirmations(db)).toBe(0);
});

test('a link is over with its time, and with the rights of the one it was sent to', async () => {
	await age(370);
	await makeMember(db, team.id);
	await askForConfirmations(db);
	const token = await tokenOf(manager);
	await leaveTeam(db, manager, { organization_id: team.id });
	expect(await confirmByLink(db, token)).toEqual({ refused: 'refusal.not_allowed' });
	await sql`update confirmation_request set expires_at = now() - interval '1 minute'`.execute(db);
	expect(await findConfirmation(db, token)).toBeUndefined();
	expect(await confirmByLink(db, token)).toEqual({ refused: 'confirmation.over' });
	expect(await confirmByLink(db, 'unknown')).toEqual({ refused: 'confirmation.over' });
});

test('a dissolved body is left alone', async () => {
	team = await makeRecord(db, organization({ status: 'dissolved' }));
	await makeMember(db, team.id);
	await age(370);
	expect(await askForConfirmations(db)).toBe(0);
});

test('managers are told once that a term or a licence ends within sixty days', async () => {
	team = await makeRecord(
		db,
		organization({
			board_terms: [
				{ id: 't1', from: '2021', until: '2024-12-31' },
				{ id: 't2', from: '2025-01-01', until: '1448-06-29 AH' }
			],
			licences: [
				{ id: 'l1', number: '7', until: '2026-12-20' },
				{ id: 'l2', number: '8', until: '2027-12-20' },
				{ id: 'l3', number: '9' }
			]
		})
	);
	manager = await makeMember(db, team.id);
	await remindOfEnds(db, '2026-11-24');
	await remindOfEnds(db, '2026-11-25');
	const letters = await lettersToActor(db, manager);
	expect(letters.map(({ template }) => template)).toEqual(['term_ends', 'licence_ends']);
	expect(letters[0]!.arguments.link).toBe(`/workspace/organizations/${team.document.slug}/board`);
	expect(letters[1]!.arguments.day).toMatchObject({ en: expect.stringContaining('20 December 2026') });
	await remindOfEnds(db, '2026-08-01');
	expect(await lettersToActor(db, manager)).toHaveLength(2);
});
