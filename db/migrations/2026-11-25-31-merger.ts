import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table merger (
			id uuid primary key default gen_random_uuid(),
			kept_id text not null references record,
			merged_id text not null references record,
			reason text not null check (length(reason) between 1 and 1000),
			moved jsonb not null check (jsonb_typeof(moved) = 'array'),
			folded jsonb not null check (jsonb_typeof(folded) = 'array'),
			teams jsonb not null check (jsonb_typeof(teams) = 'array'),
			submission_key uuid not null unique,
			merged_by uuid not null references account,
			merged_at timestamptz not null default now(),
			undone_by uuid references account,
			undone_at timestamptz,
			check (kept_id <> merged_id),
			check ((undone_by is null) = (undone_at is null))
		);
		create unique index merger_standing on merger (merged_id) where undone_at is null;
		create index merger_kept_id on merger (kept_id);
		create index merger_merged_at on merger (merged_at desc);

		create function merged_end(asked text) returns text language sql stable as $$
			with recursive way as (
				select id, merged_into from record where id = asked
				union
				select record.id, record.merged_into from way join record on record.id = way.merged_into
			)
			select id from way where merged_into is null
		$$;
		comment on function merged_end(text) is
			'The record that one which was merged, and perhaps merged again, has become; the record itself if it stands.';
	`.execute(db);

	await describe(
		db,
		'merger',
		'Two records that were found to be one, and what it takes to part them again.',
		{
			id: 'Id of the merger.',
			kept_id: 'The record that stays.',
			merged_id: 'The record that became part of it; its addresses lead to the one that stays.',
			reason: 'Why they are one, in the words of the registrar.',
			moved: 'What changed in which records, a list of { id, type, operations }; undoing inverts it.',
			folded: 'Participations that became doubles, a list of { kept_id, merged_id }.',
			teams: 'Who acted for the two organizations before: rows of team_member.',
			submission_key: 'One per form shown: a form that is sent twice merges once.',
			merged_by: 'The registrar who merged them.',
			merged_at: 'When.',
			undone_by: 'The registrar who parted them again.',
			undone_at: 'When that was.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop function merged_end; drop table merger`.execute(db);
}
