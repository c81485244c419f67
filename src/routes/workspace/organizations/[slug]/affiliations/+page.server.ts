import { randomUUID } from 'node:crypto';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { longText, registryId } from '#lib/domain/documents/common.ts';
import { requiredDate } from '#lib/domain/forms/date.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import {
	answerAffiliation,
	listAffiliationRequests,
	proposeAffiliation
} from '#lib/server/editing/affiliations.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf, mentionedIn } from '#lib/server/registry/labels.ts';
import { findOrganizations } from '#lib/server/registry/organization_search.ts';
import type { Actions, PageServerLoad } from './$types';

const savedSteps = ['proposed', 'answered', 'now', 'waiting'] as const;

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const { id, current: document } = await open(event, actor);
	const q = event.url.searchParams.get('q')?.slice(0, 200) ?? '';
	const [labels, requests, found] = await Promise.all([
		labelsOf(db(), [id, ...mentionedIn(document)]),
		listAffiliationRequests(db(), id),
		findOrganizations(db(), q, id)
	]);
	const saved = savedSteps.find((step) => step === event.url.searchParams.get('saved'));
	return {
		organization: labels[id]!,
		...{ kind: document.kind, affiliations: document.affiliations, labels, requests, q, found },
		submission_key: randomUUID(),
		saved: saved ?? null
	};
};

const proposal = v.object({
	submission_key: v.pipe(v.string(), v.uuid()),
	other: v.optional(registryId),
	side: v.picklist(['organization', 'association']),
	from: requiredDate,
	leaving: v.optional(v.string()),
	note: v.optional(longText(1000))
});
const answering = v.object({
	id: v.pipe(v.string(), v.uuid()),
	state: v.picklist(['confirmed', 'declined', 'withdrawn']),
	reason: v.optional(longText(1000))
});

export const actions: Actions = {
	propose: async (event) => {
		const { actor } = requireActor(event);
		const { id } = await open(event, actor);
		const form = await readForm(event.request, proposal);
		if (!form.ok) return refuse(form, form.errors);
		const { other, side, ...rest } = form.input;
		if (!other) return refuse(form, { other: 'affiliation.choose' });
		const sides =
			side === 'organization'
				? { organization_id: id, association_id: other }
				: { organization_id: other, association_id: id };
		const made = await proposeAffiliation(db(), actor, { ...rest, ...sides, side });
		if ('refused' in made) return refuse(form, { form: made.refused as MessageKey });
		leadBack(event, 'proposed');
	},

	answer: async (event) => {
		const { actor } = requireActor(event);
		await open(event, actor);
		const form = await readForm(event.request, answering);
		if (!form.ok) return refuse(form, form.errors);
		const { id, ...answer } = form.input;
		const answered = await answerAffiliation(db(), actor, id, answer);
		if ('refused' in answered) return refuse(form, { form: answered.refused as MessageKey });
		leadBack(event, 'answered');
	}
};

type AffiliationEvent = RequestEvent<{ slug: string }>;

async function open(event: AffiliationEvent, actor: Actor) {
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug);
	if (!editable) error(404, { message: 'problem.not_found' });
	return editable;
}

function leadBack({ params, locals }: AffiliationEvent, saved: string): never {
	const slug = encodeURIComponent(params.slug);
	redirect(303, localPath(locals.lang, `/workspace/organizations/${slug}/affiliations?saved=${saved}`));
}
