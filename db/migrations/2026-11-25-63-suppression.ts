import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table suppression (
			kind text not null check (kind in ('slug', 'name', 'post', 'contact')),
			key_hash text not null,
			record_id text not null references record on delete cascade,
			created_at timestamptz not null default now(),
			primary key (kind, key_hash, record_id)
		);
		create index suppression_record_id on suppression (record_id);
	`.execute(db);
	await describe(
		db,
		'suppression',
		'By what a person who was erased is known again, so that no later import or proposal brings them back.',
		{
			kind: 'What the key is of: an address, a name, a name at one organization, or a contact.',
			key_hash:
				'HMAC-SHA-256, in hexadecimal, under the secret of the register: without it nobody can guess.',
			record_id: 'The record from which the person was erased.',
			created_at: 'When.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table suppression`.execute(db);
}
