import { sql } from 'kysely';
import { sourcesAt } from '#lib/domain/cited_at.ts';
import { diff, type Operation } from '#lib/domain/change.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { lastKnown, publicView } from '#lib/domain/public_view.ts';
import type { Database } from '../db/connection.ts';
import { labelsOf, mentionedIn, type Label } from './labels.ts';

type Source = RecordDocument['sources'][number];

/** An operation with the sources that the version which it made cites for it. */
export type SourcedOperation = Operation & { sources: Source[] };

export type Revision = {
	version: number;
	applied_at: Date;
	channel: string;
	role: string;
	/** Who proposed it and who approved it, by name; for the record's team and registrars alone. */
	author: string | null;
	approver: string | null;
	reason: string | null;
	operations: SourcedOperation[];
};

type Options = {
	/** Whether the reader may know the people behind the changes. */
	withNames?: boolean;
};

/** The public history of a record, newest first and as its newest version lets it be seen, with labels of every record that its values mention. */
export async function historyOf(
	db: Database,
	recordId: string,
	options: Options = {}
): Promise<{ revisions: Revision[]; labels: Record<string, Label> }> {
	const rows = await revisionQuery(db, recordId).orderBy('version').execute();
	const views = viewsOf(rows);
	const revisions = rows.map((row, index) =>
		revisionOf(row, { before: views[index - 1] ?? null, after: views[index]!, ...options })
	);
	return { revisions: revisions.reverse(), labels: await labelsOf(db, views.flatMap(mentionedIn)) };
}

/** A record as it stood after a revision, and what that revision or a longer way from `against` changed. */
export type Version = {
	revision: Revision;
	document: RecordDocument;
	/** The version that it is compared with; 0 is the empty page before the first. */
	against: number;
	newest: number;
	labels: Record<string, Label>;
};

/** One version of a record compared with another, by default the one before; undefined if it never was. */
export async function findVersion(
	db: Database,
	recordId: string,
	version: number,
	{ against = version - 1, ...options }: Options & { against?: number | undefined } = {}
): Promise<Version | undefined> {
	const rows = await revisionQuery(db, recordId).orderBy('version').execute();
	const views = viewsOf(rows);
	const [place, placeBefore] = [version, against].map((wanted) =>
		rows.findIndex((row) => row.version === wanted)
	) as [number, number];
	if (place < 0 || (placeBefore < 0 && against !== 0)) return undefined;
	const [after, before = null] = [views[place]!, views[placeBefore]];
	const labels = await labelsOf(db, [after, ...(before ? [before] : [])].flatMap(mentionedIn));
	const revision = revisionOf(rows[place]!, { before, after, ...options });
	return { revision, document: after, against, newest: rows.at(-1)!.version, labels };
}

/** The version in force at the end of a day in Riyadh; undefined if the record was not on the register yet. */
export async function findVersionAt(
	db: Database,
	recordId: string,
	day: string
): Promise<number | undefined> {
	const { version } = await db
		.selectFrom('revision')
		.where('record_id', '=', recordId)
		.where(sql<boolean>`applied_at < ((${day}::date + 1)::timestamp at time zone 'Asia/Riyadh')`)
		.select(({ fn }) => fn.max('version').as('version'))
		.executeTakeFirstOrThrow();
	return version ?? undefined;
}

const revisionQuery = (db: Database, recordId: string) =>
	db
		.selectFrom('revision')
		.innerJoin('change', 'change.id', 'revision.change_id')
		.leftJoin('account as proposer', 'proposer.id', 'change.proposed_by')
		.leftJoin('account as approver', 'approver.id', 'change.decided_by')
		.where('revision.record_id', '=', recordId)
		.select([
			...(['version', 'applied_at', 'channel', 'proposed_role', 'reason', 'document'] as const),
			'proposer.display_name as author',
			'approver.display_name as approver'
		]);

type Row = Awaited<ReturnType<ReturnType<typeof revisionQuery>['execute']>>[number];

/** Every version, oldest first, as today's record lets it be seen. */
function viewsOf(rows: readonly Row[]): RecordDocument[] {
	const versions = rows.map(({ document }) => document as unknown as RecordDocument);
	const known = lastKnown(versions);
	return versions.map((document) => publicView(document, known));
}

function revisionOf(
	row: Row,
	{ before, after, withNames = false }: { before: RecordDocument | null; after: RecordDocument } & Options
): Revision {
	const { version, applied_at, channel, proposed_role: role, author, approver, reason } = row;
	const operations = diff(before, after);
	return {
		...{ version, applied_at, channel, role },
		author: withNames ? author : null,
		approver: withNames ? approver : null,
		reason: isPrivate(after, role, operations) ? null : reason,
		operations: operations.map((operation) => ({
			...operation,
			sources: sourcesAt(operation.new === undefined && before ? before : after, operation.path)
		}))
	};
}

/** What is said for showing less of somebody, and by the person concerned, is for registrars. */
const isPrivate = (after: RecordDocument, role: string, operations: readonly Operation[]): boolean =>
	isWithheld(after) ||
	role === 'reporter' ||
	operations.some(({ path }) => path.split('/').at(-1) === 'display');

/** The words of an editor can name whom the register does not. */
const isWithheld = (shown: RecordDocument) => shown.type === 'person' && shown.display !== 'full';
