import type { Language } from '#lib/domain/documents/common.ts';
import type { Actor, TeamRole } from '#lib/domain/permissions.ts';
import type { MessageKey } from '#lib/i18n.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import type { Letter, LetterArguments, Template } from '../delivery/letters.ts';
import { postLetters } from '../delivery/outbox.ts';
import { labelsOf, type Label } from '../registry/labels.ts';
import { noteAudit } from './audit.ts';
import { namedInLetters, roleInLetters } from './organization_names.ts';
import { listTeamNamers, type Reader } from './reviewers.ts';
import { grantRole, lockTeam, mayManage } from './teams.ts';

/** Claims of one account that wait at once: whoever asks for everything is not of everything. */
const MOST_WAITING = 5;

export type ClaimState = 'waiting' | 'approved' | 'returned' | 'withdrawn';

export type NewClaim = {
	organization_id: string;
	role: TeamRole;
	evidence: string;
	evidence_url?: string | undefined;
};

type Decided = { done: true } | { refused: MessageKey };

/** Asks to look after the page of an organization. Whoever names its team gets a mail, and the asker one too. */
export async function claimOrganization(db: Database, actor: Actor, claim: NewClaim): Promise<Decided> {
	const { organization_id, role } = claim;
	if (mayManage(actor, organization_id)) return { refused: 'claim.manager_already' };
	return db.transaction().execute(async (trx) => {
		const named = await namedInLetters(trx, organization_id);
		if (!named) return { refused: 'refusal.record_gone' };
		// Of two forms of one account at once the second sees what the first has claimed.
		await trx.selectFrom('account').where('id', '=', actor.account_id).forUpdate().select('id').execute();
		if ((await countWaiting(trx, actor.account_id)) >= MOST_WAITING) return { refused: 'claim.too_many' };
		const made = await trx
			.insertInto('claim')
			.values({ ...claim, evidence_url: claim.evidence_url ?? null, account_id: actor.account_id })
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!made) return { refused: 'claim.waiting_already' };
		const said = { organization: named.name, person: actor.display_name, role: roleInLetters[role] };
		const deciders = await listTeamNamers(trx, organization_id);
		await postLetters(trx, [
			letter(made.id, 'claim_received', await readerOf(trx, actor.account_id), {
				...said,
				link: '/workspace/claims'
			}),
			...deciders.map((reader) =>
				letter(made.id, 'claim_to_decide', reader, { ...said, link: '/workspace/claims' })
			)
		]);
		return { done: true };
	});
}

/** Lets the asker act for the organization. Nobody approves their own claim; a stronger role that they have stays. */
export function approveClaim(db: Database, actor: Actor, claimId: string): Promise<Decided> {
	return decide(db, actor, claimId, async (trx, claim) => {
		const { organization_id, account_id, role } = claim;
		const team = await lockTeam(trx, organization_id);
		const isManager = team.some((one) => one.account_id === account_id && one.role === 'manager');
		if (!isManager) await grantRole(trx, { account_id, organization_id, role, granted_by: actor.account_id });
		return { state: 'approved', template: 'claim_approved', decision_reason: null };
	});
}

/** Gives a claim back to the asker, who reads the reason. */
export function returnClaim(db: Database, actor: Actor, claimId: string, reason: string): Promise<Decided> {
	return decide(db, actor, claimId, async () => ({
		state: 'returned',
		template: 'claim_returned',
		decision_reason: reason
	}));
}

/** Takes back one's own claim while it waits. */
export async function withdrawClaim(db: Database, actor: Actor, claimId: string): Promise<Decided> {
	const withdrawn = await db
		.updateTable('claim')
		.set({ state: 'withdrawn', decided_at: new Date() })
		.where('id', '=', claimId)
		.where('account_id', '=', actor.account_id)
		.where('state', '=', 'waiting')
		.returning('id')
		.executeTakeFirst();
	return withdrawn ? { done: true } : { refused: 'refusal.decided_already' };
}

type Claim = { id: string; organization_id: string; account_id: string; role: TeamRole };
type Decision = { state: ClaimState; template: Template; decision_reason: string | null };

async function decide(
	db: Database,
	actor: Actor,
	claimId: string,
	decision: (trx: DatabaseTransaction, claim: Claim) => Promise<Decision>
): Promise<Decided> {
	return db.transaction().execute(async (trx) => {
		const claim = (await trx
			.selectFrom('claim')
			.where('id', '=', claimId)
			.where('state', '=', 'waiting')
			.select(['id', 'organization_id', 'account_id', 'role'])
			.forUpdate()
			.executeTakeFirst()) as Claim | undefined;
		if (!claim) return { refused: 'refusal.decided_already' };
		if (!mayManage(actor, claim.organization_id)) return { refused: 'refusal.not_allowed' };
		if (claim.account_id === actor.account_id) return { refused: 'claim.own' };
		const { state, template, decision_reason } = await decision(trx, claim);
		const decided = { state, decision_reason, decided_by: actor.account_id, decided_at: new Date() };
		await trx.updateTable('claim').set(decided).where('id', '=', claimId).execute();
		await noteAudit(trx, {
			action: state === 'approved' ? 'claim_approved' : 'claim_returned',
			...{ account_id: actor.account_id, subject_id: claim.account_id, record_id: claim.organization_id },
			detail: { role: claim.role }
		});
		await tellAsker(trx, claim, template, decision_reason);
		return { done: true };
	});
}

async function tellAsker(
	trx: DatabaseTransaction,
	claim: Claim,
	template: Template,
	reason: string | null
): Promise<void> {
	const named = await namedInLetters(trx, claim.organization_id);
	if (!named) return;
	const said = {
		organization: named.name,
		role: roleInLetters[claim.role],
		...(reason && { quote: reason })
	};
	const link = template === 'claim_approved' ? '/workspace' : '/workspace/claims';
	await postLetters(trx, [
		letter(claim.id, template, await readerOf(trx, claim.account_id), { ...said, link })
	]);
}

const letter = (claimId: string, template: Template, reader: Reader, said: LetterArguments): Letter => ({
	delivery_key: `${template}:${claimId}:${reader.account_id}`,
	recipient: reader.email,
	language: reader.language,
	template,
	arguments: said
});

async function readerOf(db: Database, accountId: string): Promise<Reader> {
	const account = db.selectFrom('account').where('id', '=', accountId);
	const row = await account.select(['id as account_id', 'email', 'language']).executeTakeFirstOrThrow();
	return { ...row, language: row.language as Language };
}

async function countWaiting(db: Database, accountId: string): Promise<number> {
	const claims = db.selectFrom('claim').where('account_id', '=', accountId).where('state', '=', 'waiting');
	return (await claims.select('id').execute()).length;
}

export type ListedClaim = {
	id: string;
	organization: Label;
	role: TeamRole;
	evidence: string;
	evidence_url: string | null;
	state: ClaimState;
	claimed_at: Date;
	decision_reason: string | null;
	account_id: string;
	display_name: string;
	email: string;
};

/** Claims that the actor may decide, oldest first: a registrar all, a manager those of the organizations managed. */
export async function listClaimsToDecide(db: Database, actor: Actor): Promise<ListedClaim[]> {
	const managed = actor.teams.filter(({ role }) => role === 'manager').map((team) => team.organization_id);
	if (!actor.is_registrar && managed.length === 0) return [];
	const claims = claimQuery(db).where('claim.state', '=', 'waiting').orderBy('claimed_at').limit(200);
	return withLabels(
		db,
		await claims.$if(!actor.is_registrar, (query) => query.where('organization_id', 'in', managed)).execute()
	);
}

/** What an account has claimed, newest first. */
export async function listOwnClaims(db: Database, accountId: string): Promise<ListedClaim[]> {
	const claims = claimQuery(db)
		.where('claim.account_id', '=', accountId)
		.orderBy('claimed_at', 'desc')
		.limit(50);
	return withLabels(db, await claims.execute());
}

const claimQuery = (db: Database) =>
	db
		.selectFrom('claim')
		.innerJoin('account', 'account.id', 'claim.account_id')
		.select(['claim.id', 'organization_id', 'role', 'evidence', 'evidence_url', 'claim.state', 'claimed_at'])
		.select(['decision_reason', 'claim.account_id', 'display_name', 'email']);

type ClaimRow = Awaited<ReturnType<ReturnType<typeof claimQuery>['execute']>>[number];

async function withLabels(db: Database, rows: ClaimRow[]): Promise<ListedClaim[]> {
	const labels = await labelsOf(
		db,
		rows.map(({ organization_id }) => organization_id)
	);
	return rows.flatMap(({ organization_id, ...row }) => {
		const organization = labels[organization_id];
		return organization
			? [{ ...row, organization, role: row.role as TeamRole, state: row.state as ClaimState }]
			: [];
	});
}
