import { todayIn } from '#lib/domain/dates.ts';
import { displayName } from '#lib/domain/display_name.ts';
import type { Retirement } from '#lib/domain/documents/common.ts';
import type { DocumentOf } from '#lib/domain/documents/document.ts';
import { can, organizationsConcerned, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { noteAudit } from '../accounts/audit.ts';
import { listTeamReaders } from '../accounts/reviewers.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { postLetters } from '../delivery/outbox.ts';
import { readRecord, retirementOf, type ReadRecord } from '../registry/read.ts';
import { proposeAll, type Outcome } from './propose.ts';
import { refusalOf } from './refusal.ts';

export type RetiredType = 'organization' | 'person' | 'conference';
export type Retirable = ReadRecord<DocumentOf<RetiredType>>;

type Asked = { type: RetiredType; id: string; base_version: number; submission_key: string };

/**
 * Takes a record out of sight: it is in no list, search or link, its address says why, and nobody edits it. The team
 * that keeps it is told. Nothing of it is lost.
 */
export function retireRecord(
	db: Database,
	actor: Actor,
	{ reason, note, ...asked }: Asked & Pick<Retirement, 'reason' | 'note'>
): Promise<Outcome> {
	const retired = { reason, on: todayIn(), ...(note && { note }) };
	return change(db, actor, asked, { retired, why: note?.ar ?? note?.en });
}

/** Brings a record that was taken out of sight back as it stood. */
export function returnRecord(
	db: Database,
	actor: Actor,
	{ why, ...asked }: Asked & { why: string }
): Promise<Outcome> {
	return change(db, actor, asked, { retired: undefined, why });
}

type Wanted = { retired: Retirement | undefined; why: string | undefined };

async function change(db: Database, actor: Actor, asked: Asked, wanted: Wanted): Promise<Outcome> {
	if (!can(roleOf(actor), 'retire')) return { refused: 'refusal.not_allowed' };
	try {
		return await db.transaction().execute(async (trx) => {
			const record = (await readRecord(trx, asked.type, asked.id)) as Retirable | undefined;
			if (!record) return { refused: 'refusal.record_gone' };
			const { retired: _, ...document } = record.document;
			const after = {
				...document,
				...(wanted.retired && { retired: wanted.retired })
			} as Retirable['document'];
			const { id, base_version, submission_key } = asked;
			const proposal = { id, base_version, submission_key, after, reason: wanted.why };
			const [outcome] = await proposeAll(trx, actor, [{ ...proposal, channel: 'form' }]);
			if ('applied' in outcome! && outcome.applied.length > 0) {
				await noteAudit(trx, {
					action: wanted.retired ? 'record_retired' : 'record_restored',
					...{ account_id: actor.account_id, record_id: id }
				});
				await tellTeams(trx, record, outcome.version, wanted);
			}
			return outcome!;
		});
	} catch (error) {
		return refusalOf(error);
	}
}

async function tellTeams(
	trx: DatabaseTransaction,
	{ id, document }: Retirable,
	version: number,
	{ retired, why }: Wanted
): Promise<void> {
	const teams = await Promise.all(organizationsConcerned(document).map((body) => listTeamReaders(trx, body)));
	const template = retired ? ('record_retired' as const) : ('record_restored' as const);
	const record = { ar: displayName(document.names, 'ar'), en: displayName(document.names, 'en') };
	await postLetters(
		trx,
		teams.flat().map(({ account_id, email, language }) => ({
			delivery_key: `${template}:${id}:${version}:${account_id}`,
			...{ recipient: email, language, template },
			arguments: { record, link: `/id/${id}`, ...(why && { quote: why }) }
		}))
	);
}

/** A record for a registrar who decides whether it is seen, by slug or id. */
export async function findRetirable(
	db: Database,
	type: RetiredType,
	slugOrId: string
): Promise<Retirable | undefined> {
	const found = await db
		.selectFrom('record')
		.where('type', '=', type)
		.where((where) => where.or([where('slug', '=', slugOrId), where('id', '=', slugOrId)]))
		.select('id')
		.executeTakeFirst();
	return found && ((await readRecord(db, type, found.id)) as Retirable | undefined);
}

export type Retired = Retirement & {
	id: string;
	type: RetiredType;
	slug: string;
	name_ar: string;
	name_en: string;
};

/** The records that are out of sight, the latest first. */
export async function listRetired(db: Database, limit = 200): Promise<Retired[]> {
	const rows = await db
		.selectFrom('record')
		.where('retired_for', 'is not', null)
		.where('merged_into', 'is', null)
		.orderBy('retired_on', 'desc')
		.orderBy('id')
		.limit(limit)
		.select(['id', 'type', 'slug', 'public_document'])
		.select(['retired_for', 'retired_note_ar', 'retired_note_en', 'retired_on'])
		.execute();
	return rows.map(({ id, type, slug, public_document, ...row }) => {
		const { names } = public_document as unknown as DocumentOf<RetiredType>;
		return {
			...retirementOf(row),
			...{ id, type: type as RetiredType, slug: slug! },
			...{ name_ar: displayName(names, 'ar'), name_en: displayName(names, 'en') }
		};
	});
}
