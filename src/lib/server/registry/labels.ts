import { sql } from 'kysely';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { withheldName } from '#lib/domain/public_view.ts';
import { isWithheldPerson } from '#lib/domain/withheld_person.ts';
import type { Database } from '../db/connection.ts';

/** What is needed to name and link a record. */
export type Label = { id: string; type: RecordType; slug: string | null; name_ar: string; name_en: string };

/** Labels of public records by id, of a merged one that of what it became; ids that are unknown or hidden are absent. */
export async function labelsOf(db: Database, ids: Iterable<string>): Promise<Record<string, Label>> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return {};
	const rows = await db
		.selectFrom('record as asked')
		.innerJoin('record', (join) => join.on('record.id', '=', standing))
		.innerJoin('search_entry', 'search_entry.record_id', 'record.id')
		.where('asked.id', 'in', wanted)
		.where('record.visibility', '=', 'public')
		.select(['asked.id as asked_id', 'record.id', 'record.type', 'record.slug', 'name_ar', 'name_en'])
		.execute();
	return Object.fromEntries([
		...rows.map(({ asked_id, ...label }) => [asked_id, label as Label] as const),
		...wanted.filter(isWithheldPerson).map((id) => [id, withheldLabel(id)] as const)
	]);
}

/** Of somebody who is not named in a post: a name that leads nowhere. */
const withheldLabel = (id: string): Label => ({
	...{ id, type: 'person', slug: null },
	...{ name_ar: withheldName.ar, name_en: withheldName.en }
});

/** Only for the few that were merged the way has to be walked. */
const standing = sql<string>`case when asked.merged_into is null then asked.id else merged_end(asked.id) end`;

/** The ids of other records that a document mentions. */
export function mentionedIn(document: RecordDocument): string[] {
	return mentions(document).filter((id) => id !== undefined);
}

function mentions(document: RecordDocument): (string | undefined)[] {
	switch (document.type) {
		case 'organization':
			return [
				document.part_of,
				document.successor,
				...document.affiliations.map(({ to }) => to),
				...document.appointments.map(({ person }) => person)
			];
		case 'person':
			return [];
		case 'conference':
			return [
				document.series,
				...document.organizers.map(({ organization }) => organization),
				...document.patrons.map(({ person }) => person)
			];
		case 'participation':
			return [
				document.organization,
				document.conference,
				document.inviter,
				...document.delegates.map(({ person }) => person)
			];
	}
}
