import { addressOf } from '#lib/components/text/record_address.ts';
import type { Language } from '#lib/domain/documents/common.ts';
import type { DocumentOf } from '#lib/domain/documents/document.ts';
import { readRegistryId } from '#lib/domain/registry_id.ts';
import { cleanText } from '#lib/domain/text.ts';
import { localPath } from '#lib/i18n.ts';
import type { Database } from '../../db/connection.ts';
import { findPublic } from '../../registry/records.ts';
import type { SearchType } from '../../search/query.ts';

/** Where an answer is read: the origin and the language of the addresses in it. */
export type Reader = { origin: string; lang: Language };

/** A record as the interface gives it: its public document, where its page is, and which version it is. */
export type PublicRecord = Omit<DocumentOf<SearchType>, 'id' | 'slug'> & {
	id: string;
	/** Null where the address would tell a name that is withheld. */
	slug: string | null;
	url: string;
	version: number;
	changed_at: string;
};

/** One record by id, in any way of writing it, or by slug; what was found there before says which it is now. */
export async function findRecord(
	db: Database,
	type: SearchType,
	asked: string,
	reader: Reader
): Promise<PublicRecord | { moved_to: string } | undefined> {
	const found = await findPublic(db, type, readRegistryId(asked) ?? asked);
	if (!found) return undefined;
	if ('id' in found) return publicRecord(found, reader);
	const now = await findPublic(db, type, found.moved_to);
	return now && 'id' in now ? { moved_to: now.document.slug ?? now.id } : undefined;
}

/** The id of the record that a filter names by id or slug, also by a former one; what is unknown finds nothing. */
export async function idNamed(db: Database, type: SearchType, named: string): Promise<string> {
	const found = await findPublic(db, type, readRegistryId(named) ?? named);
	const now = found && 'moved_to' in found ? await findPublic(db, type, found.moved_to) : found;
	return now && 'id' in now ? now.id : cleanText(named);
}

/** The public records among these, by id. */
export async function publicRecords(
	db: Database,
	ids: string[],
	reader: Reader
): Promise<Map<string, PublicRecord>> {
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('record')
		.where('id', 'in', ids)
		.where('visibility', '=', 'public')
		.where('merged_into', 'is', null)
		.select(['id', 'version', 'changed_at', 'public_document'])
		.execute();
	return new Map(
		rows.map(({ public_document, ...row }) => {
			const document = public_document as unknown as DocumentOf<SearchType>;
			return [row.id, publicRecord({ ...row, document }, reader)];
		})
	);
}

type Row = { id: string; version: number; changed_at: Date; document: DocumentOf<SearchType> };

function publicRecord({ id, version, changed_at, document }: Row, reader: Reader): PublicRecord {
	const { type, slug = null, names, ...rest } = document;
	return {
		...{ id, slug, type, names },
		...rest,
		url: pageOf({ id, type, slug }, reader),
		version,
		changed_at: changed_at.toISOString()
	};
}

/** The page of a record; one whose slug is not shown is reached by its permanent address. */
export function pageOf(
	record: { id: string; type: SearchType; slug: string | null },
	{ origin, lang }: Reader
): string {
	const slug = record.slug && encodeURIComponent(record.slug);
	return origin + localPath(lang, addressOf({ type: record.type, slug }) ?? `/id/${record.id}`);
}
