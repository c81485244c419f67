import { sql } from 'kysely';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '../db/connection.ts';

const today = sql`(now() at time zone 'Asia/Riyadh')::date`;

/**
 * Of `affiliation`, `association` and `member`: the group belongs to the association today (in Riyadh). An affiliation
 * whose stated end is near or vague gives no rights: it must hold for certain, or have no end.
 */
export const belongsToday = sql`(association.kind = 'association' and member.kind = 'group'
	and affiliation.possible @> ${today} and (affiliation.until is null or affiliation.certain @> ${today}))`;

/**
 * The actor behind an account, with its rights of this moment: its own teams, and as a manager of an association
 * also the groups that belong to it today.
 */
export async function actorOf(db: Database, accountId: string): Promise<Actor> {
	const { rows } = await sql<Actor>`
		with own as (
			select organization_id, role from team_member
			where account_id = ${accountId} and (ends_at is null or ends_at > now())
		), affiliated as (
			select affiliation.record_id as organization_id, own.role
			from own
			join organization as association on association.record_id = own.organization_id
			join affiliation on affiliation."to" = association.record_id
			join organization as member on member.record_id = affiliation.record_id
			where own.role = 'manager' and ${belongsToday}
		), team as (
			-- Of two roles in one organization the stronger counts: "manager" sorts after "editor".
			select organization_id, max(role) as role
			from (select * from own union all select * from affiliated) as held
			group by organization_id
		)
		select account.id as account_id, account.display_name, account.is_registrar, coalesce(
			(select jsonb_agg(team order by organization_id) from team), '[]'
		) as teams
		from account where account.id = ${accountId}
	`.execute(db);
	if (!rows[0]) throw new Error('There is no such account');
	return rows[0];
}
