import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { displayName } from '#lib/domain/display_name.ts';
import { photoSchema } from '#lib/domain/forms/photo.ts';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { openPerson } from '#lib/server/editing/display.ts';
import { readImage } from '#lib/server/editing/images.ts';
import { showPhoto, withdrawPhoto } from '#lib/server/editing/photos.ts';
import { readForm, refuse } from '#lib/server/forms.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { findKeptPhoto, photosOf } from '#lib/server/registry/images.ts';
import type { Actions, PageServerLoad } from './$types';

type PersonEvent = RequestEvent<{ slug: string }>;

export const load: PageServerLoad = async (event) => {
	const { person } = await open(event);
	const { names, display } = person.document;
	const [kept, shown] = await Promise.all([findKeptPhoto(db(), person.id), photosOf(db(), [person.id])]);
	const done = event.url.searchParams.get('done');
	return {
		...{ id: person.id, display, kept: kept ?? null, shown: shown[person.id] ?? null },
		name: { name_ar: displayName(names, 'ar'), name_en: displayName(names, 'en') },
		done: done === 'shown' || done === 'withdrawn' ? (done as 'shown' | 'withdrawn') : null
	};
};

export const actions: Actions = {
	show: async (event) => {
		const { actor, person } = await open(event);
		const form = await readForm(event.request, photoSchema);
		if (!form.ok) return refuse(form, form.errors);
		const { photo, ...consent } = form.input;
		const image = await readImage(new Uint8Array(await photo.arrayBuffer()));
		if ('refused' in image) return refuse(form, { photo: image.refused });
		const shown = await showPhoto(db(), actor, person.id, { image, consent });
		if ('refused' in shown) return refuse(form, { [shown.path ?? 'form']: shown.refused as MessageKey });
		return leadBack(event, person.id, 'shown');
	},

	withdraw: async (event) => {
		const { actor, person } = await open(event);
		const withdrawn = await withdrawPhoto(db(), actor, person.id);
		if ('refused' in withdrawn) return refuse({ values: {} }, { form: withdrawn.refused as MessageKey });
		return leadBack(event, person.id, 'withdrawn');
	}
};

async function open(event: PersonEvent) {
	const { actor } = requireActor(event);
	const person = await openPerson(db(), actor, event.params.slug);
	if (!person) error(404, { message: 'problem.not_found' });
	return { actor, person };
}

function leadBack({ locals }: PersonEvent, id: string, done: string): never {
	redirect(303, localPath(locals.lang, `/workspace/people/${id}/photo?done=${done}`));
}
