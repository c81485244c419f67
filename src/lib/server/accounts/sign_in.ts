import type { Database } from '../db/connection.ts';
import { findAccount } from './accounts.ts';
import { noteAudit } from './audit.ts';
import { verifyPassword } from './passwords.ts';
import { endSession, startSession, type SessionCookie } from './sessions.ts';
import { admitAttempt, forgetFailures } from './throttle.ts';

export type Credentials = {
	email: string;
	password: string;
	/** Address of the client, to slow down guessing. */
	address: string;
	user_agent: string | null;
	/** Value of the session cookie that the browser sent; that session ends. */
	old_cookie?: string | undefined;
};

export type SignIn = { cookie: SessionCookie } | { refused: 'sign_in.wrong' | 'sign_in.too_many' };

/** Signs in with an e-mail address and a password. A refusal never tells whether the account exists. */
export async function signIn(db: Database, credentials: Credentials): Promise<SignIn> {
	const { admitted } = await admitAttempt(db, credentials);
	if (!admitted) return { refused: 'sign_in.too_many' };
	const account = await findAccount(db, credentials.email);
	const isRight = await verifyPassword(account?.password_hash, credentials.password);
	if (!account || !isRight) {
		await noteAudit(db, { action: 'sign_in_failed', account_id: null, subject_id: account?.id });
		return { refused: 'sign_in.wrong' };
	}
	await forgetFailures(db, credentials);
	await endSession(db, credentials.old_cookie);
	return startSession(db, account.id, credentials.user_agent);
}
