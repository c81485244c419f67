import { db } from '#lib/server/db/pool.ts';
import { listOrganizations } from '#lib/server/registry/organizations.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { readListQuery } from '../list_query.ts';
import type { PageServerLoad } from './$types';

const filters = ['kind', 'region', 'field', 'status', 'association'] as const;
const sorts = ['relevance', 'name', 'newest', 'confirmed'] as const;

export const load: PageServerLoad = async ({ url, locals }) => {
	const query = readListQuery(url, filters, sorts);
	const association = query.association
		? await findPublic(db(), 'organization', query.association)
		: undefined;
	const known = association && 'id' in association ? association : undefined;
	const [listing, reference] = await Promise.all([
		listOrganizations(db(), { ...query, association: known?.id ?? query.association, lang: locals.lang }),
		referenceData(db())
	]);
	return { listing, reference, association: known && { names: known.document.names }, sort: query.sort };
};
