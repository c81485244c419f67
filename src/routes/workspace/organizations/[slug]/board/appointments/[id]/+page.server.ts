import { error } from '@sveltejs/kit';
import { appointmentForm, NEW_POST } from '#lib/domain/forms/appointment.ts';
import { db } from '#lib/server/db/pool.ts';
import { editorOf } from '#lib/server/editor.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf((event) => appointmentForm(event.params.id ?? NEW_POST), {
	leadsTo: (slug) => `/workspace/organizations/${slug}/board`
});

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug);
	const { board_terms = [], appointments = [] } = editable?.current ?? {};
	const { id } = event.params;
	// Of a post that somebody removed while its form was open, what was typed is still shown.
	const isShown =
		id === NEW_POST || event.request.method === 'POST' || appointments.some((post) => post.id === id);
	if (!editable || !isShown) error(404, { message: 'problem.not_found' });
	return { ...(await editor.load(event)), board_terms };
};

export const actions: Actions = editor.actions;
