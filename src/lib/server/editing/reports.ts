import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { can, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { networkOf } from '../accounts/throttle.ts';
import type { Database, DatabaseTransaction } from '../db/connection.ts';
import { labelsOf, type Label } from '../registry/labels.ts';
import { tellPerson } from './own_letters.ts';
import type { Refusal } from './refusal.ts';

/** What one network may send: enough for a reader who finds several errors, too little to bury the registrars. */
const limits = [
	{ minutes: 60, reports: 5 },
	{ minutes: 24 * 60, reports: 20 }
];

/** The secret of a report's link: 256 bits. It is one per form shown, so a form sent twice is one report. */
export const reportToken = (): string => randomBytes(32).toString('base64url');
export const isReportToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

export type NewReport = {
	record_id: string;
	text: string;
	source_url?: string | undefined;
	email?: string | undefined;
	token: string;
	/** The client's address. */
	address: string;
};

/** Takes what a reader says is wrong with a public record. */
export async function reportError(db: Database, report: NewReport): Promise<{ token: string } | Refusal> {
	const { record_id, text, token } = report;
	if (!isReportToken(token)) return { refused: 'refusal.value_not_allowed', path: 'token' };
	const network = networkOf(report.address);
	return db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${`report/${network}`}, 0))`.execute(trx);
		await forgetNetworks(trx);
		const token_hash = hashOf(token);
		const repeated = await trx
			.selectFrom('report')
			.where('token_hash', '=', token_hash)
			.select('id')
			.execute();
		if (repeated.length > 0) return { token };
		if (!(await isPublic(trx, record_id))) return { refused: 'refusal.record_gone' };
		if (await isOverLimit(trx, network)) return { refused: 'report.too_many' };
		const { source_url = null, email = null } = report;
		await trx
			.insertInto('report')
			.values({ record_id, text, source_url, email, token_hash, network })
			.execute();
		return { token };
	});
}

async function forgetNetworks(trx: DatabaseTransaction): Promise<void> {
	await trx
		.updateTable('report')
		.set({ network: null })
		.where('network', 'is not', null)
		.where('reported_at', '<', sql<Date>`now() - interval '1 day'`)
		.execute();
}

async function isPublic(trx: DatabaseTransaction, id: string): Promise<boolean> {
	const record = await trx
		.selectFrom('record')
		.where('id', '=', id)
		.where('visibility', '=', 'public')
		.where('merged_into', 'is', null)
		.select('id')
		.executeTakeFirst();
	return record !== undefined;
}

async function isOverLimit(trx: DatabaseTransaction, network: string): Promise<boolean> {
	const counts = limits.map(
		({ minutes }) => sql`count(*) filter (where reported_at > now() - make_interval(mins => ${minutes}))`
	);
	const { rows } = await sql<{ counts: string[] }>`
		select array[${sql.join(counts)}] as counts from report where network = ${network}`.execute(trx);
	return limits.some(({ reports }, index) => Number(rows[0]!.counts[index]) >= reports);
}

/** What the reader sees of the own report. */
export type OwnReport = {
	text: string;
	source_url: string | null;
	state: string;
	answer: string | null;
	reported_at: Date;
	decided_at: Date | null;
	record: Label | null;
};

/** The report behind a link, for whoever has it. */
export async function findReport(db: Database, token: string): Promise<OwnReport | undefined> {
	if (!isReportToken(token)) return undefined;
	const row = await db
		.selectFrom('report')
		.where('token_hash', '=', hashOf(token))
		.select(['record_id', 'text', 'source_url', 'state', 'answer', 'reported_at', 'decided_at'])
		.executeTakeFirst();
	if (!row) return undefined;
	const { record_id, ...report } = row;
	return { ...report, record: await labelOf(db, record_id) };
}

export type Report = OwnReport & { id: string; email: string | null; kind: string; due_at: Date | null };

/** What readers report: what is open, what has a date first, then oldest first, then what was decided of late. */
export async function listReports(db: Database, limit = 100): Promise<Report[]> {
	const rows = await db
		.selectFrom('report')
		.select([
			'id',
			'record_id',
			'text',
			'source_url',
			'email',
			'state',
			'answer',
			'reported_at',
			'decided_at',
			'kind',
			'due_at'
		])
		.orderBy(sql`state <> 'open'`)
		.orderBy(sql`case when state = 'open' then due_at end`)
		.orderBy(sql`case when state = 'open' then reported_at end`)
		.orderBy('decided_at', 'desc')
		.limit(limit)
		.execute();
	return Promise.all(
		rows.map(async ({ record_id, ...report }) => ({ ...report, record: await labelOf(db, record_id) }))
	);
}

/** How many reports nobody has answered yet. */
export async function countOpenReports(db: Database): Promise<number> {
	const { count } = await db
		.selectFrom('report')
		.where('state', '=', 'open')
		.select(sql<number>`count(*)::int`.as('count'))
		.executeTakeFirstOrThrow();
	return count;
}

/** The record, or the organization of a participation. */
async function labelOf(db: Database, recordId: string): Promise<Label | null> {
	const participation = await db
		.selectFrom('participation')
		.where('record_id', '=', recordId)
		.select('organization')
		.executeTakeFirst();
	const id = participation?.organization ?? recordId;
	return (await labelsOf(db, [id]))[id] ?? null;
}

/** Answers a report; the reader's address is forgotten with that. Who wrote by an own link is told. */
export async function answerReport(
	db: Database,
	actor: Actor,
	input: { report_id: string; state: 'mended' | 'kept'; answer: string }
): Promise<Refusal | { state: string }> {
	if (!can(roleOf(actor), 'review')) return { refused: 'refusal.not_allowed' };
	const { report_id, state, answer } = input;
	return db.transaction().execute(async (trx) => {
		const answered = await trx
			.updateTable('report')
			.set({ state, answer, email: null, decided_by: actor.account_id, decided_at: new Date() })
			.where('id', '=', report_id)
			.where('state', '=', 'open')
			.returning('own_link')
			.executeTakeFirst();
		if (!answered) return { refused: 'refusal.decided_already' };
		const { own_link } = answered;
		await tellPerson(trx, { own_link, template: 'own_answered', about: report_id, quote: answer });
		return { state };
	});
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
