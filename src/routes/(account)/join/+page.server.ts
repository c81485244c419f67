import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath } from '#lib/i18n.ts';
import { requestAccount } from '#lib/server/accounts/account_requests.ts';
import { displayName } from '#lib/server/accounts/display_name.ts';
import { email } from '#lib/server/accounts/email.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { nextAddress } from '#lib/server/http/next.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor) redirect(303, localPath(locals.lang, '/workspace'));
	return {
		next: nextAddress(url.searchParams.get('next'), ''),
		is_asked: url.searchParams.get('done') === 'asked'
	};
};

const request = v.object({
	display_name: displayName,
	email,
	password: v.string(),
	next: v.optional(v.string())
});

export const actions: Actions = {
	default: async ({ request: sent, locals, getClientAddress }) => {
		const form = await readForm(sent, request);
		if (!form.ok) return refuse(form, form.errors);
		const next = nextAddress(form.input.next, '');
		const result = await requestAccount(db(), {
			...form.input,
			next: next || undefined,
			language: locals.lang,
			address: getClientAddress()
		});
		if ('refused' in result) return refuse(form, { [result.field]: result.refused });
		redirect(303, localPath(locals.lang, '/join?done=asked'));
	}
};
