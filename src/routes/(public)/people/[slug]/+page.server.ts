import { db } from '#lib/server/db/pool.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { patronagesOf, postsOf } from '#lib/server/registry/people.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { findRecord } from '../../find_record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = await findRecord('person', event);
	const [reference, posts, patronages, participations] = await Promise.all([
		referenceData(db()),
		postsOf(db(), person.id),
		patronagesOf(db(), person.id),
		participationsOf(db(), { person: person.id })
	]);
	const cited = await Promise.all([
		...distinct(posts.map(({ organization }) => organization.id)).map((id) => sourcesOf('organization', id)),
		...distinct(patronages.map(({ conference }) => conference.id)).map((id) => sourcesOf('conference', id))
	]);
	return { person, reference, posts, patronages, participations, cited };
};

const distinct = (ids: string[]) => [...new Set(ids)];

/** The sources of the record in which a post or a patronage stands. */
async function sourcesOf(type: 'organization' | 'conference', id: string) {
	const found = await findPublic(db(), type, id);
	const document = found && 'document' in found ? found.document : undefined;
	return {
		id,
		sources: document?.sources ?? [],
		patrons: document?.type === 'conference' ? document.patrons : []
	};
}
