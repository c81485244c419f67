import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table participation_standing (
			id uuid primary key,
			participation text not null references record on delete cascade,
			number integer not null check (number > 0),
			version integer not null check (version > 0),
			state text not null check (state in ('confirmed', 'disputed')),
			reason text check (length(reason) <= 1000),
			organizer text not null references organization on delete cascade,
			answered_by uuid references account,
			answered_at timestamptz not null default now(),
			constraint participation_standing_number unique (participation, number),
			check (state = 'confirmed' or reason is not null)
		);
		create index participation_standing_organizer on participation_standing (organizer);
	`.execute(db);

	await describe(
		db,
		'participation_standing',
		'What the organizers of a conference answered to a participation: the answer with the highest number holds, the others are its history.',
		{
			id: 'The key of the form that it came with: a form that is sent twice is one answer.',
			participation:
				'The record of the participation that it is about, also after that was merged into another.',
			number: 'Which answer to this participation it is, from 1.',
			version: 'The version of the participation that the organizer saw.',
			state: 'Whether the organization took part as it says, or did not.',
			reason: 'Why, shown to everybody; a dispute has one.',
			organizer: 'The organizing body whose team answered.',
			answered_by: 'Who answered for it.',
			answered_at: 'When.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`drop table participation_standing`.execute(db);
}
