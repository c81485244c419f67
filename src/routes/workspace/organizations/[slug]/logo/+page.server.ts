import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { localPath, type MessageKey } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { readImage } from '#lib/server/editing/images.ts';
import { changeLogo } from '#lib/server/editing/logos.ts';
import { openForEditing } from '#lib/server/editing/revise.ts';
import { requireActor } from '#lib/server/http/guard.ts';
import { labelsOf } from '#lib/server/registry/labels.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, current } = await open(event);
	const labels = await labelsOf(db(), [id]);
	return { organization: labels[id]!, logo: current.logo ?? null };
};

export const actions: Actions = {
	save: async (event) => {
		const { id, actor } = await open(event);
		const file = (await event.request.formData()).get('logo');
		if (!(file instanceof File) || file.size === 0) return refuse('image.no_file');
		const image = await readImage(new Uint8Array(await file.arrayBuffer()));
		return 'refused' in image ? refuse(image.refused) : change(event, id, actor, image);
	},
	remove: async (event) => {
		const { id, actor } = await open(event);
		return change(event, id, actor, null);
	}
};

const refuse = (refused: MessageKey) => fail(422, { refused });

async function open(event: RequestEvent) {
	const { actor } = requireActor(event);
	const editable = await openForEditing(db(), actor, 'organization', event.params.slug!);
	if (!editable) error(404, { message: 'problem.not_found' });
	return { ...editable, actor };
}

async function change(event: RequestEvent, id: string, ...[actor, image]: ChangeArguments) {
	const outcome = await changeLogo(db(), actor, id, image);
	if ('refused' in outcome) return refuse(outcome.refused as MessageKey);
	if ('conflicts' in outcome) return refuse('logo.changed_meanwhile');
	redirect(
		303,
		localPath(
			event.locals.lang,
			`/workspace/organizations/${encodeURIComponent(event.params.slug!)}?saved=now`
		)
	);
}

type ChangeArguments = [Parameters<typeof changeLogo>[1], Parameters<typeof changeLogo>[3]];
