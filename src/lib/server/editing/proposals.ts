import { displayName } from '#lib/domain/display_name.ts';
import { applyOperations, type Operation } from '#lib/domain/change.ts';
import type { Language, RecordType } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import type { ConferenceDocument } from '#lib/domain/documents/conference.ts';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { listRegistrars } from '../accounts/reviewers.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import type { InBoth, LetterArguments, Template } from '../delivery/letters.ts';
import { postLetters } from '../delivery/outbox.ts';
import type { Label } from '../registry/labels.ts';
import { proposeAll, type Outcome } from './propose.ts';
import { refusalOf } from './refusal.ts';

/** What anyone who is signed in may propose for the register. */
type Proposed = OrganizationDocument | ConferenceDocument;

export type NewRecord = { after: Proposed; reason: string; submission_key: string };

/** Proposes an organization or conference that is not on the register yet, and tells the registrars if it waits for them. */
export async function proposeRecord(
	db: Database,
	actor: Actor,
	{ after, reason, submission_key }: NewRecord
): Promise<Outcome> {
	try {
		return await db.transaction().execute(async (trx) => {
			const proposal = { base_version: 0, after, channel: 'form' as const, reason, submission_key };
			const [outcome] = await proposeAll(trx, actor, [proposal]);
			if ('waiting' in outcome! && outcome.waiting.length > 0)
				await tellRegistrars(trx, actor, outcome.id, after);
			return outcome!;
		});
	} catch (error) {
		return refusalOf(error);
	}
}

/** What tells of a proposal, by the type of record. */
const templatesOf = {
	organization: {
		to_review: 'proposal_to_review',
		approved: 'proposal_approved',
		returned: 'proposal_returned'
	},
	conference: {
		to_review: 'conference_to_review',
		approved: 'conference_approved',
		returned: 'conference_returned'
	}
} as const satisfies Record<Proposed['type'], Record<string, Template>>;

async function tellRegistrars(
	trx: DatabaseTransaction,
	actor: Actor,
	recordId: string,
	{ type, names }: Proposed
): Promise<void> {
	const registrars = await listRegistrars(trx);
	await postLetters(
		trx,
		registrars
			.filter(({ account_id }) => account_id !== actor.account_id)
			.map(({ account_id, email, language }) => ({
				delivery_key: `proposal_to_review:${recordId}:${account_id}`,
				recipient: email,
				language,
				template: templatesOf[type].to_review,
				arguments: { [type]: nameOf(names), person: actor.display_name, link: '/registrar/changes' }
			}))
	);
}

type NewRecordChange = {
	id: string;
	record_id: string;
	record_type: string;
	operations: unknown;
	proposed_by: string | null;
};

/** The document that a waiting change would bring onto the register. */
export function documentOfNew({ record_id, record_type, operations }: NewRecordChange): RecordDocument {
	const empty = { type: record_type, id: record_id } as RecordDocument;
	return applyOperations(empty, operations as Operation[]);
}

/** Tells who proposed a record that it is on the register, under which slug. */
export function tellApproved(trx: DatabaseTransaction, change: NewRecordChange, slug: string): Promise<void> {
	const link =
		change.record_type === 'conference' ? `/conferences/${slug}` : `/workspace/organizations/${slug}/claim`;
	return tellProposer(trx, change, 'approved', { link });
}

/** Tells who proposed a record that it was returned, and why. */
export function tellReturned(
	trx: DatabaseTransaction,
	change: NewRecordChange,
	reason: string
): Promise<void> {
	return tellProposer(trx, change, 'returned', { quote: reason, link: '/workspace' });
}

async function tellProposer(
	trx: DatabaseTransaction,
	change: NewRecordChange,
	outcome: 'approved' | 'returned',
	said: LetterArguments
): Promise<void> {
	const document = documentOfNew(change);
	if (change.proposed_by === null || !(document.type in templatesOf)) return;
	const { type, names } = document as Proposed;
	const template = templatesOf[type][outcome];
	const account = trx
		.selectFrom('account')
		.where('id', '=', change.proposed_by)
		.select(['email', 'language']);
	const { email, language } = await account.executeTakeFirstOrThrow();
	await postLetters(trx, [
		{
			delivery_key: `${template}:${change.id}`,
			recipient: email,
			language: language as Language,
			template,
			arguments: { ...said, [type]: nameOf(names) }
		}
	]);
}

const nameOf = (names: OrganizationDocument['names']): InBoth => ({
	ar: displayName(names, 'ar'),
	en: displayName(names, 'en')
});

/** What names a record that is not on the register yet; it has no page. */
export function labelOfNew(change: NewRecordChange): Label {
	const document = documentOfNew(change);
	const { ar, en } = nameOf('names' in document ? document.names : []);
	return {
		id: change.record_id,
		type: change.record_type as RecordType,
		slug: null,
		name_ar: ar,
		name_en: en
	};
}

export type OwnProposal = {
	id: string;
	label: Label;
	state: string;
	proposed_at: Date;
	decision_reason: string | null;
};

/** The records that an account proposed and that are not on the register, newest first. */
export async function listOwnProposals(db: Database, accountId: string): Promise<OwnProposal[]> {
	const rows = await db
		.selectFrom('change')
		.where('proposed_by', '=', accountId)
		.where('base_version', '=', 0)
		.where('state', 'in', ['waiting', 'returned'])
		.select(['id', 'record_id', 'record_type', 'operations', 'proposed_by'])
		.select(['state', 'proposed_at', 'decision_reason'])
		.orderBy('proposed_at', 'desc')
		.limit(20)
		.execute();
	return rows.map(({ state, proposed_at, decision_reason, ...change }) => ({
		...{ id: change.id, label: labelOfNew(change), state, proposed_at, decision_reason }
	}));
}
