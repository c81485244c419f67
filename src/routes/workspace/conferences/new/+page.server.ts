import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	conferenceProposalSchema,
	namesProposed,
	occasionProposed,
	proposedConference,
	type ConferenceProposal
} from '#lib/domain/forms/conference_proposal.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { proposeRecord } from '#lib/server/editing/proposals.ts';
import { dropBlankRows, readForm, refuse, valuesOf } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { findConferenceLookAlikes, listSeries } from '#lib/server/registry/conference_search.ts';
import type { ConferenceItem } from '#lib/server/registry/conferences.ts';
import { findNamed } from '#lib/server/registry/organization_search.ts';
import { listCities, referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireActor(event);
	const [reference, series, cities] = await Promise.all([
		referenceData(db()),
		listSeries(db()),
		listCities(db())
	]);
	return { reference, series, cities, submission_key: randomUUID(), carried_form: 'proposal' };
};

const schema = v.intersect([
	conferenceProposalSchema,
	v.object({
		submission_key: v.pipe(v.string(), v.uuid()),
		/** Ids of the look-alikes that the proposer has seen and passed over. */
		seen: v.optional(v.string(), '')
	})
]);

export const actions: Actions = {
	/** Back to the form. */
	edit: async (event) => {
		requireActor(event);
		return { step: 'edit' as const, errors: {}, values: valuesOf(await event.request.formData()) };
	},

	check: async (event) => {
		requireActor(event);
		const form = await read(event);
		if (!form.ok) return refuse(form, form.errors);
		return compare(form, await lookAlikesOf(form.input));
	},

	propose: async (event) => {
		const { actor } = requireActor(event);
		const form = await read(event);
		if (!form.ok) return refuse(form, form.errors);
		const { seen, submission_key, reason, organizers } = form.input;
		const look_alikes = await lookAlikesOf(form.input);
		if (look_alikes.some(({ id }) => !seen.split(' ').includes(id))) return compare(form, look_alikes);
		const known = await findNamed(
			db(),
			organizers.map(({ name }) => name)
		);
		const after = proposedConference(form.input, known);
		const outcome = await proposeRecord(db(), actor, { after, reason, submission_key });
		if ('refused' in outcome) return refuse(form, { form: outcome.refused as MessageKey });
		const isWaiting = 'waiting' in outcome && outcome.waiting.length > 0;
		const place = isWaiting ? '/workspace?done=proposed' : `/id/${outcome.id}`;
		redirect(303, localPath(event.locals.lang, place));
	}
};

const read = async ({ request }: RequestEvent) =>
	readForm(dropBlankRows(await request.formData(), { organizers: 'name' }), schema);

const lookAlikesOf = (input: ConferenceProposal) =>
	findConferenceLookAlikes(db(), namesProposed(input), occasionProposed(input), {
		isSeries: input.kind === 'series'
	});

function compare({ values }: { values: Record<string, string> }, look_alikes: ConferenceItem[]) {
	const seen = look_alikes.map(({ id }) => id).join(' ');
	return { step: 'check' as const, errors: {}, values: { ...values, seen }, look_alikes };
}
