import { objectivesForm } from '#lib/domain/forms/statements.ts';
import { conferenceEditorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = conferenceEditorOf(objectivesForm, { leadsTo: (slug) => `/workspace/conferences/${slug}` });

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
