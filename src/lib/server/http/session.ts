import type { Cookies, Handle, RequestEvent } from '@sveltejs/kit';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { readSession, sessionCookieName, type SessionCookie } from '#lib/server/accounts/sessions.ts';
import { db } from '#lib/server/db/pool.ts';
import { isDatabaseLost, logError } from './errors.ts';

/** Reads who is signed in, with their rights of this moment. With the database lost, nobody is. */
export const session: Handle = async ({ event, resolve }) => {
	Object.assign(event.locals, { account: null, actor: null, session_id_hash: null, is_database_lost: false });
	const value = event.cookies.get(sessionCookieName());
	if (value) await signedIn(event, value).catch((error: unknown) => noteLoss(event, error));
	return resolve(event);
};

/** Sets or clears the session cookie. */
export function setSessionCookie(cookies: Cookies, { name, value, attributes }: SessionCookie): void {
	cookies.set(name, value, attributes);
}

async function signedIn(event: RequestEvent, value: string): Promise<void> {
	const open = await readSession(db(), value);
	if (!open) return;
	if (open.cookie) setSessionCookie(event.cookies, open.cookie);
	const actor = await actorOf(db(), open.account.id);
	Object.assign(event.locals, { account: open.account, actor, session_id_hash: open.session.id_hash });
}

function noteLoss(event: RequestEvent, error: unknown): void {
	if (!isDatabaseLost(error)) throw error;
	event.locals.is_database_lost = true;
	logError(event, error);
}
