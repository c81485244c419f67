import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { makeAccount } from './factory.ts';

let test_database: TestDatabase;
let db: Database;
const ids = new Map<string, string>();

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	const today = new Date();
	const lines = [
		organization('association', 'association'),
		organization('foundation', 'foundation'),
		affiliated('member', { from: '2014' }),
		affiliated('undated', {}),
		affiliated('former', { from: '2014', until: '2020' }),
		affiliated('future', { from: '2090-01-01' }),
		affiliated('ends_later', { from: '2014', until: '2090-01-01' }),
		affiliated('ends_this_year', { from: '2014', until: `${today.getUTCFullYear()}` }),
		affiliated('committee', { from: '2014' }, 'committee'),
		affiliated('of_foundation', { from: '2014' }, 'group', 'foundation')
	];
	const text = lines.map((line) => JSON.stringify(line)).join('\n');
	const report = await importJsonLines(db, text, { author: 'register', channel: 'import' });
	if (report.errors.length > 0) throw new Error(JSON.stringify(report.errors));
	const records = await db.selectFrom('record').select(['slug', 'id']).execute();
	for (const { slug, id } of records) ids.set(slug!, id);
});
afterAll(() => test_database.drop());

test('a manager of an association also manages the groups that belong to it now', async () => {
	const { id } = await makeAccount(db);
	await grant(id, 'association', 'manager');
	expect(await teamsOf(id)).toEqual({
		association: 'manager',
		member: 'manager',
		undated: 'manager',
		'ends-later': 'manager'
	});
});

test('an editor of an association and a manager of a foundation act for no others', async () => {
	const { id } = await makeAccount(db);
	await grant(id, 'association', 'editor');
	await grant(id, 'foundation', 'manager');
	expect(await teamsOf(id)).toEqual({ association: 'editor', foundation: 'manager' });
});

test('of two roles in one group the stronger counts', async () => {
	const { id } = await makeAccount(db);
	await grant(id, 'member', 'editor');
	expect(await teamsOf(id)).toEqual({ member: 'editor' });
	await grant(id, 'association', 'manager');
	expect(await teamsOf(id)).toMatchObject({ member: 'manager' });
});

test('rights that have ended are gone, and with them those over the groups', async () => {
	const { id } = await makeAccount(db);
	await grant(id, 'association', 'manager');
	await endRights(id, sql`now() + interval '1 hour'`);
	expect(await teamsOf(id)).toHaveProperty('member');
	await endRights(id, sql`now()`);
	expect(await teamsOf(id)).toEqual({});
});

test('rights that are granted again hold again', async () => {
	const { id } = await makeAccount(db);
	await grant(id, 'member', 'manager');
	await endRights(id, sql`now()`);
	await grant(id, 'member', 'editor');
	expect(await teamsOf(id)).toEqual({ member: 'editor' });
});

test('an account without a team has none', async () => {
	const { id, display_name } = await makeAccount(db, { is_registrar: true });
	expect(await actorOf(db, id)).toEqual({ account_id: id, display_name, is_registrar: true, teams: [] });
});

const organization = (slug: string, kind: string) => ({
	type: 'organization',
	slug: slug.replaceAll('_', '-'),
	kind,
	names: [{ value: `منظمة ${slug.length}`, lang: 'ar' }]
});

const affiliated = (slug: string, dates: object, kind = 'group', to = 'association') => ({
	...organization(slug, kind),
	affiliations: [{ to, ...dates }]
});

async function grant(account_id: string, slug: string, role: 'manager' | 'editor'): Promise<void> {
	await grantRole(db, { account_id, organization_id: ids.get(slug)!, role, granted_by: null });
}

async function endRights(accountId: string, at: ReturnType<typeof sql>): Promise<void> {
	const team = db.updateTable('team_member').where('account_id', '=', accountId);
	await team.set({ ends_at: at as ReturnType<typeof sql<Date>> }).execute();
}

async function teamsOf(accountId: string): Promise<Record<string, string>> {
	const { teams } = await actorOf(db, accountId);
	const slugs = new Map([...ids].map(([slug, id]) => [id, slug]));
	return Object.fromEntries(teams.map(({ organization_id, role }) => [slugs.get(organization_id), role]));
}
