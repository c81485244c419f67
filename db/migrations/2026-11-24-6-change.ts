import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table change (
			id uuid primary key default gen_random_uuid(),
			record_id text not null,
			record_type text not null,
			base_version integer not null check (base_version >= 0),
			operations jsonb not null check (jsonb_typeof(operations) = 'array'),
			reason text check (length(reason) <= 1000),
			channel text not null check (channel in ('form', 'import', 'seed', 'api', 'restore', 'merge')),
			state text not null check (state in ('applied', 'waiting', 'returned', 'withdrawn')),
			submission_key uuid,
			proposed_by uuid references account,
			proposed_role text not null check (proposed_role in ('registrar', 'manager', 'editor', 'register')),
			proposed_at timestamptz not null default now(),
			decided_by uuid references account,
			decided_at timestamptz,
			decision_reason text
		);
		create index change_record_id on change (record_id, proposed_at);
		create index change_waiting on change (proposed_at) where state = 'waiting';
		create index change_submission_key on change (submission_key) where submission_key is not null;

		create table revision (
			record_id text not null references record on delete cascade,
			version integer not null check (version > 0),
			change_id uuid not null references change,
			operations jsonb not null,
			document jsonb not null,
			applied_at timestamptz not null default now(),
			primary key (record_id, version)
		);
		create index revision_change_id on revision (change_id);
		create index revision_applied_at on revision (applied_at desc);
	`.execute(db);

	await describe(db, 'change', 'Proposed edits; every write to the register is one.', {
		id: 'Id of the change.',
		record_id: 'The record that it is about; it does not exist yet if base_version is 0.',
		record_type: 'Type of that record.',
		base_version: 'Version that the editor saw; 0 for a new record.',
		operations: 'What changes: a list of { path, old, new, sources }.',
		reason: 'Why, in the words of the editor.',
		channel: 'How it came in.',
		state: 'Applied, waiting for review, returned to the editor, or withdrawn.',
		submission_key: 'One per form shown: a form that is sent twice changes the register once.',
		proposed_by: 'Who proposed it; empty for the register itself.',
		proposed_role: 'In which role, as the public history shows it.',
		proposed_at: 'When it was proposed.',
		decided_by: 'Who approved or returned it.',
		decided_at: 'When that was.',
		decision_reason: 'Why it was returned.'
	});
	await describe(db, 'revision', 'Changes that were applied: the history of each record.', {
		record_id: 'The record.',
		version: 'Number of the revision within the record, from 1.',
		change_id: 'The change that made it.',
		operations: 'What changed against the version before.',
		document: 'The whole record after it.',
		applied_at: 'When.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table revision, change`.execute(db);
}
