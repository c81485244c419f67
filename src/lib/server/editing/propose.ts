import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { applyOperations, diff, rebase, type Operation } from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import { isRetired, type RecordDocument } from '#lib/domain/documents/document.ts';
import { can, decide, rightFor, sortByDecision, type Role } from '#lib/domain/permissions.ts';
import type { Breach } from '#lib/domain/rules.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { readRecords, type ReadRecord } from '../registry/read.ts';
import { applyChanges, type Application } from './apply.ts';
import { tellWaiting } from './change_letters.ts';
import { isReporter, roleIn, type Author } from './author.ts';
import { checkDocument } from './check.ts';
import { allocateIds, allocateSlugs } from './identity.ts';
import { tellOrganizers } from './participation_letters.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { insertRows } from './save.ts';
import { findSuppressed } from './suppression.ts';

export type { Author, Reporter } from './author.ts';

export type Channel = 'form' | 'import' | 'seed' | 'api' | 'restore' | 'merge';

/**
 * What someone wants a record to say. `after` is the whole document; `base_version` is the version that the
 * editor started from, 0 for a new record. `submission_key` is one per form shown.
 */
export type Proposal = {
	id?: string;
	base_version: number;
	after: RecordDocument;
	channel: Channel;
	reason?: string | undefined;
	submission_key?: string | undefined;
	/** The organizations that the record concerns with which a new person comes: their teams may enter the person. */
	for_organizations?: readonly string[] | undefined;
};

export type Conflict = Operation & { current?: unknown };

export type Outcome =
	| { id: string; slug: string | null; version: number; applied: Operation[]; waiting: Operation[] }
	| { id: string; version: number; conflicts: Conflict[] }
	| (Refusal & { breaches?: Breach[] });

/**
 * Proposes one change: what the author may do at once is applied, the rest waits for a registrar; a value that
 * someone else changed since `base_version` is a conflict, and then nothing is written.
 */
export async function proposeChange(db: Database, author: Author, proposal: Proposal): Promise<Outcome> {
	try {
		return await db.transaction().execute(async (trx) => (await proposeAll(trx, author, [proposal]))[0]!);
	} catch (error) {
		return refusalOf(error);
	}
}

/**
 * Proposes many changes in the transaction that is given, with a few statements for all of them. Outcomes come
 * in the order of the proposals. A violated constraint throws and ends the transaction for all: see `refusalOf`.
 */
export async function proposeAll(
	trx: DatabaseTransaction,
	author: Author,
	proposals: readonly Proposal[]
): Promise<Outcome[]> {
	const repeated = await findRepeated(trx, proposals);
	const current = await lockRecords(trx, proposals);
	const drafts: Draft[] = [];
	for (const proposal of proposals) {
		const outcome = repeated.get(proposal.submission_key ?? '');
		drafts.push(outcome ? { outcome } : await draft(trx, author, proposal, current.get(proposal.id ?? '')));
	}
	await refuseSuppressed(trx, drafts);
	await identifyNew(trx, drafts.filter(isOpen));
	const open = drafts.filter(isOpen);
	await insertRows(
		trx,
		'change',
		open.flatMap((entry) => changeRows(author, entry))
	);
	await applyChanges(trx, open.flatMap(applicationOf));
	await tellRegistrars(trx, author, open);
	await askOrganizers(trx, author, open);
	return drafts.map((entry) => (isOpen(entry) ? outcomeOf(entry) : entry.outcome));
}

/** Nobody who was erased comes back, by whichever way. */
async function refuseSuppressed(trx: DatabaseTransaction, drafts: Draft[]): Promise<void> {
	const open = drafts.flatMap((entry, index) => (isOpen(entry) ? [{ entry, index }] : []));
	const refusals = await findSuppressed(
		trx,
		open.map(({ entry: { proposal, before, id } }) => ({
			...{ before, after: { ...proposal.after, ...(id && { id }) } as RecordDocument },
			isFile: fileChannels.has(proposal.channel),
			for_organizations: proposal.for_organizations
		}))
	);
	for (const [place, refusal] of refusals) drafts[open[place]!.index] = { outcome: refusal };
}

/** By these nobody looked at each record. */
const fileChannels: ReadonlySet<Channel> = new Set(['import', 'seed', 'api']);

/** A proposal that passed: what is applied now and what waits. */
type OpenDraft = {
	proposal: Proposal;
	role: Role | 'register';
	id: string;
	before: RecordDocument | null;
	after: RecordDocument;
	version: number;
	now: Operation[];
	later: Operation[];
	/** Ids of the change that is applied and of the one that waits. */
	change_id: string;
	waiting_id: string;
};
type Draft = OpenDraft | { outcome: Outcome };

const isOpen = (entry: Draft): entry is OpenDraft => !('outcome' in entry);

/** A form that was sent before gives its first outcome again: the lock makes the second wait for the first. */
async function findRepeated(
	trx: DatabaseTransaction,
	proposals: readonly Proposal[]
): Promise<Map<string, Outcome>> {
	const keys = proposals.flatMap(({ submission_key }) => submission_key ?? []);
	if (keys.length === 0) return new Map();
	for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
	const rows = await trx
		.selectFrom('change')
		.leftJoin('record', 'record.id', 'change.record_id')
		.where('submission_key', 'in', keys)
		.select(['submission_key', 'record_id', 'slug', 'version', 'state', 'operations'])
		.execute();
	const outcomes = new Map<string, Outcome>();
	for (const row of rows) {
		const operations = row.operations as Operation[];
		const previous = outcomes.get(row.submission_key!) as
			{ applied: Operation[]; waiting: Operation[] } | undefined;
		outcomes.set(row.submission_key!, {
			id: row.record_id,
			slug: row.slug,
			version: row.version ?? 0,
			applied: [...(previous?.applied ?? []), ...(row.state === 'applied' ? operations : [])],
			waiting: [...(previous?.waiting ?? []), ...(row.state === 'waiting' ? operations : [])]
		});
	}
	return outcomes;
}

/** What a form came to that was sent before, if it was. */
export async function findEarlier(
	trx: DatabaseTransaction,
	submission_key: string | undefined
): Promise<Outcome | undefined> {
	if (!submission_key) return undefined;
	const proposal = { submission_key } as Proposal;
	return (await findRepeated(trx, [proposal])).get(submission_key);
}

/** Locks the records that stand already, in the order of their ids so that no two editors wait for each other. */
async function lockRecords(
	trx: DatabaseTransaction,
	proposals: readonly Proposal[]
): Promise<Map<string, ReadRecord>> {
	const idsByType = new Map<RecordType, string[]>();
	for (const { id, after } of proposals) {
		if (id) idsByType.set(after.type, [...(idsByType.get(after.type) ?? []), id]);
	}
	const records = new Map<string, ReadRecord>();
	const standing = await lockStanding(trx, [...idsByType.values()].flat());
	for (const [type, ids] of idsByType) {
		const standingOfType = ids.filter((id) => standing.has(id));
		for (const record of await readRecords(trx, type, standingOfType)) records.set(record.id, record);
	}
	return records;
}

async function lockStanding(trx: DatabaseTransaction, ids: readonly string[]): Promise<Set<string>> {
	if (ids.length === 0) return new Set();
	const { rows } = await sql<{ id: string }>`
		select id from record where id = any(${ids}) order by id for update`.execute(trx);
	return new Set(rows.map(({ id }) => id));
}

async function draft(
	trx: DatabaseTransaction,
	author: Author,
	proposal: Proposal,
	current: ReadRecord | undefined
): Promise<Draft> {
	const isNew = proposal.base_version === 0;
	if (!isNew && !current) return { outcome: { refused: 'refusal.record_gone' } };
	if (isNew && current) return { outcome: { refused: 'refusal.slug_taken', path: 'id' } };
	const before = isNew ? null : current!.document;
	const role = await roleIn(trx, author, proposal, before);
	const isOpenTo =
		role === 'reporter' || role === 'register' || can(role, rightFor(before ?? proposal.after, before));
	if (!isOpenTo) return { outcome: { refused: 'refusal.not_allowed' } };
	if (before && isRetired(before) && isRetired(proposal.after) && proposal.channel !== 'merge')
		return { outcome: { refused: 'refusal.retired' } };
	if ([before, proposal.after].some(isErased)) return { outcome: { refused: 'refusal.erased' } };
	const wanted = checkDocument(proposal.after);
	if ('refused' in wanted) return { outcome: wanted };
	const rebased = before
		? await operationsOn(trx, wanted.document, proposal.base_version, current!)
		: { clean: diff(null, wanted.document), conflicts: [] };
	if (!rebased) return { outcome: { refused: 'refusal.value_not_allowed', path: 'base_version' } };
	const { clean, conflicts } = rebased;
	if (conflicts.length > 0) return { outcome: { id: current!.id, version: current!.version, conflicts } };

	const { type } = proposal.after;
	if (role !== 'register' && clean.some((each) => decide(role, type, before, each) === 'refuse'))
		return { outcome: { refused: 'refusal.not_allowed' } };
	const { now, later } = sort(role, type, before, clean);
	const whole = before ? checkDocument(applyOperations(before, clean)) : wanted;
	if ('refused' in whole) return { outcome: whole };
	const partial = before && later.length > 0 ? checkDocument(applyOperations(before, now)) : whole;
	if ('refused' in partial) return { outcome: partial };
	const id = current?.id ?? proposal.id ?? '';
	const version = current?.version ?? 0;
	return {
		proposal,
		role,
		id,
		before,
		after: partial.document,
		version,
		now,
		later,
		change_id: randomUUID(),
		waiting_id: randomUUID()
	};
}

const isErased = (document: RecordDocument | null) =>
	document?.type === 'person' && document.display === 'erased';

/** The operations on the record as it stands; undefined if it never had the version that they were made from. */
async function operationsOn(
	trx: DatabaseTransaction,
	after: RecordDocument,
	baseVersion: number,
	current: ReadRecord
): Promise<{ clean: Operation[]; conflicts: Conflict[] } | undefined> {
	if (baseVersion === current.version) return { clean: diff(current.document, after), conflicts: [] };
	if (!Number.isInteger(baseVersion) || baseVersion < 1 || baseVersion > current.version) return undefined;
	const base = await trx
		.selectFrom('revision')
		.where('record_id', '=', current.id)
		.where('version', '=', baseVersion)
		.select('document')
		.executeTakeFirst();
	return base && rebase(diff(base.document as unknown as RecordDocument, after), current.document);
}

/** What is carried out now and what waits. A new record is applied whole or waits whole. */
function sort(
	role: Role | 'register',
	type: RecordType,
	before: RecordDocument | null,
	operations: Operation[]
): { now: Operation[]; later: Operation[] } {
	if (role === 'register') return { now: operations, later: [] };
	if (before) return sortByDecision(role, type, before, operations);
	const waits = operations.some((operation) => decide(role, type, before, operation) === 'review');
	return waits ? { now: [], later: operations } : { now: operations, later: [] };
}

/** Gives new records their ids and slugs, and the documents their own id. */
async function identifyNew(trx: DatabaseTransaction, drafts: OpenDraft[]): Promise<void> {
	const unnamed = drafts.filter(({ id }) => id === '');
	const ids = unnamed.length > 0 ? await allocateIds(trx, unnamed.length) : [];
	unnamed.forEach((entry, index) => (entry.id = ids[index]!));
	const fresh = drafts.filter(({ before }) => before === null);
	const named = await allocateSlugs(
		trx,
		fresh.map(({ after, id }) => ({ ...after, id }))
	);
	fresh.forEach((entry, index) => (entry.after = named[index]!));
}

function changeRows(author: Author, entry: OpenDraft) {
	const { proposal, role } = entry;
	const shared = {
		record_id: entry.id,
		record_type: proposal.after.type,
		base_version: entry.version,
		channel: proposal.channel,
		reason: proposal.reason ?? null,
		submission_key: proposal.submission_key ?? null,
		proposed_by: author === 'register' || isReporter(author) ? null : author.account_id,
		own_link: isReporter(author) ? author.own_link : null,
		proposed_role: role,
		proposed_at: 'now'
	};
	return [
		...(entry.now.length > 0
			? [{ ...shared, id: entry.change_id, operations: entry.now, state: 'applied', decided_at: 'now' }]
			: []),
		...(entry.later.length > 0
			? [{ ...shared, id: entry.waiting_id, operations: entry.later, state: 'waiting', decided_at: null }]
			: [])
	];
}

/** Of what somebody typed and what waits; that a new record is proposed, its own command tells. */
async function tellRegistrars(
	trx: DatabaseTransaction,
	author: Author,
	drafts: readonly OpenDraft[]
): Promise<void> {
	if (author === 'register' || isReporter(author)) return;
	for (const { proposal, before, later, id, waiting_id } of drafts)
		if (before && later.length > 0 && proposal.channel === 'form')
			await tellWaiting(trx, author, { id: waiting_id, record_id: id });
}

/** Of what a team says of its part in a conference; files and mergers ask nobody. */
async function askOrganizers(
	trx: DatabaseTransaction,
	author: Author,
	drafts: readonly OpenDraft[]
): Promise<void> {
	if (author === 'register' || isReporter(author)) return;
	for (const { proposal, id, before, after, now } of drafts)
		if (after.type === 'participation' && now.length > 0 && asked.has(proposal.channel))
			await tellOrganizers(trx, {
				...{ id, after, said_by: author.account_id },
				before: before?.type === 'participation' ? before : null
			});
}

const asked: ReadonlySet<Channel> = new Set(['form', 'restore']);

function applicationOf(entry: OpenDraft): Application[] {
	if (entry.now.length === 0) return [];
	const { change_id, id, before, after, now } = entry;
	return [{ change_id, id, version: entry.version + 1, before, after, operations: now }];
}

function outcomeOf(entry: OpenDraft): Outcome {
	return {
		id: entry.id,
		slug: entry.after.slug ?? null,
		version: entry.version + (entry.now.length > 0 ? 1 : 0),
		applied: entry.now,
		waiting: entry.later
	};
}
