import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create extension if not exists pg_trgm;
		create extension if not exists btree_gist;

		create domain stated_date as text
			check (value ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~]?( AH)?$');

		create table region (
			code text primary key check (code ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
			country text not null check (country ~ '^[A-Z]{2}$'),
			name_ar text not null,
			name_en text not null
		);
		create table governorate (
			region text not null references region,
			name_ar text not null,
			name_en text not null,
			primary key (region, name_en)
		);
		create table city (
			country text not null check (country ~ '^[A-Z]{2}$'),
			region text references region,
			name_ar text not null,
			name_en text not null,
			aliases text[] not null default '{}',
			unique nulls not distinct (country, region, name_en)
		);
		create table field_of_work (
			code text primary key check (code ~ '^[a-z_]+$'),
			icnp_tso text not null unique check (icnp_tso ~ '^[A-L]$'),
			name_ar text not null,
			name_en text not null
		);
		create table position (
			code text primary key check (code ~ '^[a-z_]+$'),
			name_ar text not null,
			name_ar_female text not null,
			name_en text not null,
			is_board boolean not null,
			is_sole boolean not null,
			rank integer not null
		);
	`.execute(db);

	await describe(db, 'region', 'First-level divisions of a country, for filters and forms.', {
		code: 'ISO 3166-2 code.',
		country: 'ISO 3166-1 alpha-2 code; its names come from Intl.',
		name_ar: 'Name in Arabic.',
		name_en: 'Name in English.'
	});
	await describe(db, 'governorate', 'Second-level divisions of Saudi Arabia, offered in forms.', {
		region: 'The region that it lies in.',
		name_ar: 'Name in Arabic.',
		name_en: 'Name in English.'
	});
	await describe(db, 'city', 'Cities and towns offered in forms; a record may name any other.', {
		country: 'ISO 3166-1 alpha-2 code.',
		region: 'The region that it lies in, where known.',
		name_ar: 'Name in Arabic.',
		name_en: 'Name in English.',
		aliases: 'Other spellings in either language.'
	});
	await describe(
		db,
		'field_of_work',
		'What organizations do: the sections of the UN classification ICNP/TSO (2018).',
		{
			code: 'Readable code, used in URLs and files.',
			icnp_tso: 'Section letter of ICNP/TSO.',
			name_ar: 'Name in Arabic.',
			name_en: 'Name in English.'
		}
	);
	await describe(db, 'position', 'Posts that a person can hold in an organization.', {
		code: 'Readable code, used in files.',
		name_ar: 'Name in Arabic, masculine.',
		name_ar_female: 'Name in Arabic, feminine.',
		name_en: 'Name in English.',
		is_board: 'Whether the holder sits on the board.',
		is_sole: 'Whether only one person can hold it at a time.',
		rank: 'Order on a page, lowest first.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table position, field_of_work, city, governorate, region;
		drop domain stated_date;
	`.execute(db);
}
