import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	conferenceProposalSchema,
	namesProposed,
	occasionProposed,
	organizerRows,
	organizersAsked,
	organizersChosen,
	proposedConference,
	type ConferenceProposal
} from '#lib/domain/forms/conference_proposal.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { proposeRecord } from '#lib/server/editing/proposals.ts';
import { numberedAs } from '#lib/server/editor/answers.ts';
import { questionsOf } from '#lib/server/editor/questions.ts';
import { dropBlankRows, readForm, refuse, valuesOf, type FormValues } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { findConferenceLookAlikes, listSeries } from '#lib/server/registry/conference_search.ts';
import type { ConferenceItem } from '#lib/server/registry/conferences.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import { listCities, referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireActor(event);
	const [reference, series, cities] = await Promise.all([
		referenceData(db()),
		listSeries(db()),
		listCities(db())
	]);
	return {
		reference,
		series,
		cities,
		submission_key: randomUUID(),
		carried_form: { id: 'proposal', action: '?/edit' }
	};
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
		const led = await leadToOrganizers(form);
		return 'answer' in led ? led.answer : compare(form, await lookAlikesOf(form.input));
	},

	propose: async (event) => {
		const { actor } = requireActor(event);
		const form = await read(event);
		if (!form.ok) return refuse(form, form.errors);
		const led = await leadToOrganizers(form);
		if ('answer' in led) return led.answer;
		const { seen, submission_key, reason } = form.input;
		const look_alikes = await lookAlikesOf(form.input);
		if (look_alikes.some(({ id }) => !seen.split(' ').includes(id))) return compare(form, look_alikes);
		const after = proposedConference(form.input);
		const outcome = await proposeRecord(db(), actor, { after, reason, submission_key });
		if ('refused' in outcome) return refuse(form, { form: outcome.refused as MessageKey });
		const isWaiting = 'waiting' in outcome && outcome.waiting.length > 0;
		const place = isWaiting ? '/workspace?done=proposed' : `/id/${outcome.id}`;
		redirect(303, localPath(event.locals.lang, place));
	}
};

const read = async ({ request }: RequestEvent) =>
	readForm(dropBlankRows(await request.formData(), organizerRows), schema);

type Read = { input: ConferenceProposal; values: FormValues };

/** What has to be answered of the organizers: who is meant by a name, or that a chosen body is not on the register. */
async function leadToOrganizers({ input, values }: Read) {
	const questions = await questionsOf(organizersAsked(input), values);
	if (questions.length > 0) return { answer: { step: 'people' as const, errors: {}, values, questions } };
	const chosen = organizersChosen(input);
	const labels = await labelsOf(
		db(),
		chosen.map(({ id }) => id)
	);
	const unknown = chosen.filter(({ id }) => labels[id]?.type !== 'organization');
	if (unknown.length === 0) return {};
	const errors = unknown.map(({ n }) => [
		numberedAs(values, `organizers.${n}.body_name`),
		'refusal.unknown_reference' as const
	]);
	return { answer: refuse({ values }, Object.fromEntries(errors)) };
}

const lookAlikesOf = (input: ConferenceProposal) =>
	findConferenceLookAlikes(db(), namesProposed(input), occasionProposed(input), {
		isSeries: input.kind === 'series'
	});

async function compare({ input, values }: Read, look_alikes: ConferenceItem[]) {
	const seen = look_alikes.map(({ id }) => id).join(' ');
	const chosen = organizersChosen(input).map(({ id }) => id);
	const labels = await labelsOf(db(), chosen);
	return { step: 'check' as const, errors: {}, values: { ...values, seen }, look_alikes, labels };
}
