import type { Language } from '#lib/domain/documents/common.ts';
import { can, roleOf, type Actor, type TeamRole } from '#lib/domain/permissions.ts';
import type { MessageKey } from '#lib/i18n.ts';
import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { postLetters } from '../delivery/outbox.ts';
import { noteAudit } from './audit.ts';
import { namedInLetters } from './organization_names.ts';

export type TeamGrant = {
	account_id: string;
	organization_id: string;
	role: TeamRole;
	granted_by: string | null;
};

/** Lets an account act for an organization from now on; a role that it had there is replaced. */
export async function grantRole(db: Database, grant: TeamGrant): Promise<void> {
	const { role, granted_by, organization_id, account_id } = grant;
	await db
		.insertInto('team_member')
		.values(grant)
		.onConflict((conflict) =>
			conflict
				.columns(['account_id', 'organization_id'])
				.doUpdateSet({ role, granted_by, granted_at: new Date(), ends_at: null })
		)
		.execute();
	await noteAudit(db, {
		action: 'role_granted',
		...{ account_id: granted_by, subject_id: account_id, record_id: organization_id, detail: { role } }
	});
}

export type Member = {
	account_id: string;
	display_name: string;
	email: string;
	role: TeamRole;
	granted_at: Date;
};

/** Who acts for an organization now, managers first. */
export async function listTeam(db: Database, organizationId: string): Promise<Member[]> {
	const rows = await teamQuery(db, organizationId)
		.innerJoin('account', 'account.id', 'team_member.account_id')
		.where('disabled_at', 'is', null)
		.select(['account_id', 'display_name', 'email', 'role', 'granted_at'])
		.orderBy('role', 'desc')
		.orderBy('granted_at')
		.execute();
	return rows as Member[];
}

type Decided = { done: true } | { refused: MessageKey };

/** Gives a member another role; the last manager stays one. */
export async function changeRole(
	db: Database,
	actor: Actor,
	change: { organization_id: string; account_id: string; role: TeamRole }
): Promise<Decided> {
	const { organization_id, account_id, role } = change;
	if (!mayManage(actor, organization_id)) return { refused: 'refusal.not_allowed' };
	return db.transaction().execute(async (trx) => {
		const team = await lockTeam(trx, organization_id);
		const member = team.find((one) => one.account_id === account_id);
		if (!member) return { refused: 'team.not_a_member' };
		if (role === 'editor' && isLastManager(team, account_id) && !actor.is_registrar)
			return { refused: 'team.last_manager' };
		if (member.role !== role)
			await grantRole(trx, { account_id, organization_id, role, granted_by: actor.account_id });
		return { done: true };
	});
}

/** Takes someone else off a team and tells them; the last manager only by a registrar. */
export async function removeMember(
	db: Database,
	actor: Actor,
	removal: { organization_id: string; account_id: string }
): Promise<Decided> {
	const { organization_id, account_id } = removal;
	if (!mayManage(actor, organization_id)) return { refused: 'refusal.not_allowed' };
	return db.transaction().execute(async (trx) => {
		const team = await lockTeam(trx, organization_id);
		if (!team.some((one) => one.account_id === account_id)) return { refused: 'team.not_a_member' };
		if (isLastManager(team, account_id) && !actor.is_registrar) return { refused: 'team.last_manager' };
		const granted_at = await endMembership(trx, actor, organization_id, account_id);
		await tellRemoved(trx, organization_id, account_id, granted_at);
		return { done: true };
	});
}

/** Leaves a team. The last manager names an editor who becomes manager in the same step. */
export async function leaveTeam(
	db: Database,
	actor: Actor,
	leave: { organization_id: string; successor?: string | undefined }
): Promise<Decided> {
	const { organization_id, successor } = leave;
	return db.transaction().execute(async (trx) => {
		const team = await lockTeam(trx, organization_id);
		if (!team.some((one) => one.account_id === actor.account_id)) return { refused: 'team.not_a_member' };
		if (isLastManager(team, actor.account_id)) {
			const heir = team.find((one) => one.account_id === successor && one.account_id !== actor.account_id);
			if (!heir) return { refused: 'team.name_another' };
			const grant = { account_id: heir.account_id, organization_id, role: 'manager' as const };
			await grantRole(trx, { ...grant, granted_by: actor.account_id });
		}
		await endMembership(trx, actor, organization_id, actor.account_id);
		return { done: true };
	});
}

/** Whether the actor names the team of an organization, as its manager, that of its association, or a registrar. */
export const mayManage = (actor: Actor, organizationId: string): boolean =>
	can(roleOf(actor, [organizationId]), 'manage_team');

/**
 * The team as it is, locked: whoever changes it at the same time waits, so that two managers who leave at once do
 * not both believe that the other stays. The lock is on the organization, for rows that come later too.
 */
export async function lockTeam(
	trx: DatabaseTransaction,
	organizationId: string
): Promise<{ account_id: string; role: TeamRole }[]> {
	await sql`select from organization where record_id = ${organizationId} for no key update`.execute(trx);
	const rows = await teamQuery(trx, organizationId)
		.innerJoin('account', 'account.id', 'team_member.account_id')
		.where('disabled_at', 'is', null)
		.select(['account_id', 'role'])
		.execute();
	return rows as { account_id: string; role: TeamRole }[];
}

const isLastManager = (team: { account_id: string; role: TeamRole }[], accountId: string) =>
	team.filter(({ role }) => role === 'manager').every((manager) => manager.account_id === accountId) &&
	team.some((member) => member.account_id === accountId && member.role === 'manager');

async function endMembership(
	trx: DatabaseTransaction,
	actor: Actor,
	organizationId: string,
	accountId: string
): Promise<Date> {
	const member = trx
		.deleteFrom('team_member')
		.where('organization_id', '=', organizationId)
		.where('account_id', '=', accountId);
	const { granted_at, role } = await member.returning(['granted_at', 'role']).executeTakeFirstOrThrow();
	await noteAudit(trx, {
		action: 'role_ended',
		...{ account_id: actor.account_id, subject_id: accountId, record_id: organizationId, detail: { role } }
	});
	return granted_at;
}

async function tellRemoved(
	trx: DatabaseTransaction,
	organizationId: string,
	accountId: string,
	grantedAt: Date
): Promise<void> {
	const named = await namedInLetters(trx, organizationId);
	const account = trx.selectFrom('account').where('id', '=', accountId).select(['email', 'language']);
	const { email, language } = await account.executeTakeFirstOrThrow();
	if (!named) return;
	await postLetters(trx, [
		{
			delivery_key: `team_removed:${organizationId}:${accountId}:${grantedAt.getTime()}`,
			recipient: email,
			language: language as Language,
			template: 'team_removed',
			arguments: { organization: named.name, link: `/organizations/${named.slug}` }
		}
	]);
}

const teamQuery = (db: Database, organizationId: string) =>
	db
		.selectFrom('team_member')
		.where('organization_id', '=', organizationId)
		.where((where) => where.or([where('ends_at', 'is', null), where('ends_at', '>', new Date())]));
