import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table report (
			id uuid primary key default gen_random_uuid(),
			record_id text not null references record on delete cascade,
			text text not null check (length(text) between 1 and 4000),
			source_url text check (source_url ~* '^https?://' and length(source_url) <= 2000),
			email text check (length(email) <= 320),
			token_hash text not null unique,
			network text,
			state text not null default 'open' check (state in ('open', 'mended', 'kept')),
			answer text check (length(answer) <= 2000),
			reported_at timestamptz not null default now(),
			decided_by uuid references account,
			decided_at timestamptz,
			check ((state = 'open') = (decided_at is null)),
			check (state = 'open' or (answer is not null and email is null))
		);
		create index report_open on report (reported_at) where state = 'open';
		create index report_record_id on report (record_id);
		create index report_network on report (network, reported_at) where network is not null;
	`.execute(db);

	await describe(db, 'report', '"Something is wrong here": what readers without an account say of a page.', {
		id: 'Id of the report.',
		record_id: 'The record that it is about.',
		text: 'What is wrong, in the words of the reader.',
		source_url: 'Where it can be read.',
		email: 'Where the registrar may ask; deleted when the report is decided.',
		token_hash: 'SHA-256, in hexadecimal, of the secret in the link that shows its state.',
		network: 'From which network it came, as in sign_in_failure; deleted after a day.',
		state: 'Open, mended on the page, or left as it is.',
		answer: 'What the registrar says to it, shown to the reader.',
		reported_at: 'When it came.',
		decided_by: 'The registrar who answered it.',
		decided_at: 'When that was.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table report`.execute(db);
}
