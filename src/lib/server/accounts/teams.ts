import type { TeamRole } from '#lib/domain/permissions.ts';
import type { Database } from '../db/connection.ts';

export type TeamGrant = {
	account_id: string;
	organization_id: string;
	role: TeamRole;
	granted_by: string | null;
};

/** Lets an account act for an organization from now on; a role that it had there is replaced. */
export async function grantRole(db: Database, grant: TeamGrant): Promise<void> {
	const { role, granted_by } = grant;
	await db
		.insertInto('team_member')
		.values(grant)
		.onConflict((conflict) =>
			conflict
				.columns(['account_id', 'organization_id'])
				.doUpdateSet({ role, granted_by, granted_at: new Date(), ends_at: null })
		)
		.execute();
}
