import { db } from '#lib/server/db/pool.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { searchRegister } from '#lib/server/registry/search_results.ts';
import { searchTypes } from '#lib/server/search/query.ts';
import { readAsked } from '../list_query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const asked = readAsked(url, []);
	const { q, cursor } = asked;
	const type = searchTypes.find((name) => name === url.searchParams.get('type'));
	const [result, reference] = await Promise.all([
		q ? searchRegister(db(), { q, type, lang: locals.lang, cursor }) : undefined,
		referenceData(db())
	]);
	return { asked, type, result, reference };
};
