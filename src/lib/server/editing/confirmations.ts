import { sql } from 'kysely';
import { todayIn } from '#lib/domain/dates.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { actorOf } from '../accounts/actors.ts';
import { hashToken, inHours, newToken } from '../accounts/tokens.ts';
import type { Database } from '../db/connection.ts';
import { postLetters } from '../delivery/outbox.ts';
import { labelsOf, type Label } from '../registry/labels.ts';
import { readRecord } from '../registry/read.ts';
import { proposeChange, type Outcome } from './propose.ts';
import type { Refusal } from './refusal.ts';

const LINK_DAYS = 60;
/** Mails of one run: what is left over is asked on the next day. */
const MOST_ASKED = 2000;

/**
 * Asks the managers of each organization whose record nobody confirmed or changed for a year whether it is still
 * right; again after 90 days if nobody answers. Returns how many mails that made.
 */
export async function askForConfirmations(db: Database): Promise<number> {
	return db.transaction().execute(async (trx) => {
		const { rows } = await sql<Asked>`
			select organization.record_id as organization_id, account.id as account_id, email, language
			from organization
			join record on record.id = organization.record_id and visibility = 'public' and merged_into is null
			join team_member on team_member.organization_id = organization.record_id and team_member.role = 'manager'
				and (ends_at is null or ends_at > now())
			join account on account.id = account_id and disabled_at is null
			where organization.status <> 'dissolved'
				and greatest(record.confirmed_on, record.changed_at::date) < current_date - interval '1 year'
				and not exists (
					select from confirmation_request as earlier
					where earlier.organization_id = organization.record_id and sent_at > now() - interval '90 days')
			order by organization.record_id, account.id limit ${MOST_ASKED}`.execute(trx);
		const labels = await labelsOf(
			trx,
			rows.map(({ organization_id }) => organization_id)
		);
		const asked = rows.map((row) => ({ ...row, token: newToken() }));
		if (asked.length === 0) return 0;
		await trx
			.insertInto('confirmation_request')
			.values(
				asked.map(({ organization_id, account_id, token }) => ({
					...{ organization_id, account_id },
					...{ token_hash: hashToken(token), expires_at: inHours(24 * LINK_DAYS) }
				}))
			)
			.execute();
		await postLetters(
			trx,
			asked.map(({ organization_id, email, language, token }) => ({
				delivery_key: `confirm_record:${hashToken(token)}`,
				recipient: email,
				language,
				template: 'confirm_record' as const,
				arguments: { organization: namesOf(labels[organization_id]!), link: `/confirmations/${token}` }
			}))
		);
		return asked.length;
	});
}

type Asked = { organization_id: string; account_id: string; email: string; language: Language };

const namesOf = ({ name_ar, name_en }: Label) => ({ ar: name_ar, en: name_en });

export type Confirmation = { organization: Label; confirmed_at: Date | null };

/** What a link confirms; undefined for one that is unknown or over. */
export async function findConfirmation(db: Database, token: string): Promise<Confirmation | undefined> {
	const request = await requestOf(db, token);
	if (!request) return undefined;
	const organization = (await labelsOf(db, [request.organization_id]))[request.organization_id];
	return organization && { organization, confirmed_at: request.confirmed_at };
}

/** Confirms by a link, as the manager whom it was sent to. Pressed twice, it confirms once. */
export async function confirmByLink(
	db: Database,
	token: string
): Promise<Outcome | { confirmed: true } | Refusal> {
	const request = await requestOf(db, token);
	if (!request) return { refused: 'confirmation.over' };
	if (request.confirmed_at) return { confirmed: true };
	const actor = await actorOf(db, request.account_id);
	const outcome = await confirmRecord(db, actor, request.organization_id);
	if ('refused' in outcome) return outcome;
	await db
		.updateTable('confirmation_request')
		.set({ confirmed_at: new Date() })
		.where('token_hash', '=', hashToken(token))
		.execute();
	return outcome;
}

/** Writes down that a record is right as it stands today. */
export async function confirmRecord(
	db: Database,
	actor: Actor,
	organizationId: string
): Promise<Outcome | { confirmed: true }> {
	const record = await readRecord(db, 'organization', organizationId);
	if (!record) return { refused: 'refusal.record_gone' };
	const confirmed_on = todayIn();
	if (record.document.confirmed_on === confirmed_on) return { confirmed: true };
	return proposeChange(db, actor, {
		...{ id: record.id, base_version: record.version, channel: 'form' },
		after: { ...record.document, confirmed_on }
	});
}

async function requestOf(db: Database, token: string) {
	return db
		.selectFrom('confirmation_request')
		.innerJoin('account', 'account.id', 'account_id')
		.where('token_hash', '=', hashToken(token))
		.where('expires_at', '>', new Date())
		.where('disabled_at', 'is', null)
		.select(['organization_id', 'account_id', 'confirmed_at'])
		.executeTakeFirst();
}
