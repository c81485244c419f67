import { diff } from '#lib/domain/change.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import {
	isForBodiesOfPerson,
	organizationsConcerned,
	roleOf,
	type Actor,
	type Role
} from '#lib/domain/permissions.ts';
import type { DatabaseTransaction } from '../db/connection.ts';
import { organizationsOfPerson } from '../registry/people.ts';

/** The person of a record, who came by a link of their own and has no account. */
export type Reporter = { reporter: string; own_link: string };

/** Who proposes: someone signed in, the register itself (its seeds, its own repairs), or the person concerned. */
export type Author = Actor | 'register' | Reporter;

export const isReporter = (author: Author): author is Reporter =>
	typeof author === 'object' && 'reporter' in author;

/** What is proposed, and the organizations for which a new person is entered. */
type Proposed = { after: RecordDocument; for_organizations?: readonly string[] | undefined };

/** What the author is to the record: whose own it is, what anyone is who is signed in, or the register itself. */
export async function roleIn(
	trx: DatabaseTransaction,
	author: Author,
	proposal: Proposed,
	before: RecordDocument | null
): Promise<Role | 'register'> {
	if (author === 'register') return author;
	if (isReporter(author)) return before?.id === author.reporter ? 'reporter' : 'visitor';
	return roleOf(author, await organizationsOf(trx, proposal, before));
}

/**
 * A new person concerns the organizations for which it is entered; how much of a person is shown, and a name to be known by,
 * those in which the person has a post; any other change only the record's own.
 */
async function organizationsOf(
	trx: DatabaseTransaction,
	{ after, for_organizations }: Proposed,
	before: RecordDocument | null
): Promise<readonly string[]> {
	if (before?.type === 'person' && isForBodiesOfPerson(diff(before, after)))
		return organizationsOfPerson(trx, before.id!);
	const isEntered = !before && after.type === 'person' && for_organizations;
	return isEntered ? for_organizations : organizationsConcerned(before ?? after);
}
