import { randomUUID } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { correctionSchema, objectionSchema } from '#lib/domain/forms/own_data.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { ownPhotoSchema } from '#lib/domain/forms/photo.ts';
import { db } from '#lib/server/db/pool.ts';
import { correctOwn, listOwnAnswers, objectOwn } from '#lib/server/editing/own_answers.ts';
import { readImage } from '#lib/server/editing/images.ts';
import { findOwnLink } from '#lib/server/editing/own_links.ts';
import { showOwnPhoto, withdrawOwnPhoto } from '#lib/server/editing/photos.ts';
import type { Refusal } from '#lib/server/editing/refusal.ts';
import { readForm, refuse, type FormValues } from '#lib/server/forms.ts';
import { keepSecret } from '#lib/server/http/secret_page.ts';
import { findKeptPhoto, photosOf } from '#lib/server/registry/images.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { allPostsOf, patronagesOf } from '#lib/server/registry/people.ts';
import { readRecord } from '#lib/server/registry/read.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

type OwnEvent = RequestEvent<{ token: string }>;

export const load: PageServerLoad = async ({ params, setHeaders, url }) => {
	keepSecret(setHeaders);
	const id = await findOwnLink(db(), params.token);
	const person = id === undefined ? undefined : await readRecord(db(), 'person', id);
	if (!person) return { own: null, token: '' };
	const [found, posts, patronages, participations, reference, answers, photo, photos] = await Promise.all([
		findPublic(db(), 'person', person.id),
		allPostsOf(db(), person.id),
		patronagesOf(db(), person.id),
		participationsOf(db(), { person: person.id }),
		referenceData(db()),
		listOwnAnswers(db(), person.id),
		findKeptPhoto(db(), person.id),
		photosOf(db(), [person.id])
	]);
	const { names, display, summary, contacts, links } = person.document;
	const done = ['corrected', 'written', 'objected', 'photo', 'photo_gone'] as const;
	return {
		token: params.token,
		own: {
			...{ id: person.id, names, display, summary, contacts, links, posts, patronages, reference, answers },
			shown: found && 'document' in found ? found.document.names : [],
			conferences: participations.map(({ id: key, conference, organization }) => ({
				...{ id: key, conference, organization }
			})),
			...{ photo: photo ?? null, shown_photo: photos[person.id] ?? null },
			submission_key: randomUUID(),
			done: done.find((each) => each === url.searchParams.get('done'))
		}
	};
};

export const actions: Actions = {
	correct: async (event) => {
		const form = await readForm(event.request, correctionSchema);
		if (!form.ok) return refuse(form, form.errors);
		const { names, ...input } = form.input;
		const correction = { ...input, names: new Map(names.map(({ id, value }) => [id, value])) };
		return answer(event, form, await correctOwn(db(), event.params.token, correction));
	},

	object: async (event) => {
		const form = await readForm(event.request, objectionSchema);
		if (!form.ok) return refuse(form, form.errors);
		return answer(
			event,
			form,
			await objectOwn(db(), event.params.token, {
				text: form.input.objection,
				submission_key: form.input.submission_key
			})
		);
	},

	photo: async (event) => {
		const form = await readForm(event.request, ownPhotoSchema);
		if (!form.ok) return refuse(form, form.errors);
		const image = await readImage(new Uint8Array(await form.input.photo.arrayBuffer()));
		if ('refused' in image) return refuse(form, { photo: image.refused });
		const shown = await showOwnPhoto(db(), event.params.token, image);
		return answer(event, form, 'refused' in shown ? shown : { done: 'photo' });
	},

	withdraw_photo: async (event) => {
		const withdrawn = await withdrawOwnPhoto(db(), event.params.token);
		return answer(event, { values: {} }, 'refused' in withdrawn ? withdrawn : { done: 'photo_gone' });
	}
};

function answer(event: OwnEvent, form: { values: FormValues }, outcome: Refusal | { done: string }) {
	if ('refused' in outcome)
		return refuse(form, { [fieldOf(form.values, outcome.path)]: outcome.refused as MessageKey });
	const { token } = event.params;
	redirect(303, localPath(event.locals.lang, `/personal-data/${token}?done=${outcome.done}`));
}

/** The field of the form that a refusal is about: a name by its row. */
function fieldOf(values: FormValues, path = ''): string {
	const [list, id] = path.split('/');
	const row = Object.keys(values).find(
		(name) => list === 'names' && name.endsWith('.id') && values[name] === id
	);
	return row ? row.replace(/\.id$/, '.value') : path in values ? path : 'form';
}
