import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath } from '#lib/i18n.ts';
import { confirmAccount, findAccountRequest } from '#lib/server/accounts/account_requests.ts';
import { sessionCookieName } from '#lib/server/accounts/sessions.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { nextAddress } from '#lib/server/http/next.ts';
import { keepSecret } from '#lib/server/http/secret_page.ts';
import { setSessionCookie } from '#lib/server/http/session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders, url }) => {
	keepSecret(setHeaders);
	const request = await findAccountRequest(db(), params.token);
	return { email: request?.email, next: nextAddress(url.searchParams.get('next'), '') };
};

const confirmation = v.object({ password: v.string(), next: v.optional(v.string()) });

export const actions: Actions = {
	default: async ({ request, params, cookies, locals, getClientAddress }) => {
		const form = await readForm(request, confirmation);
		if (!form.ok) return refuse(form, form.errors);
		const result = await confirmAccount(db(), {
			token: params.token,
			password: form.input.password,
			address: getClientAddress(),
			user_agent: request.headers.get('user-agent'),
			old_cookie: cookies.get(sessionCookieName())
		});
		if ('refused' in result) return refuse(form, { password: result.refused });
		setSessionCookie(cookies, result.cookie);
		redirect(303, nextAddress(form.input.next, localPath(locals.lang, '/workspace?done=joined')));
	}
};
