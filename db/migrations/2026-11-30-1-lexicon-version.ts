import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table lexicon_version (
			only_row boolean primary key default true check (only_row),
			changed_by xid8 not null
		);
		insert into lexicon_version (changed_by) values (pg_current_xact_id());

		create function note_lexicon_change() returns trigger language plpgsql as $$
		begin
			update lexicon_version set changed_by = pg_current_xact_id() where changed_by <> pg_current_xact_id();
			return null;
		end $$;
		create trigger lexicon_changes after insert or update or delete or truncate on lexicon
			for each statement execute function note_lexicon_change();
		create trigger lexicon_key_changes after insert or update or delete or truncate on lexicon_key
			for each statement execute function note_lexicon_change();
	`.execute(db);
	await describe(
		db,
		'lexicon_version',
		'Tells a process that remembers words of the lexicon whether they are still so.',
		{
			only_row: 'There is one row.',
			changed_by: 'The transaction that was the last to change the lexicon or its keys.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop trigger lexicon_changes on lexicon;
		drop trigger lexicon_key_changes on lexicon_key;
		drop function note_lexicon_change;
		drop table lexicon_version;
	`.execute(db);
}
