import { sql } from 'kysely';
import type { Database } from '../db/connection.ts';
import { loadMessages, translator } from '#lib/i18n.ts';
import { compose } from './compose.ts';
import type { LetterArguments, Template } from './letters.ts';
import { MOST_ATTEMPTS } from './outbox.ts';
import type { Transport } from './transport.ts';

export type Sending = { transport: Transport; origin: string };

/**
 * Sends a mail that still waits, and writes down that it is sent. Of several who try at once one sends and the others
 * find it sent: a lock of the connection, not of a transaction, so that none stays open while a mail server answers.
 * A failure throws, for the queue to try again, until the attempts are used up or the server refuses for good.
 */
export async function deliverMail(db: Database, sending: Sending, id: string): Promise<void> {
	await db.connection().execute(async (connection) => {
		await sql`select pg_advisory_lock(hashtextextended(${lockOf(id)}, 0))`.execute(connection);
		try {
			await deliverLocked(connection, sending, id);
		} finally {
			await sql`select pg_advisory_unlock(hashtextextended(${lockOf(id)}, 0))`.execute(connection);
		}
	});
}

const lockOf = (id: string) => `mail/${id}`;

async function deliverLocked(db: Database, { transport, origin }: Sending, id: string): Promise<void> {
	const mail = await db
		.updateTable('mail')
		.set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
		.where('id', '=', id)
		.where('state', '=', 'waiting')
		.returning(['recipient', 'template', 'language', 'arguments', 'attempts', 'created_at'])
		.executeTakeFirst();
	if (!mail) return;
	try {
		const language = mail.language as 'ar' | 'en';
		const sender_name = translator(language, await loadMessages(language))('site.name');
		const stored = {
			language,
			template: mail.template as Template,
			arguments: mail.arguments as LetterArguments
		};
		const composed = await compose(stored, origin);
		const { recipient, created_at } = mail;
		await transport.send({ ...composed, id, recipient, language, sender_name, created_at });
	} catch (error) {
		await noteFailure(db, id, error, mail.attempts >= MOST_ATTEMPTS || isFinal(error));
		if (isFinal(error)) return;
		// The queue keeps what it is thrown, and what a mail server says quotes addresses.
		throw new Error(failureOf(error));
	}
	await settle(db, id, { state: 'sent', failure: null });
}

async function noteFailure(db: Database, id: string, error: unknown, isGivenUp: boolean): Promise<void> {
	const failure = failureOf(error);
	if (isGivenUp) return settle(db, id, { state: 'failed', failure });
	await db.updateTable('mail').set({ failure }).where('id', '=', id).execute();
}

/** What a mail says is forgotten with its arguments: a secret link must not outlive its delivery. */
async function settle(
	db: Database,
	id: string,
	values: { state: 'sent' | 'failed'; failure: string | null }
): Promise<void> {
	const settled = { ...values, arguments: '{}', settled_at: new Date() };
	await db.updateTable('mail').set(settled).where('id', '=', id).execute();
}

/** A mail server that answers 5xx to a recipient will not take the mail later either (RFC 5321, section 4.2.1). */
function isFinal(error: unknown): boolean {
	const { code, responseCode } = error as { code?: string; responseCode?: number };
	return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
}

function failureOf(error: unknown): string {
	const { code, responseCode, name } = error as { code?: string; responseCode?: number; name?: string };
	return [code ?? name ?? 'Error', responseCode].filter((part) => part !== undefined).join(' ');
}
