import { randomUUID } from 'node:crypto';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { registryId } from '#lib/domain/documents/common.ts';
import { evidence } from '#lib/domain/forms/claim.ts';
import { organizersOf, speaksFor, type Actor } from '#lib/domain/permissions.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { answerParticipation } from '#lib/server/editing/standings.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { standingsOf } from '#lib/server/registry/standings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const { id, current: conference } = await open(event, actor);
	const [labels, reference, participations] = await Promise.all([
		labelsOf(db(), [id]),
		referenceData(db()),
		participationsOf(db(), { conference: id })
	]);
	const standings = await standingsOf(
		db(),
		participations.map((item) => item.id)
	);
	const organizers = organizersOf(conference);
	return {
		conference: labels[id]!,
		reference,
		items: participations.map((item) => ({
			item,
			answers: standings.get(item.id) ?? [],
			isOwn: organizers.includes(item.organization.id),
			submission_key: randomUUID()
		})),
		mayAnswer: speaksFor(actor, organizers) !== undefined,
		isSaved: event.url.searchParams.get('saved') === 'answered'
	};
};

const answering = v.object({
	submission_key: v.pipe(v.string(), v.uuid()),
	participation: registryId,
	after: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
	state: v.picklist(['confirmed', 'disputed']),
	reason: v.optional(v.pipe(evidence, v.maxLength(1000, 'error.too_long')))
});

export const actions: Actions = {
	answer: async (event) => {
		const { actor } = requireActor(event);
		await open(event, actor);
		const form = await readForm(event.request, answering);
		if (!form.ok) return refuse(form, form.errors);
		const answered = await answerParticipation(db(), actor, form.input);
		if ('refused' in answered)
			return refuse(form, { [answered.path ?? 'form']: answered.refused as MessageKey });
		const slug = encodeURIComponent(event.params.slug);
		const place = `/workspace/conferences/${slug}/participations?saved=answered`;
		redirect(303, localPath(event.locals.lang, place));
	}
};

async function open(event: RequestEvent<{ slug: string }>, actor: Actor) {
	const editable = await openForEditing(db(), actor, 'conference', event.params.slug);
	if (!editable) error(404, { message: 'problem.not_found' });
	return editable;
}
