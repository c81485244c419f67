import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table participation add column withdrawn_on stated_date;
		alter table participation drop constraint participation_twice;
		create unique index participation_twice on participation (organization, conference, role)
			where withdrawn_on is null;
		comment on column participation.withdrawn_on is
			'Day on which the organization took it back; the record is hidden from then on.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop index participation_twice;
		alter table participation drop column withdrawn_on;
		alter table participation add constraint participation_twice unique (organization, conference, role);
	`.execute(db);
}
