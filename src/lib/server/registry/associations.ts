import { fold } from '#lib/domain/folding.ts';
import { cleanText } from '#lib/domain/text.ts';
import type { Database } from '../db/connection.ts';
import { labelsOf, type Label } from './labels.ts';

/** More than a country has; a form offers them all. */
const MOST_OFFERED = 1000;

/** The associations on the register, by their names, for a form to offer. */
export async function listAssociationNames(db: Database): Promise<Label[]> {
	const associations = db.selectFrom('organization').where('kind', '=', 'association').select('record_id');
	const rows = await associations.limit(MOST_OFFERED).execute();
	const labels = await labelsOf(
		db,
		rows.map(({ record_id }) => record_id)
	);
	return Object.values(labels).sort((one, other) => one.name_ar.localeCompare(other.name_ar, 'ar'));
}

/** The id of the one association that is called so, in either language and however it is spelt. */
export async function findAssociation(db: Database, name: string): Promise<string | undefined> {
	const typed = fold(cleanText(name));
	const named = (await listAssociationNames(db)).filter(({ name_ar, name_en }) =>
		[name_ar, name_en].some((own) => fold(own) === typed)
	);
	return named.length === 1 ? named[0]!.id : undefined;
}
