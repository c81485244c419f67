import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table person
			add column display_review_on date,
			drop constraint person_display_check,
			add constraint person_display_check
				check (display in ('full', 'known_as', 'role_only', 'withheld', 'erased'));
		alter table appointment
			add column display text constraint appointment_display_check check (display in ('role_only', 'withheld'));
		alter table change drop constraint change_proposed_role_check;
		alter table change add constraint change_proposed_role_check check
			(proposed_role in ('registrar', 'manager', 'editor', 'account', 'reporter', 'register'));

		-- Addresses of people who are not shown in full told the name: the old ones stay for imports alone.
		insert into former_slug (type, slug, record_id)
			select record.type, slug, id from record join person on record_id = id
			where display <> 'full' and slug is not null
			on conflict do nothing;
		update record set slug = 'person-' || id from person where record_id = id and display <> 'full';
	`.execute(db);
	await describe(db, 'person', 'People named on the register, by public name and office only.', {
		display: 'How much of the person the world may see; erased where a registrar erased the person.',
		display_review_on: 'Day on which a registrar looks whether the name must still be withheld.'
	});
	await describe(db, 'appointment', 'People in posts (Popolo Membership).', {
		display:
			'How much less of the person the world sees in this post; empty where it sees as much as elsewhere.'
	});
	await describe(db, 'former_slug', 'Slugs that a record once had, so that old addresses redirect.', {
		slug: 'The former slug; that of a person who is not shown in full leads nobody on, but imports know it.'
	});
	await describe(db, 'change', 'Proposed edits; every write to the register is one.', {
		proposed_role:
			'In which role, as the public history shows it; an account without a team proposes new records only, a reporter is the person of the record itself.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		delete from revision using change where change.id = change_id and proposed_role = 'reporter';
		delete from change where proposed_role = 'reporter';
		alter table change drop constraint change_proposed_role_check;
		alter table change add constraint change_proposed_role_check check
			(proposed_role in ('registrar', 'manager', 'editor', 'account', 'register'));
		alter table appointment drop column display;
		update person set display = 'withheld' where display = 'erased';
		alter table person
			drop column display_review_on,
			drop constraint person_display_check,
			add constraint person_display_check check (display in ('full', 'known_as', 'role_only', 'withheld'));
	`.execute(db);
}
