import * as v from 'valibot';
import type { MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { approveChange, listWaiting, returnChange, type Decided } from '#lib/server/editing/review.ts';
import { readForm, refuse, type FormValues } from '#lib/server/forms.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireRegistrar(event);
	const [waiting, reference] = await Promise.all([listWaiting(db()), referenceData(db())]);
	return { waiting, reference, account_id: actor.account_id };
};

const approval = v.object({ change_id: v.pipe(v.string(), v.uuid()) });
const returning = v.object({
	...approval.entries,
	decision_reason: v.pipe(
		v.string(),
		v.trim(),
		v.minLength(1, 'error.required'),
		v.maxLength(1000, 'error.too_long')
	)
});

export const actions: Actions = {
	approve: async (event) => {
		const { actor } = requireRegistrar(event);
		const form = await readForm(event.request, approval);
		if (!form.ok) return refuse(form, form.errors);
		return answer(form, await approveChange(db(), actor, form.input.change_id), 'review.approved');
	},

	return: async (event) => {
		const { actor } = requireRegistrar(event);
		const form = await readForm(event.request, returning);
		if (!form.ok) return refuse(form, form.errors);
		const { change_id, decision_reason } = form.input;
		return answer(form, await returnChange(db(), actor, change_id, decision_reason), 'review.returned');
	}
};

function answer(form: { values: FormValues }, decided: Decided, done: MessageKey) {
	if ('refused' in decided) return refuse(form, { form: decided.refused as MessageKey });
	if ('conflicts' in decided) return refuse(form, { form: 'review.moved' }, 409);
	return { done, values: {}, errors: {} };
}
