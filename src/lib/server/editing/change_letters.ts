import type { Language } from '#lib/domain/documents/common.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { listRegistrars } from '../accounts/reviewers.ts';
import type { DatabaseTransaction } from '../db/connection.ts';
import type { InBoth } from '../delivery/letters.ts';
import { postLetters } from '../delivery/outbox.ts';
import { labelsOf } from '../registry/labels.ts';
import { tellPerson } from './own_letters.ts';

type Told = { id: string; record_id: string };

/** Tells the registrars that a change of a record waits for them. */
export async function tellWaiting(trx: DatabaseTransaction, actor: Actor, change: Told): Promise<void> {
	const registrars = await listRegistrars(trx);
	const record = await nameOf(trx, change);
	await postLetters(
		trx,
		registrars
			.filter(({ account_id }) => account_id !== actor.account_id)
			.map(({ account_id, email, language }) => ({
				delivery_key: `change_to_review:${change.id}:${account_id}`,
				recipient: email,
				language,
				template: 'change_to_review' as const,
				arguments: { record, person: actor.display_name, link: `/registrar/changes/${change.id}` }
			}))
	);
}

/**
 * Tells who proposed a change that it was approved, or returned and why: an account, or somebody by the link of their own.
 * Nobody is told what the register did itself.
 */
export async function tellDecided(
	trx: DatabaseTransaction,
	change: Told & { proposed_by: string | null; own_link: string | null },
	returnedFor?: string
): Promise<void> {
	if (change.own_link !== null) return tellReporter(trx, change, returnedFor);
	if (change.proposed_by === null) return;
	const account = await trx
		.selectFrom('account')
		.where('id', '=', change.proposed_by)
		.where('disabled_at', 'is', null)
		.select(['email', 'language'])
		.executeTakeFirst();
	if (!account) return;
	const record = await nameOf(trx, change);
	const template = returnedFor === undefined ? 'change_approved' : 'change_returned';
	await postLetters(trx, [
		{
			delivery_key: `${template}:${change.id}`,
			recipient: account.email,
			language: account.language as Language,
			template,
			arguments:
				returnedFor === undefined
					? { record, link: `/id/${change.record_id}` }
					: { record, link: '/workspace', quote: returnedFor }
		}
	]);
}

async function tellReporter(
	trx: DatabaseTransaction,
	{ id, own_link }: { id: string; own_link: string | null },
	returnedFor?: string
): Promise<void> {
	const isReturned = returnedFor !== undefined;
	await tellPerson(trx, {
		...{ own_link, about: id },
		template: isReturned ? 'own_correction_returned' : 'own_correction_approved',
		...(isReturned && { quote: returnedFor })
	});
}

async function nameOf(trx: DatabaseTransaction, { record_id }: Told): Promise<InBoth> {
	const label = (await labelsOf(trx, [record_id]))[record_id];
	return { ar: label?.name_ar ?? record_id, en: label?.name_en ?? record_id };
}
