import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { diff } from '#lib/domain/change.ts';
import type { Retirement } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import type { ErasureReason } from '#lib/domain/forms/erasure.ts';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { publicView } from '#lib/domain/public_view.ts';
import { noteAudit } from '../accounts/audit.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { applyChanges } from './apply.ts';
import { lockAndRead } from './display.ts';
import { forgetPhotos } from './photos.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { insertRows } from './save.ts';
import { scrubNames } from './scrub.ts';
import { refreshSearchEntries } from './search_index.ts';
import { erasedDocument, suppress } from './suppression.ts';

export type Erased = { record_id: string; names: string[]; addresses: string[] };

/**
 * Erases a person: the record, its history, what waits for it, its addresses, links and letters, and the name wherever
 * bodies, conferences and their histories hold it. Posts keep their dates, with a placeholder for the name. Keys stay
 * by which the person is known again and refused. Gives what has to be looked for in files.
 */
export async function erasePerson(
	db: Database,
	actor: Actor,
	{ person_id, reason }: { person_id: string; reason: ErasureReason }
): Promise<Erased | Refusal> {
	if (!can(roleOf(actor), 'erase')) return { refused: 'refusal.not_allowed' };
	try {
		return await db.transaction().execute(async (trx) => {
			const person = await lockAndRead(trx, 'person', person_id);
			if (!person) return { refused: 'refusal.record_gone' };
			if (person.document.display === 'erased') return { refused: 'refusal.erased' };
			const ids = await withMerged(trx, person_id);
			const held = await whatIsHeld(trx, ids, person.document);
			const organizations = await bodiesOf(trx, ids);
			await suppress(trx, person_id, { ...held, organizations });
			await forget(trx, ids, held.addresses);
			await emptyRecord(trx, actor, person_id, person.document);
			await emptyMerged(trx, ids.slice(1));
			const mentioning = await listMentioning(trx, ids, held.names);
			await scrubNames(trx, held.names, mentioning);
			await refreshSearchEntries(trx, [person_id, ...mentioning]);
			await noteAudit(trx, {
				action: 'person_erased',
				...{ account_id: actor.account_id, record_id: person_id, detail: { reason } }
			});
			return { record_id: person_id, names: held.names, addresses: held.addresses };
		});
	} catch (error) {
		return refusalOf(error);
	}
}

/** The record, and those that became part of it and keep a history of their own. */
async function withMerged(trx: DatabaseTransaction, id: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from record where id <> ${id} and type = 'person' and merged_end(id) = ${id}`.execute(trx);
	return [id, ...rows.map((row) => row.id)];
}

type Held = { names: string[]; slugs: string[]; contacts: string[]; addresses: string[] };

/** Every name, address and contact of the person, of today and of any version or proposal. */
async function whatIsHeld(
	trx: DatabaseTransaction,
	ids: readonly string[],
	document: PersonDocument
): Promise<Held> {
	const [revisions, changes, former, slugs, links] = await Promise.all([
		trx.selectFrom('revision').where('record_id', 'in', ids).select('document').execute(),
		trx
			.selectFrom('change')
			.where('record_id', 'in', ids)
			.select(['operations', 'proposed_operations'])
			.execute(),
		trx.selectFrom('former_slug').where('record_id', 'in', ids).select('slug').execute(),
		trx.selectFrom('record').where('id', 'in', ids).select('slug').execute(),
		trx.selectFrom('own_link').where('person_id', 'in', ids).select('email').execute()
	]);
	const versions = [document, ...revisions.map((row) => row.document as unknown as PersonDocument)];
	const proposed = changes.flatMap((row) =>
		namesIn([...list(row.operations), ...list(row.proposed_operations)])
	);
	const contacts = distinct(versions.flatMap((version) => version.contacts.map(({ value }) => value)));
	const emails = [...links.map(({ email }) => email), ...contacts.filter((value) => value.includes('@'))];
	return {
		names: distinct([...versions.flatMap(({ names }) => names.map(({ value }) => value)), ...proposed]),
		slugs: distinct([...former, ...slugs].flatMap(({ slug }) => slug ?? [])),
		contacts,
		addresses: distinct(emails.map((email) => email.toLowerCase()))
	};
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const distinct = (values: string[]): string[] => [...new Set(values)];

/** The names that operations bring or take away. */
function namesIn(operations: readonly unknown[]): string[] {
	return (operations as { path: string; old?: unknown; new?: unknown }[])
		.filter(({ path }) => /^names\/[^/*]+(\/value)?$/.test(path))
		.flatMap(({ old, new: next }) => [old, next])
		.flatMap((value) => (typeof value === 'string' ? value : ((value as { value?: string })?.value ?? [])));
}

/** The bodies in which the person has or had a post, or for which they were in a delegation. */
async function bodiesOf(trx: DatabaseTransaction, ids: readonly string[]): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select record_id as id from appointment where person = any(${ids})
		union select organization from participation join delegate using (record_id) where person = any(${ids})
	`.execute(trx);
	return rows.map(({ id }) => id);
}

/** Takes away what is kept beside the record: history, proposals, reports, photos, links, letters, former addresses. */
async function forget(
	trx: DatabaseTransaction,
	ids: readonly string[],
	addresses: readonly string[]
): Promise<void> {
	await sql`delete from merger where kept_id = any(${ids}) or merged_id = any(${ids})`.execute(trx);
	await sql`delete from revision where record_id = any(${ids})`.execute(trx);
	await sql`update change set split_from = null where record_id = any(${ids})`.execute(trx);
	await sql`delete from change where record_id = any(${ids})`.execute(trx);
	await sql`delete from report where record_id = any(${ids})`.execute(trx);
	await forgetPhotos(trx, ids);
	await sql`delete from own_link where person_id = any(${ids})`.execute(trx);
	await sql`delete from mail where lower(recipient) = any(${addresses})
		and recipient not in (select email from account)`.execute(trx);
}

/** The record says from now on, and in its first version, that somebody was erased. */
async function emptyRecord(
	trx: DatabaseTransaction,
	actor: Actor,
	id: string,
	before: RecordDocument
): Promise<void> {
	const after = { ...erasedDocument(id), slug: `person-${id}`, ...stillRetired(before) };
	const [change_id, operations] = [randomUUID(), diff(null, after)];
	await insertRows(trx, 'change', [
		{
			...{ id: change_id, record_id: id, record_type: 'person', base_version: 0, operations },
			...{ channel: 'form', state: 'applied', proposed_by: actor.account_id, proposed_role: 'registrar' },
			...{ proposed_at: 'now', decided_at: 'now' }
		}
	]);
	await applyChanges(trx, [
		{ change_id, id, version: 1, before, after, operations: wholeOf(before, after, operations) }
	]);
	await sql`update revision set operations = ${JSON.stringify(operations)}::jsonb where record_id = ${id}`.execute(
		trx
	);
	await sql`delete from former_slug where record_id = ${id}`.execute(trx);
}

/** What was out of sight stays so; what was said besides may name the person. */
const stillRetired = (before: RecordDocument): { retired?: Retirement } =>
	before.type === 'person' && before.retired
		? { retired: { reason: before.retired.reason, on: before.retired.on } }
		: {};

/** Every list of the record is written anew. */
const wholeOf = (
	before: RecordDocument,
	after: RecordDocument,
	operations: ReturnType<typeof diff>
): ReturnType<typeof diff> => [...diff(before, after), ...operations];

/** Of records that became part of it the number stays, and nothing that tells a name. */
async function emptyMerged(trx: DatabaseTransaction, ids: readonly string[]): Promise<void> {
	for (const id of ids) {
		const shown = JSON.stringify(publicView(erasedDocument(id)));
		await sql`update record set slug = 'person-' || id, public_document = ${shown}::jsonb where id = ${id}`.execute(
			trx
		);
		await sql`update person set display = 'erased', summary_ar = null, summary_en = null where record_id = ${id}`.execute(
			trx
		);
		await sql`delete from former_slug where record_id = ${id}`.execute(trx);
	}
}

/**
 * The records of other types that name the person: those tied to them, and where nobody else on the register bears the
 * name, any that hold it.
 */
async function listMentioning(
	trx: DatabaseTransaction,
	ids: readonly string[],
	names: readonly string[]
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		with tied as (
			select record_id as id from appointment where person = any(${ids})
			union select record_id from patron where person = any(${ids})
			union select record_id from delegate where person = any(${ids})
		)
		select id from tied
		union select organization from participation join tied on tied.id = record_id
		union select conference from participation join tied on tied.id = record_id
		union select record.id
			from unnest(${await namesOfNobodyElse(trx, names)}::text[]) as own
			join record on record.type <> 'person' and strpos(public_document::text, own) > 0
	`.execute(trx);
	return rows.map(({ id }) => id);
}

/** Of one word many are called; the other names count where no record bears them. */
async function namesOfNobodyElse(trx: DatabaseTransaction, names: readonly string[]): Promise<string[]> {
	const { rows } = await sql<{ own: string }>`
		select own from unnest(${names}::text[]) as own
		where strpos(own, ' ') > 0 and not exists (select from name where value = own)`.execute(trx);
	return rows.map(({ own }) => own);
}
