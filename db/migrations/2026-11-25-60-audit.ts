import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table audit_entry (
			id bigint generated always as identity primary key,
			at timestamptz not null default now(),
			account_id uuid references account,
			action text not null check (action ~ '^[a-z_]+$'),
			record_id text,
			subject_id uuid references account,
			detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
		);
		create index audit_entry_at on audit_entry (at);
		create index audit_entry_action on audit_entry (action, id desc);
		create index audit_entry_account_id on audit_entry (account_id, id desc);
		create index audit_entry_subject_id on audit_entry (subject_id, id desc) where subject_id is not null;

		create function refuse_audit_change() returns trigger language plpgsql as $$
		begin
			if tg_op = 'DELETE' then
				if old.at < now() - interval '2 years' then
					return old;
				end if;
			end if;
			raise exception 'The audit log is only added to' using errcode = 'restrict_violation';
		end $$;
		comment on function refuse_audit_change() is
			'Keeps entries of the audit log as they were written, for two years.';
		create trigger audit_entry_kept before update or delete on audit_entry
			for each row execute function refuse_audit_change();
		create trigger audit_entry_not_emptied before truncate on audit_entry
			for each statement execute function refuse_audit_change();
	`.execute(db);

	await describe(
		db,
		'audit_entry',
		'Who signed in, gave and took rights, read hidden data, exported and erased. Entries are only added, and go after two years.',
		{
			id: 'Number of the entry; later ones are greater.',
			at: 'When.',
			account_id: 'Who did it; empty for somebody without an account, and for the register itself.',
			action: 'What was done, as a code.',
			record_id: 'The record that it was done to.',
			subject_id: 'The account that it was done to.',
			detail:
				'Codes that say more. It holds no names, addresses or texts, which an erasure would have to find.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table audit_entry; drop function refuse_audit_change`.execute(db);
}
