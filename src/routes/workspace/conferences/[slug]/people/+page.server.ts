import { patronsForm } from '#lib/domain/forms/conference_parties.ts';
import { conferenceEditorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = conferenceEditorOf(patronsForm, { leadsTo: (slug) => `/workspace/conferences/${slug}` });

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
