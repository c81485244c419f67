import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { longText } from '#lib/domain/documents/common.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { listDueReviews } from '#lib/server/editing/display.ts';
import { answerReport, listReports } from '#lib/server/editing/reports.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireRegistrar(event);
	const [reports, due] = await Promise.all([listReports(db()), listDueReviews(db())]);
	return { reports, due, isDone: event.url.searchParams.get('done') === 'answered' };
};

const schema = v.object({
	report_id: v.pipe(v.string(), v.uuid()),
	state: v.picklist(['mended', 'kept']),
	answer: longText(2000)
});

export const actions: Actions = {
	default: async (event) => {
		const { actor } = requireRegistrar(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return refuse(form, form.errors);
		const outcome = await answerReport(db(), actor, form.input);
		if ('refused' in outcome) return refuse(form, { form: outcome.refused as MessageKey });
		redirect(303, localPath(event.locals.lang, '/registrar/reports?done=answered'));
	}
};
