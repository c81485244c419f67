import { error, fail, redirect } from '@sveltejs/kit';
import { completenessOf } from '#lib/domain/completeness.ts';
import { todayIn } from '#lib/domain/dates.ts';
import { localPath } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { confirmRecord } from '#lib/server/editing/confirmations.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import type { Actions, PageServerLoad } from './$types';

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
		confirmed_on: document.confirmed_on ?? null,
		saved: saved === 'now' || saved === 'waiting' ? saved : null
	};
};

export const actions: Actions = {
	confirm: async (event) => {
		const { actor } = requireActor(event);
		const editable = await openForEditing(db(), actor, 'organization', event.params.slug);
		if (!editable) error(404, { message: 'problem.not_found' });
		const outcome = await confirmRecord(db(), actor, editable.id);
		if ('refused' in outcome) return fail(422, { refused: outcome.refused });
		const slug = encodeURIComponent(event.params.slug);
		redirect(303, localPath(event.locals.lang, `/workspace/organizations/${slug}?saved=now`));
	}
};
