import { sql } from 'kysely';
import { childId } from '#lib/domain/registry_id.ts';
import type { Operation } from '#lib/domain/change.ts';
import { todayIn } from '#lib/domain/dates.ts';
import type { DisplayLevel, PersonDocument } from '#lib/domain/documents/person.ts';
import type { Appointment } from '#lib/domain/documents/organization.ts';
import { can, roleOf, type Actor, type Role } from '#lib/domain/permissions.ts';
import { cleanText } from '#lib/domain/text.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { organizationsOfPerson } from '../registry/people.ts';
import { readRecord, type ReadRecord } from '../registry/read.ts';
import { proposeAll, type Author, type Outcome } from './propose.ts';
import { refusalOf } from './refusal.ts';

export type OpenedPerson = ReadRecord<PersonDocument> & { role: Role; organizations: string[] };

/** Opens a person, by slug or id, for someone who may say how much of them is shown; undefined otherwise. */
export async function openPerson(
	db: Database,
	actor: Actor,
	asked: string
): Promise<OpenedPerson | undefined> {
	const slugOrId = cleanText(asked);
	const found = await db
		.selectFrom('record')
		.where('type', '=', 'person')
		.where((where) => where.or([where('slug', '=', slugOrId), where('id', '=', slugOrId)]))
		.select('id')
		.executeTakeFirst();
	const person = found && (await readRecord(db, 'person', found.id));
	if (!person || person.document.display === 'erased') return undefined;
	const organizations = await organizationsOfPerson(db, person.id);
	const role = roleOf(actor, organizations);
	return can(role, 'set_display') ? { ...person, role, organizations } : undefined;
}

export type DisplayChoice = {
	display: Exclude<DisplayLevel, 'erased'>;
	/** Day on which a registrar looks again; with `withheld` alone. */
	review_on?: string | undefined;
	/** A name to be known by, to add; what a team proposes waits for a registrar. */
	known_as?: string | undefined;
	reason?: string | undefined;
	submission_key?: string | undefined;
};

/** Says how much of a person the world sees: less at once, more once a registrar has looked at it. */
export function setDisplay(
	db: Database,
	author: Author,
	personId: string,
	choice: DisplayChoice
): Promise<Outcome> {
	return inTransaction(db, (trx) => setDisplayIn(trx, author, personId, choice));
}

/** The same in the transaction that is given; a violated constraint throws. */
export async function setDisplayIn(
	trx: DatabaseTransaction,
	author: Author,
	personId: string,
	{ display, review_on, known_as, reason, submission_key }: DisplayChoice
): Promise<Outcome> {
	const person = await lockAndRead(trx, 'person', personId);
	if (!person) return { refused: 'refusal.record_gone' };
	const { display_review_on: _, ...document } = person.document;
	const isKnown = document.names.some(({ kind, value }) => kind === 'known_as' && value === known_as);
	const names = [...document.names, ...(known_as && !isKnown ? [knownAs(known_as)] : [])];
	if (display === 'known_as' && !names.some(({ kind }) => kind === 'known_as'))
		return { refused: 'display.no_known_as', path: 'display' };
	if (display === 'withheld' && !(review_on && review_on > todayIn()))
		return { refused: 'display.review_on_missing', path: 'review_on' };
	const after = {
		...document,
		names,
		display,
		...(display === 'withheld' && { display_review_on: review_on })
	};
	const proposal = { id: person.id, base_version: person.version, after, reason, submission_key };
	return (await proposeAll(trx, author, [{ ...proposal, channel: 'form' }]))[0]!;
}

/** A name by which somebody is known, as a part of the record. */
export const knownAs = (value: string, id = childId()) => ({
	...{ id, value, lang: /\p{Script=Arabic}/u.test(value) ? 'ar' : 'en' },
	...{ kind: 'known_as' as const, sources: [] }
});

/** The names to be known by that were proposed for somebody and wait for a registrar. */
export async function listProposedNames(db: Database, personId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('change')
		.where('record_id', '=', personId)
		.where('state', '=', 'waiting')
		.select('operations')
		.orderBy('proposed_at')
		.execute();
	const added = rows
		.flatMap(({ operations }) => operations as Operation[])
		.flatMap(({ path, new: name }) =>
			path.startsWith('names/') ? [name as { kind?: string; value?: string }] : []
		);
	return added.flatMap((name) => (name?.kind === 'known_as' && name.value ? [name.value] : []));
}

/** Says how much less of a person the world sees in one post than elsewhere. */
export async function setPostDisplay(
	db: Database,
	actor: Actor,
	input: { organization_id: string; appointment_id: string; display: Appointment['display'] }
): Promise<Outcome> {
	return inTransaction(db, async (trx) => {
		const { organization_id, appointment_id, display } = input;
		const body = await lockAndRead(trx, 'organization', organization_id);
		const post = body?.document.appointments.find(({ id }) => id === appointment_id);
		if (!body || !post) return { refused: 'refusal.record_gone' };
		const { display: _, ...rest } = post;
		const changed = { ...rest, ...(display && { display }) };
		const appointments = body.document.appointments.map((each) => (each === post ? changed : each));
		const after = { ...body.document, appointments };
		const proposal = { id: body.id, base_version: body.version, after, channel: 'form' as const };
		return (await proposeAll(trx, actor, [proposal]))[0]!;
	});
}

/** A record as it stands, which nobody else changes before the transaction ends. */
export async function lockAndRead<T extends 'person' | 'organization'>(
	trx: DatabaseTransaction,
	type: T,
	id: string
) {
	await trx.selectFrom('record').where('id', '=', id).forUpdate().select('id').execute();
	return readRecord(trx, type, id);
}

async function inTransaction(
	db: Database,
	work: (trx: DatabaseTransaction) => Promise<Outcome>
): Promise<Outcome> {
	try {
		return await db.transaction().execute(work);
	} catch (error) {
		return refusalOf(error);
	}
}

/** People whose names are withheld up to a day that has come, for registrars to look at. */
export async function listDueReviews(db: Database): Promise<{ id: string; review_on: string }[]> {
	const rows = await db
		.selectFrom('person')
		.innerJoin('record', 'record.id', 'record_id')
		.where('display', '=', 'withheld')
		.where('merged_into', 'is', null)
		.where('display_review_on', '<=', sql<string>`(now() at time zone 'Asia/Riyadh')::date`)
		.orderBy('display_review_on')
		.limit(100)
		.select(['record_id as id', 'display_review_on as review_on'])
		.execute();
	return rows.map(({ id, review_on }) => ({ id, review_on: String(review_on) }));
}
