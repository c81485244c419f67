import type { Language } from '#lib/domain/documents/common.ts';
import type { MessageKey } from '#lib/i18n.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { postLetters } from '../delivery/outbox.ts';
import type { Refused } from './accounts.ts';
import { hashPassword, refusePassword, verifyPassword } from './passwords.ts';
import { endSession, startSession, type SessionCookie } from './sessions.ts';
import { admitAttempt, admitMailRequest, forgetFailures } from './throttle.ts';
import { hashToken, inHours, newToken } from './tokens.ts';

const LINK_HOURS = 48;

export type AccountRequest = {
	email: string;
	display_name: string;
	password: string;
	language: Language;
	/** Path of the site to go on to once the account is open. */
	next?: string | undefined;
	address: string;
};

/**
 * Takes down that someone wants an account and mails a link to the address. An address that has an account gets a
 * mail that says so; the answer here is the same, so it tells nobody who has one.
 */
export async function requestAccount(
	db: Database,
	request: AccountRequest
): Promise<{ asked: true } | (Refused & { field: 'password' | 'email' })> {
	const { email, display_name, password, language, next, address } = request;
	const refused = refusePassword(password, email);
	if (refused) return { refused, field: 'password' };
	const { admitted } = await admitMailRequest(db, { email, address });
	if (!admitted) return { refused: 'mail_request.too_many', field: 'email' };

	const [token, password_hash] = [newToken(), await hashPassword(password)];
	await db.transaction().execute(async (trx) => {
		const account = await trx
			.selectFrom('account')
			.where('email', '=', email)
			.select('language')
			.executeTakeFirst();
		if (!account) await keepRequest(trx, { email, display_name, password_hash, language }, token);
		const query = next ? `?next=${encodeURIComponent(next)}` : '';
		await postLetters(trx, [
			{
				delivery_key: `account_request:${hashToken(token)}`,
				recipient: email,
				...(account
					? {
							template: 'account_exists',
							language: account.language as Language,
							arguments: { link: '/login' }
						}
					: { template: 'account_confirm', language, arguments: { link: `/join/${token}${query}` } })
			}
		]);
	});
	return { asked: true };
}

async function keepRequest(
	trx: DatabaseTransaction,
	request: { email: string; display_name: string; password_hash: string; language: Language },
	token: string
): Promise<void> {
	await trx.deleteFrom('account_request').where('expires_at', '<', new Date()).execute();
	const link = { token_hash: hashToken(token), expires_at: inHours(LINK_HOURS) };
	await trx
		.insertInto('account_request')
		.values({ ...request, ...link })
		.execute();
}

/** The request that a link belongs to, if it can still be confirmed. */
export async function findAccountRequest(
	db: Database,
	token: string
): Promise<{ email: string } | undefined> {
	return openRequest(db, token).select('email').executeTakeFirst();
}

export type Confirmation = {
	token: string;
	password: string;
	address: string;
	user_agent: string | null;
	old_cookie?: string | undefined;
};

/**
 * Opens the account of a link and signs in. Whoever confirms must know the password: somebody who asked for an
 * account in another's name, with a password of their own, gains nothing by the other's press on a link.
 */
export async function confirmAccount(
	db: Database,
	confirmation: Confirmation
): Promise<{ cookie: SessionCookie } | { refused: MessageKey }> {
	const { token, password, address, user_agent, old_cookie } = confirmation;
	const request = await openRequest(db, token).select(['email', 'password_hash']).executeTakeFirst();
	if (!request) return { refused: 'join.link_over' };
	const attempt = { email: request.email, address };
	const { admitted } = await admitAttempt(db, attempt);
	if (!admitted) return { refused: 'sign_in.too_many' };
	if (!(await verifyPassword(request.password_hash, password))) return { refused: 'join.wrong_password' };

	const id = await db.transaction().execute((trx) => openAccount(trx, token));
	if (!id) return { refused: 'join.link_over' };
	await forgetFailures(db, attempt);
	await endSession(db, old_cookie);
	return startSession(db, id, user_agent);
}

/** Deleting the request is what makes a link good for one use, also at the same moment. */
async function openAccount(trx: DatabaseTransaction, token: string): Promise<string | undefined> {
	const request = await trx
		.deleteFrom('account_request')
		.where('token_hash', '=', hashToken(token))
		.returning(['email', 'display_name', 'password_hash', 'language'])
		.executeTakeFirst();
	if (!request) return undefined;
	const account = await trx
		.insertInto('account')
		.values({ ...request, is_registrar: false })
		.onConflict((conflict) => conflict.column('email').doNothing())
		.returning('id')
		.executeTakeFirst();
	await trx.deleteFrom('account_request').where('email', '=', request.email).execute();
	return account?.id;
}

const openRequest = (db: Database, token: string) =>
	db
		.selectFrom('account_request')
		.where('token_hash', '=', hashToken(token))
		.where('expires_at', '>', new Date());
