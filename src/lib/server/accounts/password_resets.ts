import type { Language } from '#lib/domain/documents/common.ts';
import type { MessageKey } from '#lib/i18n.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { postLetters } from '../delivery/outbox.ts';
import { findAccount } from './accounts.ts';
import { hashPassword, refusePassword } from './passwords.ts';
import { endAllSessions } from './sessions.ts';
import { admitMailRequest, type Attempt } from './throttle.ts';
import { hashToken, inHours, newToken } from './tokens.ts';

const LINK_HOURS = 1;

/** Mails a link to choose a new password to an address that has an account; the answer tells nobody whether it has. */
export async function requestPasswordReset(
	db: Database,
	attempt: Attempt
): Promise<{ asked: true } | { refused: MessageKey }> {
	const { admitted } = await admitMailRequest(db, attempt);
	if (!admitted) return { refused: 'mail_request.too_many' };
	const account = await findAccount(db, attempt.email);
	if (!account) return { asked: true };
	const token = newToken();
	const token_hash = hashToken(token);
	await db.transaction().execute(async (trx) => {
		await trx.deleteFrom('password_reset').where('expires_at', '<', new Date()).execute();
		const reset = { token_hash, account_id: account.id, expires_at: inHours(LINK_HOURS) };
		await trx.insertInto('password_reset').values(reset).execute();
		await postLetters(trx, [
			{
				delivery_key: `password_reset:${token_hash}`,
				recipient: account.email,
				language: account.language as Language,
				template: 'password_reset',
				arguments: { link: `/password/${token}` }
			}
		]);
	});
	return { asked: true };
}

/** Whose password a link changes, if it still does. */
export async function findPasswordReset(db: Database, token: string): Promise<{ email: string } | undefined> {
	return db
		.selectFrom('password_reset')
		.innerJoin('account', 'account.id', 'account_id')
		.where('token_hash', '=', hashToken(token))
		.where('password_reset.expires_at', '>', new Date())
		.where('disabled_at', 'is', null)
		.select('email')
		.executeTakeFirst();
}

/** Sets the password of a link's account, ends all its sessions and links, and mails that it was changed. */
export async function resetPassword(
	db: Database,
	reset: { token: string; new_password: string }
): Promise<{ changed: true } | { refused: MessageKey }> {
	const found = await findPasswordReset(db, reset.token);
	if (!found) return { refused: 'password.link_over' };
	const refused = refusePassword(reset.new_password, found.email);
	if (refused) return { refused };
	const password_hash = await hashPassword(reset.new_password);
	const isChanged = await db.transaction().execute((trx) => setPassword(trx, reset.token, password_hash));
	return isChanged ? { changed: true } : { refused: 'password.link_over' };
}

/** Deleting the link is what makes it good for one use, also at the same moment. */
async function setPassword(trx: DatabaseTransaction, token: string, password_hash: string): Promise<boolean> {
	const token_hash = hashToken(token);
	const link = await trx
		.deleteFrom('password_reset')
		.where('token_hash', '=', token_hash)
		.where('expires_at', '>', new Date())
		.returning('account_id')
		.executeTakeFirst();
	if (!link) return false;
	const account = await trx
		.updateTable('account')
		.set({ password_hash })
		.where('id', '=', link.account_id)
		.returning(['email', 'language'])
		.executeTakeFirstOrThrow();
	await trx.deleteFrom('password_reset').where('account_id', '=', link.account_id).execute();
	await endAllSessions(trx, link.account_id);
	await postLetters(trx, [
		{
			delivery_key: `password_changed:${token_hash}`,
			recipient: account.email,
			language: account.language as Language,
			template: 'password_changed',
			arguments: { link: '/password' }
		}
	]);
	return true;
}
