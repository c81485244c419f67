import { affiliationsForm } from '#lib/domain/forms/affiliations.ts';
import { editorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf(affiliationsForm, {
	leadsTo: (slug) => `/workspace/organizations/${slug}/affiliations`
});

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
