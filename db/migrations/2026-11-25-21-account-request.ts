import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table account_request (
			id uuid primary key default gen_random_uuid(),
			email text not null check (email = lower(email)),
			display_name text not null check (length(display_name) between 1 and 200),
			password_hash text not null,
			language text not null check (language in ('ar', 'en')),
			token_hash text not null unique,
			requested_at timestamptz not null default now(),
			expires_at timestamptz not null
		);
		create index account_request_email on account_request (email);
		create index account_request_expires_at on account_request (expires_at);

		create table password_reset (
			token_hash text primary key,
			account_id uuid not null references account on delete cascade,
			requested_at timestamptz not null default now(),
			expires_at timestamptz not null
		);
		create index password_reset_account_id on password_reset (account_id);

		create table mail_request (
			id bigint generated always as identity primary key,
			email_hash text not null,
			network text not null,
			requested_at timestamptz not null default now()
		);
		create index mail_request_email_hash on mail_request (email_hash);
		create index mail_request_network on mail_request (network);
		create index mail_request_requested_at on mail_request (requested_at);
	`.execute(db);

	await describe(
		db,
		'account_request',
		'Accounts that were asked for and whose e-mail address nobody confirmed yet.',
		{
			id: 'Id of the request.',
			email:
				'Address to be confirmed, in lower case. Several requests may name the same: each has its own password.',
			display_name: 'What colleagues will see.',
			password_hash: 'argon2id hash in PHC string format; whoever confirms must know the password.',
			language: 'Language of mails to the account.',
			token_hash: 'SHA-256 of the token in the mail, in hexadecimal.',
			requested_at: 'When it was asked for.',
			expires_at: 'When the link ends.'
		}
	);
	await describe(db, 'password_reset', 'Links to choose a new password; a used one is deleted.', {
		token_hash: 'SHA-256 of the token in the mail, in hexadecimal.',
		account_id: 'Whose password.',
		requested_at: 'When it was asked for.',
		expires_at: 'When the link ends.'
	});
	await describe(
		db,
		'mail_request',
		'Requests of the last day for a mail to an address that somebody typed; they slow down flooding.',
		{
			id: 'Number of the request.',
			email_hash: 'SHA-256 of the e-mail address that was typed, in hexadecimal.',
			network: 'Where the request came from: an IPv4 address, or the /64 network of an IPv6 address.',
			requested_at: 'When it was made.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table mail_request, password_reset, account_request`.execute(db);
}
