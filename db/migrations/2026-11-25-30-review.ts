import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table change
			add column assigned_to uuid references account on delete set null,
			add column split_from uuid references change,
			add column proposed_operations jsonb check (jsonb_typeof(proposed_operations) = 'array');
		create index change_proposed_by on change (proposed_by, proposed_at desc) where proposed_by is not null;
	`.execute(db);

	await describe(db, 'change', 'Proposed edits; every write to the register is one.', {
		assigned_to: 'The registrar who looks after it while it waits.',
		split_from:
			'The change that it was a part of, where a registrar approved one part and returned this one.',
		proposed_operations: 'What was proposed, where a registrar corrected it before approving; else empty.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop index change_proposed_by;
		alter table change drop column assigned_to, drop column split_from, drop column proposed_operations;
	`.execute(db);
}
