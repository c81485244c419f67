import type { Source } from '#lib/components/citation/citations.ts';
import { db } from '#lib/server/db/pool.ts';
import { photosOf } from '#lib/server/registry/images.ts';
import { participationsOf } from '#lib/server/registry/participations.ts';
import { patronagesOf, postsOf } from '#lib/server/registry/people.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { referenceData } from '#lib/server/registry/reference.ts';
import { findRecord } from '../../find_record.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = await findRecord('person', event);
	const [reference, posts, patronages, participations, photos] = await Promise.all([
		referenceData(db()),
		postsOf(db(), person.id),
		patronagesOf(db(), person.id),
		participationsOf(db(), { person: person.id }),
		photosOf(db(), [person.id])
	]);
	const cited = await Promise.all([
		...distinct(posts.map(({ organization }) => organization.id)).map((id) => citedInPosts(id, person.id)),
		...distinct(patronages.map(({ conference }) => conference.id)).map((id) =>
			citedInPatronages(id, person.id)
		)
	]);
	const photo = photos[person.id] ?? null;
	return { person, reference, posts, patronages, participations, cited, photo };
};

const distinct = (ids: string[]) => [...new Set(ids)];

/** The sources of an organization that state the posts of a person in it. */
async function citedInPosts(id: string, personId: string) {
	const found = await findPublic(db(), 'organization', id);
	const document = found && 'document' in found ? found.document : undefined;
	const own = document?.appointments.filter(({ person }) => person === personId) ?? [];
	return { id, sources: citedBy(own, document?.sources), patrons: [] };
}

/** The sources of a conference that state the patronage of a person. */
async function citedInPatronages(id: string, personId: string) {
	const found = await findPublic(db(), 'conference', id);
	const document = found && 'document' in found ? found.document : undefined;
	const patrons = document?.patrons.filter(({ person }) => person === personId) ?? [];
	return { id, sources: citedBy(patrons, document?.sources), patrons };
}

function citedBy(parts: { sources: string[] }[], sources: Source[] = []): Source[] {
	const ids = new Set(parts.flatMap((part) => part.sources));
	return sources.filter((source) => ids.has(source.id));
}
