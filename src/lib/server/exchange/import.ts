import { sql } from 'kysely';
import * as v from 'valibot';
import { recordTypes, type RecordType } from '#lib/domain/documents/common.ts';
import { documentSchemas, type RecordDocument } from '#lib/domain/documents/document.ts';
import { mergeImport } from '#lib/domain/merge_import.ts';
import { breachesOf } from '#lib/domain/rules.ts';
import type { Database } from '../db/connection.ts';
import { allocateIds } from '../editing/identity.ts';
import {
	proposeAll,
	proposeChange,
	type Author,
	type Channel,
	type Outcome,
	type Proposal
} from '../editing/propose.ts';
import { refusalOf } from '../editing/refusal.ts';
import { readRecords } from '../registry/read.ts';
import { readJsonLines, type LineError, type RawRecord } from './json_lines.ts';
import { gatherBoardTerms } from './board_terms.ts';
import { inOrderOfReference } from './reference_order.ts';
import { referencesOf, resolveReferences } from './references.ts';

export type ImportOptions = {
	author: Author;
	channel: Channel;
	reason?: string;
	/** Says what would happen and writes nothing. */
	isDryRun?: boolean;
	/** Leaves records that are on the register as they are. */
	keepsExisting?: boolean;
	onProgress?: (done: number, total: number) => void;
};

export type ImportReport = {
	added: number;
	changed: number;
	unchanged: number;
	waiting: number;
	errors: LineError[];
};

/** A record of the file that is ready to be proposed. */
export type Incoming = RawRecord & { id: string; type: RecordType; version: number };

const BATCH = 500;

/**
 * Brings JSON Lines records onto the register through the one way to write. A record is known again by its `id`
 * or `slug`, a participation by organization, conference and role; references are ids or slugs, of the file or
 * of the register, in any order. What is wrong is reported by line; the other lines are imported.
 */
export async function importJsonLines(
	db: Database,
	text: string,
	options: ImportOptions
): Promise<ImportReport> {
	const report: ImportReport = { added: 0, changed: 0, unchanged: 0, waiting: 0, errors: [] };
	const { records, errors } = readJsonLines(text);
	report.errors.push(...errors);
	const gathered = gatherBoardTerms(records, report.errors);
	const incoming = await identify(db, gathered, report.errors);
	const known = options.keepsExisting ? incoming.filter(({ version }) => version === 0) : incoming;
	report.unchanged += incoming.length - known.length;
	const ordered = inOrderOfReference(known);
	for (let start = 0; start < ordered.length; start += BATCH) {
		await importBatch(db, ordered.slice(start, start + BATCH), options, report);
		options.onProgress?.(Math.min(start + BATCH, ordered.length), ordered.length);
	}
	report.errors.sort((a, b) => a.line - b.line);
	return report;
}

/** Gives each record the id that it has or will have, and puts ids where the file names other records by slug. */
async function identify(db: Database, records: RawRecord[], errors: LineError[]): Promise<Incoming[]> {
	const typed = records.filter((record) => hasType(record, errors));
	const onRegister = await findBySlug(db, typed);
	const newIds = await allocateIds(db, typed.length);
	const ids = new Map(onRegister);
	typed.forEach(({ value }, index) => {
		if (value.slug)
			ids.set(`${value.type}/${value.slug}`, onRegister.get(`${value.type}/${value.slug}`) ?? newIds[index]!);
	});
	const resolved = typed.filter((record) => resolveReferences(record, ids, errors));
	const participations = await findParticipations(db, resolved);
	const identified = resolved.map((record, index) => {
		const { type, id, slug } = record.value;
		const known = id ?? ids.get(`${type}/${slug}`) ?? participations.get(participationKey(record.value));
		return { ...record, id: (known ?? newIds[index]!) as string, type: type as RecordType, version: 0 };
	});
	return withVersions(db, withoutRepeats(identified, errors));
}

function hasType({ line, value }: RawRecord, errors: LineError[]): boolean {
	if (recordTypes.includes(value.type as RecordType)) return true;
	errors.push({ line, path: 'type', message: 'import.unknown_type' });
	return false;
}

async function findBySlug(db: Database, records: RawRecord[]): Promise<Map<string, string>> {
	const slugs = [
		...new Set(records.flatMap(({ value }) => [value.slug, ...referencesOf(value).map(({ key }) => key)]))
	];
	const { rows } = await sql<{ type: string; slug: string; id: string }>`
		select type, slug, record_id as id from former_slug where slug = any(${slugs})
		union all select type, slug, id from record where slug = any(${slugs})
		union all select type, id as slug, id from record where id = any(${slugs})`.execute(db);
	return new Map(rows.map(({ type, slug, id }) => [`${type}/${slug}`, id]));
}

async function findParticipations(db: Database, records: RawRecord[]): Promise<Map<string, string>> {
	const organizations = records
		.filter(({ value }) => value.type === 'participation')
		.map(({ value }) => value.organization);
	const { rows } = await sql<{ record_id: string; organization: string; conference: string; role: string }>`
		select record_id, organization, conference, role from participation
		where organization = any(${organizations})`.execute(db);
	return new Map(rows.map((row) => [participationKey({ type: 'participation', ...row }), row.record_id]));
}

const participationKey = ({ type, organization, conference, role }: Record<string, unknown>) =>
	[type, organization, conference, role ?? 'attended'].join('/');

function withoutRepeats(incoming: Incoming[], errors: LineError[]): Incoming[] {
	const seen = new Set<string>();
	return incoming.filter(({ id, line }) => {
		const isRepeat = seen.has(id);
		if (isRepeat) errors.push({ line, message: 'import.record_twice' });
		seen.add(id);
		return !isRepeat;
	});
}

async function withVersions(db: Database, incoming: Incoming[]): Promise<Incoming[]> {
	const ids = incoming.map(({ id }) => id);
	const { rows } = await sql<{ id: string; version: number }>`
		select id, version from record where id = any(${ids}) and merged_into is null`.execute(db);
	const versions = new Map(rows.map(({ id, version }) => [id, version]));
	return incoming.map((record) => ({ ...record, version: versions.get(record.id) ?? 0 }));
}

async function importBatch(
	db: Database,
	batch: Incoming[],
	options: ImportOptions,
	report: ImportReport
): Promise<void> {
	const current = await readCurrent(db, batch);
	const ready = batch.flatMap((record) => proposalOf(record, current.get(record.id), options, report.errors));
	if (options.isDryRun)
		return ready.forEach(({ proposal }) => report[proposal.base_version === 0 ? 'added' : 'changed']++);
	const outcomes = await proposeTogether(
		db,
		options.author,
		ready.map(({ proposal }) => proposal)
	);
	ready.forEach(({ line, proposal }, index) => count(report, line, proposal, outcomes[index]!));
}

async function readCurrent(db: Database, batch: Incoming[]): Promise<Map<string, RecordDocument>> {
	const documents = new Map<string, RecordDocument>();
	for (const type of recordTypes) {
		const ids = batch.filter((record) => record.type === type && record.version > 0).map(({ id }) => id);
		for (const { id, document } of await readRecords(db, type, ids)) documents.set(id, document);
	}
	return documents;
}

type Ready = { line: number; proposal: Proposal };

function proposalOf(
	{ line, id, type, version, value }: Incoming,
	current: RecordDocument | undefined,
	{ channel, reason }: ImportOptions,
	errors: LineError[]
): Ready[] {
	const merged = mergeImport(current ?? null, value);
	const parsed = v.safeParse(documentSchemas[type], { ...merged, id });
	if (!parsed.success) {
		errors.push(
			...parsed.issues.map((issue) => ({
				line,
				path: v.getDotPath(issue) ?? undefined,
				message: issue.message
			}))
		);
		return [];
	}
	const after = parsed.output as RecordDocument;
	const breaches = breachesOf(after);
	errors.push(...breaches.map((breach) => ({ line, ...breach })));
	return breaches.length > 0
		? []
		: [{ line, proposal: { id, base_version: version, after, channel, reason } }];
}

/** All in one transaction; if the database refuses that, one by one, so that the line to blame is known. */
async function proposeTogether(db: Database, author: Author, proposals: Proposal[]): Promise<Outcome[]> {
	try {
		return await db.transaction().execute((trx) => proposeAll(trx, author, proposals));
	} catch (error) {
		refusalOf(error);
	}
	const outcomes: Outcome[] = [];
	for (const proposal of proposals) outcomes.push(await proposeChange(db, author, proposal));
	return outcomes;
}

function count(report: ImportReport, line: number, { base_version }: Proposal, outcome: Outcome): void {
	if ('refused' in outcome) report.errors.push({ line, path: outcome.path, message: outcome.refused });
	else if ('conflicts' in outcome) report.errors.push({ line, message: 'import.changed_meanwhile' });
	else if (outcome.waiting.length > 0) report.waiting++;
	else if (outcome.applied.length === 0) report.unchanged++;
	else report[base_version === 0 ? 'added' : 'changed']++;
}
