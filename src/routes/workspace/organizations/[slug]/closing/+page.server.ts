import { closingForm } from '#lib/domain/forms/closing.ts';
import { editorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf(closingForm, { leadsTo: (slug) => `/workspace/organizations/${slug}` });

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
