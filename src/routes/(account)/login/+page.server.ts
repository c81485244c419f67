import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath } from '#lib/i18n.ts';
import { email } from '#lib/server/accounts/email.ts';
import { sessionCookieName } from '#lib/server/accounts/sessions.ts';
import { signIn } from '#lib/server/accounts/sign_in.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { nextAddress } from '#lib/server/http/next.ts';
import { setSessionCookie } from '#lib/server/http/session.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where people go who asked for no other page. */
const HOME = '/workspace';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = nextAddress(url.searchParams.get('next'), localPath(locals.lang, HOME));
	if (locals.actor) redirect(303, next);
	return { next, is_password_changed: url.searchParams.get('done') === 'password_changed' };
};

const credentials = v.object({ email, password: v.string(), next: v.optional(v.string()) });

export const actions: Actions = {
	default: async ({ request, cookies, locals, getClientAddress }) => {
		const form = await readForm(request, credentials);
		if (!form.ok) return refuse(form, form.errors);
		const { next, ...input } = form.input;
		const result = await signIn(db(), {
			...input,
			address: getClientAddress(),
			user_agent: request.headers.get('user-agent'),
			old_cookie: cookies.get(sessionCookieName())
		});
		if ('refused' in result) return refuse(form, { email: result.refused });
		setSessionCookie(cookies, result.cookie);
		redirect(303, nextAddress(next, localPath(locals.lang, HOME)));
	}
};
