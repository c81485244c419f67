import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table merger
			add column attached jsonb not null default '[]' check (jsonb_typeof(attached) = 'array'),
			add column renamed jsonb not null default '[]' check (jsonb_typeof(renamed) = 'array');
	`.execute(db);
	await describe(
		db,
		'merger',
		'Two records that were found to be one, and what it takes to part them again.',
		{
			attached:
				'Rows beside the record that went, such as claims and reports, which came along or were closed: a list of { table, key, id, before, after }, each with the columns that changed alone.',
			renamed:
				'Waiting changes of other records that named the one that went: a list of { change_id, places }, ways into their operations.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`alter table merger drop column attached, drop column renamed`.execute(db);
}
