import { sql } from 'kysely';
import type { Actor } from '#lib/domain/permissions.ts';
import { noteAudit, type AuditNote } from '../accounts/audit.ts';
import { lockTeam } from '../accounts/teams.ts';
import type { DatabaseTransaction } from '../db/connection.ts';
import { insertRows } from './save.ts';

export type TeamRow = {
	account_id: string;
	organization_id: string;
	role: string;
	granted_at: string;
	granted_by: string | null;
	ends_at: string | null;
};

/**
 * Whoever acted for the one acts for the other. Who was on both teams has the stronger of the two roles, as long as that
 * was given; rights that ended bring none. Gives what both teams were.
 */
export async function moveTeams(
	trx: DatabaseTransaction,
	actor: Actor,
	keptId: string,
	mergedId: string
): Promise<TeamRow[]> {
	for (const id of [keptId, mergedId].sort()) await lockTeam(trx, id);
	const { rows } = await sql<{ team: TeamRow }>`
		select to_jsonb(team_member) as team from team_member where organization_id in (${keptId}, ${mergedId})
	`.execute(trx);
	await sql`
		insert into team_member (account_id, organization_id, role, granted_at, granted_by, ends_at)
		select account_id, ${keptId}, role, granted_at, granted_by, ends_at
		from team_member where organization_id = ${mergedId} and (ends_at is null or ends_at > now())
		on conflict (account_id, organization_id) do update
		set (role, granted_at, granted_by, ends_at) =
			row(excluded.role, excluded.granted_at, excluded.granted_by, excluded.ends_at)
		where team_member.ends_at <= now() or excluded.role > team_member.role
			or (excluded.role = team_member.role
				and coalesce(excluded.ends_at, 'infinity') > coalesce(team_member.ends_at, 'infinity'))
	`.execute(trx);
	await trx.deleteFrom('team_member').where('organization_id', '=', mergedId).execute();
	const teams = rows.map(({ team }) => team);
	const came = teams.filter(({ organization_id }) => organization_id === mergedId).filter(isInForce);
	await noteAudit(trx, ...came.map((row) => noteOf('role_granted', actor, keptId, row)));
	return teams;
}

/** The two teams of before; whoever joined since stays where they joined. */
export async function partTeams(
	trx: DatabaseTransaction,
	actor: Actor,
	keptId: string,
	mergedId: string,
	teams: TeamRow[]
): Promise<void> {
	if (teams.length === 0) return;
	const before = teams.filter(({ organization_id }) => organization_id === keptId);
	const came = teams.filter(({ organization_id }) => organization_id === mergedId);
	const accounts = came.map(({ account_id }) => account_id);
	await sql`delete from team_member where organization_id = ${keptId} and account_id = any(${accounts}::uuid[])`.execute(
		trx
	);
	const key = ['account_id', 'organization_id'];
	const stayed = before.filter(({ account_id }) => accounts.includes(account_id));
	await insertRows(trx, 'team_member', [...came], key);
	await insertRows(trx, 'team_member', stayed, key);
	const left = came.filter(({ account_id }) => !stayed.some((row) => row.account_id === account_id));
	await noteAudit(
		trx,
		...left.filter(isInForce).map((row) => noteOf('role_ended', actor, keptId, row)),
		...came.filter(isInForce).map((row) => noteOf('role_granted', actor, mergedId, row))
	);
}

const isInForce = ({ ends_at }: TeamRow): boolean => !(ends_at && new Date(ends_at) <= new Date());

const noteOf = (
	action: 'role_granted' | 'role_ended',
	actor: Actor,
	record_id: string,
	{ account_id: subject_id, role }: TeamRow
): AuditNote => ({ action, account_id: actor.account_id, subject_id, record_id, detail: { role } });
