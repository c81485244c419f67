import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table mail (
			id uuid primary key default gen_random_uuid(),
			delivery_key text not null unique,
			recipient text not null check (recipient ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
			template text not null,
			language text not null check (language in ('ar', 'en')),
			arguments jsonb not null default '{}' check (jsonb_typeof(arguments) = 'object'),
			state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
			attempts integer not null default 0,
			failure text,
			created_at timestamptz not null default now(),
			settled_at timestamptz
		);
		create index mail_waiting on mail (created_at) where state = 'waiting';
		create index mail_recipient on mail (recipient);
	`.execute(db);

	await describe(
		db,
		'mail',
		'Mails to be sent, written together with what they tell (transactional outbox).',
		{
			id: 'Id of the mail; also the first part of its Message-ID.',
			delivery_key: 'What the mail is about and to whom: the same is told only once.',
			recipient: 'Address that it goes to.',
			template: 'Which text: the messages mail.{template}.*.',
			language: 'Language that it is written in.',
			arguments:
				'What is filled into the text; emptied once the mail is settled, for it may hold a secret link.',
			state: 'Waiting, handed over to the mail server (or written as a file), or given up.',
			attempts: 'How often it was tried.',
			failure: 'Code of the last failure.',
			created_at: 'When it was written.',
			settled_at: 'When it was sent or given up.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table mail`.execute(db);
}
