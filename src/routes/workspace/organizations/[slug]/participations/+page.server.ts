import { error } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug);
	if (!editable) error(404, { message: 'problem.not_found' });
	const { id } = editable;
	const [labels, reference, participations, withdrawn] = await Promise.all([
		labelsOf(db(), [id]),
		referenceData(db()),
		participationsOf(db(), { organization: id }),
		participationsOf(db(), { organization: id, isWithdrawn: true })
	]);
	const saved = event.url.searchParams.get('saved');
	return {
		organization: labels[id]!,
		...{ reference, participations, withdrawn },
		saved: saved === 'now' || saved === 'waiting' ? saved : null
	};
};
