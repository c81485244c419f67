import { sql, type Expression, type SqlBool } from 'kysely';
import { applyOperations, rebase, valueAt, type Operation } from '#lib/domain/change.ts';
import { sourcesAt } from '#lib/domain/cited_at.ts';
import { displayName } from '#lib/domain/display_name.ts';
import { recordTypes, type RecordType } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { isRegistryId } from '#lib/domain/registry_id.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '../db/connection.ts';
import { labelsOf, type Label } from '../registry/labels.ts';
import { readRecord } from '../registry/read.ts';
import type { Channel } from './propose.ts';

export const ages = { day: 1, week: 7, month: 30 } as const;
export const channels: Channel[] = ['form', 'import', 'api', 'restore', 'merge'];

export type QueueFilter = {
	type?: RecordType | undefined;
	/** Id of the record that a change is about, or of the organization whose participation it is about. */
	about?: string | undefined;
	channel?: Channel | undefined;
	/** Waiting for longer than this. */
	age?: keyof typeof ages | undefined;
	/** Assigned to nobody, or to this account. */
	assigned?: 'nobody' | { account_id: string } | undefined;
};

export type WaitingChange = {
	id: string;
	type: RecordType;
	/** The record that it is about, or the organization of the participation that it is about. */
	record: Label;
	is_new: boolean;
	operations: Operation[];
	channel: string;
	reason: string | null;
	proposed_at: Date;
	proposed_by: string | null;
	proposer: string | null;
	proposed_role: string;
	assigned_to: string | null;
	assignee: string | null;
};

/**
 * Changes that wait for a registrar, oldest first; of the given records only, if any are given. A participation is
 * shown under the name of its organization, a new record under the name that is proposed for it.
 */
export async function listWaiting(db: Database, recordIds?: readonly string[]): Promise<WaitingChange[]> {
	if (recordIds?.length === 0) return [];
	const waiting = waitingQuery(db).orderBy('proposed_at').orderBy('change.id').limit(200);
	const rows = await (recordIds ? waiting.where(about, 'in', [...recordIds]) : waiting).execute();
	return rows.map(changeOf);
}

const PAGE_SIZE = 25;

/** One page of the queue of registrars, oldest first. */
export async function listQueue(db: Database, filter: QueueFilter, page = 1) {
	const matching = waitingQuery(db).where(fits(filter));
	const { total } = await matching
		.clearSelect()
		.select(sql<number>`count(*)::int`.as('total'))
		.executeTakeFirstOrThrow();
	const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
	const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
	const rows = await matching
		.orderBy('proposed_at')
		.orderBy('change.id')
		.limit(PAGE_SIZE)
		.offset((shown - 1) * PAGE_SIZE)
		.execute();
	return { total, page: shown, pages, items: rows.map(changeOf) };
}

/** The records that changes wait for, to choose from. */
export async function listSubjects(db: Database): Promise<Label[]> {
	const subjects = new Map((await listWaiting(db)).map(({ record }) => [record.id, record]));
	return [...subjects.values()];
}

/** The changes that wait before and after one in the queue, be that one decided or not. */
export async function neighboursOf(db: Database, filter: QueueFilter, changeId: string) {
	const matching = waitingQuery(db).where(fits(filter)).clearSelect().select('change.id').limit(1);
	const place = sql`(proposed_at, change.id)`;
	const own = sql`((select own.proposed_at from change as own where own.id = ${changeId}), ${changeId}::uuid)`;
	const [previous, next] = await Promise.all([
		matching
			.where(sql<SqlBool>`${place} < ${own}`)
			.orderBy('proposed_at', 'desc')
			.orderBy('change.id', 'desc')
			.executeTakeFirst(),
		matching
			.where(sql<SqlBool>`${place} > ${own}`)
			.orderBy('proposed_at')
			.orderBy('change.id')
			.executeTakeFirst()
	]);
	return { previous: previous?.id ?? null, next: next?.id ?? null };
}

/** An operation as a registrar weighs it: what the record says now, whether that moved since, where it can be read. */
export type Weighed = Operation & {
	current?: unknown;
	has_moved: boolean;
	sources: RecordDocument['sources'];
};

export type ReviewedChange = WaitingChange & {
	state: string;
	decision_reason: string | null;
	decided_at: Date | null;
	decider: string | null;
	/** Of the record now; 0 if it is not on the register yet. */
	version: number;
	weighed: Weighed[];
	labels: Record<string, Label>;
};

/** One change, waiting or decided, beside the record as it stands. */
export async function findChange(db: Database, id: string): Promise<ReviewedChange | undefined> {
	const row = await changeQuery(db)
		.leftJoin('account as decider', 'decider.id', 'change.decided_by')
		.where('change.id', '=', id)
		.select(['state', 'decision_reason', 'decided_at', 'decider.display_name as decider'])
		.executeTakeFirst();
	if (!row) return undefined;
	const change = changeOf(row);
	const record = await readRecord(db, change.type, row.record_id);
	const current = (record?.document ?? null) as RecordDocument | null;
	const { state, decision_reason, decided_at, decider } = row;
	return {
		...change,
		...{ state, decision_reason, decided_at, decider },
		version: record?.version ?? 0,
		weighed: weigh(change, current),
		labels: await labelsOf(db, idsIn(change.operations))
	};
}

function weigh({ type, operations }: WaitingChange, current: RecordDocument | null): Weighed[] {
	const base = current ?? blank(type);
	const proposed = applyOperations(base, operations);
	const moved = new Set(rebase(operations, base).conflicts.map(({ path }) => path));
	return operations.map((operation) => {
		const now = valueAt(base, operation.path);
		return {
			...operation,
			...(now !== undefined && { current: now }),
			has_moved: moved.has(operation.path),
			sources: sourcesAt(operation.new === undefined ? base : proposed, operation.path)
		};
	});
}

export type DecidedChange = WaitingChange & {
	state: string;
	decision_reason: string | null;
	decided_at: Date;
	has_corrections: boolean;
};

const SHOWN_DAYS = 60;

/** What registrars decided of late on what the actor or its teams proposed, newest first. */
export async function listDecided(db: Database, actor: Actor): Promise<DecidedChange[]> {
	const ids = actor.teams.map(({ organization_id }) => organization_id);
	const rows = await changeQuery(db)
		.where('state', 'in', ['applied', 'returned'])
		.where('decided_by', 'is not', null)
		.where('decided_at', '>', sql<Date>`now() - make_interval(days => ${SHOWN_DAYS})`)
		.where(({ or, eb }) =>
			or([eb('proposed_by', '=', actor.account_id), ...(ids.length > 0 ? [eb(about, 'in', ids)] : [])])
		)
		.select(['state', 'decision_reason', 'decided_at'])
		.select(sql<boolean>`proposed_operations is not null`.as('has_corrections'))
		.orderBy('decided_at', 'desc')
		.limit(30)
		.execute();
	return rows.map(({ state, decision_reason, decided_at, has_corrections, ...row }) => ({
		...changeOf(row),
		...{ state, decision_reason, has_corrections, decided_at: decided_at! }
	}));
}

/** Labels of all the records that operations mention. */
export function labelsIn(
	db: Database,
	changes: readonly { operations: Operation[] }[]
): Promise<Record<string, Label>> {
	return labelsOf(
		db,
		changes.flatMap(({ operations }) => idsIn(operations))
	);
}

function idsIn(value: unknown): string[] {
	if (typeof value === 'string') return isRegistryId(value) ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}

/** The record, or the organization of a participation, be it one that is only proposed. */
const about = sql<string>`coalesce(participation.organization, (
	select operation ->> 'new' from jsonb_array_elements(change.operations) as operation
	where change.record_type = 'participation' and operation ->> 'path' = 'organization'
), change.record_id)`;

const changeQuery = (db: Database) =>
	db
		.selectFrom('change')
		.leftJoin('participation', 'participation.record_id', 'change.record_id')
		.leftJoin('record', (join) => join.on('record.id', '=', about))
		.leftJoin('search_entry', 'search_entry.record_id', 'record.id')
		.leftJoin('account as proposer', 'proposer.id', 'change.proposed_by')
		.leftJoin('account as assignee', 'assignee.id', 'change.assigned_to')
		.select([
			...(['change.id', 'change.record_type', 'change.record_id', 'base_version', 'operations'] as const),
			...(['channel', 'reason', 'proposed_at', 'proposed_by', 'proposed_role', 'assigned_to'] as const),
			...(['record.type as about_type', 'record.slug', 'name_ar', 'name_en'] as const),
			'proposer.display_name as proposer',
			'assignee.display_name as assignee',
			about.as('about')
		]);

const waitingQuery = (db: Database) => changeQuery(db).where('state', '=', 'waiting');

type Row = Awaited<ReturnType<ReturnType<typeof changeQuery>['execute']>>[number];

function changeOf(row: Row): WaitingChange {
	const { id, channel, reason, proposed_at, proposed_by, proposer, proposed_role, assigned_to, assignee } =
		row;
	const type = row.record_type as RecordType;
	const operations = row.operations as Operation[];
	return {
		...{ id, type, operations, channel, reason, proposed_at, proposed_by, proposer, proposed_role },
		...{ assigned_to, assignee, is_new: row.base_version === 0 },
		record: {
			id: row.about,
			type: (row.about_type ?? type) as RecordType,
			slug: row.slug,
			...namesOf(row, type, operations)
		}
	};
}

function namesOf(row: Row, type: RecordType, operations: Operation[]): Pick<Label, 'name_ar' | 'name_en'> {
	if (row.name_ar !== null && row.name_en !== null) return { name_ar: row.name_ar, name_en: row.name_en };
	const proposed = applyOperations(blank(type), operations);
	const names = 'names' in proposed ? proposed.names : [];
	if (names.length === 0) return { name_ar: row.about, name_en: row.about };
	return { name_ar: displayName(names, 'ar'), name_en: displayName(names, 'en') };
}

/** What a record that is not there yet says: nothing. */
export const blank = (type: RecordType): RecordDocument =>
	({ type, names: [], sources: [], cited: {} }) as unknown as RecordDocument;

function fits({ type, about: aboutId, channel, age, assigned }: QueueFilter): Expression<SqlBool> {
	const conditions = [
		...(type && recordTypes.includes(type) ? [sql<SqlBool>`change.record_type = ${type}`] : []),
		...(aboutId ? [sql<SqlBool>`${about} = ${aboutId}`] : []),
		...(channel ? [sql<SqlBool>`change.channel = ${channel}`] : []),
		...(age ? [sql<SqlBool>`proposed_at < now() - make_interval(days => ${ages[age]})`] : []),
		...(assigned === 'nobody' ? [sql<SqlBool>`change.assigned_to is null`] : []),
		...(typeof assigned === 'object' ? [sql<SqlBool>`change.assigned_to = ${assigned.account_id}`] : [])
	];
	return conditions.length > 0 ? sql<SqlBool>`(${sql.join(conditions, sql` and `)})` : sql<SqlBool>`true`;
}
