import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table record
			add column retired_for text
				check (retired_for in ('duplicate', 'never_existed', 'spam', 'own_request', 'other')),
			add column retired_note_ar text check (length(retired_note_ar) <= 500),
			add column retired_note_en text check (length(retired_note_en) <= 500),
			add column retired_on date,
			add check ((retired_for is null) = (retired_on is null)),
			add check (retired_for is not null or coalesce(retired_note_ar, retired_note_en) is null),
			add check (retired_for is null or visibility = 'hidden');
		create index record_retired_on on record (retired_on desc, id) where retired_for is not null;
	`.execute(db);
	await describe(
		db,
		'record',
		'An entry of the register: an organization, a person, a conference or a participation.',
		{
			visibility: 'Hidden where it is retired, or a participation that was taken back.',
			retired_for: 'Why a registrar took the record out of sight, as a code; its address says so.',
			retired_note_ar: 'What the address says besides, in Arabic.',
			retired_note_en: 'What the address says besides, in English.',
			retired_on: 'Day on which it was taken out of sight.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		update record set visibility = 'public' where retired_for is not null;
		alter table record drop column retired_for, drop column retired_note_ar, drop column retired_note_en,
			drop column retired_on;
	`.execute(db);
}
