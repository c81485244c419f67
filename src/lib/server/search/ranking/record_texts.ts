import { sql } from 'kysely';
import { isWithheldName } from '#lib/domain/public_view.ts';
import { prepared, type Database } from '../../db/connection.ts';
import { longTexts, placeTexts, relatedIds, type Searchable } from '../indexing/search_entry.ts';
import type { MatchField } from '../query.ts';

export type FieldText = { field: MatchField; text: string };

/** A record as far as most queries need it: what else it says is only read where its names do not answer. */
export type Named = { id: string; names: Searchable['names'] };

/** The names that are shown, each a text by itself. */
export const textsOfNames = ({ names }: Pick<Named, 'names'>): FieldText[] =>
	names.filter((name) => !isWithheldName(name)).map(({ value }) => ({ field: 'name', text: value }));

function numbersOf(document: Searchable): string[] {
	if (document.type !== 'organization') return [document.id!];
	const licences = document.licences.map(({ number }) => number).filter((number) => number !== undefined);
	return [document.id!, ...document.identifiers.map(({ value }) => value), ...licences];
}

/** The numbers of records, and all that they say, from the weightiest field to the least; each is to be read once. */
export async function readTexts(
	db: Database,
	ids: readonly string[]
): Promise<Map<string, { numbers: string[]; fields: Iterable<FieldText> }>> {
	const [documents, codes] = await Promise.all([readDocuments(db, ids), readCodes(db)]);
	const related = await readRelated(db, documents);
	return new Map(
		documents.map((document) => {
			const numbers = numbersOf(document);
			return [document.id!, { numbers, fields: textsOf(document, numbers, related, codes) }];
		})
	);
}

function* textsOf(
	document: Searchable,
	numbers: readonly string[],
	related: ReadonlyMap<string, string[]>,
	codes: ReadonlyMap<string, string[]>
): Generator<FieldText> {
	const texts = (field: MatchField, texts: readonly string[]) => texts.map((text) => ({ field, text }));
	yield* textsOfNames(document);
	yield* texts('identifier', numbers);
	yield* texts('related', related.get(document.id!) ?? []);
	yield* texts('place', placeTexts(document, { regions: codes }));
	yield* texts('text', longTexts(document, { fields: codes }));
}

async function readDocuments(db: Database, ids: readonly string[]): Promise<Searchable[]> {
	const { rows } = await sql<{ document: Searchable }>`${prepared}
		select public_document as document from record where id = any(${ids})`.execute(db);
	return rows.map(({ document }) => document);
}

/** Names of regions and fields of work, in both languages. */
async function readCodes(db: Database): Promise<Map<string, string[]>> {
	const { rows } = await sql<{ code: string; names: string[] }>`${prepared}
		select code, array[name_ar, name_en] as names from region
		union all select code, array[name_ar, name_en] from field_of_work`.execute(db);
	return new Map(rows.map(({ code, names }) => [code, names]));
}

/** Names of the records that these mention, or that mention these people. */
async function readRelated(db: Database, documents: readonly Searchable[]): Promise<Map<string, string[]>> {
	const people = documents.filter(({ type }) => type === 'person').map(({ id }) => id!);
	const posts = people.length > 0 ? await readPosts(db, people) : [];
	const organizationsOf = new Map(
		people.map((id) => [
			id,
			posts.filter(({ person }) => person === id).map(({ organization }) => organization)
		])
	);
	const idsOf = new Map(
		documents.map((document) => [document.id!, relatedIds(document, { organizationsOf })])
	);
	const ids = [...new Set([...idsOf.values()].flat())];
	if (ids.length === 0) return idsOf;
	const { rows } = await sql<{ id: string; names: { id: string; value: string }[] }>`${prepared}
		select id, public_document->'names' as names from record
		where id = any(${ids}) and visibility = 'public' and merged_into is null`.execute(db);
	const names = new Map(
		rows.map(({ id, names }) => [id, names.filter((name) => !isWithheldName(name)).map(({ value }) => value)])
	);
	return new Map([...idsOf].map(([id, related]) => [id, related.flatMap((other) => names.get(other) ?? [])]));
}

async function readPosts(
	db: Database,
	people: string[]
): Promise<{ person: string; organization: string }[]> {
	const { rows } = await sql<{ person: string; organization: string }>`${prepared}
		select distinct person, record_id as organization from appointment
		where person = any(${people}) and display is null`.execute(db);
	return rows;
}
