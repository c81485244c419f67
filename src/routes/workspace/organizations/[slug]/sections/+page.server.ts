import { error } from '@sveltejs/kit';
import { db } from '#lib/server/db/pool.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { sectionsOf } from '#lib/server/registry/organizations.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug);
	if (!editable) error(404, { message: 'problem.not_found' });
	const [labels, sections] = await Promise.all([
		labelsOf(db(), [editable.id]),
		sectionsOf(db(), editable.id)
	]);
	return { organization: labels[editable.id]!, sections };
};
