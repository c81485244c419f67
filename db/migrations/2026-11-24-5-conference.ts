import { sql, type Kysely } from 'kysely';
import { describe, describePart, placeColumns } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table conference (
			record_id text primary key,
			type text not null default 'conference' check (type = 'conference'),
			kind text not null check (kind in ('conference', 'forum', 'seminar', 'workshop', 'exhibition',
				'ceremony', 'award', 'campaign', 'visit', 'programme', 'series')),
			status text not null check (status in ('announced', 'held', 'cancelled', 'unknown')),
			summary_ar text,
			summary_en text,
			series text references conference,
			edition integer check (edition between 1 and 999),
			theme_ar text,
			theme_en text,
			"from" stated_date,
			until stated_date,
			held daterange,
			country text check (country ~ '^[A-Z]{2}$'),
			region text,
			governorate_ar text,
			governorate_en text,
			city_ar text,
			city_en text,
			district_ar text,
			district_en text,
			venue_ar text,
			venue_en text,
			foreign key (record_id, type) references record (id, type) on delete cascade,
			check (series <> record_id)
		);
		create index conference_held on conference (lower(held) desc nulls last, record_id);
		create index conference_series on conference (series) where series is not null;

		create table session_of_conference (
			record_id text not null references conference on delete cascade,
			id text not null,
			ordinal integer not null,
			title_ar text,
			title_en text,
			"on" stated_date,
			starts_at text,
			ends_at text,
			venue_ar text,
			venue_en text,
			primary key (record_id, id)
		);
		create table organizer (
			record_id text not null references conference on delete cascade,
			id text not null,
			ordinal integer not null,
			organization text references organization,
			name_ar text,
			name_en text,
			role text not null check (role in ('organizer', 'host', 'partner', 'sponsor')),
			primary key (record_id, id),
			check (num_nonnulls(organization, name_ar, name_en) > 0)
		);
		create index organizer_organization on organizer (organization) where organization is not null;
		create table patron (
			record_id text not null references conference on delete cascade,
			id text not null,
			ordinal integer not null,
			person text references person,
			name_ar text,
			name_en text,
			role text not null check (role in ('patron', 'deputy')),
			title_ar text,
			title_en text,
			primary key (record_id, id),
			check (num_nonnulls(person, name_ar, name_en) > 0)
		);
		create index patron_person on patron (person) where person is not null;
		create table objective (
			record_id text not null references conference on delete cascade,
			id text not null,
			ordinal integer not null,
			text_ar text,
			text_en text,
			primary key (record_id, id),
			check (num_nonnulls(text_ar, text_en) > 0)
		);
		create table recommendation (
			record_id text not null references conference on delete cascade,
			id text not null,
			ordinal integer not null,
			text_ar text,
			text_en text,
			owner_ar text,
			owner_en text,
			state text not null check (state in ('issued', 'under_way', 'done', 'dropped')),
			primary key (record_id, id),
			check (num_nonnulls(text_ar, text_en) > 0)
		);

		create table participation (
			record_id text primary key,
			type text not null default 'participation' check (type = 'participation'),
			organization text not null references organization,
			conference text not null references conference,
			role text not null check (role in ('attended', 'spoke', 'exhibited', 'organized', 'hosted',
				'partnered', 'sponsored', 'honoured', 'volunteered', 'visited')),
			role_note_ar text,
			role_note_en text,
			inviter text references organization,
			invited_by_ar text,
			invited_by_en text,
			summary_ar text,
			summary_en text,
			foreign key (record_id, type) references record (id, type) on delete cascade,
			constraint participation_twice unique (organization, conference, role)
		);
		create index participation_conference on participation (conference);
		create table delegate (
			record_id text not null references participation on delete cascade,
			id text not null,
			ordinal integer not null,
			person text not null references person,
			position text references position,
			title_ar text,
			title_en text,
			primary key (record_id, id),
			constraint delegate_twice unique (record_id, person)
		);
		create index delegate_person on delegate (person);
	`.execute(db);

	await describe(db, 'conference', 'Conferences, forums and other gatherings (schema.org Event).', {
		record_id: 'The record.',
		type: 'Always conference: ties the row to a record of that type.',
		kind: 'What kind of gathering; a series is what its editions have in common.',
		status: 'Whether it took place.',
		summary_ar: 'What it was about, in Arabic.',
		summary_en: 'What it was about, in English.',
		series: 'The series of which it is an edition.',
		edition: 'Number of the edition.',
		theme_ar: 'Slogan in Arabic.',
		theme_en: 'Slogan in English.',
		from: 'First day, as stated.',
		until: 'Last day, as stated.',
		held: 'Gregorian days that the stated dates cover.',
		...placeColumns,
		venue_ar: 'Hall or hotel, in Arabic.',
		venue_en: 'Hall or hotel, in English.'
	});
	await describePart(db, 'session_of_conference', 'Sessions and evenings of a conference.', {
		title_ar: 'Title in Arabic.',
		title_en: 'Title in English.',
		on: 'Day, as stated.',
		starts_at: 'Local time at which it begins, hh:mm.',
		ends_at: 'Local time at which it ends, hh:mm.',
		venue_ar: 'Hall, in Arabic.',
		venue_en: 'Hall, in English.'
	});
	await describePart(db, 'organizer', 'Who organizes, hosts or supports a conference.', {
		organization: 'The body, if it is on the register.',
		name_ar: 'Its name as printed, in Arabic, if it is not.',
		name_en: 'Its name as printed, in English, if it is not.',
		role: 'What it does.'
	});
	await describePart(db, 'patron', 'Under whose patronage a conference is held, and who deputised.', {
		person: 'The person, if on the register.',
		name_ar: 'The name as printed, in Arabic, if not.',
		name_en: 'The name as printed, in English, if not.',
		role: 'Patron, or the deputy who opened it in the name of the patron.',
		title_ar: 'Office held that day, in Arabic.',
		title_en: 'Office held that day, in English.'
	});
	await describePart(db, 'objective', 'Objectives that a conference set itself.', {
		text_ar: 'Objective in Arabic.',
		text_en: 'Objective in English.'
	});
	await describePart(db, 'recommendation', 'Recommendations that a conference issued.', {
		text_ar: 'Recommendation in Arabic.',
		text_en: 'Recommendation in English.',
		owner_ar: 'Who is to carry it out, in Arabic.',
		owner_en: 'Who is to carry it out, in English.',
		state: 'How far it has come.'
	});
	await describe(db, 'participation', 'An organization at a conference.', {
		record_id: 'The record.',
		type: 'Always participation: ties the row to a record of that type.',
		organization: 'Who took part.',
		conference: 'In what.',
		role: 'As what.',
		role_note_ar: 'The role as stated, in Arabic.',
		role_note_en: 'The role as stated, in English.',
		inviter: 'The body that invited it, if on the register.',
		invited_by_ar: 'Who invited it in words, in Arabic.',
		invited_by_en: 'Who invited it in words, in English.',
		summary_ar: 'What it did there, in Arabic.',
		summary_en: 'What it did there, in English.'
	});
	await describePart(db, 'delegate', 'The people of a delegation.', {
		person: 'Who.',
		position: 'Post held that day as stated; else the register fills it in from the appointments.',
		title_ar: 'The post as printed, in Arabic.',
		title_en: 'The post as printed, in English.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table delegate, participation, recommendation, objective, patron, organizer, session_of_conference,
			conference
	`.execute(db);
}
