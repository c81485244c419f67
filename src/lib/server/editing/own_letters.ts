import type { Language } from '#lib/domain/documents/common.ts';
import { hashToken, inHours, newToken } from '../accounts/tokens.ts';
import type { DatabaseTransaction } from '../db/connection.ts';
import type { Template } from '../delivery/letters.ts';
import { postLetters } from '../delivery/outbox.ts';
import { OWN_LINK_HOURS } from './own_links.ts';

type Told = {
	/** The link by which they wrote. */
	own_link: string | null;
	template: Template;
	/** The id of what was decided: it is told once. */
	about: string;
	quote?: string;
};

/**
 * Tells somebody who wrote by an own link what was decided, at the same address and with a new link, for the old one may
 * have ended. A link that was revoked went to the wrong address, so nobody is told there.
 */
export async function tellPerson(
	trx: DatabaseTransaction,
	{ own_link, template, about, quote }: Told
): Promise<void> {
	if (own_link === null) return;
	const link = await trx
		.selectFrom('own_link')
		.where('id', '=', own_link)
		.where('revoked_at', 'is', null)
		.select(['person_id', 'email', 'language', 'sent_by'])
		.executeTakeFirst();
	if (!link) return;
	const token = newToken();
	await trx
		.insertInto('own_link')
		.values({ ...link, token_hash: hashToken(token), expires_at: inHours(OWN_LINK_HOURS) })
		.execute();
	await postLetters(trx, [
		{
			delivery_key: `${template}:${about}`,
			...{ recipient: link.email, language: link.language as Language, template },
			arguments: { link: `/personal-data/${token}`, ...(quote && { quote }) }
		}
	]);
}
