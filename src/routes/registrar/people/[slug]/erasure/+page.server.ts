import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { displayName } from '#lib/domain/display_name.ts';
import { erasureSchema } from '#lib/domain/forms/erasure.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { noteHiddenRead } from '#lib/server/accounts/audit.ts';
import { db } from '#lib/server/db/pool.ts';
import { eraseMailFiles } from '#lib/server/delivery/mail_files.ts';
import { openPerson } from '#lib/server/editing/display.ts';
import { erasePerson } from '#lib/server/editing/erase.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireRegistrar } from '#lib/server/http/guard.ts';
import { readEnv } from '#lib/server/platform/env.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { allPostsOf, patronagesOf } from '#lib/server/registry/people.ts';
import type { Actions, PageServerLoad } from './$types';

type PersonEvent = RequestEvent<{ slug: string }>;

export const load: PageServerLoad = async (event) => {
	const { actor, person } = await open(event);
	await noteHiddenRead(db(), actor, person.id, [person.document]);
	const [posts, patronages, participations] = await Promise.all([
		allPostsOf(db(), person.id),
		patronagesOf(db(), person.id),
		participationsOf(db(), { person: person.id })
	]);
	const { names } = person.document;
	return {
		name: { name_ar: displayName(names, 'ar'), name_en: displayName(names, 'en') },
		id: person.id,
		counts: {
			posts: posts.length,
			conferences: patronages.length + participations.length,
			versions: person.version
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor, person } = await open(event);
		const form = await readForm(event.request, erasureSchema);
		if (!form.ok) return refuse(form, form.errors);
		const erased = await erasePerson(db(), actor, { person_id: person.id, reason: form.input.reason });
		if ('refused' in erased) return refuse(form, { form: erased.refused as MessageKey });
		eraseMailFiles(readEnv().dataDir, erased);
		redirect(303, localPath(event.locals.lang, '/registrar/audit?action=person_erased'));
	}
};

async function open(event: PersonEvent) {
	const { actor } = requireRegistrar(event);
	const person = await openPerson(db(), actor, event.params.slug);
	if (!person) error(404, { message: 'problem.not_found' });
	return { actor, person };
}
