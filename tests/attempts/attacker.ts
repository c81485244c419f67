import { grantRole } from '#lib/server/accounts/teams.ts';
import { makeAccount } from '../accounts/factory.ts';
import type { SeededServer } from '../harness/seeded_server.ts';
import { signIn, visitorOf, type Visitor } from '../harness/visitor.ts';

export type SignedIn = Visitor & { account_id: string; email: string; cookie: string };

/** Somebody with a session: with no rights, on the team of an organization, or a registrar. */
export async function signedIn(
	{ db, origin }: Pick<SeededServer, 'db' | 'origin'>,
	rights: { manages?: string; edits?: string; is_registrar?: boolean } = {}
): Promise<SignedIn> {
	const { id: account_id, email } = await makeAccount(db, { is_registrar: rights.is_registrar ?? false });
	const organization_id = rights.manages ?? rights.edits;
	const role = rights.manages ? 'manager' : 'editor';
	if (organization_id) await grantRole(db, { account_id, organization_id, role, granted_by: null });
	const cookie = await signIn(origin, email);
	return { ...visitorOf(origin, cookie), account_id, email, cookie };
}

/** The address of a page of an organization in the workspace. */
export const workspaceOf = ({ slug }: { slug?: string | undefined }, page = ''): string =>
	`/workspace/organizations/${encodeURIComponent(slug ?? '')}${page && `/${page}`}`;
