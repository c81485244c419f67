import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath } from '#lib/i18n.ts';
import { email } from '#lib/server/accounts/email.ts';
import { requestPasswordReset } from '#lib/server/accounts/password_resets.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ is_asked: url.searchParams.get('done') === 'asked' });

const request = v.object({ email });

export const actions: Actions = {
	default: async ({ request: sent, locals, getClientAddress }) => {
		const form = await readForm(sent, request);
		if (!form.ok) return refuse(form, form.errors);
		const result = await requestPasswordReset(db(), { ...form.input, address: getClientAddress() });
		if ('refused' in result) return refuse(form, { email: result.refused });
		redirect(303, localPath(locals.lang, '/password?done=asked'));
	}
};
