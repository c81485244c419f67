import { diff } from '#lib/domain/change.ts';
import { recordTypes } from '#lib/domain/documents/common.ts';
import { showsLess } from '#lib/domain/documents/person.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { mergeImport } from '#lib/domain/merge_import.ts';
import type { Database } from '../db/connection.ts';
import { checkDocument } from '../editing/check.ts';
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
import { gatherBoardTerms } from './board_terms.ts';
import { identify, type Incoming } from './identify.ts';
import { readJsonLines, type LineError } from './json_lines.ts';
import { inOrderOfReference, withReferred } from './reference_order.ts';

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
	const wanted = options.keepsExisting ? incoming.filter(({ version }) => version === 0) : incoming;
	report.unchanged += incoming.length - wanted.length;

	const ordered = inOrderOfReference(wanted);
	const leftOver: Ready[] = [];
	for (let start = 0; start < ordered.length; start += BATCH) {
		const ready = await prepare(db, ordered.slice(start, start + BATCH), options, report);
		if (!options.isDryRun) leftOver.push(...(await importReady(db, ready, options, report)));
		options.onProgress?.(Math.min(start + BATCH, ordered.length), ordered.length);
	}
	await importCircles(db, leftOver, options, report);
	report.errors.sort((a, b) => a.line - b.line);
	return report;
}

/** A record of the file and the change that it asks for. */
type Ready = Incoming & { proposal: Proposal };

/** What the records of a batch lead to; those that break a rule, or already say so, are only reported. */
async function prepare(
	db: Database,
	batch: Incoming[],
	{ channel, reason, isDryRun }: ImportOptions,
	report: ImportReport
): Promise<Ready[]> {
	const current = await readCurrent(db, batch);
	return batch.flatMap((record) => {
		const { id, line, version } = record;
		const before = current.get(id) ?? null;
		const checked = checkDocument(documentOf(record, before));
		if ('refused' in checked) {
			report.errors.push(...checked.breaches.map((breach) => ({ line, ...breach })));
			return [];
		}
		const after = checked.document;
		const isUnchanged = before !== null && diff(before, after).length === 0;
		if (isUnchanged) report.unchanged++;
		else if (isDryRun) report[before ? 'changed' : 'added']++;
		return isUnchanged
			? []
			: [{ ...record, proposal: { id, base_version: version, after, channel, reason } }];
	});
}

async function readCurrent(db: Database, batch: Incoming[]): Promise<Map<string, RecordDocument>> {
	const documents = new Map<string, RecordDocument>();
	for (const type of recordTypes) {
		const ids = batch.filter((record) => record.type === type && record.version > 0).map(({ id }) => id);
		for (const { id, document } of await readRecords(db, type, ids)) documents.set(id, document);
	}
	return documents;
}

/**
 * A record that the file knows by slug keeps the slug of today: an old file does not bring a former one back. Nor does
 * it show more of a person than is shown today.
 */
function documentOf({ id, value }: Incoming, before: RecordDocument | null): RecordDocument {
	const { slug, ...rest } = value;
	const isRenamed = before === null || value.id === id;
	const merged = mergeImport(before, isRenamed && slug !== undefined ? { ...rest, slug } : rest);
	const document = { ...merged, id } as unknown as RecordDocument;
	return before?.type === 'person' &&
		document.type === 'person' &&
		showsLess(before.display, document.display ?? 'full')
		? { ...document, display: before.display }
		: document;
}

/** Proposes a batch; what refers to something that is not on the register (yet) is given back. */
async function importReady(
	db: Database,
	ready: Ready[],
	{ author }: ImportOptions,
	report: ImportReport
): Promise<Ready[]> {
	const outcomes = await proposeTogether(db, author, proposalsOf(ready));
	const isLeftOver = (index: number) => {
		const outcome = outcomes[index]!;
		return 'refused' in outcome && outcome.refused === 'refusal.unknown_reference';
	};
	ready.forEach((record, index) => {
		if (!isLeftOver(index)) count(report, record, outcomes[index]!);
	});
	return ready.filter((_, index) => isLeftOver(index));
}

const proposalsOf = (ready: Ready[]) => ready.map(({ proposal }) => proposal);

/** All in one transaction; if the database refuses that, each half, so that the line to blame is found. */
async function proposeTogether(db: Database, author: Author, proposals: Proposal[]): Promise<Outcome[]> {
	if (proposals.length === 1) return [await proposeChange(db, author, proposals[0]!)];
	const outcomes = await proposeAtOnce(db, author, proposals);
	if (outcomes) return outcomes;
	const half = Math.ceil(proposals.length / 2);
	const first = await proposeTogether(db, author, proposals.slice(0, half));
	return [...first, ...(await proposeTogether(db, author, proposals.slice(half)))];
}

async function proposeAtOnce(
	db: Database,
	author: Author,
	proposals: Proposal[]
): Promise<Outcome[] | undefined> {
	try {
		return await db.transaction().execute((trx) => proposeAll(trx, author, proposals));
	} catch (error) {
		refusalOf(error);
		return undefined;
	}
}

/** Records that refer to each other in a circle come onto the register together or not at all. */
async function importCircles(
	db: Database,
	leftOver: Ready[],
	{ author }: ImportOptions,
	report: ImportReport
): Promise<void> {
	const open = new Set(leftOver);
	for (const record of leftOver) {
		if (!open.has(record)) continue;
		const circle = withReferred(record, [...open]);
		const outcomes = await proposeAtOnce(db, author, proposalsOf(circle));
		if (outcomes) circle.forEach((member, index) => count(report, member, outcomes[index]!));
		else report.errors.push({ line: record.line, message: 'refusal.unknown_reference' });
		for (const done of outcomes ? circle : [record]) open.delete(done);
	}
}

function count(report: ImportReport, { line, version }: Ready, outcome: Outcome): void {
	if ('refused' in outcome) report.errors.push({ line, path: outcome.path, message: outcome.refused });
	else if ('conflicts' in outcome) report.errors.push({ line, message: 'import.changed_meanwhile' });
	else if (outcome.waiting.length > 0) report.waiting++;
	else if (outcome.applied.length === 0) report.unchanged++;
	else report[version === 0 ? 'added' : 'changed']++;
}
