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
