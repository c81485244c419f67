import type { DocumentOf } from '#lib/domain/documents/document.ts';
import { db } from '#lib/server/db/pool.ts';
import { listOrganizations } from '#lib/server/registry/organizations.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { listCities, referenceData } from '#lib/server/registry/reference.ts';
import { readAsked, yearFilters } from '../list_query.ts';
import type { PageServerLoad } from './$types';

const filters = ['kind', 'region', 'city', 'field', 'status', 'association', 'conference'] as const;
const sorts = ['relevance', 'name', 'newest', 'confirmed'] as const;

export const load: PageServerLoad = async ({ url, locals }) => {
	const asked = readAsked(url, [...filters, ...yearFilters], sorts);
	const { q, sort, cursor, years } = asked;
	const [association, conference] = await Promise.all([
		findNamed('organization', asked.filters.association),
		findNamed('conference', asked.filters.conference)
	]);
	const [listing, reference, cities] = await Promise.all([
		listOrganizations(db(), {
			...{ q, lang: locals.lang, sort, cursor },
			filters: { ...asked.filters, ...years, association: association?.id, conference: conference?.id }
		}),
		referenceData(db()),
		listCities(db())
	]);
	return { asked, listing, reference, cities, association, conference };
};

type Named = { id: string; names?: DocumentOf<'organization' | 'conference'>['names'] };

/** A record by the slug or id in an address, with its names; of one that is not there, what was asked. */
async function findNamed(
	type: 'organization' | 'conference',
	asked: string | undefined
): Promise<Named | undefined> {
	if (!asked) return undefined;
	const found = await findPublic(db(), type, asked);
	if (found && 'moved_to' in found) return findNamed(type, found.moved_to);
	return found ? { id: found.id, names: found.document.names } : { id: asked };
}
