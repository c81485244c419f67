import type { Language } from '#lib/domain/documents/common.ts';
import type { Actor, TeamRole } from '#lib/domain/permissions.ts';
import type { MessageKey } from '#lib/i18n.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { postLetters } from '../delivery/outbox.ts';
import type { Template } from '../delivery/letters.ts';
import { actorOf } from './actors.ts';
import { noteAudit } from './audit.ts';
import { namedInLetters, roleInLetters } from './organization_names.ts';
import { grantRole, lockTeam, mayManage } from './teams.ts';
import { hashToken, inHours, newToken } from './tokens.ts';

const LINK_HOURS = 14 * 24;

/** Invitations of one account within a day: more is no team, but a way to send mails to strangers. */
const MOST_A_DAY = 30;

export type Invitation = { organization_id: string; email: string; role: TeamRole; language: Language };

type Decided = { done: true } | { refused: MessageKey };

/** Invites an address to a team; an invitation that waits for the same address is replaced, and its link ends. */
export async function invite(db: Database, actor: Actor, invitation: Invitation): Promise<Decided> {
	const { organization_id, email, role } = invitation;
	if (!mayManage(actor, organization_id)) return { refused: 'refusal.not_allowed' };
	const token = newToken();
	return db.transaction().execute(async (trx) => {
		const team = await lockTeam(trx, organization_id);
		const account = await accountAt(trx, email);
		if (account && team.some((one) => one.account_id === account.id))
			return { refused: 'team.member_already' };
		if ((await countToday(trx, actor.account_id)) >= MOST_A_DAY)
			return { refused: 'team.too_many_invitations' };
		const named = await namedInLetters(trx, organization_id);
		if (!named) return { refused: 'refusal.record_gone' };
		await settleWaiting(trx, { organization_id, email }, 'revoked');
		await trx
			.insertInto('invitation')
			.values({
				...{ organization_id, email, role, invited_by: actor.account_id },
				token_hash: hashToken(token),
				expires_at: inHours(LINK_HOURS)
			})
			.execute();
		await postLetters(trx, [
			{
				delivery_key: `invitation:${hashToken(token)}`,
				recipient: email,
				language: (account?.language as Language | undefined) ?? invitation.language,
				template: 'invitation',
				arguments: {
					organization: named.name,
					person: actor.display_name,
					role: roleInLetters[role],
					link: `/invitations/${token}`
				}
			}
		]);
		return { done: true };
	});
}

/** Takes back an invitation that nobody answered yet. */
export async function revokeInvitation(
	db: Database,
	actor: Actor,
	{ organization_id, invitation_id }: { organization_id: string; invitation_id: string }
): Promise<Decided> {
	if (!mayManage(actor, organization_id)) return { refused: 'refusal.not_allowed' };
	const revoked = await settleWaiting(db, { organization_id, id: invitation_id }, 'revoked');
	return revoked ? { done: true } : { refused: 'invitation.over' };
}

export type WaitingInvitation = {
	id: string;
	email: string;
	role: TeamRole;
	invited_at: Date;
	expires_at: Date;
	is_over: boolean;
};

/** The invitations to a team that nobody answered, newest first. */
export async function listInvitations(db: Database, organizationId: string): Promise<WaitingInvitation[]> {
	const rows = await db
		.selectFrom('invitation')
		.where('organization_id', '=', organizationId)
		.where('state', '=', 'waiting')
		.select(['id', 'email', 'role', 'invited_at', 'expires_at'])
		.orderBy('invited_at', 'desc')
		.execute();
	const now = new Date();
	return rows.map((row) => ({ ...row, role: row.role as TeamRole, is_over: row.expires_at <= now }));
}

export type FoundInvitation = {
	organization_id: string;
	email: string;
	role: TeamRole;
	invited_by: string;
	inviter: string;
};

/** The invitation of a link, if it can still be answered: neither answered, revoked nor expired. */
export async function findInvitation(db: Database, token: string): Promise<FoundInvitation | undefined> {
	const found = await db
		.selectFrom('invitation')
		.innerJoin('account', 'account.id', 'invited_by')
		.where('token_hash', '=', hashToken(token))
		.where('state', '=', 'waiting')
		.where('expires_at', '>', new Date())
		.select(['organization_id', 'invitation.email', 'role', 'invited_by', 'account.display_name as inviter'])
		.executeTakeFirst();
	return found as FoundInvitation | undefined;
}

/**
 * Accepts the invitation of a link, once, by the account of the address that was invited. Refused where the inviter
 * has lost the right to invite meanwhile. A stronger role that the account has stays.
 */
export async function acceptInvitation(
	db: Database,
	account: { id: string; email: string },
	token: string
): Promise<{ organization_id: string } | { refused: MessageKey }> {
	const found = await findInvitation(db, token);
	if (!found) return { refused: 'invitation.over' };
	if (found.email !== account.email) return { refused: 'invitation.other_address' };
	const { organization_id, role, invited_by } = found;
	return db.transaction().execute(async (trx) => {
		const team = await lockTeam(trx, organization_id);
		if (!mayManage(await actorOf(trx, invited_by), organization_id))
			return { refused: 'invitation.inviter_gone' };
		if (!(await settleWaiting(trx, { token_hash: hashToken(token) }, 'accepted')))
			return { refused: 'invitation.over' };
		const isManager = team.some((one) => one.account_id === account.id && one.role === 'manager');
		if (!isManager)
			await grantRole(trx, { account_id: account.id, organization_id, role, granted_by: invited_by });
		await noteAudit(trx, {
			action: 'invitation_accepted',
			...{ account_id: account.id, subject_id: invited_by, record_id: organization_id, detail: { role } }
		});
		await tellInviter(trx, 'invitation_accepted', found, token);
		return { organization_id };
	});
}

/** Declines the invitation of a link; whoever holds the link may, for it only ends. */
export async function declineInvitation(db: Database, token: string): Promise<Decided> {
	const found = await findInvitation(db, token);
	if (!found) return { refused: 'invitation.over' };
	return db.transaction().execute(async (trx) => {
		if (!(await settleWaiting(trx, { token_hash: hashToken(token) }, 'declined')))
			return { refused: 'invitation.over' };
		await tellInviter(trx, 'invitation_declined', found, token);
		return { done: true };
	});
}

type Which = { organization_id?: string; email?: string; id?: string; token_hash?: string };

/** Settles what waits; of several at once only one finds it waiting. */
async function settleWaiting(
	db: Database,
	which: Which,
	state: 'accepted' | 'declined' | 'revoked'
): Promise<boolean> {
	const waiting = db
		.updateTable('invitation')
		.set({ state, settled_at: new Date() })
		.where('state', '=', 'waiting');
	const settled = await waiting
		.where((where) => where.and(which))
		.$if(state !== 'revoked', (query) => query.where('expires_at', '>', new Date()))
		.returning('id')
		.execute();
	return settled.length > 0;
}

const accountAt = (db: Database, email: string) =>
	db.selectFrom('account').where('email', '=', email).select(['id', 'language']).executeTakeFirst();

async function countToday(db: Database, accountId: string): Promise<number> {
	const sent = db.selectFrom('invitation').where('invited_by', '=', accountId);
	const { count } = await sent
		.where('invited_at', '>', inHours(-24))
		.select(({ fn }) => fn.countAll<string>().as('count'))
		.executeTakeFirstOrThrow();
	return Number(count);
}

async function tellInviter(
	trx: DatabaseTransaction,
	template: Template,
	{ organization_id, invited_by, email }: FoundInvitation,
	token: string
): Promise<void> {
	const named = await namedInLetters(trx, organization_id);
	const inviter = trx.selectFrom('account').where('id', '=', invited_by).select(['email', 'language']);
	const { email: recipient, language } = await inviter.executeTakeFirstOrThrow();
	if (!named) return;
	await postLetters(trx, [
		{
			delivery_key: `${template}:${hashToken(token)}`,
			recipient,
			language: language as Language,
			template,
			arguments: {
				organization: named.name,
				address: email,
				link: `/workspace/organizations/${named.slug}/team`
			}
		}
	]);
}
