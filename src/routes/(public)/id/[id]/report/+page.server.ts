import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { longText, webAddress } from '#lib/domain/documents/common.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { reportError, reportToken } from '#lib/server/editing/reports.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { labelsOf, type Label } from '#lib/server/registry/labels.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const record = await find(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	return { record, token: reportToken(), carried_form: { id: 'report', action: '' } };
};

const schema = v.object({
	text: longText(4000),
	source_url: v.optional(webAddress),
	email: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(320), v.email('error.not_an_email'))),
	token: v.string()
});

export const actions: Actions = {
	default: async (event) => {
		const { id } = await find(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return refuse(form, form.errors);
		const address = event.getClientAddress();
		const outcome = await reportError(db(), { ...form.input, record_id: id, address });
		if ('refused' in outcome) {
			const status = outcome.refused === 'report.too_many' ? 429 : 422;
			return refuse(form, { form: outcome.refused as MessageKey }, status);
		}
		redirect(303, localPath(event.locals.lang, `/reports/${outcome.token}`));
	}
};

/** The record that is public under this number, or the one that it has become. */
async function find({ params }: RequestEvent<{ id: string }>): Promise<Label> {
	const asked = params.id.toLowerCase();
	const label = (await labelsOf(db(), [asked]))[asked];
	if (!label) error(404, { message: 'problem.not_found' });
	return label;
}
