import { error } from '@sveltejs/kit';
import { organizersOf } from '#lib/domain/permissions.ts';
import { db } from '#lib/server/db/pool.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const editable = await openForEditing(db(), actor, 'conference', event.params.slug);
	if (!editable) error(404, { message: 'problem.not_found' });
	const { id, current } = editable;
	const organizers = organizersOf(current);
	const [labels, participations, waiting] = await Promise.all([
		labelsOf(db(), [id]),
		participationsOf(db(), { conference: id }),
		listWaiting(db(), [id])
	]);
	const saved = event.url.searchParams.get('saved');
	return {
		conference: labels[id]!,
		counts: {
			participations: participations.length,
			unanswered: participations.filter(
				({ standing, organization }) => standing === null && !organizers.includes(organization.id)
			).length,
			waiting: waiting.length
		},
		saved: saved === 'now' || saved === 'waiting' ? saved : null
	};
};
