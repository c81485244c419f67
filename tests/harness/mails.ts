import { expect } from 'vitest';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { readOutbox, type ReadMail } from './outbox.ts';

/** The newest mail to an address, once it is written; with `subject`, of those whose subject holds it. */
export async function mailTo(dataDir: string, to: string, subject = ''): Promise<ReadMail> {
	const find = () => readOutbox(dataDir).findLast((mail) => mail.to === to && mail.subject.includes(subject));
	await expect.poll(find, { timeout: 10_000 }).toBeDefined();
	return find()!;
}

/** The path that the button of a mail leads to. */
export function linkIn({ text }: ReadMail): string {
	const address = /^https?:\/\/\S+$/m.exec(text)?.[0];
	if (!address) throw new Error(`no link in ${text}`);
	const { pathname, search } = new URL(address);
	return pathname + search;
}

/**
 * What is in the outbox of a database for an address, oldest first: template and arguments. A server that runs on
 * the database takes the arguments away as it delivers: ask `mailTo` there.
 */
export async function lettersTo(db: Database, recipient: string) {
	const letters = db.selectFrom('mail').where('recipient', '=', recipient).orderBy('created_at');
	const rows = await letters.select(['template', 'language', 'arguments']).execute();
	return rows.map((row) => ({ ...row, arguments: row.arguments as Record<string, string> }));
}

/** What waits in the outbox for the account of an actor. */
export async function lettersToActor(db: Database, { account_id }: Actor) {
	const account = db.selectFrom('account').where('id', '=', account_id).select('email');
	return lettersTo(db, (await account.executeTakeFirstOrThrow()).email);
}
