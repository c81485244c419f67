import { sql } from 'kysely';
import { recordTypes, type RecordType } from '#lib/domain/documents/common.ts';
import { isRegistryId } from '#lib/domain/registry_id.ts';
import { isSlug } from '#lib/domain/slug.ts';
import type { Database } from '../db/connection.ts';
import { allocateIds } from '../editing/identity.ts';
import { findErased } from '../editing/suppression.ts';
import type { LineError, RawRecord } from './json_lines.ts';
import { referencesOf, resolveReferences } from './references.ts';

type Identified = RawRecord & { id: string; type: RecordType };

/** A record of the file with the id that it has or will have; `version` is 0 if it is not on the register. */
export type Incoming = Identified & { version: number };

/** Gives each record the id that it has or will have, and puts ids where the file names other records by slug. */
export async function identify(db: Database, records: RawRecord[], errors: LineError[]): Promise<Incoming[]> {
	const typed = records.filter((record) => hasType(record, errors));
	const ids = await findKnown(db, typed);
	const newIds = await allocateIds(db, typed.length, new Set(typed.map(({ value }) => value.id)));
	const identified = typed.map((record, index): Identified => {
		const { type, id: given, slug } = record.value;
		const known = ids.get(`${type}/${given}`) ?? given ?? ids.get(`${type}/${slug}`);
		const id = (known ?? newIds[index]!) as string;
		if (slug) ids.set(`${type}/${slug}`, id);
		return { ...record, id, type: type as RecordType };
	});
	const resolved = identified.filter((record) => resolveReferences(record, ids, errors));
	const told = await withParticipationIds(db, resolved);
	return withVersions(db, withoutRepeats(told, errors));
}

function hasType({ line, value }: RawRecord, errors: LineError[]): boolean {
	if (recordTypes.includes(value.type as RecordType)) return true;
	errors.push({ line, path: 'type', message: 'import.unknown_type' });
	return false;
}

/** Ids by type and slug, former slug or id, as `organization/amal`; a merged record leads to the one that took it in. */
async function findKnown(db: Database, records: RawRecord[]): Promise<Map<string, string>> {
	const keys = records.flatMap(({ value }) => [
		value.id,
		value.slug,
		...referencesOf(value).map(({ key }) => key)
	]);
	const asked = [
		...new Set(keys.filter((key) => typeof key === 'string' && (isSlug(key) || isRegistryId(key))))
	];
	const { rows } = await sql<{ type: string; key: string; id: string }>`
		select record.type, former_slug.slug as key, coalesce(merged_into, id) as id
			from former_slug join record on record.id = record_id where former_slug.slug = any(${asked})
		union all select type, slug, coalesce(merged_into, id) from record where slug = any(${asked})
		union all select type, id, coalesce(merged_into, id) from record where id = any(${asked})`.execute(db);
	const erased = await findErased(db, asked as string[]);
	return new Map([
		...[...erased].map(([slug, id]) => [`person/${slug}`, id] as const),
		...rows.map(({ type, key, id }) => [`${type}/${key}`, id] as const)
	]);
}

/**
 * A participation for which the file gives no id is known by its organization, conference and role; one that was taken
 * back only where there is no other.
 */
async function withParticipationIds(db: Database, records: Identified[]): Promise<Identified[]> {
	const isUnnamed = ({ type, value }: Identified) => type === 'participation' && value.id === undefined;
	const organizations = records.filter(isUnnamed).map(({ value }) => value.organization);
	const { rows } = await sql<{ id: string; organization: string; conference: string; role: string }>`
		select id, organization, conference, role from participation join record on record.id = record_id
		where organization = any(${organizations}) and merged_into is null
		order by withdrawn_on is null`.execute(db);
	const ids = new Map(rows.map((row) => [participationKey(row), row.id]));
	return records.map((record) =>
		isUnnamed(record) ? { ...record, id: ids.get(participationKey(record.value)) ?? record.id } : record
	);
}

const participationKey = ({ organization, conference, role }: Record<string, unknown>) =>
	[organization, conference, role ?? 'attended'].join('/');

function withoutRepeats(records: Identified[], errors: LineError[]): Identified[] {
	const seen = new Set<string>();
	return records.filter(({ id, line }) => {
		const isRepeat = seen.has(id);
		if (isRepeat) errors.push({ line, message: 'import.record_twice' });
		seen.add(id);
		return !isRepeat;
	});
}

async function withVersions(db: Database, records: Identified[]): Promise<Incoming[]> {
	const ids = records.map(({ id }) => id).filter((id) => isRegistryId(String(id)));
	const { rows } = await sql<{ id: string; version: number }>`
		select id, version from record where id = any(${ids}) and merged_into is null`.execute(db);
	const versions = new Map(rows.map(({ id, version }) => [id, version]));
	return records.map((record) => ({ ...record, version: versions.get(record.id) ?? 0 }));
}
