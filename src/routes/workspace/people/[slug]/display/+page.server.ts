import { randomUUID } from 'node:crypto';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { displayName } from '#lib/domain/display_name.ts';
import { displaySchema, postDisplaySchema } from '#lib/domain/forms/display.ts';
import { can, roleOf } from '#lib/domain/permissions.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { noteHiddenRead } from '#lib/server/accounts/audit.ts';
import { email } from '#lib/server/accounts/email.ts';
import { db } from '#lib/server/db/pool.ts';
import { listProposedNames, openPerson, setDisplay, setPostDisplay } from '#lib/server/editing/display.ts';
import { listOwnLinks, revokeOwnLink, sendOwnLink } from '#lib/server/editing/own_links.ts';
import type { Outcome } from '#lib/server/editing/propose.ts';
import { readForm, refuse, type FormValues } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { allPostsOf } from '#lib/server/registry/people.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

type PersonEvent = RequestEvent<{ slug: string }>;

export const load: PageServerLoad = async (event) => {
	const { actor, person } = await open(event);
	await noteHiddenRead(db(), actor, person.id, [person.document]);
	const maySend = can(person.role, 'send_own_link');
	const [posts, reference, proposed, links] = await Promise.all([
		allPostsOf(db(), person.id),
		referenceData(db()),
		listProposedNames(db(), person.id),
		maySend ? listOwnLinks(db(), person.id) : null
	]);
	const { names, display, display_review_on = '', slug = '' } = person.document;
	const done = event.url.searchParams.get('done') ?? '';
	return {
		...{ id: person.id, slug, display, review_on: display_review_on, reference, links },
		name: { name_ar: displayName(names, 'ar'), name_en: displayName(names, 'en') },
		posts: posts.filter(({ organization }) => can(roleOf(actor, [organization.id]), 'edit')),
		known_as: names.filter(({ kind }) => kind === 'known_as').map(({ value }) => value),
		...{ proposed, submission_key: randomUUID() },
		done: doneMessages[done] ?? null
	};
};

const doneMessages: Record<string, MessageKey | undefined> = {
	now: 'display.done_now',
	waiting: 'display.done_waiting',
	sent: 'own_link.done_sent',
	revoked: 'own_link.done_revoked'
};

const sending = v.object({ email, language: v.picklist(['ar', 'en']) });
const revoking = v.object({ link_id: v.pipe(v.string(), v.uuid()) });

export const actions: Actions = {
	send: async (event) => {
		const { actor, person } = await open(event);
		const form = await readForm(event.request, sending);
		if (!form.ok) return refuse(form, form.errors);
		const sent = await sendOwnLink(db(), actor, { person_id: person.id, ...form.input });
		if ('refused' in sent) return refuse(form, { [sent.path ?? 'form']: sent.refused as MessageKey });
		return leadBack(event, person.id, 'sent');
	},

	revoke: async (event) => {
		const { actor, person } = await open(event);
		const form = await readForm(event.request, revoking);
		if (!form.ok) return refuse(form, form.errors);
		const revoked = await revokeOwnLink(db(), actor, { person_id: person.id, ...form.input });
		if ('refused' in revoked) return refuse(form, { form: revoked.refused as MessageKey });
		return leadBack(event, person.id, 'revoked');
	},

	set: async (event) => {
		const { actor, person } = await open(event);
		const form = await readForm(event.request, displaySchema);
		if (!form.ok) return refuse(form, form.errors);
		return answer(event, form, person.id, await setDisplay(db(), actor, person.id, form.input));
	},

	set_post: async (event) => {
		const { actor, person } = await open(event);
		const form = await readForm(event.request, postDisplaySchema);
		if (!form.ok) return refuse(form, form.errors);
		const { post_display: display, ...post } = form.input;
		return answer(event, form, person.id, await setPostDisplay(db(), actor, { ...post, display }));
	}
};

async function open(event: PersonEvent) {
	const { actor } = requireActor(event);
	const person = await openPerson(db(), actor, event.params.slug);
	if (!person) error(404, { message: 'problem.not_found' });
	return { actor, person };
}

function answer(event: PersonEvent, form: { values: FormValues }, id: string, outcome: Outcome) {
	if ('refused' in outcome) return refuse(form, { [outcome.path ?? 'form']: outcome.refused as MessageKey });
	if ('conflicts' in outcome) return refuse(form, { form: 'refusal.decided_already' }, 409);
	return leadBack(event, id, outcome.waiting.length > 0 ? 'waiting' : 'now');
}

/** The address may have changed with the name that it tells; the number stays. */
function leadBack({ locals }: PersonEvent, id: string, done: string): never {
	redirect(303, localPath(locals.lang, `/workspace/people/${id}/display?done=${done}`));
}
