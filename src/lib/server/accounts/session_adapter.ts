import { createHash } from 'node:crypto';
import type { Database } from '../db/connection.ts';

/** What a session tells about the account that is signed in. */
export type SessionAccount = {
	email: string;
	display_name: string;
	language: 'ar' | 'en';
	is_registrar: boolean;
};

export type SessionDetails = { user_agent: string | null };

type StoredSession = { id: string; userId: string; expiresAt: Date; attributes: SessionDetails };
type StoredUser = { id: string; attributes: SessionAccount };

/** SHA-256 of a session id in hexadecimal: all that the database knows of it, so that a leaked table opens no session. */
export function hashSessionId(id: string): string {
	return createHash('sha256').update(id).digest('hex');
}

/** Keeps lucia's sessions in the tables `session` and `account`; a disabled account counts as absent. */
export function sessionAdapter(db: Database) {
	return {
		async getSessionAndUser(id: string): Promise<[StoredSession | null, StoredUser | null]> {
			const row = await db
				.selectFrom('session')
				.innerJoin('account', 'account.id', 'session.account_id')
				.where('id_hash', '=', hashSessionId(id))
				.select(['account_id', 'expires_at', 'user_agent', 'disabled_at'])
				.select(['email', 'display_name', 'language', 'is_registrar'])
				.executeTakeFirst();
			if (!row) return [null, null];
			const { account_id, expires_at, user_agent, disabled_at, ...account } = row;
			const session = { id, userId: account_id, expiresAt: expires_at, attributes: { user_agent } };
			return [session, disabled_at ? null : { id: account_id, attributes: account as SessionAccount }];
		},

		/** The ids are hashes here: the ids themselves are only in the cookies. */
		async getUserSessions(accountId: string): Promise<StoredSession[]> {
			const rows = await db.selectFrom('session').where('account_id', '=', accountId).selectAll().execute();
			return rows.map((row) => ({
				id: row.id_hash,
				userId: row.account_id,
				expiresAt: row.expires_at,
				attributes: { user_agent: row.user_agent }
			}));
		},

		async setSession({ id, userId, expiresAt, attributes }: StoredSession): Promise<void> {
			const session = {
				id_hash: hashSessionId(id),
				account_id: userId,
				expires_at: expiresAt,
				...attributes
			};
			await db.insertInto('session').values(session).execute();
		},

		async updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
			const session = db.updateTable('session').where('id_hash', '=', hashSessionId(id));
			await session.set({ expires_at: expiresAt }).execute();
		},

		async deleteSession(id: string): Promise<void> {
			await db.deleteFrom('session').where('id_hash', '=', hashSessionId(id)).execute();
		},

		async deleteUserSessions(accountId: string): Promise<void> {
			await db.deleteFrom('session').where('account_id', '=', accountId).execute();
		},

		async deleteExpiredSessions(): Promise<void> {
			await db.deleteFrom('session').where('expires_at', '<', new Date()).execute();
		}
	};
}
