import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath } from '#lib/i18n.ts';
import { findPasswordReset, resetPassword } from '#lib/server/accounts/password_resets.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/http/secret_page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	keepSecret(setHeaders);
	return { email: (await findPasswordReset(db(), params.token))?.email };
};

const password = v.object({ new_password: v.string() });

export const actions: Actions = {
	default: async ({ request, params, locals }) => {
		const form = await readForm(request, password);
		if (!form.ok) return refuse(form, form.errors);
		const result = await resetPassword(db(), { token: params.token, ...form.input });
		if ('refused' in result) return refuse(form, { new_password: result.refused });
		redirect(303, localPath(locals.lang, '/login?done=password_changed'));
	}
};
