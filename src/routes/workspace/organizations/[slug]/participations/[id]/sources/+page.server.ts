import { participationSourcesForm } from '#lib/domain/forms/sources.ts';
import { participationEditorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = participationEditorOf(participationSourcesForm, {
	leadsTo: (slug) => `/workspace/organizations/${slug}/participations`
});

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
