import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table invitation (
			id uuid primary key default gen_random_uuid(),
			organization_id text not null references organization on delete cascade,
			email text not null check (email = lower(email)),
			role text not null check (role in ('manager', 'editor')),
			token_hash text not null unique,
			state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined', 'revoked')),
			invited_by uuid not null references account,
			invited_at timestamptz not null default now(),
			expires_at timestamptz not null,
			settled_at timestamptz
		);
		create unique index invitation_waiting on invitation (organization_id, email) where state = 'waiting';
		create index invitation_email on invitation (email);
		create index invitation_invited_by on invitation (invited_by);
	`.execute(db);

	await describe(
		db,
		'invitation',
		'Invitations to the team of an organization: for one address, and one use.',
		{
			id: 'Id of the invitation.',
			organization_id: 'To whose team.',
			email: 'The address that may accept it, in lower case.',
			role: 'As what.',
			token_hash: 'SHA-256 of the token in the mail, in hexadecimal.',
			state: 'Waiting for an answer, accepted, declined by the invited, or revoked by the team.',
			invited_by: 'Who invited; whoever lost that right meanwhile has invited nobody.',
			invited_at: 'When.',
			expires_at: 'When a waiting invitation ends.',
			settled_at: 'When it was accepted, declined or revoked.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table invitation`.execute(db);
}
