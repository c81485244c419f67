import { sql } from 'kysely';
import {
	applyOperations,
	diff,
	isPartGone,
	rebase,
	valueAt,
	type Operation,
	isSame
} from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import { isRetired, type DocumentOf, type RecordDocument } from '#lib/domain/documents/document.ts';
import { can, organizationsConcerned, roleOf } from '#lib/domain/permissions.ts';
import { cleanText } from '#lib/domain/text.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { readRecord } from '../registry/read.ts';
import {
	findEarlier,
	proposeAll,
	type Author,
	type Conflict,
	type Outcome,
	type Proposal,
	type Reporter
} from './propose.ts';
import { refusalOf } from './refusal.ts';

/**
 * A record as an editor sees it at a version: `document` is that version's, `current` the newest. One that is new has no
 * id and version 0.
 */
export type Editable<T extends RecordType> = {
	id: string;
	version: number;
	document: DocumentOf<T>;
	current: DocumentOf<T>;
	current_version: number;
};

/** Opens a record, by id, slug or former slug in any Unicode form, for someone who may edit it, at the version that the form was shown with; undefined otherwise. */
export async function openForEditing<T extends RecordType>(
	db: Database,
	author: Exclude<Author, Reporter> | null,
	type: T,
	asked: string,
	version?: number
): Promise<Editable<T> | undefined> {
	const slugOrId = cleanText(asked);
	const found = await db
		.selectFrom('record')
		.where('type', '=', type)
		.where((where) =>
			where.or([
				where('slug', '=', slugOrId),
				where('id', '=', slugOrId),
				where('id', 'in', formerlyAt(db, type, slugOrId))
			])
		)
		.select('id')
		.executeTakeFirst();
	const record = found && (await readRecord(db, type, found.id));
	if (!record || isRetired(record.document) || !mayEdit(author, record.document)) return undefined;
	const document = await documentAt(db, record.id, version, record.version, record.document);
	if (!document) return undefined;
	return {
		id: record.id,
		version: version ?? record.version,
		document,
		current: record.document,
		current_version: record.version
	};
}

/** A form that is open while the address of its record changes is sent to the former one. */
const formerlyAt = (db: Database, type: RecordType, slug: string) =>
	db
		.selectFrom('former_slug')
		.where('former_slug.type', '=', type)
		.where('former_slug.slug', '=', slug)
		.select('record_id');

function mayEdit(author: Exclude<Author, Reporter> | null, document: DocumentOf<RecordType>): boolean {
	return author === 'register' || can(roleOf(author, organizationsConcerned(document)), 'edit');
}

async function documentAt<T extends RecordType>(
	db: Database,
	id: string,
	version: number | undefined,
	current: number,
	document: DocumentOf<T>
): Promise<DocumentOf<T> | undefined> {
	if (version === undefined || version === current) return document;
	if (version < 1 || version > current) return undefined;
	const revision = await db
		.selectFrom('revision')
		.where('record_id', '=', id)
		.where('version', '=', version)
		.select('document')
		.executeTakeFirst();
	return revision?.document as unknown as DocumentOf<T> | undefined;
}

export type RevisionOptions<T extends RecordType> = {
	/** By path, whose value stays where someone else changed it meanwhile. */
	choices: ReadonlyMap<string, 'mine' | 'theirs'>;
	/** The record as the editor saw it when choosing. */
	shown?: DocumentOf<T> | undefined;
	reason?: string | undefined;
	submission_key?: string | undefined;
	/** Documents of new people, with ids that nobody has, who come on the register with this change. */
	people?: readonly DocumentOf<'person'>[] | undefined;
};

/**
 * Saves what an editor made of a record. Where someone else changed the same value meanwhile, `choices` says by
 * path whose value stays, chosen between the editor's own and that of `shown`, the record as the editor then saw it.
 * A conflict without a choice, or with one that a third edit overtook, comes back and nothing is written.
 */
export async function saveRevision<T extends RecordType>(
	db: Database,
	author: Author,
	editable: Editable<T>,
	after: DocumentOf<T>,
	options: RevisionOptions<T>
): Promise<Outcome> {
	const proposed = proposalOf(editable, after, options);
	if ('conflicts' in proposed) return proposed;
	try {
		const { people } = options;
		const concerned = organizationsConcerned(editable.current);
		return await db
			.transaction()
			.execute((trx) => proposeWithPeople(trx, author, proposed, { people, concerned }));
	} catch (error) {
		return error instanceof Undone ? error.outcome : refusalOf(error);
	}
}

/** What saving would come to, with nothing written. */
export async function tryRevision<T extends RecordType>(
	db: Database,
	author: Author,
	editable: Editable<T>,
	after: DocumentOf<T>,
	people: RevisionOptions<T>['people']
): Promise<Outcome> {
	const proposed = proposalOf(editable, after, { choices: new Map() });
	if ('conflicts' in proposed) return proposed;
	try {
		return await db.transaction().execute(async (trx) => {
			const concerned = organizationsConcerned(editable.current);
			const outcome = await proposeWithPeople(trx, author, proposed, { people, concerned });
			// Constraints that wait for the end of the transaction speak now.
			await sql`set constraints all immediate`.execute(trx);
			throw new Undone(outcome);
		});
	} catch (error) {
		return error instanceof Undone ? error.outcome : refusalOf(error);
	}
}

/** Ends a transaction that is to leave nothing behind. */
class Undone extends Error {
	readonly outcome: Outcome;
	constructor(outcome: Outcome) {
		super('undone');
		this.outcome = outcome;
	}
}

/** New people first, whom the record then names; a form that was sent before gives its first outcome again. */
async function proposeWithPeople(
	trx: DatabaseTransaction,
	author: Author,
	proposal: Proposal,
	{ people = [], concerned }: { people?: RevisionOptions<RecordType>['people']; concerned: readonly string[] }
): Promise<Outcome> {
	const earlier = await findEarlier(trx, proposal.submission_key);
	if (earlier) return earlier;
	const added = await proposeAll(
		trx,
		author,
		people.map((after) => ({
			id: after.id!,
			base_version: 0,
			after,
			channel: proposal.channel,
			reason: proposal.reason,
			for_organizations: concerned
		}))
	);
	const refused = added.find((outcome) => 'refused' in outcome);
	if (refused) throw new Undone(refused);
	const [outcome] = await proposeAll(trx, author, [proposal]);
	if (people.length > 0 && !('applied' in outcome!)) throw new Undone(outcome!);
	return outcome!;
}

/** The one change that an edit comes to, or what somebody else changed meanwhile and nobody chose about. */
function proposalOf<T extends RecordType>(
	editable: Editable<T>,
	after: DocumentOf<T>,
	options: RevisionOptions<T>
): Proposal | { id: string; version: number; conflicts: Conflict[] } {
	const { clean, conflicts } = rebase(diff(editable.document, after), editable.current);
	const { choices, shown = editable.current } = options;
	const isChosen = ({ path }: Operation) =>
		choices.has(path) && isSame(valueAt(shown, path), valueAt(editable.current, path));
	const open = conflicts.filter((conflict) => !isChosen(conflict));
	if (open.length > 0) return { id: editable.id, version: editable.current_version, conflicts: open };
	const mine = conflicts
		.filter(({ path }) => choices.get(path) === 'mine')
		.map((operation) => orWholePart(operation, editable.current, after));
	return {
		...(editable.id && { id: editable.id }),
		base_version: editable.current_version,
		after: applyOperations(editable.current, [...clean, ...mine]),
		channel: 'form',
		reason: options.reason,
		submission_key: options.submission_key
	};
}

/** Of a part that somebody removed meanwhile one value cannot be kept alone: the whole part comes back. */
function orWholePart(
	{ path, new: value }: Operation,
	current: RecordDocument,
	after: RecordDocument
): Operation {
	if (!isPartGone(current, path)) return { path, new: value };
	const part = path.split('/').slice(0, 2).join('/');
	return { path: part, new: valueAt(after, part) };
}
