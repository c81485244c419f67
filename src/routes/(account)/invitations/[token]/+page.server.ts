import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath } from '#lib/i18n.ts';
import { acceptInvitation, declineInvitation, findInvitation } from '#lib/server/accounts/invitations.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { loginAddress } from '#lib/server/http/guard.ts';
import { keepSecret } from '#lib/server/http/secret_page.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
	keepSecret(setHeaders);
	const invitation = await findInvitation(db(), params.token);
	if (!invitation) return { is_declined: url.searchParams.get('done') === 'declined' };
	const { organization_id, email, role, inviter } = invitation;
	const organization = (await labelsOf(db(), [organization_id]))[organization_id];
	if (!organization) error(404, { message: 'problem.not_found' });
	const signed_in = locals.account && (locals.account.email === email ? 'invited' : 'other');
	const own = localPath(locals.lang, `/invitations/${params.token}`);
	return { organization, role, inviter, address: hinted(email), signed_in, next: encodeURIComponent(own) };
};

const nothing = v.object({});

export const actions: Actions = {
	accept: async (event) => {
		const { account, lang } = event.locals;
		if (!account) redirect(303, loginAddress(event));
		const form = await readForm(event.request, nothing);
		const result = await acceptInvitation(db(), account, event.params.token);
		if ('refused' in result) return refuse(form, { form: result.refused });
		const label = (await labelsOf(db(), [result.organization_id]))[result.organization_id];
		const slug = encodeURIComponent(label?.slug ?? '');
		redirect(303, localPath(lang, `/workspace/organizations/${slug}/team?done=accepted`));
	},

	decline: async (event) => {
		const form = await readForm(event.request, nothing);
		const result = await declineInvitation(db(), event.params.token);
		if ('refused' in result) return refuse(form, { form: result.refused });
		redirect(303, localPath(event.locals.lang, `/invitations/${event.params.token}?done=declined`));
	}
};

/** Enough for the invited to know the address again, too little for somebody else who holds the link. */
const hinted = (email: string) => email.replace(/^(.)[^@]*/, '$1…');
