import { holderForm } from '#lib/domain/forms/holder.ts';
import { editorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf(holderForm, { leadsTo: (slug) => `/workspace/organizations/${slug}/board` });

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
