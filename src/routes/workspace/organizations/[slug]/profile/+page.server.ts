import { profileForm } from '#lib/domain/forms/profile.ts';
import { db } from '#lib/server/db/pool.ts';
import { editorOf } from '#lib/server/editor.ts';
import { listCities } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = editorOf(profileForm, { leadsTo: (slug) => `/organizations/${slug}` });

export const load: PageServerLoad = async (event) => ({
	...(await editor.load(event)),
	cities: await listCities(db())
});

export const actions: Actions = editor.actions;
