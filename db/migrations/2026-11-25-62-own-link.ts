import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table own_link (
			id uuid primary key default gen_random_uuid(),
			person_id text not null references record on delete cascade,
			email text not null check (length(email) <= 320),
			language text not null check (language in ('ar', 'en')),
			token_hash text not null unique,
			sent_by uuid not null references account,
			sent_at timestamptz not null default now(),
			expires_at timestamptz not null,
			revoked_at timestamptz
		);
		create index own_link_person_id on own_link (person_id, sent_at desc);
		create index own_link_sent_by on own_link (sent_by, sent_at);

		alter table report
			add column kind text not null default 'error' check (kind in ('error', 'correction', 'objection')),
			add column due_at timestamptz,
			add check ((kind = 'error') = (due_at is null));
	`.execute(db);
	await describe(
		db,
		'own_link',
		'Links by which people without an account see and answer what the register says of them.',
		{
			id: 'Id of the link.',
			person_id: 'The person whose record it opens, and no other.',
			email: 'Address that it was mailed to.',
			language: 'Language of the mail.',
			token_hash: 'SHA-256, in hexadecimal, of the secret in the link.',
			sent_by: 'Who had it sent.',
			sent_at: 'When.',
			expires_at: 'When it ends.',
			revoked_at: 'When it was taken back, if it was.'
		}
	);
	await describe(db, 'report', '"Something is wrong here": what readers without an account say of a page.', {
		kind: 'An error that any reader reports; or a correction or objection of the person concerned, by an own link.',
		due_at: 'By when the person concerned must have an answer (PDPL: within thirty days).'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		delete from report where kind <> 'error';
		alter table report drop column due_at, drop column kind;
		drop table own_link;
	`.execute(db);
}
