import { identifiersForm } from '#lib/domain/forms/identifiers.ts';
import { editorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf(identifiersForm, { leadsTo: (slug) => `/workspace/organizations/${slug}` });

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
