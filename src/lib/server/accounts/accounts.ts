import type { MessageKey } from '#lib/i18n.ts';
import type { Database } from '../db/connection.ts';
import { noteAudit } from './audit.ts';
import { hashPassword, refusePassword, verifyPassword } from './passwords.ts';
import { endAllSessions } from './sessions.ts';

export type NewAccount = {
	email: string;
	display_name: string;
	password: string;
	language: 'ar' | 'en';
	is_registrar: boolean;
};

export type Refused = { refused: MessageKey };

/** Makes an account for a clean e-mail address (see `email.ts`); refuses a taken address and a weak password. */
export async function createAccount(db: Database, account: NewAccount): Promise<{ id: string } | Refused> {
	const { password, ...columns } = account;
	const refused = refusePassword(password, account.email);
	if (refused) return { refused };
	const made = await db
		.insertInto('account')
		.values({ ...columns, password_hash: await hashPassword(password) })
		.onConflict((conflict) => conflict.column('email').doNothing())
		.returning('id')
		.executeTakeFirst();
	if (!made) return { refused: 'account.email_taken' };
	if (account.is_registrar)
		await noteAudit(db, { action: 'registrar_made', account_id: null, subject_id: made.id });
	return made;
}

/** Finds an account that may sign in by its e-mail address, with its password hash. */
export async function findAccount(db: Database, email: string) {
	return db
		.selectFrom('account')
		.where('email', '=', email.toLowerCase())
		.where('disabled_at', 'is', null)
		.select(['id', 'email', 'display_name', 'password_hash', 'language', 'is_registrar'])
		.executeTakeFirst();
}

/** Sets the language of mails to an account. */
export async function changeLanguage(db: Database, accountId: string, language: 'ar' | 'en'): Promise<void> {
	await db.updateTable('account').where('id', '=', accountId).set({ language }).execute();
}

export type PasswordChange = {
	account_id: string;
	current_password: string;
	new_password: string;
	/** The session that stays open; all others end. */
	session_id_hash: string;
};

/** Changes a password; refuses a wrong current one and a weak new one, and names the field. */
export async function changePassword(
	db: Database,
	change: PasswordChange
): Promise<{ changed: true } | (Refused & { field: 'current_password' | 'new_password' })> {
	const account = await db
		.selectFrom('account')
		.where('id', '=', change.account_id)
		.select(['email', 'password_hash'])
		.executeTakeFirstOrThrow();
	if (!(await verifyPassword(account.password_hash, change.current_password)))
		return { refused: 'password.wrong', field: 'current_password' };
	const refused = refusePassword(change.new_password, account.email);
	if (refused) return { refused, field: 'new_password' };

	const password_hash = await hashPassword(change.new_password);
	await db.transaction().execute(async (trx) => {
		await trx.updateTable('account').where('id', '=', change.account_id).set({ password_hash }).execute();
		await endAllSessions(trx, change.account_id, change.session_id_hash);
	});
	return { changed: true };
}
