import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	proposalSchema,
	proposedDocument,
	proposedNames,
	type ProposalInput
} from '#lib/domain/forms/proposal.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { proposeRecord } from '#lib/server/editing/proposals.ts';
import { readForm, refuse, valuesOf } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { findAssociation, listAssociationNames } from '#lib/server/registry/associations.ts';
import { labelsOf, type Label } from '#lib/server/registry/labels.ts';
import { findLookAlikes } from '#lib/server/registry/look_alikes.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { listCities } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireActor(event);
	const [associations, cities, whole] = await Promise.all([
		listAssociationNames(db()),
		listCities(db()),
		findWhole(event.url.searchParams.get('part_of'))
	]);
	const begun = { submission_key: randomUUID(), ...(whole && { part_of: whole.slug!, kind: 'section' }) };
	return { associations, cities, begun, whole, carried_form: { id: 'proposal', action: '?/edit' } };
};

const schema = v.object({
	...proposalSchema.entries,
	submission_key: v.pipe(v.string(), v.uuid()),
	/** Ids of the look-alikes that the proposer has seen and passed over. */
	seen: v.optional(v.string(), '')
});

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
		return compare(form, await findLookAlikes(db(), proposedNames(form.input)));
	},

	propose: async (event) => {
		const { actor } = requireActor(event);
		const form = await read(event);
		if (!form.ok) return refuse(form, form.errors);
		const { seen, submission_key, reason } = form.input;
		const look_alikes = await findLookAlikes(db(), proposedNames(form.input));
		if (look_alikes.some(({ id }) => !seen.split(' ').includes(id))) return compare(form, look_alikes);
		const after = proposedDocument(form.input, form);
		const outcome = await proposeRecord(db(), actor, { after, reason, submission_key });
		if ('refused' in outcome) return refuse(form, { form: outcome.refused as MessageKey });
		const isWaiting = 'waiting' in outcome && outcome.waiting.length > 0;
		const place = isWaiting ? '/workspace?done=proposed' : `/id/${outcome.id}`;
		redirect(303, localPath(event.locals.lang, place));
	}
};

type Input = ProposalInput & { submission_key: string; seen: string };

async function read({ request }: RequestEvent) {
	const form = await readForm(request, schema);
	if (!form.ok) return form;
	const { association } = form.input;
	const association_id = association ? await findAssociation(db(), association) : undefined;
	const whole = await findWhole(form.input.part_of);
	if (association && !association_id) {
		const errors: Record<string, MessageKey> = { association: 'proposal.association_unknown' };
		return { ok: false as const, values: form.values, errors };
	}
	if (form.input.part_of && !whole) {
		const errors: Record<string, MessageKey> = { form: 'proposal.whole_unknown' };
		return { ok: false as const, values: form.values, errors };
	}
	return { ...form, association_id, part_of: whole?.id };
}

/** The body on the register of which the new one is to be a section. */
async function findWhole(slug: string | null | undefined): Promise<Label | undefined> {
	const found = slug ? await findPublic(db(), 'organization', slug) : undefined;
	return found && 'id' in found ? (await labelsOf(db(), [found.id]))[found.id] : undefined;
}

function compare(
	{ values }: { input: Input; values: Record<string, string> },
	look_alikes: Awaited<ReturnType<typeof findLookAlikes>>
) {
	const seen = look_alikes.map(({ id }) => id).join(' ');
	return { step: 'check' as const, errors: {}, values: { ...values, seen }, look_alikes };
}
