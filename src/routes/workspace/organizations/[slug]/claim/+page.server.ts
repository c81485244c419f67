import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { claimSchema } from '#lib/domain/forms/claim.ts';
import { localPath } from '#lib/i18n.ts';
import { claimOrganization, listOwnClaims } from '#lib/server/accounts/claims.ts';
import { mayManage } from '#lib/server/accounts/teams.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor, id } = await open(event);
	const [labels, claims] = await Promise.all([labelsOf(db(), [id]), listOwnClaims(db(), actor.account_id)]);
	const is_manager = mayManage(actor, id);
	const is_waiting = claims.some(({ organization, state }) => organization.id === id && state === 'waiting');
	return {
		...{ organization: labels[id]!, is_manager, is_waiting },
		...(!is_manager && !is_waiting && { carried_form: { id: 'claim', action: '' } })
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor, id } = await open(event);
		const form = await readForm(event.request, claimSchema);
		if (!form.ok) return refuse(form, form.errors);
		const claimed = await claimOrganization(db(), actor, { ...form.input, organization_id: id });
		if ('refused' in claimed) return refuse(form, { form: claimed.refused });
		redirect(303, localPath(event.locals.lang, '/workspace/claims?done=claimed'));
	}
};

async function open(event: RequestEvent<{ slug: string }>) {
	const { actor } = requireActor(event);
	const found = await findPublic(db(), 'organization', event.params.slug);
	if (!found || 'moved_to' in found) error(404, { message: 'problem.not_found' });
	return { actor, id: found.id };
}
