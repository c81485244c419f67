import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table affiliation_request (
			id uuid primary key,
			organization_id text not null references organization on delete cascade,
			association_id text not null references organization on delete cascade,
			side text not null check (side in ('organization', 'association')),
			"from" stated_date,
			leaving text,
			note text check (length(note) <= 1000),
			state text not null default 'proposed'
				check (state in ('proposed', 'confirmed', 'declined', 'withdrawn')),
			proposed_by uuid references account,
			proposed_at timestamptz not null default now(),
			answered_by uuid references account,
			answered_at timestamptz,
			answer text check (length(answer) <= 1000),
			change_id uuid references change,
			check (organization_id <> association_id),
			check ((state = 'proposed') = (answered_at is null))
		);
		create unique index affiliation_request_open on affiliation_request (organization_id, association_id)
			where state = 'proposed';
		create index affiliation_request_association on affiliation_request (association_id);
	`.execute(db);

	await describe(
		db,
		'affiliation_request',
		'Affiliations that one side proposed: only what the other side confirms goes on to the register.',
		{
			id: 'The key of the form that it came with: a form that is sent twice makes one request.',
			organization_id: 'Which organization is to belong.',
			association_id: 'To which body.',
			side: 'Which of the two proposed it; the other one confirms.',
			from: 'First day of the affiliation, as stated.',
			leaving:
				'Id of the affiliation of the organization that ends on that day: it moves from one body to the other.',
			note: 'What the proposer says to the other side.',
			state: 'Waiting for the other side, confirmed, declined, or withdrawn by those who proposed it.',
			proposed_by: 'Who proposed it.',
			proposed_at: 'When.',
			answered_by: 'Who confirmed, declined or withdrew it.',
			answered_at: 'When that was.',
			answer: 'Why it was declined.',
			change_id: 'The change that it became.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table affiliation_request`.execute(db);
}
