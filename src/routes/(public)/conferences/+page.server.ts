import { db } from '#lib/server/db/pool.ts';
import { listConferences } from '#lib/server/registry/conferences.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { readAsked } from '../list_query.ts';
import type { PageServerLoad } from './$types';

const sorts = ['relevance', 'newest', 'oldest', 'name'] as const;

export const load: PageServerLoad = async ({ url, locals }) => {
	const asked = readAsked(url, ['kind', 'year', 'country'], sorts);
	const { q, filters, sort, cursor } = asked;
	const [listing, reference] = await Promise.all([
		listConferences(db(), { q, filters, sort, cursor, lang: locals.lang }),
		referenceData(db())
	]);
	return { asked, listing, reference };
};
