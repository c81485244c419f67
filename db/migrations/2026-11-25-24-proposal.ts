import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table change drop constraint change_proposed_role_check;
		alter table change add constraint change_proposed_role_check
			check (proposed_role in ('registrar', 'manager', 'editor', 'account', 'register'));
		create index change_new_proposed_by on change (proposed_by, proposed_at) where base_version = 0;
	`.execute(db);
	await describe(db, 'change', 'Proposed edits; every write to the register is one.', {
		proposed_role:
			'In which role, as the public history shows it; an account without a team proposes new records only.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop index change_new_proposed_by;
		delete from revision using change where change.id = change_id and proposed_role = 'account';
		delete from change where proposed_role = 'account';
		alter table change drop constraint change_proposed_role_check;
		alter table change add constraint change_proposed_role_check
			check (proposed_role in ('registrar', 'manager', 'editor', 'register'));
	`.execute(db);
}
