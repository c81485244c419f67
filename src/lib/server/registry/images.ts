import type { Database } from '../db/connection.ts';

/** A logo that a public page shows now. */
export async function findLogo(db: Database, hash: string): Promise<Buffer | undefined> {
	const found = await db
		.selectFrom('image')
		.innerJoin('organization', 'organization.logo', 'image.hash')
		.innerJoin('record', 'record.id', 'organization.record_id')
		.where('hash', '=', hash)
		.where('record.visibility', '=', 'public')
		.where('record.merged_into', 'is', null)
		.select('webp')
		.executeTakeFirst();
	return found?.webp;
}

/** A photo of somebody that a public page shows now. */
export async function findPhoto(db: Database, hash: string): Promise<Buffer | undefined> {
	const found = await shownPhotos(db)
		.innerJoin('image', 'image.hash', 'photo.image')
		.where('hash', '=', hash)
		.select('webp')
		.executeTakeFirst();
	return found?.webp;
}

/** The photos of these people that are shown, by the id of the person. */
export async function photosOf(db: Database, people: readonly string[]): Promise<Record<string, string>> {
	if (people.length === 0) return {};
	const rows = await shownPhotos(db)
		.where('person_id', 'in', [...people])
		.select(['person_id', 'image'])
		.execute();
	return Object.fromEntries(rows.map(({ person_id, image }) => [person_id, image!]));
}

/** A face tells the name: nobody is shown by it who is not shown by the full name. */
const shownPhotos = (db: Database) =>
	db
		.selectFrom('photo')
		.innerJoin('person', 'person.record_id', 'photo.person_id')
		.innerJoin('record', 'record.id', 'photo.person_id')
		.where('photo.image', 'is not', null)
		.where('person.display', '=', 'full')
		.where('record.visibility', '=', 'public')
		.where('record.merged_into', 'is', null);

/** What is kept of the photo of somebody: for those who may change it. */
export type KeptPhoto = {
	image: string | null;
	consent_by: string | null;
	consent_from: string | null;
	consent_how: string | null;
	consented_on: string | null;
	withdrawn_by: string | null;
	withdrawn_at: Date | null;
};

export async function findKeptPhoto(db: Database, personId: string): Promise<KeptPhoto | undefined> {
	return db
		.selectFrom('photo')
		.where('person_id', '=', personId)
		.select(['image', 'consent_by', 'consent_from', 'consent_how', 'consented_on'])
		.select(['withdrawn_by', 'withdrawn_at'])
		.executeTakeFirst() as Promise<KeptPhoto | undefined>;
}
