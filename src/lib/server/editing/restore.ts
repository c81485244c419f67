import { diff, type Operation } from '#lib/domain/change.ts';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { decide, organizationsConcerned, roleOf, type Actor } from '#lib/domain/permissions.ts';
import { publicView } from '#lib/domain/public_view.ts';
import { restored } from '#lib/domain/restore.ts';
import type { Database } from '../db/connection.ts';
import { labelsOf, mentionedIn, type Label } from '../registry/labels.ts';
import { proposeChange, type Outcome } from './propose.ts';
import { openForEditing } from './revise.ts';

/** What restoring a version would do, for someone who may edit the record. */
export type Restoration = {
	id: string;
	/** The newest version, which the restoration is made from. */
	base_version: number;
	document: RecordDocument;
	now: Operation[];
	later: Operation[];
	labels: Record<string, Label>;
};

/** A version of a record, which is named by its slug or id. */
type Asked = { type: RecordType; record: string; version: number };

/** Shows what would change, as the public would see it; undefined where the record or version is not there to be edited. */
export async function findRestoration(
	db: Database,
	actor: Actor,
	asked: Asked
): Promise<Restoration | undefined> {
	const opened = await open(db, actor, asked);
	if (!opened) return undefined;
	const { id, current, base_version, after } = opened;
	const role = roleOf(actor, organizationsConcerned(current));
	const operations = diff(publicView(current), publicView(after));
	const waits = (operation: Operation) => decide(role, asked.type, current, operation) === 'review';
	return {
		...{ id, base_version, document: publicView(current) },
		now: operations.filter((operation) => !waits(operation)),
		later: operations.filter(waits),
		labels: await labelsOf(db, [...mentionedIn(current), ...mentionedIn(after)])
	};
}

/**
 * Brings an earlier version back as a new change, from the newest version that the editor saw; what somebody
 * changed since is a conflict.
 */
export async function restoreVersion(
	db: Database,
	actor: Actor,
	input: Asked & { base_version: number; reason?: string | undefined; submission_key?: string | undefined }
): Promise<Outcome> {
	const opened = await open(db, actor, input);
	if (!opened) return { refused: 'refusal.record_gone' };
	const { base_version, reason, submission_key } = input;
	return proposeChange(db, actor, {
		...{ id: opened.id, base_version, after: opened.after, reason, submission_key },
		channel: 'restore'
	});
}

async function open(db: Database, actor: Actor, { type, record, version }: Asked) {
	const editable = await openForEditing(db, actor, type, record, version);
	if (!editable) return undefined;
	const { id, current_version: base_version } = editable;
	const current = editable.current as RecordDocument;
	const after = restored(editable.document as RecordDocument, current);
	return { id, current, base_version, after };
}
