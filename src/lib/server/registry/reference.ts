import type { Selectable } from 'kysely';
import type { Database, DB } from '../db/connection.ts';

export type ReferenceData = {
	regions: Selectable<DB['region']>[];
	fields: Selectable<DB['field_of_work']>[];
	positions: Selectable<DB['position']>[];
};

/** Regions, fields of work and positions, in the order in which pages show them. */
export async function referenceData(db: Database): Promise<ReferenceData> {
	const [regions, fields, positions] = await Promise.all([
		db.selectFrom('region').selectAll().orderBy('code').execute(),
		db.selectFrom('field_of_work').selectAll().orderBy('icnp_tso').execute(),
		db.selectFrom('position').selectAll().orderBy('rank').orderBy('code').execute()
	]);
	return { regions, fields, positions };
}

/** Cities that forms offer, with both names. */
export async function listCities(db: Database): Promise<Selectable<DB['city']>[]> {
	return db.selectFrom('city').selectAll().orderBy('country').orderBy('name_ar').execute();
}
