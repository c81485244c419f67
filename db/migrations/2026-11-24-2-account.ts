import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table account (
			id uuid primary key default gen_random_uuid(),
			email text not null unique check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
			display_name text not null check (length(display_name) between 1 and 200),
			password_hash text not null,
			language text not null default 'ar' check (language in ('ar', 'en')),
			is_registrar boolean not null default false,
			created_at timestamptz not null default now(),
			disabled_at timestamptz
		);
		create table session (
			id_hash text primary key,
			account_id uuid not null references account on delete cascade,
			created_at timestamptz not null default now(),
			expires_at timestamptz not null,
			user_agent text
		);
		create index session_account_id on session (account_id);
	`.execute(db);

	await describe(db, 'account', 'Someone who can sign in.', {
		id: 'Id of the account.',
		email: 'Address to sign in with, in lower case.',
		display_name: 'What colleagues see; the public sees a role only.',
		password_hash: 'argon2id hash in PHC string format.',
		language: 'Language of mails to the account.',
		is_registrar: 'Whether it reviews changes for the whole register.',
		created_at: 'When it was made.',
		disabled_at: 'When it was shut; a shut account cannot sign in.'
	});
	await describe(db, 'session', 'A signed-in browser.', {
		id_hash: 'SHA-256 of the session id in hexadecimal; the id itself is only in the cookie.',
		account_id: 'Who is signed in.',
		created_at: 'When they signed in.',
		expires_at: 'When the session ends unless it is used.',
		user_agent: 'What the browser called itself, to tell sessions apart.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table session, account`.execute(db);
}
