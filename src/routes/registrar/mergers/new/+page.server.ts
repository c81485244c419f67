import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { longText } from '#lib/domain/documents/common.ts';
import { publicView } from '#lib/domain/public_view.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { noteHiddenRead } from '#lib/server/accounts/audit.ts';
import { db } from '#lib/server/db/pool.ts';
import { mergedTypes, mergeRecords } from '#lib/server/editing/merge.ts';
import { findPair, type Side } from '#lib/server/editing/mergers.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireRegistrar(event);
	const asked = askedBy(event.url);
	const [pair, reference] = await Promise.all([findPair(db(), asked.type, asked), referenceData(db())]);
	if (!('offers' in pair)) {
		const missing = (side: Side | null, typed: string): MessageKey | undefined =>
			side || typed === '' ? undefined : 'merge.not_found';
		const errors = { kept: missing(pair.kept, asked.kept), merged: missing(pair.merged, asked.merged) };
		return { asked, errors, reference, pair: null };
	}
	for (const { id, document } of [pair.kept, pair.merged]) await noteHiddenRead(db(), actor, id, [document]);
	const shown = (side: Side) => ({ ...side, document: publicView(side.document) });
	return {
		...{ asked, errors: {}, reference, submission_key: randomUUID() },
		pair: { ...pair, kept: shown(pair.kept), merged: shown(pair.merged) }
	};
};

const version = v.pipe(v.string(), v.toNumber(), v.integer());
const schema = v.object({
	kept_version: version,
	merged_version: version,
	/** The offers that were ticked: `p0` is the first. */
	take: v.optional(v.record(v.string(), v.string()), {}),
	reason: longText(1000),
	submission_key: v.pipe(v.string(), v.uuid())
});

export const actions: Actions = {
	default: async (event) => {
		const { actor } = requireRegistrar(event);
		const form = await readForm(event.request, schema);
		if (!form.ok) return refuse(form, form.errors);
		const asked = askedBy(event.url);
		const pair = await findPair(db(), asked.type, asked);
		if (!('offers' in pair)) return refuse(form, { form: 'refusal.record_gone' });
		const { take, ...input } = form.input;
		const chosen = pair.offers.filter((_, index) => take[`p${index}`]).map(({ path }) => path);
		const outcome = await mergeRecords(db(), actor, {
			...{ type: asked.type, kept_id: pair.kept.id, merged_id: pair.merged.id },
			...input,
			chosen: new Set(chosen)
		});
		if ('refused' in outcome) {
			return refuse(
				form,
				{ form: outcome.refused as MessageKey },
				outcome.refused === 'merge.moved' ? 409 : 422
			);
		}
		redirect(303, localPath(event.locals.lang, '/registrar/mergers?done=merged'));
	}
};

function askedBy({ searchParams }: URL) {
	const type = mergedTypes.find((each) => each === searchParams.get('type')) ?? 'organization';
	return { type, kept: searchParams.get('kept') ?? '', merged: searchParams.get('merged') ?? '' };
}
