import { sql } from 'kysely';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { registryId } from '#lib/domain/registry_id.ts';
import { numberedSlug, slugOf } from '#lib/domain/slug.ts';
import type { Database } from '../db/connection.ts';

/** Takes `count` permanent ids that were never given out before. */
export async function allocateIds(db: Database, count: number): Promise<string[]> {
	const { rows } = await sql<{ number: string }>`
		select nextval('record_number') as number from generate_series(1, ${count})`.execute(db);
	return rows.map(({ number }) => registryId(BigInt(number)));
}

/**
 * Gives each document that has none a slug that no record has or had; a participation has none. `taken` also
 * keeps documents of one batch apart and is added to.
 */
export async function allocateSlugs<T extends RecordDocument>(
	db: Database,
	documents: readonly T[],
	taken: Set<string> = new Set()
): Promise<T[]> {
	const result: T[] = [];
	for (const document of documents) {
		if (document.type === 'participation' || document.slug) result.push(document);
		else result.push({ ...document, slug: await freeSlug(db, document, taken) });
	}
	return result;
}

async function freeSlug(
	db: Database,
	document: Exclude<RecordDocument, { type: 'participation' }>,
	taken: Set<string>
): Promise<string> {
	const base = slugOf(document.names);
	for (let n = 1; ; n++) {
		const slug = n === 1 ? base : numberedSlug(base, n);
		const key = `${document.type}/${slug}`;
		if (taken.has(key) || (await isTaken(db, document.type, slug))) continue;
		taken.add(key);
		return slug;
	}
}

async function isTaken(db: Database, type: string, slug: string): Promise<boolean> {
	const { rows } = await sql`
		select from record where type = ${type} and slug = ${slug}
		union all select from former_slug where type = ${type} and slug = ${slug}`.execute(db);
	return rows.length > 0;
}
