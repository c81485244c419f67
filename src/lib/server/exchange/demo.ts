import { sql } from 'kysely';
import type { Database } from '../db/connection.ts';
import { whileLoading } from '../editing/bulk_loading.ts';
import { proposeAll, type Outcome, type Proposal } from '../editing/propose.ts';
import { refusalOf } from '../editing/refusal.ts';
import { demoId, demoOrganization, LAST_UMBRELLA } from './demo/organization.ts';
import { loadReferenceData } from './seed.ts';

export type DemoOptions = {
	/** Records in one transaction. */
	batch?: number;
	onProgress?: (done: number, total: number) => void;
};

export type DemoReport = { added: number; unchanged: number };

/** What a demo record meets on the register, such as a slug that somebody took: a message key. */
export class DemoRefused extends Error {}

/** One transaction is prepared while the database works on the other. */
const WRITERS = 2;

const REASON = 'بيانات تجريبية مولَّدة';

/**
 * Brings the first `count` demo organizations onto the register through the one way to write, each batch in a
 * transaction of its own. Those that are there already stay as they are, so a run that was ended can be run again.
 */
export async function loadDemo(
	db: Database,
	count: number,
	{ batch = 1000, onProgress }: DemoOptions = {}
): Promise<DemoReport> {
	const report: DemoReport = { added: 0, unchanged: 0 };
	async function load(batches: Iterable<number[]>): Promise<void> {
		for (const numbers of batches) {
			const added = await addMissing(db, numbers);
			report.added += added;
			report.unchanged += numbers.length - added;
			onProgress?.(report.added + report.unchanged, count);
		}
	}
	await loadReferenceData(db);
	await whileLoading(db, async () => {
		await load(batchesOf(batch, 1, Math.min(count, LAST_UMBRELLA)));
		await together(batchesOf(batch, LAST_UMBRELLA + 1, count), load);
	});
	return report;
}

function* batchesOf(batch: number, first: number, last: number): Generator<number[]> {
	for (let start = first; start <= last; start += batch) {
		const length = Math.min(batch, last - start + 1);
		yield Array.from({ length }, (_, index) => start + index);
	}
}

/** Several workers take from the same batches. If one fails, none takes another, and all are done when this throws. */
async function together(
	batches: Generator<number[]>,
	work: (batches: Iterable<number[]>) => Promise<void>
): Promise<void> {
	// A loop over a generator that is left by an error ends the generator for every other loop, too.
	const results = await Promise.allSettled(Array.from({ length: WRITERS }, () => work(batches)));
	const failed = results.find((result) => result.status === 'rejected');
	if (failed) throw failed.reason;
}

/** Returns how many were missing. */
async function addMissing(db: Database, numbers: readonly number[]): Promise<number> {
	const ids = numbers.map(demoId);
	const standing = await findStanding(db, ids);
	const missing = numbers.filter((_, index) => !standing.has(ids[index]!));
	if (missing.length > 0) refuse(await proposeTogether(db, missing.map(proposalOf)));
	return missing.length;
}

async function findStanding(db: Database, ids: readonly string[]): Promise<Set<string>> {
	const { rows } = await sql<{ id: string }>`select id from record where id = any(${ids})`.execute(db);
	return new Set(rows.map(({ id }) => id));
}

function proposalOf(number: number): Proposal {
	const after = demoOrganization(number);
	return { id: after.id!, base_version: 0, after, channel: 'import', reason: REASON };
}

async function proposeTogether(db: Database, proposals: Proposal[]): Promise<Outcome[]> {
	try {
		return await db.transaction().execute((trx) => proposeAll(trx, 'register', proposals));
	} catch (error) {
		return [refusalOf(error)];
	}
}

function refuse(outcomes: readonly Outcome[]): void {
	for (const outcome of outcomes) if ('refused' in outcome) throw new DemoRefused(outcome.refused);
}
