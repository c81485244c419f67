import { sql } from 'kysely';
import type { Language } from '#lib/domain/documents/common.ts';
import type { Database } from '../db/connection.ts';
import { belongsToday } from './actors.ts';

export type Reader = { account_id: string; email: string; language: Language };

/** Registrars, who decide about everything. */
export async function listRegistrars(db: Database): Promise<Reader[]> {
	const accounts = db.selectFrom('account').where('is_registrar', '=', true).where('disabled_at', 'is', null);
	const rows = await accounts.select(['id as account_id', 'email', 'language']).orderBy('id').execute();
	return rows as Reader[];
}

/** Who names the team of an organization today: its managers, those of its association, and registrars. */
export async function listTeamNamers(db: Database, organizationId: string): Promise<Reader[]> {
	const { rows } = await sql<Reader>`
		select id as account_id, email, language from account
		where disabled_at is null and (is_registrar or id in (
			select account_id from team_member
			where role = 'manager' and (ends_at is null or ends_at > now()) and organization_id in (
				select ${organizationId}
				union all
				select association.record_id
				from organization as association
				join affiliation on affiliation."to" = association.record_id
				join organization as member on member.record_id = affiliation.record_id
				where member.record_id = ${organizationId} and ${belongsToday}
			)
		))
		order by id`.execute(db);
	return rows;
}

/** Who manages one of these organizations on its own team today, each once. */
export async function listManagers(db: Database, organizationIds: readonly string[]): Promise<Reader[]> {
	const { rows } = await sql<Reader>`
		select distinct id as account_id, email, language from account join team_member on account_id = id
		where disabled_at is null and organization_id = any(${organizationIds}) and role = 'manager'
			and (ends_at is null or ends_at > now())
		order by id`.execute(db);
	return rows;
}

/** Who acts for an organization on its own team today, managers and editors. */
export async function listTeamReaders(db: Database, organizationId: string): Promise<Reader[]> {
	const { rows } = await sql<Reader>`
		select id as account_id, email, language from account join team_member on account_id = id
		where disabled_at is null and organization_id = ${organizationId} and (ends_at is null or ends_at > now())
		order by id`.execute(db);
	return rows;
}
