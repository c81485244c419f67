import { sql, type Kysely } from 'kysely';
import { describe, describePart, placeColumns } from '../describe.ts';

const spanColumns = {
	from: 'First day, as stated.',
	until: 'Last day, as stated.',
	certain: 'Days on which it surely held, derived from the stated dates.',
	possible: 'Days on which it may have held, derived from the stated dates.'
};

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		create table person (
			record_id text primary key,
			type text not null default 'person' check (type = 'person'),
			display text not null check (display in ('full', 'known_as', 'role_only', 'withheld')),
			summary_ar text,
			summary_en text,
			foreign key (record_id, type) references record (id, type) on delete cascade
		);
		create table organization (
			record_id text primary key,
			type text not null default 'organization' check (type = 'organization'),
			kind text not null check (kind in
				('association', 'group', 'committee', 'foundation', 'section', 'authority')),
			status text not null check (status in ('active', 'inactive', 'dissolved', 'planned', 'unknown')),
			summary_ar text,
			summary_en text,
			country text check (country ~ '^[A-Z]{2}$'),
			region text,
			governorate_ar text,
			governorate_en text,
			city_ar text,
			city_en text,
			district_ar text,
			district_en text,
			founded stated_date,
			founded_within daterange,
			dissolved stated_date,
			part_of text references organization,
			foreign key (record_id, type) references record (id, type) on delete cascade,
			check (part_of <> record_id)
		);
		create index organization_region on organization (region, record_id);
		create index organization_part_of on organization (part_of) where part_of is not null;

		create table aim (
			record_id text not null references organization on delete cascade,
			id text not null,
			ordinal integer not null,
			text_ar text,
			text_en text,
			primary key (record_id, id),
			check (num_nonnulls(text_ar, text_en) > 0)
		);
		create table affiliation (
			record_id text not null references organization on delete cascade,
			id text not null,
			ordinal integer not null,
			"to" text not null references organization,
			role_ar text,
			role_en text,
			"from" stated_date,
			until stated_date,
			certain daterange,
			possible daterange not null,
			primary key (record_id, id),
			check ("to" <> record_id),
			constraint affiliation_overlap exclude using gist (record_id with =, "to" with =, certain with &&)
		);
		create index affiliation_to on affiliation ("to");

		create table identifier (
			record_id text not null references organization on delete cascade,
			id text not null,
			ordinal integer not null,
			scheme text not null,
			value text not null,
			primary key (record_id, id),
			constraint identifier_twice unique (record_id, scheme, value)
		);
		create index identifier_value on identifier (value);
		create table licence (
			record_id text not null references organization on delete cascade,
			id text not null,
			ordinal integer not null,
			number text,
			issuer_ar text,
			issuer_en text,
			"from" stated_date,
			until stated_date,
			state text not null check (state in ('valid', 'expired', 'revoked', 'suspended', 'unknown')),
			primary key (record_id, id)
		);
		create index licence_number on licence (number);

		create table board_term (
			record_id text not null references organization on delete cascade,
			id text not null,
			ordinal integer not null,
			number integer check (number between 1 and 999),
			label_ar text,
			label_en text,
			elected_on stated_date,
			"from" stated_date,
			until stated_date,
			state text not null check (state in
				('elected', 'objection_period', 'approved', 'annulled', 'dismissed', 'acting', 'unknown')),
			seats integer check (seats between 1 and 999),
			note_ar text,
			note_en text,
			certain daterange,
			possible daterange not null,
			primary key (record_id, id),
			constraint board_term_overlap exclude using gist (record_id with =, certain with &&)
				where (state <> 'annulled')
		);
		create unique index board_term_number on board_term (record_id, number) where state <> 'annulled';

		create table appointment (
			record_id text not null references organization on delete cascade,
			id text not null,
			ordinal integer not null,
			person text not null references person,
			position text not null references position,
			title_ar text,
			title_en text,
			term text,
			"from" stated_date,
			until stated_date,
			seen_on text[] not null default '{}',
			is_acting boolean not null default false,
			note_ar text,
			note_en text,
			certain daterange,
			possible daterange not null,
			primary key (record_id, id),
			foreign key (record_id, term) references board_term (record_id, id) deferrable initially deferred,
			constraint appointment_sole_post
				exclude using gist (record_id with =, position with =, certain with &&)
				where (position in ('chair', 'head') and not is_acting),
			constraint appointment_twice
				exclude using gist (record_id with =, person with =, position with =, certain with &&)
		);
		create index appointment_person on appointment (person);

		create table team_member (
			account_id uuid not null references account on delete cascade,
			organization_id text not null references organization on delete cascade,
			role text not null check (role in ('manager', 'editor')),
			granted_at timestamptz not null default now(),
			granted_by uuid references account,
			ends_at timestamptz,
			primary key (account_id, organization_id)
		);
		create index team_member_organization_id on team_member (organization_id);
	`.execute(db);

	await describe(db, 'person', 'People named on the register, by public name and office only.', {
		record_id: 'The record.',
		type: 'Always person: ties the row to a record of that type.',
		display: 'How much of the person the world may see.',
		summary_ar: 'Who the person is, in Arabic.',
		summary_en: 'Who the person is, in English.'
	});
	await describe(db, 'organization', 'Bodies on the register (schema.org Organization, W3C Org).', {
		record_id: 'The record.',
		type: 'Always organization: ties the row to a record of that type.',
		kind: 'What kind of body.',
		status: 'Whether it is at work.',
		summary_ar: 'What it is and does, in Arabic.',
		summary_en: 'What it is and does, in English.',
		...placeColumns,
		founded: 'When it began, as stated.',
		founded_within: 'Gregorian days that the stated founding date covers.',
		dissolved: 'When it ended, as stated.',
		part_of: 'The organization of which this is a section.'
	});
	await describePart(db, 'aim', 'Aims that an organization states.', {
		text_ar: 'Aim in Arabic.',
		text_en: 'Aim in English.'
	});
	await describePart(
		db,
		'affiliation',
		'Dated links: this organization belongs to that one (org:memberOf).',
		{
			to: 'The organization that it belongs to.',
			role_ar: 'Kind of link as stated, in Arabic.',
			role_en: 'Kind of link as stated, in English.',
			...spanColumns
		}
	);
	await describePart(db, 'identifier', 'Numbers under which an organization is known elsewhere.', {
		scheme: 'Whose number it is; org-id.guide code where one exists.',
		value: 'The number.'
	});
	await describePart(db, 'licence', 'Licences and registrations, as printed.', {
		number: 'Number as printed; no format is enforced.',
		issuer_ar: 'Who issued it, in Arabic.',
		issuer_en: 'Who issued it, in English.',
		from: 'First day, as stated.',
		until: 'Last day, as stated.',
		state: 'Whether it is in force.'
	});
	await describePart(db, 'board_term', 'Terms of a board (دورة مجلس الإدارة).', {
		number: 'Number of the term.',
		label_ar: 'What it is called, in Arabic.',
		label_en: 'What it is called, in English.',
		elected_on: 'Day of the election, as stated.',
		state: 'How far the election has come, or how the term ended.',
		seats: 'Number of seats.',
		note_ar: 'Remark in Arabic.',
		note_en: 'Remark in English.',
		...spanColumns
	});
	await describePart(db, 'appointment', 'People in posts (Popolo Membership).', {
		person: 'Who.',
		position: 'In which post.',
		title_ar: 'The post as printed, in Arabic.',
		title_en: 'The post as printed, in English.',
		term: 'The board term, where known.',
		seen_on: 'Days on which a source shows the person in the post, as stated.',
		is_acting: 'Whether the post is held until it is filled.',
		note_ar: 'Remark in Arabic.',
		note_en: 'Remark in English.',
		...spanColumns
	});
	await describe(
		db,
		'team_member',
		'Who may act for an organization on the register; no title gives this right.',
		{
			account_id: 'Who.',
			organization_id: 'For which organization.',
			role: 'Managers also name the team; editors only edit.',
			granted_at: 'Since when.',
			granted_by: 'By whom.',
			ends_at: 'When the right ends; the past means that it has ended.'
		}
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table team_member, appointment, board_term, licence, identifier, affiliation, aim, organization, person
	`.execute(db);
}
