import { db } from '#lib/server/db/pool.ts';
import { newestConferences } from '#lib/server/registry/conferences.ts';
import { countOrganizations, newestOrganizations } from '#lib/server/registry/organizations.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import type { PageServerLoad } from './$types';

const NEWEST = 5;

export const load: PageServerLoad = async () => {
	const [counts, organizations, conferences, reference] = await Promise.all([
		countOrganizations(db()),
		newestOrganizations(db(), NEWEST),
		newestConferences(db(), NEWEST),
		referenceData(db())
	]);
	return { counts, organizations, conferences, reference };
};
