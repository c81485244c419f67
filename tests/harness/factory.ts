import { randomUUID } from 'node:crypto';
import type { RecordType } from '#lib/domain/documents/common.ts';
import type { DocumentOf, RecordDocument } from '#lib/domain/documents/document.ts';
import type { Actor, TeamRole } from '#lib/domain/permissions.ts';
import { actorOf } from '#lib/server/accounts/actors.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { proposeChange, type Author, type Outcome, type Proposal } from '#lib/server/editing/propose.ts';
import { readRecord, type ReadRecord } from '#lib/server/registry/read.ts';
import { makeAccount } from '../accounts/factory.ts';

/** Brings a record onto the register as its seeds come, and gives what it is then. */
export async function makeRecord<T extends RecordDocument>(
	db: Database,
	document: T
): Promise<ReadRecord<T>> {
	const outcome = await proposeChange(db, 'register', {
		base_version: 0,
		after: document,
		channel: 'seed'
	});
	if (!('applied' in outcome)) throw new Error(JSON.stringify(outcome));
	return (await current(db, document.type, outcome.id)) as unknown as ReadRecord<T>;
}

/** A record as it stands now. */
export async function current<T extends RecordType>(
	db: Database,
	type: T,
	id: string
): Promise<ReadRecord<DocumentOf<T>>> {
	const record = await readRecord(db, type, id);
	if (!record) throw new Error(`no ${type} ${id}`);
	return record;
}

/** Proposes what `change` makes of a record, from the version that is given as its base. */
export function propose<T extends RecordDocument>(
	db: Database,
	author: Author,
	base: { id: string; version: number; document: T },
	partial: Partial<T>,
	options: Partial<Proposal> = {}
): Promise<Outcome> {
	return proposeChange(db, author, {
		id: base.id,
		base_version: base.version,
		after: { ...base.document, ...partial },
		channel: 'form',
		...options
	});
}

/** An account that reviews for the whole register. */
export async function makeRegistrar(db: Database): Promise<Actor> {
	const { id } = await makeAccount(db, { is_registrar: true });
	return actorOf(db, id);
}

/** An account that may act for an organization, or for none. */
export async function makeMember(
	db: Database,
	organizationId?: string,
	role: TeamRole = 'manager'
): Promise<Actor> {
	const { id } = await makeAccount(db);
	if (organizationId)
		await grantRole(db, { account_id: id, organization_id: organizationId, role, granted_by: null });
	return actorOf(db, id);
}

/** The key of one form shown. */
export const submissionKey = (): string => randomUUID();
