import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table image (
			hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
			webp bytea not null check (length(webp) <= 1000000),
			width integer not null check (width between 1 and 512),
			height integer not null check (height between 1 and 512),
			added_by uuid references account,
			added_at timestamptz not null default now()
		);
		alter table organization add column logo text references image;
		create index organization_logo on organization (logo) where logo is not null;
		comment on column organization.logo is 'Its logo, by the hash of the image.';
	`.execute(db);

	await describe(
		db,
		'image',
		'Logos, as the register made them anew: WebP without metadata, at most 512 pixels.',
		{
			hash: 'SHA-256 of the bytes, in hex: an image never changes.',
			webp: 'The image.',
			width: 'Its width in pixels.',
			height: 'Its height in pixels.',
			added_by: 'Who sent it.',
			added_at: 'When.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`alter table organization drop column logo; drop table image`.execute(db);
}
