import { randomUUID } from 'node:crypto';
import { createAccount, type NewAccount } from '#lib/server/accounts/accounts.ts';
import type { Database } from '#lib/server/db/connection.ts';

/** The password of every account that `makeAccount` makes. */
export const password = 'a password for tests';

/** Makes an account, by default one in Arabic without rights. */
export async function makeAccount(
	db: Database,
	partial: Partial<NewAccount> = {}
): Promise<NewAccount & { id: string }> {
	const email = `${randomUUID()}@example.org`;
	const account = {
		email,
		display_name: 'سلمى',
		password,
		language: 'ar',
		is_registrar: false,
		...partial
	} as const;
	const made = await createAccount(db, account);
	if ('refused' in made) throw new Error(made.refused);
	return { ...account, id: made.id };
}
