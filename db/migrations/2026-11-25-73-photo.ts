import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table photo (
			id uuid primary key default gen_random_uuid(),
			person_id text not null unique references record on delete cascade,
			image text references image,
			consent_by text check (consent_by in ('person', 'team')),
			consent_from text check (length(consent_from) <= 200),
			consent_how text check (length(consent_how) <= 500),
			consented_on date,
			added_by uuid references account,
			added_at timestamptz not null default now(),
			withdrawn_by text check (withdrawn_by in ('person', 'team')),
			withdrawn_at timestamptz,
			check ((image is null) = (withdrawn_at is not null)),
			check ((withdrawn_at is null) = (withdrawn_by is null)),
			check ((image is null) = (consented_on is null)),
			check ((image is null) = (consent_by is null)),
			check ((consent_by is not distinct from 'team') = (consent_from is not null and consent_how is not null))
		);
		create index photo_image on photo (image) where image is not null;
	`.execute(db);
	await describe(
		db,
		'photo',
		'Photos of people, each shown by consent alone. They are no part of a record, so that nothing of one is left once the consent is withdrawn.',
		{
			id: 'Id of the row.',
			person_id: 'Of whom.',
			image: 'The image; empty once the consent was withdrawn, and deleted then.',
			consent_by: 'Who says that it may be shown: the person, by an own link, or a team for the person.',
			consent_from: 'Who consented, in the words of the team; nobody but the team and registrars reads it.',
			consent_how: 'How, in the words of the team.',
			consented_on: 'When.',
			added_by: 'The account that sent it; empty for the person.',
			added_at: 'When it was sent, or when the consent was withdrawn.',
			withdrawn_by: 'Who withdrew: after the person no team brings a photo any more, only the person.',
			withdrawn_at: 'When the consent was withdrawn.'
		}
	);
	await describe(
		db,
		'image',
		'Logos, and photos of people, as the register made them anew: WebP without metadata, at most 512 pixels.',
		{
			added_by: 'Who sent it; empty for the person in it.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		create temporary table gone on commit drop as select image from photo where image is not null;
		drop table photo;
		delete from image where hash in (select image from gone)
			and hash not in (select logo from organization where logo is not null);
	`.execute(db);
}
