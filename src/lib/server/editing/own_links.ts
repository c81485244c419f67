import type { Language } from '#lib/domain/documents/common.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { noteAudit } from '../accounts/audit.ts';
import { hashToken, inHours, newToken } from '../accounts/tokens.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { postLetters } from '../delivery/outbox.ts';
import { organizationsOfPerson } from '../registry/people.ts';
import { readRecord } from '../registry/read.ts';
import type { Reporter } from './author.ts';
import { refusalOf, type Refusal } from './refusal.ts';

export const OWN_LINK_HOURS = 30 * 24;

/** Links that one account has sent within a day: more is no board, but a way to send mails to strangers. */
const MOST_A_DAY = 30;

type Done = { done: true } | Refusal;

/** Mails somebody the link to what the register says of them; it opens that one record, for thirty days. */
export async function sendOwnLink(
	db: Database,
	actor: Actor,
	{ person_id, email, language }: { person_id: string; email: string; language: Language }
): Promise<Done> {
	return db.transaction().execute(async (trx) => {
		const person = await readRecord(trx, 'person', person_id);
		if (!person || person.document.display === 'erased') return { refused: 'refusal.record_gone' };
		if (!(await maySend(trx, actor, person_id))) return { refused: 'refusal.not_allowed' };
		await trx.selectFrom('account').where('id', '=', actor.account_id).forUpdate().select('id').execute();
		if ((await countToday(trx, actor.account_id)) >= MOST_A_DAY)
			return { refused: 'own_link.too_many', path: 'email' };
		const token = newToken();
		await trx
			.insertInto('own_link')
			.values({
				...{ person_id, email, language, sent_by: actor.account_id },
				...{ token_hash: hashToken(token), expires_at: inHours(OWN_LINK_HOURS) }
			})
			.execute();
		// No name in it: an address that was typed wrong learns nothing.
		await postLetters(trx, [
			{
				delivery_key: `own_link:${hashToken(token)}`,
				...{ recipient: email, language, template: 'own_link' as const },
				arguments: { link: `/personal-data/${token}` }
			}
		]);
		const { account_id } = actor;
		await noteAudit(trx, { action: 'own_link_sent', account_id, record_id: person_id });
		return { done: true };
	});
}

/** Ends a link before its time. */
export async function revokeOwnLink(
	db: Database,
	actor: Actor,
	{ person_id, link_id }: { person_id: string; link_id: string }
): Promise<Done> {
	return db.transaction().execute(async (trx) => {
		if (!(await maySend(trx, actor, person_id))) return { refused: 'refusal.not_allowed' };
		const { numUpdatedRows } = await trx
			.updateTable('own_link')
			.set({ revoked_at: new Date() })
			.where('id', '=', link_id)
			.where('person_id', '=', person_id)
			.where('revoked_at', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) return { refused: 'own_link.over' };
		const { account_id } = actor;
		await noteAudit(trx, { action: 'own_link_revoked', account_id, record_id: person_id });
		return { done: true };
	});
}

async function maySend(db: Database, actor: Actor, personId: string): Promise<boolean> {
	return can(roleOf(actor, await organizationsOfPerson(db, personId)), 'send_own_link');
}

async function countToday(db: Database, accountId: string): Promise<number> {
	const sent = db.selectFrom('own_link').where('sent_by', '=', accountId);
	return (await sent.where('sent_at', '>', inHours(-24)).select('id').execute()).length;
}

export type OwnLink = { id: string; email: string; sent_at: Date; expires_at: Date };

/** The links to a person's record that are open, newest first. */
export async function listOwnLinks(db: Database, personId: string): Promise<OwnLink[]> {
	return openLinks(db)
		.where('person_id', '=', personId)
		.select(['id', 'email', 'sent_at', 'expires_at'])
		.orderBy('sent_at', 'desc')
		.execute();
}

/** Whose record a link opens, while it does. */
export async function findOwnLink(db: Database, token: string): Promise<string | undefined> {
	return (await findReporter(db, token))?.reporter;
}

/** Who comes by a link, while it opens a record. */
async function findReporter(db: Database, token: string): Promise<Reporter | undefined> {
	return openLinks(db)
		.where('token_hash', '=', hashToken(token))
		.select(['person_id as reporter', 'id as own_link'])
		.executeTakeFirst();
}

const openLinks = (db: Database) =>
	db.selectFrom('own_link').where('revoked_at', 'is', null).where('expires_at', '>', new Date());

/** Does something for whoever holds the link, in one transaction; refused where the link is over. */
export async function asReporter<Done>(
	db: Database,
	token: string,
	work: (trx: DatabaseTransaction, reporter: Reporter) => Promise<Done | Refusal>
): Promise<Done | Refusal> {
	try {
		return await db.transaction().execute(async (trx) => {
			const reporter = await findReporter(trx, token);
			return reporter ? await work(trx, reporter) : { refused: 'own_link.over' };
		});
	} catch (error) {
		return refusalOf(error);
	}
}
