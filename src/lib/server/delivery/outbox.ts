import { sql } from 'kysely';
import type { DatabaseTransaction } from '../db/connection.ts';
import { WORKER_SCHEMA } from '#db/worker_schema.ts';
import type { Letter } from './letters.ts';

export const DELIVER = 'deliver_mail';

/** Doubling pauses: the last attempt is some two days after the first. */
export const MOST_ATTEMPTS = 14;

/**
 * Writes letters into the outbox, in the transaction of what they tell: both stand or neither. A letter whose
 * `delivery_key` was written before is passed over.
 */
export async function postLetters(trx: DatabaseTransaction, letters: readonly Letter[]): Promise<void> {
	if (letters.length === 0) return;
	const rows = letters.map((letter) => ({ ...letter, arguments: JSON.stringify(letter.arguments) }));
	const written = await trx
		.insertInto('mail')
		.values(rows)
		.onConflict((conflict) => conflict.column('delivery_key').doNothing())
		.returning('id')
		.execute();
	await scheduleDelivery(
		trx,
		written.map(({ id }) => id)
	);
}

/** Has the job queue deliver mails; a job that waits for one of them already is replaced. */
export async function scheduleDelivery(db: DatabaseTransaction, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await sql`
		select ${sql.id(WORKER_SCHEMA, 'add_job')}(
			${DELIVER}, json_build_object('id', id), job_key := 'mail/' || id, max_attempts := ${MOST_ATTEMPTS}::int)
		from unnest(${ids}::uuid[]) as id`.execute(db);
}
