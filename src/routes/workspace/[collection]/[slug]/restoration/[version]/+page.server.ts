import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { typeOfCollection } from '#lib/components/text/record_address.ts';
import { longText } from '#lib/domain/documents/common.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { findRestoration, restoreVersion } from '#lib/server/editing/restore.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const [restoration, reference] = await Promise.all([find(event, actor), referenceData(db())]);
	const { type, version } = askedBy(event);
	return { restoration, reference, type, version, slug: event.params.slug, submission_key: randomUUID() };
};

const schema = v.object({
	base_version: v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1)),
	submission_key: v.pipe(v.string(), v.uuid()),
	reason: longText(1000)
});

export const actions: Actions = {
	default: async (event) => {
		const { actor } = requireActor(event);
		await find(event, actor);
		const form = await readForm(event.request, schema);
		if (!form.ok) return refuse(form, form.errors);
		const outcome = await restoreVersion(db(), actor, { ...askedBy(event), ...form.input });
		if ('refused' in outcome) return refuse(form, { form: outcome.refused as MessageKey });
		// What is shown anew is the restoration on the page as it stands now.
		if ('conflicts' in outcome) return fail(409, { values: form.values, errors: {}, hasMoved: true });
		const { collection, slug } = event.params;
		const saved = outcome.waiting.length > 0 ? 'waiting' : 'now';
		redirect(
			303,
			localPath(event.locals.lang, `/${collection}/${encodeURIComponent(slug)}/history?saved=${saved}`)
		);
	}
};

type RestorationEvent = RequestEvent<{ collection: string; slug: string; version: string }>;

function askedBy({ params }: RestorationEvent) {
	const type = typeOfCollection(params.collection);
	if (!type || !/^\d{1,9}$/.test(params.version)) error(404, { message: 'problem.not_found' });
	return { type, record: params.slug, version: Number(params.version) };
}

async function find(event: RestorationEvent, actor: Actor) {
	const restoration = await findRestoration(db(), actor, askedBy(event));
	if (!restoration) error(404, { message: 'problem.not_found' });
	return restoration;
}
