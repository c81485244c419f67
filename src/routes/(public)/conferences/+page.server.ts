import { db } from '#lib/server/db/pool.ts';
import { listConferences } from '#lib/server/registry/conferences.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { readListQuery } from '../list_query.ts';
import type { PageServerLoad } from './$types';

const filters = ['kind', 'year', 'country'] as const;
const sorts = ['relevance', 'newest', 'oldest', 'name'] as const;

export const load: PageServerLoad = async ({ url, locals }) => {
	const query = readListQuery(url, filters, sorts);
	const [listing, reference] = await Promise.all([
		listConferences(db(), { ...query, lang: locals.lang }),
		referenceData(db())
	]);
	return { listing, reference, sort: query.sort };
};
