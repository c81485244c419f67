import { contactsForm } from '#lib/domain/forms/contacts.ts';
import { editorOf } from '#lib/server/editor.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf(contactsForm, { leadsTo: (slug) => `/workspace/organizations/${slug}` });

export const load: PageServerLoad = editor.load;
export const actions: Actions = editor.actions;
