import { diff, type Operation } from '#lib/domain/change.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { publicView } from '#lib/domain/public_view.ts';
import type { Database } from '../db/connection.ts';
import { labelsOf, mentionedIn, type Label } from './labels.ts';

export type Revision = {
	version: number;
	applied_at: Date;
	channel: string;
	role: string;
	reason: string | null;
	operations: Operation[];
};

/** The public history of a record, newest first and as its newest version lets it be seen, with labels of every record that its values mention. */
export async function historyOf(
	db: Database,
	recordId: string
): Promise<{ revisions: Revision[]; labels: Record<string, Label> }> {
	const rows = await db
		.selectFrom('revision')
		.innerJoin('change', 'change.id', 'revision.change_id')
		.where('revision.record_id', '=', recordId)
		.select(['version', 'applied_at', 'channel', 'proposed_role', 'reason', 'document'])
		.orderBy('version')
		.execute();
	const versions = rows.map((row) => row.document as unknown as RecordDocument);
	const documents = versions.map((document) => publicView(document, versions.at(-1)));
	const revisions = rows.map(({ version, applied_at, channel, proposed_role: role, reason }, index) => ({
		version,
		applied_at,
		channel,
		role,
		reason,
		operations: diff(documents[index - 1] ?? null, documents[index]!)
	}));
	return { revisions: revisions.reverse(), labels: await labelsOf(db, documents.flatMap(mentionedIn)) };
}
