import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table report add column own_link uuid references own_link on delete set null;
		alter table change add column own_link uuid references own_link on delete set null;
		create index report_own_link on report (own_link) where own_link is not null;
		create index change_own_link on change (own_link) where own_link is not null;
	`.execute(db);
	await describe(db, 'report', '"Something is wrong here": what readers without an account say of a page.', {
		own_link: 'The link by which the person concerned wrote it, where the answer is told.'
	});
	await describe(db, 'change', 'Proposed edits; every write to the register is one.', {
		own_link: 'The link by which the person of the record proposed it, where the decision is told.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		alter table report drop column own_link;
		alter table change drop column own_link;
	`.execute(db);
}
