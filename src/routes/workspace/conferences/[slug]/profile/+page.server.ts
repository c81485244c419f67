import { conferenceProfileForm } from '#lib/domain/forms/conference_profile.ts';
import { db } from '#lib/server/db/pool.ts';
import { conferenceEditorOf } from '#lib/server/editor.ts';
import { listSeries } from '#lib/server/registry/conference_search.ts';
import { listCities } from '#lib/server/registry/reference.ts';
import type { Actions, PageServerLoad } from './$types';

const editor = conferenceEditorOf(conferenceProfileForm, {
	leadsTo: (slug) => `/workspace/conferences/${slug}`
});

export const load: PageServerLoad = async (event) => {
	const [data, series, cities] = await Promise.all([editor.load(event), listSeries(db()), listCities(db())]);
	return { ...data, cities, series: series.filter(({ id }) => id !== data.subject.id) };
};

export const actions: Actions = editor.actions;
