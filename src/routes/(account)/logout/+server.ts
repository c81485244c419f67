import { redirect } from '@sveltejs/kit';
import { localPath } from '#lib/i18n.ts';
import { endSession, sessionCookieName } from '#lib/server/accounts/sessions.ts';
import { db } from '#lib/server/db/pool.ts';
import { setSessionCookie } from '#lib/server/http/session.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, locals }) => {
	const { cookie } = await endSession(db(), cookies.get(sessionCookieName()));
	setSessionCookie(cookies, cookie);
	redirect(303, localPath(locals.lang, '/'));
};
