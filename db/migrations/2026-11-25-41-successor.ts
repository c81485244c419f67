import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table organization
			add column successor text references organization,
			add check (successor <> record_id);
		create index organization_successor on organization (successor) where successor is not null;
		comment on column organization.successor is 'The organization that carries on the work of this one.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`alter table organization drop column successor`.execute(db);
}
