import { Lucia, TimeSpan, type Cookie } from 'lucia';
import type { Database } from '../db/connection.ts';
import { readEnv } from '../platform/env.ts';
import { noteAudit } from './audit.ts';
import {
	hashSessionId,
	sessionAdapter,
	type SessionAccount,
	type SessionDetails
} from './session_adapter.ts';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof lucia>;
		DatabaseUserAttributes: SessionAccount;
		DatabaseSessionAttributes: SessionDetails;
	}
}

/** A session that is used at least once in this time goes on. */
const LIFETIME = new TimeSpan(30, 'd');

/** Longest part of a browser's own description that is kept. */
const USER_AGENT_LENGTH = 300;

/** How to set a cookie: `attributes` are those of the cookie package, `maxAge` in seconds. */
export type SessionCookie = Pick<Cookie, 'name' | 'value'> & {
	attributes: Cookie['attributes'] & { path: string };
};

export type SignedInAccount = SessionAccount & { id: string };

export type OpenSession = {
	account: SignedInAccount;
	session: { id_hash: string; expires_at: Date };
	/** To be set again, for the session was prolonged. */
	cookie?: SessionCookie;
};

/** Name of the session cookie; the prefix makes browsers refuse it from another host or without HTTPS (RFC 6265bis). */
export function sessionCookieName(isSecure = originIsSecure()): string {
	return isSecure ? '__Host-session' : 'session';
}

/** Opens a session under a new id, whatever the browser sent before, and clears expired ones away. */
export async function startSession(
	db: Database,
	accountId: string,
	userAgent: string | null,
	isSecure = originIsSecure()
): Promise<{ cookie: SessionCookie }> {
	const sessions = lucia(db, isSecure);
	await sessions.deleteExpiredSessions();
	const user_agent = userAgent?.slice(0, USER_AGENT_LENGTH) ?? null;
	const { id } = await sessions.createSession(accountId, { user_agent });
	await noteAudit(db, { action: 'signed_in', account_id: accountId });
	return { cookie: sessions.createSessionCookie(id) as SessionCookie };
}

/** Reads the session that a cookie's value opens; none when it is unknown or expired, or its account was disabled. */
export async function readSession(
	db: Database,
	cookieValue: string,
	isSecure = originIsSecure()
): Promise<OpenSession | null> {
	const sessions = lucia(db, isSecure);
	const { session, user } = await sessions.validateSession(cookieValue);
	if (!session) return null;
	return {
		account: user,
		session: { id_hash: hashSessionId(session.id), expires_at: session.expiresAt },
		...(session.fresh && { cookie: sessions.createSessionCookie(session.id) as SessionCookie })
	};
}

/** Ends the session that a cookie's value opens, if any; returns the cookie that clears it. */
export async function endSession(
	db: Database,
	cookieValue: string | undefined,
	isSecure = originIsSecure()
): Promise<{ cookie: SessionCookie }> {
	const sessions = lucia(db, isSecure);
	if (cookieValue) await sessions.invalidateSession(cookieValue);
	return { cookie: sessions.createBlankSessionCookie() as SessionCookie };
}

export type SessionItem = {
	id_hash: string;
	user_agent: string | null;
	created_at: Date;
	expires_at: Date;
};

/** The open sessions of an account, newest first. */
export async function listSessions(db: Database, accountId: string): Promise<SessionItem[]> {
	return db
		.selectFrom('session')
		.where('account_id', '=', accountId)
		.where('expires_at', '>', new Date())
		.select(['id_hash', 'user_agent', 'created_at', 'expires_at'])
		.orderBy('created_at', 'desc')
		.execute();
}

/** Ends one session of an account by its hash; another account's stays. */
export async function endSessionOf(db: Database, accountId: string, idHash: string): Promise<void> {
	const session = db.deleteFrom('session').where('id_hash', '=', idHash);
	await session.where('account_id', '=', accountId).execute();
}

/** Ends all sessions of an account, or all but one. */
export async function endAllSessions(db: Database, accountId: string, exceptIdHash = ''): Promise<void> {
	const sessions = db.deleteFrom('session').where('account_id', '=', accountId);
	await sessions.where('id_hash', '<>', exceptIdHash).execute();
}

function lucia(db: Database, isSecure: boolean) {
	return new Lucia(sessionAdapter(db), {
		sessionExpiresIn: LIFETIME,
		sessionCookie: {
			name: sessionCookieName(isSecure),
			attributes: { secure: isSecure, sameSite: 'lax', path: '/' }
		},
		getUserAttributes: (account: SessionAccount) => account
	});
}

function originIsSecure(): boolean {
	return readEnv().origin.startsWith('https:');
}
