import { fail, isActionFailure } from '@sveltejs/kit';
import { closingForm } from '#lib/domain/forms/closing.ts';
import { db } from '#lib/server/db/pool.ts';
import { editorOf } from '#lib/server/editor.ts';
import type { FormValues } from '#lib/server/forms.ts';
import { findLookAlikes } from '#lib/server/registry/look_alikes.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const editor = editorOf(closingForm, { leadsTo: (slug) => `/workspace/organizations/${slug}` });

export const load: PageServerLoad = editor.load;
export const actions: Actions = {
	edit: answering(editor.actions.edit),
	check: answering(editor.actions.check),
	save: answering(editor.actions.save)
};

/** With each answer go the organizations that the name of the successor may mean. */
function answering(action: (typeof editor.actions)[keyof typeof editor.actions]) {
	return async (event: RequestEvent) => {
		const answer = await action(event);
		const data = isActionFailure(answer) ? answer.data : answer;
		const { successor_name } = data.values as FormValues;
		const names = successor_name ? [{ value: successor_name, lang: event.locals.lang }] : [];
		const found = (await findLookAlikes(db(), names)).filter(({ slug }) => slug !== event.params.slug);
		const whole = { ...data, found };
		return isActionFailure(answer) ? fail(answer.status, whole) : whole;
	};
}
