import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table confirmation_request (
			token_hash text primary key,
			organization_id text not null references organization on delete cascade,
			account_id uuid not null references account on delete cascade,
			sent_at timestamptz not null default now(),
			expires_at timestamptz not null,
			confirmed_at timestamptz
		);
		create index confirmation_request_organization on confirmation_request (organization_id, sent_at);
		create index confirmation_request_account on confirmation_request (account_id);
	`.execute(db);

	await describe(
		db,
		'confirmation_request',
		'Links by which a manager says, once a year and with one press, that the record of an organization is still right.',
		{
			token_hash: 'SHA-256 of the secret in the link, in hex.',
			organization_id: 'The organization that is confirmed.',
			account_id: 'Who was asked, and confirms.',
			sent_at: 'When the mail with the link was written.',
			expires_at: 'From then on the link does nothing.',
			confirmed_at: 'When it was pressed; null until then.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table confirmation_request`.execute(db);
}
