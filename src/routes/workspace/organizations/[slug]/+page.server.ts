import { error } from '@sveltejs/kit';
import { completenessOf } from '#lib/domain/completeness.ts';
import { todayIn } from '#lib/domain/dates.ts';
import { db } from '#lib/server/db/pool.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug);
	if (!editable) error(404, { message: 'problem.not_found' });
	const { id, current: document } = editable;
	const labels = await labelsOf(db(), [id]);
	const saved = event.url.searchParams.get('saved');
	return {
		organization: labels[id]!,
		completeness: completenessOf(document, todayIn()),
		saved: saved === 'now' || saved === 'waiting' ? saved : null
	};
};
