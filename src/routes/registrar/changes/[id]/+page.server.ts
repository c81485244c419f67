import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { longText } from '#lib/domain/documents/common.ts';
import { decisionSchema, readDecision } from '#lib/domain/forms/decision.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { noteHiddenRead } from '#lib/server/accounts/audit.ts';
import { db } from '#lib/server/db/pool.ts';
import { findChange, neighboursOf, type ReviewedChange } from '#lib/server/editing/queue.ts';
import { approveChange, assignChange, returnChange } from '#lib/server/editing/review.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import { readRecord } from '#lib/server/registry/read.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { filterQuery, readFilter } from '../queue_filter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = requireRegistrar(event);
	const change = await find(event);
	const record = await readRecord(db(), change.type, change.record.id);
	if (record) await noteHiddenRead(db(), actor, record.id, [record.document]);
	const [neighbours, reference] = await Promise.all([
		neighboursOf(db(), readFilter(event.url, actor.account_id), change.id),
		referenceData(db())
	]);
	const query = filterQuery(event.url);
	const is_open = change.state === 'waiting' && change.proposed_by !== actor.account_id;
	return {
		...{ change, neighbours, reference, is_open, query },
		account_id: actor.account_id,
		done: event.url.searchParams.get('done'),
		...(is_open && { carried_form: { id: 'decision', action: `?/decide${query.replace('?', '&')}` } })
	};
};

const returning = v.object({ decision_reason: longText(1000) });

export const actions: Actions = {
	decide: async (event) => {
		const { actor } = requireRegistrar(event);
		const change = await find(event);
		const form = await readForm(event.request, decisionSchema);
		if (!form.ok) return refuse(form, form.errors);
		const { decision, missing } = readDecision(change.operations, form.input);
		if (missing.length > 0) {
			return refuse(form, Object.fromEntries(missing.map((field) => [field, 'review.why_missing' as const])));
		}
		const decided = await approveChange(db(), actor, change.id, decision);
		if ('refused' in decided) return refuse(form, { form: decided.refused as MessageKey });
		if ('conflicts' in decided) {
			return fail(409, { values: form.values, errors: {}, seen_version: decided.version });
		}
		const returned = decision.returned.size;
		const done = returned === 0 ? 'approved' : returned === change.operations.length ? 'returned' : 'partly';
		return goOn(event, done);
	},

	return: async (event) => {
		const { actor } = requireRegistrar(event);
		const change = await find(event);
		const form = await readForm(event.request, returning);
		if (!form.ok) return refuse(form, form.errors);
		const decided = await returnChange(db(), actor, change.id, form.input.decision_reason);
		if ('refused' in decided) return refuse(form, { form: decided.refused as MessageKey });
		return goOn(event, 'returned');
	},

	assign: (event) => assign(event, true),
	release: (event) => assign(event, false)
};

type ChangeEvent = RequestEvent<{ id: string }>;

async function assign(event: ChangeEvent, isMine: boolean) {
	const { actor } = requireRegistrar(event);
	const change = await find(event);
	const decided = await assignChange(db(), actor, change.id, isMine);
	if ('refused' in decided) return refuse({ values: {} }, { form: decided.refused as MessageKey });
	redirect(303, localPath(event.locals.lang, `/registrar/changes/${change.id}${filterQuery(event.url)}`));
}

async function find({ params }: ChangeEvent): Promise<ReviewedChange> {
	const change = v.is(v.pipe(v.string(), v.uuid()), params.id) && (await findChange(db(), params.id));
	if (!change) error(404, { message: 'problem.not_found' });
	return change;
}

/** To the next change that waits, or back to the queue where none does. */
async function goOn(event: ChangeEvent, done: string): Promise<never> {
	const { actor } = requireRegistrar(event);
	const filter = readFilter(event.url, actor.account_id);
	const { next } = await neighboursOf(db(), filter, event.params.id);
	const query = new URLSearchParams(filterQuery(event.url));
	query.set('done', done);
	redirect(303, localPath(event.locals.lang, `/registrar/changes${next ? `/${next}` : ''}?${query}`));
}
