import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import {
	approveClaim,
	listClaimsToDecide,
	listOwnClaims,
	returnClaim,
	withdrawClaim
} from '#lib/server/accounts/claims.ts';
import { db } from '#lib/server/db/pool.ts';
import { readForm, refuse, type FormValues } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const [to_decide, own] = await Promise.all([
		listClaimsToDecide(db(), actor),
		listOwnClaims(db(), actor.account_id)
	]);
	return { to_decide, own, account_id: actor.account_id, done: doneOf(event.url) };
};

const claim = v.object({ claim_id: v.pipe(v.string(), v.uuid()) });
const returning = v.object({
	...claim.entries,
	decision_reason: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'error.required'),
		v.maxLength(1000, 'error.too_long')
	)
});

export const actions: Actions = {
	approve: async (event) => {
		const { actor } = requireActor(event);
		const form = await readForm(event.request, claim);
		if (!form.ok) return refuse(form, form.errors);
		return answer(event, form, await approveClaim(db(), actor, form.input.claim_id), 'approved');
	},

	return: async (event) => {
		const { actor } = requireActor(event);
		const form = await readForm(event.request, returning);
		if (!form.ok) return refuse(form, form.errors);
		const { claim_id, decision_reason } = form.input;
		return answer(event, form, await returnClaim(db(), actor, claim_id, decision_reason), 'returned');
	},

	withdraw: async (event) => {
		const { actor } = requireActor(event);
		const form = await readForm(event.request, claim);
		if (!form.ok) return refuse(form, form.errors);
		return answer(event, form, await withdrawClaim(db(), actor, form.input.claim_id), 'withdrawn');
	}
};

const outcomes = ['claimed', 'approved', 'returned', 'withdrawn'] as const;
type Outcome = (typeof outcomes)[number];

function answer(
	{ locals }: Pick<RequestEvent, 'locals'>,
	form: { values: FormValues },
	decided: { done: true } | { refused: MessageKey },
	outcome: Outcome
) {
	if ('refused' in decided) return refuse(form, { form: decided.refused });
	redirect(303, localPath(locals.lang, `/workspace/claims?done=${outcome}`));
}

function doneOf(url: URL): Outcome | undefined {
	return outcomes.find((outcome) => outcome === url.searchParams.get('done'));
}
