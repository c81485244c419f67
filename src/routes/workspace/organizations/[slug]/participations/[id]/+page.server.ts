import { error } from '@sveltejs/kit';
import { todayIn } from '#lib/domain/dates.ts';
import { participationForm } from '#lib/domain/forms/participation.ts';
import { db } from '#lib/server/db/pool.ts';
import { participationEditorOf } from '#lib/server/editor.ts';
import { findConferenceOf, holdersAt } from '#lib/server/registry/participations.ts';
import { standingsOf } from '#lib/server/registry/standings.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = participationEditorOf(() => participationForm(todayIn()), {
	leadsTo: (slug) => `/workspace/organizations/${slug}/participations`
});

export const load: PageServerLoad = async (event) => {
	const data = await editor.load(event);
	const conference = await findConferenceOf(db(), event.params.id);
	if (!conference) error(404, { message: 'problem.not_found' });
	const [holders, standings] = await Promise.all([
		holdersAt(db(), data.subject.id, conference.id),
		standingsOf(db(), [event.params.id])
	]);
	return { ...data, conference, holders, answers: standings.get(event.params.id) ?? [] };
};

export const actions: Actions = editor.actions;
