import { todayIn } from '#lib/domain/dates.ts';
import { participationForm } from '#lib/domain/forms/participation.ts';
import { db } from '#lib/server/db/pool.ts';
import { newParticipationEditorOf } from '#lib/server/editor.ts';
import { holdersAt } from '#lib/server/registry/participations.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = newParticipationEditorOf(() => participationForm(todayIn()), {
	leadsTo: (slug) => `/workspace/organizations/${slug}/participations`
});

export const load: PageServerLoad = async (event) => {
	const data = await editor.load(event);
	const conference = data.labels[event.params.conference]!;
	return { ...data, conference, holders: await holdersAt(db(), data.subject.id, conference.id) };
};

export const actions: Actions = editor.actions;
