import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table sign_in_failure (
			id bigint generated always as identity primary key,
			email_hash text not null,
			network text not null,
			failed_at timestamptz not null default now()
		);
		create index sign_in_failure_email_hash on sign_in_failure (email_hash);
		create index sign_in_failure_network on sign_in_failure (network);
		create index sign_in_failure_failed_at on sign_in_failure (failed_at);
	`.execute(db);

	await describe(
		db,
		'sign_in_failure',
		'Attempts of the last hour to sign in that did not succeed; they slow down guessing.',
		{
			id: 'Number of the attempt.',
			email_hash:
				'SHA-256 of the e-mail address that was typed, in hexadecimal, whether or not it has an account.',
			network: 'Where the attempt came from: an IPv4 address, or the /64 network of an IPv6 address.',
			failed_at: 'When it was made.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table sign_in_failure`.execute(db);
}
