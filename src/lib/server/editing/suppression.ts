import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import { erasedName } from '#lib/domain/public_view.ts';
import { fold } from '#lib/domain/folding.ts';
import { withoutHonorific } from '#lib/domain/person_name.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { readSecret } from '../platform/secret.ts';
import type { Refusal } from './refusal.ts';
import { insertRows } from './save.ts';

type Key = { kind: 'slug' | 'name' | 'post' | 'contact'; key_hash: string };

/** By what an erased person would be known again: addresses, names, names in a body, contacts. */
export type Known = {
	slugs: readonly string[];
	names: readonly string[];
	organizations: readonly string[];
	contacts: readonly string[];
};

/** Keeps the keys of somebody who is being erased; nobody can tell the name from them. */
export async function suppress(trx: DatabaseTransaction, record_id: string, known: Known): Promise<void> {
	const keys = [
		...known.slugs.map((slug) => keyOf('slug', slug)),
		...known.names.map((name) => keyOf('name', plain(name))),
		...known.names.flatMap((name) => known.organizations.map((id) => postKey(name, id))),
		...known.contacts.map(contactKey)
	];
	const distinct = new Map(keys.map((key) => [`${key.kind}/${key.key_hash}`, { ...key, record_id }]));
	await insertRows(trx, 'suppression', [...distinct.values()]);
}

/** The records of erased people, by an address that they once had. */
export async function findErased(db: Database, slugs: readonly string[]): Promise<Map<string, string>> {
	if (slugs.length === 0 || !(await isAnybodyErased(db))) return new Map();
	const bySlug = new Map(slugs.map((slug) => [keyOf('slug', slug).key_hash, slug]));
	const { rows } = await sql<{ key_hash: string; record_id: string }>`
		select key_hash, record_id from suppression
		where kind = 'slug' and key_hash = any(${[...bySlug.keys()]})`.execute(db);
	return new Map(rows.map(({ key_hash, record_id }) => [bySlug.get(key_hash)!, record_id]));
}

/** A record that is proposed: `before` is null where it is new, `isFile` says that no person chose it by hand. */
export type Proposed = {
	before: RecordDocument | null;
	after: RecordDocument;
	isFile: boolean;
	for_organizations?: readonly string[] | undefined;
};

/**
 * The proposals that would bring an erased person back, by their place: the name in a post or delegation of the same
 * body; and from a file, which tells no body, the name or a contact alone.
 */
export async function findSuppressed(
	trx: DatabaseTransaction,
	proposals: readonly Proposed[]
): Promise<Map<number, Refusal>> {
	if (!(await isAnybodyErased(trx))) return new Map();
	const names = await namesOf(trx, proposals);
	const keys = proposals.map((proposal) => keysOf(proposal, names));
	const known = await findKeys(
		trx,
		keys.flat().map(({ key }) => key)
	);
	const refusals = keys.map((keysOfOne) => keysOfOne.find(({ key }) => known.has(textOf(key))));
	return new Map(
		refusals.flatMap((found, index) =>
			found ? [[index, { refused: 'refusal.suppressed', path: found.path }] as const] : []
		)
	);
}

type PlacedKey = { key: Key; path: string };

function keysOf({ before, after, isFile, for_organizations = [] }: Proposed, names: Names): PlacedKey[] {
	if (after.type === 'person') {
		if (before) return [];
		const values = after.names.map(({ value }) => value);
		return [
			...(isFile ? values.map((name) => ({ key: keyOf('name', plain(name)), path: 'names' })) : []),
			...(isFile ? after.contacts.map(({ value }) => ({ key: contactKey(value), path: 'contacts' })) : []),
			...for_organizations.flatMap((organization) =>
				values.map((name) => ({ key: postKey(name, organization), path: 'names' }))
			)
		];
	}
	return peopleIn(after, before).flatMap(({ person, body, path }) =>
		(names.get(person) ?? []).map((name) => ({ key: postKey(name, body), path }))
	);
}

type Names = ReadonlyMap<string, readonly string[]>;
type Place = { person: string; body: string; path: string };

/** Who comes into a body or its delegation with this change. */
function peopleIn(after: RecordDocument, before: RecordDocument | null): Place[] {
	const standing = new Set(before ? placesOf(before).map(({ person }) => person) : []);
	return placesOf(after).filter(({ person }) => !standing.has(person));
}

function placesOf(document: RecordDocument): Place[] {
	if (document.type === 'organization')
		return document.appointments.map(({ id, person }) => ({
			...{ person, body: document.id ?? '', path: `appointments/${id}/person` }
		}));
	if (document.type !== 'participation') return [];
	return document.delegates.map(({ id, person }) => ({
		...{ person, body: document.organization, path: `delegates/${id}/person` }
	}));
}

/** The names of everybody who comes into a body, also of those who are new in the same batch. */
async function namesOf(trx: DatabaseTransaction, proposals: readonly Proposed[]): Promise<Names> {
	const ids = new Set(
		proposals.flatMap(({ before, after }) => peopleIn(after, before).map(({ person }) => person))
	);
	const rows =
		ids.size > 0
			? await trx
					.selectFrom('name')
					.where('record_id', 'in', [...ids])
					.select(['record_id', 'value'])
					.execute()
			: [];
	const names = new Map<string, string[]>();
	const add = (id: string, value: string) => names.set(id, [...(names.get(id) ?? []), value]);
	for (const { record_id, value } of rows) add(record_id, value);
	for (const { after } of proposals)
		if (after.type === 'person' && after.id) for (const { value } of after.names) add(after.id, value);
	return names;
}

async function isAnybodyErased(db: Database): Promise<boolean> {
	return (await db.selectFrom('suppression').select('kind').limit(1).executeTakeFirst()) !== undefined;
}

async function findKeys(trx: DatabaseTransaction, keys: readonly Key[]): Promise<Set<string>> {
	if (keys.length === 0) return new Set();
	const { rows } = await sql<Key>`
		select kind, key_hash from suppression
		where key_hash = any(${keys.map(({ key_hash }) => key_hash)})`.execute(trx);
	return new Set(rows.map(textOf));
}

const textOf = ({ kind, key_hash }: Key): string => `${kind}/${key_hash}`;

const postKey = (name: string, organizationId: string): Key =>
	keyOf('post', `${plain(name)}/${organizationId}`);
const contactKey = (value: string): Key => keyOf('contact', value.toLowerCase());

/** A name as it is compared: without titles, spaces and marks, each letter as people type it. */
const plain = (name: string): string => fold(withoutHonorific(name)).replace(/[^\p{L}\p{N}]/gu, '');

function keyOf(kind: Key['kind'], text: string): Key {
	const key_hash = createHmac('sha256', readSecret()).update(`${kind}\0${text}`).digest('hex');
	return { kind, key_hash };
}

/** The document of somebody who was erased: that there was a person, and nothing else. */
export const erasedDocument = (id: string): PersonDocument => ({
	type: 'person',
	id,
	display: 'erased',
	names: (['ar', 'en'] as const).map((lang) => ({
		...{ id: `erased-${lang}`, lang, value: erasedName[lang], kind: 'known_as', sources: [] }
	})),
	...{ links: [], contacts: [], figures: [], notes: [], alternatives: [], sources: [], cited: {} }
});
