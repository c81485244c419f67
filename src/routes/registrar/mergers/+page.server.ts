import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { listMergers } from '#lib/server/editing/mergers.ts';
import { undoMerger } from '#lib/server/editing/unmerge.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRegistrar(event);
	const done = event.url.searchParams.get('done');
	return { mergers: await listMergers(db()), done: done === 'merged' || done === 'undone' ? done : null };
};

const undoing = v.object({ merger_id: v.pipe(v.string(), v.uuid()) });

export const actions: Actions = {
	undo: async (event) => {
		const { actor } = requireRegistrar(event);
		const form = await readForm(event.request, undoing);
		if (!form.ok) return refuse(form, form.errors);
		const outcome = await undoMerger(db(), actor, form.input.merger_id);
		if ('refused' in outcome) return refuse(form, { form: outcome.refused as MessageKey });
		redirect(303, localPath(event.locals.lang, '/registrar/mergers?done=undone'));
	}
};
