import { sql, type Kysely } from 'kysely';
import { describe, describePart } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create sequence record_number;
		create table record (
			id text primary key check (id ~ '^[0-9a-hjkmnp-tv-z]{7}[0-9]{2}$'),
			type text not null check (type in ('organization', 'person', 'conference', 'participation')),
			slug text check (length(slug) between 1 and 120),
			version integer not null default 0 check (version >= 0),
			visibility text not null default 'public' check (visibility in ('public', 'hidden')),
			merged_into text references record,
			confirmed_on date,
			public_document jsonb not null,
			created_at timestamptz not null default now(),
			changed_at timestamptz not null default now(),
			unique (id, type),
			unique (type, slug),
			check ((slug is null) = (type = 'participation'))
		);
		create index record_changed_at on record (type, changed_at desc, id);

		create table former_slug (
			type text not null,
			slug text not null,
			record_id text not null references record on delete cascade,
			primary key (type, slug)
		);

		create table name (
			record_id text not null references record on delete cascade,
			id text not null,
			ordinal integer not null,
			value text not null check (length(value) between 1 and 300),
			lang text not null check (lang ~ '^[a-z]{2,3}$'),
			kind text not null check (kind in
				('official', 'alias', 'acronym', 'former', 'transliteration', 'translation', 'known_as')),
			"from" stated_date,
			until stated_date,
			honorific_prefix text,
			given_name text,
			patronymic_name text,
			grandfather_name text,
			family_name text,
			kunya text,
			primary key (record_id, id)
		);
		create table link (
			record_id text not null references record on delete cascade,
			id text not null,
			ordinal integer not null,
			kind text not null,
			url text not null check (url ~* '^https?://' and length(url) <= 2000),
			visibility text not null check (visibility in ('public', 'members', 'registrars')),
			primary key (record_id, id)
		);
		create table contact (
			record_id text not null references record on delete cascade,
			id text not null,
			ordinal integer not null,
			kind text not null check (kind in ('email', 'phone', 'whatsapp', 'post')),
			value text not null,
			visibility text not null check (visibility in ('public', 'members', 'registrars')),
			primary key (record_id, id)
		);
		create table figure (
			record_id text not null references record on delete cascade,
			id text not null,
			ordinal integer not null,
			label_ar text,
			label_en text,
			value text not null,
			as_of stated_date,
			primary key (record_id, id),
			check (num_nonnulls(label_ar, label_en) > 0)
		);
		create table alternative (
			record_id text not null references record on delete cascade,
			id text not null,
			ordinal integer not null,
			field text not null,
			value text not null,
			note_ar text,
			note_en text,
			primary key (record_id, id)
		);
		create table note (
			record_id text not null references record on delete cascade,
			id text not null,
			ordinal integer not null,
			text_ar text,
			text_en text,
			primary key (record_id, id),
			check (num_nonnulls(text_ar, text_en) > 0)
		);
		create table source (
			record_id text not null references record on delete cascade,
			id text not null,
			ordinal integer not null,
			url text check (url ~* '^https?://' and length(url) <= 2000),
			publisher text,
			title text,
			published stated_date,
			accessed stated_date,
			primary key (record_id, id),
			check (num_nonnulls(url, publisher, title) > 0)
		);
		create table citation (
			record_id text not null,
			path text not null,
			source_id text not null,
			ordinal integer not null,
			primary key (record_id, path, source_id),
			foreign key (record_id, source_id) references source (record_id, id) on delete cascade
		);
		create table record_field (
			record_id text not null references record on delete cascade,
			field text not null references field_of_work,
			ordinal integer not null,
			primary key (record_id, field)
		);
		create index record_field_field on record_field (field, record_id);

		create table search_entry (
			record_id text primary key references record on delete cascade,
			type text not null,
			name_ar text not null collate "ar-x-icu",
			name_en text not null collate "en-x-icu",
			folded_names text not null,
			folded_text text not null
		);
		create index search_entry_folded on search_entry using gin (folded_text gin_trgm_ops);
		create index search_entry_name_ar on search_entry (type, name_ar, record_id);
		create index search_entry_name_en on search_entry (type, name_en, record_id);
	`.execute(db);

	await describe(
		db,
		'record',
		'An entry of the register: an organization, a person, a conference or a participation.',
		{
			id: 'Permanent registry id: seven characters and two check digits (ISO 7064 MOD 97-10).',
			type: 'What kind of entry it is.',
			slug: 'Readable part of its address; may change, the former ones redirect. Participations have none.',
			version: 'Number of revisions so far; the base that an edit is compared with.',
			visibility: 'Hidden records are found by registrars only.',
			merged_into: 'The record that took this one in, if it proved to be the same.',
			confirmed_on: 'Day on which someone responsible last said that the record is right.',
			public_document: 'What the world may see of the record, derived in the transaction of each change.',
			created_at: 'When it came on the register.',
			changed_at: 'When it last changed.'
		}
	);
	await describe(db, 'former_slug', 'Slugs that a record once had, so that old addresses redirect.', {
		type: 'Type of the record.',
		slug: 'The former slug.',
		record_id: 'The record that it now leads to.'
	});
	await describePart(db, 'name', 'Names of organizations, persons and conferences.', {
		value: 'The name as written.',
		lang: 'ISO 639 code of its language.',
		kind: 'Kind of name, after BODS and ROR.',
		from: 'First day of use, as stated.',
		until: 'Last day of use, as stated.',
		honorific_prefix: 'Popolo honorific_prefix, e.g. صاحب السمو, apart from the name.',
		given_name: 'Popolo given_name.',
		patronymic_name: "Popolo patronymic_name: the father's name.",
		grandfather_name: "The grandfather's name.",
		family_name: 'Popolo family_name, with آل where it belongs.',
		kunya: 'Respectful name after a child, e.g. أبو علي.'
	});
	await describePart(db, 'link', 'Web addresses of a record.', {
		kind: 'Which site or network.',
		url: 'http or https address.',
		visibility: 'Who may see it.'
	});
	await describePart(db, 'contact', 'Ways to reach an organization or person, shown only by choice.', {
		kind: 'Which way.',
		value: 'Address or number, in ASCII digits.',
		visibility: 'Who may see it.'
	});
	await describePart(db, 'figure', 'Counted statements, e.g. how many volunteers took part.', {
		label_ar: 'What is counted, in Arabic.',
		label_en: 'What is counted, in English.',
		value: 'The figure as printed, in ASCII digits.',
		as_of: 'When it held.'
	});
	await describePart(
		db,
		'alternative',
		'What another source says of a value; the record keeps the preferred one.',
		{
			field: 'Path of the value in the record.',
			value: 'The other value, as stated.',
			note_ar: 'Remark in Arabic.',
			note_en: 'Remark in English.'
		}
	);
	await describePart(db, 'note', 'Remarks of the register about a record.', {
		text_ar: 'Remark in Arabic.',
		text_en: 'Remark in English.'
	});
	await describePart(db, 'source', 'Citations: where the facts of a record were read.', {
		url: 'Address of the page.',
		publisher: 'Who published it.',
		title: 'Title of the page.',
		published: 'Day of publication, as stated.',
		accessed: 'Day on which it was read.'
	});
	await describe(db, 'citation', 'Which source states which value of a record.', {
		record_id: 'The record.',
		path: 'The value: a field, or list/part-id.',
		source_id: 'The source, one of the same record.',
		ordinal: 'Order among the sources of that value, from 0.'
	});
	await describe(db, 'record_field', 'Fields of work of an organization or conference.', {
		record_id: 'The record.',
		field: 'Code of the field of work.',
		ordinal: 'Order, the main one first.'
	});
	await describe(db, 'search_entry', 'What search reads of a record, derived from its public document.', {
		record_id: 'The record.',
		type: 'Type of the record.',
		name_ar: 'Name to show and sort by in Arabic.',
		name_en: 'Name to show and sort by in English.',
		folded_names: 'All its names, folded, between line feeds.',
		folded_text: 'Everything that finds it, folded, names first.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table search_entry, record_field, citation, source, note, alternative, figure, contact, link,
			name, former_slug, record;
		drop sequence record_number;
	`.execute(db);
}
