import { sql } from 'kysely';
import { recordTypes } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { isWithheldName, publicView } from '#lib/domain/public_view.ts';
import { registryId } from '#lib/domain/registry_id.ts';
import { numberedSlug, slugOf } from '#lib/domain/slug.ts';
import type { Database } from '../db/connection.ts';

/** Takes `count` permanent ids that no record has, also none that came with an imported file, nor any of `given`. */
export async function allocateIds(
	db: Database,
	count: number,
	given: ReadonlySet<unknown> = new Set()
): Promise<string[]> {
	const ids: string[] = [];
	while (ids.length < count) {
		const { rows } = await sql<{ number: string }>`
			select nextval('record_number') as number from generate_series(1, ${count - ids.length})`.execute(db);
		const drawn = rows.map(({ number }) => registryId(BigInt(number)));
		const { rows: standing } = await sql<{ id: string }>`
			select id from record where id = any(${drawn})`.execute(db);
		const taken = new Set([...given, ...standing.map(({ id }) => id)]);
		ids.push(...drawn.filter((id) => !taken.has(id)));
	}
	return ids;
}

/**
 * Gives each document that has none a slug that no record has or had; a participation has none. One statement
 * serves them all, and one more for each time that a name is taken.
 */
export async function allocateSlugs<T extends RecordDocument>(
	db: Database,
	documents: readonly T[]
): Promise<T[]> {
	const taken = new Set(documents.map(({ type, slug }) => `${type}/${slug}`));
	const slugs = new Map<T, string>();
	let open = documents
		.filter(({ type, slug }) => type !== 'participation' && !slug)
		.map((document) => ({ document, base: baseOf(document), number: 0 }));
	await lockNames(
		db,
		open.map(({ base }) => base)
	);
	while (open.length > 0) {
		for (const wanted of open) slugs.set(wanted.document, nextSlug(wanted, taken));
		const standing = await findTaken(db, [...slugs.values()]);
		open = open.filter(({ document }) => standing.has(`${document.type}/${slugs.get(document)}`));
	}
	return documents.map((document) => ({
		...document,
		...(slugs.has(document) && { slug: slugs.get(document) })
	}));
}

/** Two transactions that need slugs of the same name at once wait for each other, in one order for all. */
async function lockNames(db: Database, bases: readonly string[]): Promise<void> {
	if (bases.length === 0) return;
	await sql`select pg_advisory_xact_lock(hashtextextended('slug/' || base, 0))
		from (select distinct unnest(${bases}::text[]) as base order by base) as bases`.execute(db);
}

/** From the names that the world may see: an address tells no name that is withheld. */
function baseOf(document: RecordDocument): string {
	const shown = publicView(document);
	const names = 'names' in shown ? shown.names : [];
	return names.length > 0 && names.every(isWithheldName) && document.id
		? `person-${document.id}`
		: slugOf(names);
}

/** Gives documents without a slug the one that is theirs by name, where it was theirs before. */
export async function takeBackSlugs<T extends RecordDocument>(
	db: Database,
	documents: readonly T[]
): Promise<T[]> {
	const { rows } = await sql<{ type: string; slug: string; id: string }>`
		select type, slug, record_id as id from former_slug
		where record_id = any(${documents.map(({ id }) => id)}) and slug = any(${documents.map(baseOf)})`.execute(db);
	const own = (document: T) => rows.find(({ id, slug }) => id === document.id && slug === baseOf(document));
	const taken = documents.flatMap((document) => own(document) ?? []);
	for (const { type, slug } of taken)
		await db.deleteFrom('former_slug').where('type', '=', type).where('slug', '=', slug).execute();
	return documents.map((document) => {
		const slug = own(document)?.slug;
		return slug ? { ...document, slug } : document;
	});
}

/**
 * Whether the address of a person tells more than the world may see of the names: the one that comes with the document
 * of somebody who is not shown in full, or that stood when more was shown, or less.
 */
export function hasWrongSlug(before: RecordDocument | null, after: RecordDocument): boolean {
	if (after.type !== 'person' || !after.slug) return false;
	const mayTell = before?.type === 'person' ? before.display === after.display : after.display === 'full';
	const base = baseOf(after);
	const ending = after.slug.startsWith(base) ? after.slug.slice(base.length) : undefined;
	return !mayTell && !(ending !== undefined && /^(-\d+)?$/.test(ending));
}

type Wanted = { document: RecordDocument; base: string; number: number };

/** The next slug that no document of the batch has; it is taken from now on. */
function nextSlug(wanted: Wanted, taken: Set<string>): string {
	for (;;) {
		wanted.number++;
		const slug = wanted.number === 1 ? wanted.base : numberedSlug(wanted.base, wanted.number);
		const key = `${wanted.document.type}/${slug}`;
		if (taken.has(key)) continue;
		taken.add(key);
		return slug;
	}
}

async function findTaken(db: Database, slugs: readonly string[]): Promise<Set<string>> {
	const { rows } = await sql<{ key: string }>`
		select type || '/' || slug as key from record where type = any(${recordTypes}) and slug = any(${slugs})
		union all
		select type || '/' || slug from former_slug where type = any(${recordTypes}) and slug = any(${slugs})
	`.execute(db);
	return new Set(rows.map(({ key }) => key));
}
