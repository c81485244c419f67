import { error } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { findConferences } from '#lib/server/registry/conference_search.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug);
	if (!editable) error(404, { message: 'problem.not_found' });
	const { id } = editable;
	const q = event.url.searchParams.get('q')?.slice(0, 200) ?? '';
	const [labels, reference, found, participations] = await Promise.all([
		labelsOf(db(), [id]),
		referenceData(db()),
		findConferences(db(), q),
		participationsOf(db(), { organization: id })
	]);
	const attended = participations.map(({ conference }) => conference.id);
	return { organization: labels[id]!, reference, q, found, attended };
};
