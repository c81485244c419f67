import { error } from '@sveltejs/kit';
import { todayIn } from '#lib/domain/dates.ts';
import { participationForm } from '#lib/domain/forms/participation.ts';
import { db } from '#lib/server/db/pool.ts';
import { newParticipationEditorOf } from '#lib/server/editor.ts';
import { holdersAt } from '#lib/server/registry/participations.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = newParticipationEditorOf(() => participationForm(todayIn()), {
	leadsTo: (slug) => `/workspace/organizations/${slug}/participations`
});

export const load: PageServerLoad = async (event) => {
	const [data, found] = await Promise.all([
		editor.load(event),
		findPublic(db(), 'conference', event.params.conference)
	]);
	const conference = found && 'id' in found ? data.labels[found.id] : undefined;
	if (!conference) error(404, { message: 'problem.not_found' });
	return { ...data, conference, holders: await holdersAt(db(), data.subject.id, conference.id) };
};

export const actions: Actions = editor.actions;
