import { randomUUID } from 'node:crypto';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { diff } from '#lib/domain/change.ts';
import { profileRows, profileSchema, profileValues, withProfile } from '#lib/domain/forms/profile.ts';
import { decide, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { openForEditing, saveRevision, type Editable } from '#lib/server/editing/revise.ts';
import { dropBlankRows, readForm, refuse, valuesOf } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf, mentionedIn } from '#lib/server/registry/labels.ts';
import { listCities, referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireActor(event);
	const { current: document, current_version } = await open(event, actor);
	const [reference, cities, labels] = await Promise.all([
		referenceData(db()),
		listCities(db()),
		labelsOf(db(), [document.id!, ...mentionedIn(document)])
	]);
	const values = {
		...profileValues(document),
		base_version: String(current_version),
		submission_key: randomUUID()
	};
	return { reference, cities, labels, organization: labels[document.id!]!, slug: document.slug!, values };
};

const state = v.object({
	base_version: v.pipe(v.string(), v.toNumber(), v.integer()),
	submission_key: v.pipe(v.string(), v.uuid()),
	/** The version that the page of conflicts showed. */
	seen_version: v.optional(v.pipe(v.string(), v.toNumber(), v.integer())),
	choices: v.optional(v.record(v.string(), v.picklist(['mine', 'theirs'])), {})
});
const schema = v.object({ ...profileSchema.entries, ...state.entries });

export const actions: Actions = {
	/** Back to the form, with one more empty row where that was asked for. */
	edit: async (event) => {
		requireActor(event);
		return { step: 'edit' as const, errors: {}, values: valuesOf(await event.request.formData()) };
	},

	check: async (event) => {
		const { actor } = requireActor(event);
		const form = await read(event);
		if (!form.ok) return refuse(form, form.errors);
		const editable = await open(event, actor, form.input.base_version);
		const operations = diff(editable.document, withProfile(editable.document, form.input));
		if (operations.length === 0) return refuse(form, { form: 'profile.nothing_changed' });
		const role = roleOf(actor, [editable.id]);
		const decisions = operations.map((operation) =>
			decide(role, 'organization', editable.document, operation)
		);
		return {
			step: 'check' as const,
			errors: {},
			values: form.values,
			now: operations.filter((_, index) => decisions[index] === 'apply'),
			later: operations.filter((_, index) => decisions[index] === 'review')
		};
	},

	save: async (event) => {
		const { actor } = requireActor(event);
		const form = await read(event);
		if (!form.ok) return refuse(form, form.errors);
		const { base_version, seen_version, submission_key, choices, reason } = form.input;
		const editable = await open(event, actor, base_version);
		const shown = seen_version === undefined ? undefined : await open(event, actor, seen_version);
		const outcome = await saveRevision(db(), actor, editable, withProfile(editable.document, form.input), {
			choices: new Map(Object.entries(choices).map(([path, choice]) => [path.replaceAll(':', '/'), choice])),
			shown: shown?.document,
			reason,
			submission_key
		});
		if ('refused' in outcome) return refuse(form, { form: outcome.refused as MessageKey });
		if ('conflicts' in outcome) {
			return fail(409, {
				step: 'conflict' as const,
				errors: {},
				values: form.values,
				seen_version: outcome.version,
				conflicts: outcome.conflicts
			});
		}
		const query = outcome.waiting.length > 0 ? '?saved=waiting' : '?saved=now';
		const slug = encodeURIComponent(event.params.slug);
		redirect(303, localPath(event.locals.lang, `/organizations/${slug}${query}`));
	}
};

type ProfileEvent = RequestEvent<{ slug: string }>;

async function read({ request }: ProfileEvent) {
	return readForm(dropBlankRows(await request.formData(), profileRows), schema);
}

async function open(event: ProfileEvent, actor: Actor, version?: number): Promise<Editable<'organization'>> {
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug, version);
	if (!editable) error(404, { message: 'problem.not_found' });
	return editable;
}
