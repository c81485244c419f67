import { sql } from 'kysely';
import type { PartialDate } from '#lib/domain/dates.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { childId } from '#lib/domain/registry_id.ts';
import { actorOf } from '../accounts/actors.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { labelsOf, type Label } from '../registry/labels.ts';
import { readRecord } from '../registry/read.ts';
import { proposeAll, type Outcome } from './propose.ts';
import { refusalOf, type Refusal } from './refusal.ts';

export type Side = 'organization' | 'association';

export type AffiliationRequest = {
	id: string;
	organization: Label;
	association: Label;
	side: Side;
	from: string | null;
	note: string | null;
	state: string;
	proposed_at: Date;
	answer: string | null;
};

/** What one side proposes: since when, and which affiliation of the organization ends then, where it moves. */
export type AffiliationProposal = {
	submission_key: string;
	organization_id: string;
	association_id: string;
	side: Side;
	from?: PartialDate | undefined;
	leaving?: string | undefined;
	note?: string | undefined;
};

/** Proposes an affiliation to the other side; sent twice it is one request. Only the team of a side speaks for it. */
export async function proposeAffiliation(
	db: Database,
	actor: Actor,
	proposal: AffiliationProposal
): Promise<{ id: string } | Refusal> {
	const { submission_key: id, ...request } = proposal;
	const speaker = request.side === 'organization' ? request.organization_id : request.association_id;
	if (!can(roleOf(actor, [speaker]), 'edit')) return { refused: 'refusal.not_allowed' };
	try {
		return await db.transaction().execute(async (trx) => {
			const refused = await refuseProposal(trx, proposal);
			if (refused) return refused;
			await trx
				.insertInto('affiliation_request')
				.values({ id, ...request, proposed_by: actor.account_id })
				.onConflict((conflict) => conflict.column('id').doNothing())
				.execute();
			return { id };
		});
	} catch (error) {
		return refusalOf(error);
	}
}

async function refuseProposal(
	trx: DatabaseTransaction,
	{ organization_id, association_id, leaving }: AffiliationProposal
): Promise<Refusal | undefined> {
	const [organization, association] = await Promise.all([
		readRecord(trx, 'organization', organization_id),
		readRecord(trx, 'organization', association_id)
	]);
	if (!organization || !association) return { refused: 'refusal.unknown_reference' };
	if (!takesMembers(association.document)) return { refused: 'affiliation.takes_no_members' };
	const { affiliations } = organization.document;
	if (leaving && !affiliations.some(({ id }) => id === leaving))
		return { refused: 'refusal.value_not_allowed' };
	const isOpen = ({ to, until, id }: (typeof affiliations)[number]) =>
		to === association_id && until === undefined && id !== leaving;
	return affiliations.some(isOpen) ? { refused: 'refusal.affiliations_overlap' } : undefined;
}

const takesMembers = ({ kind }: OrganizationDocument) =>
	['association', 'foundation', 'authority'].includes(kind);

/**
 * The answer of the other side, or of the proposer who withdraws. What is confirmed becomes a change of the organization,
 * in the name of whoever spoke for it; a registrar looks at it as at every affiliation.
 */
export async function answerAffiliation(
	db: Database,
	actor: Actor,
	id: string,
	answer: { state: 'confirmed' | 'declined' | 'withdrawn'; reason?: string | undefined }
): Promise<{ outcome?: Outcome } | Refusal> {
	try {
		return await db.transaction().execute(async (trx) => {
			const request = await trx
				.selectFrom('affiliation_request')
				.where('id', '=', id)
				.selectAll()
				.forUpdate()
				.executeTakeFirst();
			if (!request || request.state !== 'proposed') return { refused: 'refusal.decided_already' };
			const isOrganizations = (request.side === 'organization') === (answer.state === 'withdrawn');
			const answering = isOrganizations ? request.organization_id : request.association_id;
			if (!can(roleOf(actor, [answering]), 'edit')) return { refused: 'refusal.not_allowed' };
			if (answer.state === 'confirmed' && request.proposed_by === actor.account_id) {
				return { refused: 'affiliation.own_proposal' };
			}
			const outcome = answer.state === 'confirmed' ? await becomeChange(trx, actor, request) : undefined;
			if (outcome && !('applied' in outcome)) throw new Unanswered(outcome);
			await trx
				.updateTable('affiliation_request')
				.set({
					...{ state: answer.state, answered_by: actor.account_id, answered_at: sql<Date>`now()` },
					answer: answer.reason ?? null,
					change_id: outcome ? await changeOf(trx, id) : null
				})
				.where('id', '=', id)
				.execute();
			return outcome ? { outcome } : {};
		});
	} catch (error) {
		return error instanceof Unanswered ? error.refusal : refusalOf(error);
	}
}

/** The register does not take what was confirmed: the request stays open. */
class Unanswered extends Error {
	readonly refusal: Refusal;
	constructor(outcome: Outcome) {
		super('unanswered');
		this.refusal = 'refused' in outcome ? outcome : { refused: 'refusal.value_not_allowed' };
	}
}

type Request = {
	id: string;
	organization_id: string;
	association_id: string;
	side: string;
	from: string | null;
	leaving: string | null;
	note: string | null;
	proposed_by: string | null;
};

async function becomeChange(trx: DatabaseTransaction, confirming: Actor, request: Request): Promise<Outcome> {
	const record = await readRecord(trx, 'organization', request.organization_id);
	if (!record) return { refused: 'refusal.record_gone' };
	const author =
		request.side === 'organization' && request.proposed_by
			? await actorOf(trx, request.proposed_by)
			: confirming;
	const [outcome] = await proposeAll(trx, author, [
		{
			id: record.id,
			base_version: record.version,
			after: { ...record.document, affiliations: withAffiliation(record.document, request) },
			channel: 'form',
			reason: request.note ?? undefined,
			submission_key: request.id
		}
	]);
	return outcome!;
}

function withAffiliation(
	{ affiliations }: OrganizationDocument,
	{ association_id, from, leaving }: Request
): OrganizationDocument['affiliations'] {
	const ended = affiliations.map((affiliation) =>
		affiliation.id === leaving && from ? { ...affiliation, until: from } : affiliation
	);
	return [...ended, { id: childId(), to: association_id, sources: [], ...(from && { from }) }];
}

async function changeOf(trx: DatabaseTransaction, submission_key: string): Promise<string | null> {
	const change = await trx
		.selectFrom('change')
		.where('submission_key', '=', submission_key)
		.select('id')
		.executeTakeFirst();
	return change?.id ?? null;
}

/** Requests of and to an organization, those that wait first, then the newest. */
export async function listAffiliationRequests(db: Database, id: string): Promise<AffiliationRequest[]> {
	const rows = await db
		.selectFrom('affiliation_request')
		.where((where) => where.or([where('organization_id', '=', id), where('association_id', '=', id)]))
		.selectAll()
		.orderBy(sql`state = 'proposed'`, 'desc')
		.orderBy('proposed_at', 'desc')
		.limit(50)
		.execute();
	const labels = await labelsOf(
		db,
		rows.flatMap(({ organization_id, association_id }) => [organization_id, association_id])
	);
	return rows.flatMap(({ organization_id, association_id, side, ...row }) => {
		const [organization, association] = [labels[organization_id], labels[association_id]];
		if (!organization || !association) return [];
		const { id, from, note, state, proposed_at, answer } = row;
		return [
			{ ...{ id, organization, association, side: side as Side }, from, note, state, proposed_at, answer }
		];
	});
}
