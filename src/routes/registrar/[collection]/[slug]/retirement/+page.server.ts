import { randomUUID } from 'node:crypto';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { typeOfCollection } from '#lib/components/text/record_address.ts';
import { displayName } from '#lib/domain/display_name.ts';
import { retirementSchema, returnSchema } from '#lib/domain/forms/retirement.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { noteHiddenRead } from '#lib/server/accounts/audit.ts';
import { db } from '#lib/server/db/pool.ts';
import type { Outcome } from '#lib/server/editing/propose.ts';
import { findRetirable, retireRecord, returnRecord } from '#lib/server/editing/retirement.ts';
import { readForm, refuse, type FormValues } from '#lib/server/forms.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import { labelsOf, mentionedIn } from '#lib/server/registry/labels.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

type RetirementEvent = RequestEvent<{ collection: string; slug: string }>;

export const load: PageServerLoad = async (event) => {
	const { actor, record, type } = await open(event);
	const { document, id, version } = record;
	await noteHiddenRead(db(), actor, id, [document]);
	const [reference, labels] = await Promise.all([referenceData(db()), labelsOf(db(), mentionedIn(document))]);
	const name = { name_ar: displayName(document.names, 'ar'), name_en: displayName(document.names, 'en') };
	return {
		...{ id, type, document, name, reference, labels, slug: document.slug ?? null },
		...{ base_version: version, submission_key: randomUUID() }
	};
};

export const actions: Actions = {
	retire: async (event) => {
		const { actor, record, type } = await open(event);
		const form = await readForm(event.request, retirementSchema);
		if (!form.ok) return refuse(form, form.errors);
		const { id } = record;
		return answer(event, form, await retireRecord(db(), actor, { type, id, ...form.input }), 'retired');
	},
	return: async (event) => {
		const { actor, record, type } = await open(event);
		const form = await readForm(event.request, returnSchema);
		if (!form.ok) return refuse(form, form.errors);
		const { id } = record;
		return answer(event, form, await returnRecord(db(), actor, { type, id, ...form.input }), 'returned');
	}
};

function answer(
	{ locals }: RetirementEvent,
	form: { values: FormValues },
	outcome: Outcome,
	done: 'retired' | 'returned'
) {
	if ('refused' in outcome) return refuse(form, { form: outcome.refused as MessageKey });
	if ('conflicts' in outcome) return refuse(form, { form: 'merge.moved' }, 409);
	redirect(303, localPath(locals.lang, `/registrar/retired?done=${done}`));
}

async function open(event: RetirementEvent) {
	const { actor } = requireRegistrar(event);
	const type = typeOfCollection(event.params.collection);
	const record = type && (await findRetirable(db(), type, event.params.slug));
	if (!record || (record.document.type === 'person' && record.document.display === 'erased'))
		error(404, { message: 'problem.not_found' });
	return { actor, record, type: record.document.type };
}
