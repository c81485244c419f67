import { termsForm } from '#lib/domain/forms/terms.ts';
import { editorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf(termsForm, { leadsTo: (slug) => `/workspace/organizations/${slug}/board` });

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
