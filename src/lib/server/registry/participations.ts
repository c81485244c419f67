import { sql, type SqlBool } from 'kysely';
import { daysWithin } from '#lib/domain/dates.ts';
import type { DocumentOf } from '#lib/domain/documents/document.ts';
import type { Appointment, OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { ParticipationDocument } from '#lib/domain/documents/participation.ts';
import { boardOn } from '#lib/domain/tenure.ts';
import type { Database } from '../db/connection.ts';
import { selectItems, type ConferenceItem } from './conferences.ts';
import { labelsOf, mentionedIn, type Label } from './labels.ts';
import { referenceData } from './reference.ts';
import { standingsOf, type Standing } from './standings.ts';

type Delegate = ParticipationDocument['delegates'][number];

/** A member of a delegation; `is_filled_in` says that the post comes from the register's appointments of that day. */
export type DelegateItem = {
	person: Label;
	position: string | null;
	title: Delegate['title'] | null;
	is_filled_in: boolean;
};

export type ParticipationItem = {
	id: string;
	document: ParticipationDocument;
	organization: Label;
	conference: ConferenceItem;
	inviter: Label | null;
	delegates: DelegateItem[];
	/** What the organizer of the conference answers to it, if anything. */
	standing: Standing | null;
};

type Of = {
	organization?: string;
	conference?: string;
	person?: string;
	/** Those that were taken back, for whoever may bring them back. */
	isWithdrawn?: boolean;
};

/** Participations of an organization, at a conference or of a delegate, newest conference first. */
export async function participationsOf(db: Database, of: Of): Promise<ParticipationItem[]> {
	const documents = await readDocuments(db, of);
	const ids = documents.map(({ id }) => id!);
	const [labels, conferences, appointments, soles, standings] = await Promise.all([
		labelsOf(db, documents.flatMap(mentionedIn)),
		readConferences(db, documents),
		readAppointments(db, documents),
		solePositions(db),
		standingsOf(db, ids)
	]);
	return documents.flatMap((document) => {
		const conference = conferences.get(document.conference);
		const organization = labels[document.organization];
		if (!conference || !organization) return [];
		const held = appointments.get(document.organization) ?? [];
		const delegates = document.delegates.flatMap((delegate) => {
			const person = labels[delegate.person];
			return person ? [{ person, ...postOf(delegate, held, conference, soles) }] : [];
		});
		const inviter = labels[document.inviter ?? ''] ?? null;
		const standing = standings.get(document.id!)?.[0] ?? null;
		return [{ id: document.id!, document, organization, conference, inviter, delegates, standing }];
	});
}

async function readDocuments(
	db: Database,
	{ organization, conference, person, isWithdrawn = false }: Of
): Promise<ParticipationDocument[]> {
	const rows = await db
		.selectFrom('participation')
		.innerJoin('record', 'record.id', 'participation.record_id')
		.innerJoin('conference as gathering', 'gathering.record_id', 'participation.conference')
		.where('record.visibility', '=', isWithdrawn ? 'hidden' : 'public')
		.where('withdrawn_on', isWithdrawn ? 'is not' : 'is', null)
		.where('record.merged_into', 'is', null)
		.$if(organization !== undefined, (query) => query.where('participation.organization', '=', organization!))
		.$if(conference !== undefined, (query) => query.where('participation.conference', '=', conference!))
		.$if(person !== undefined, (query) =>
			query.where(
				sql<SqlBool>`exists (select from delegate where record_id = record.id and person = ${person})`
			)
		)
		.select('record.public_document')
		.orderBy(sql`lower(gathering.held)`, (by) => by.desc().nullsLast())
		.orderBy('record.id')
		.execute();
	return rows.map((row) => row.public_document as unknown as ParticipationDocument);
}

async function readConferences(
	db: Database,
	documents: ParticipationDocument[]
): Promise<Map<string, ConferenceItem>> {
	const ids = documents.map((document) => document.conference);
	const items = ids.length > 0 ? await selectItems(db).where('record.id', 'in', ids).execute() : [];
	return new Map(items.map((item) => [item.id, item]));
}

async function readAppointments(
	db: Database,
	documents: ParticipationDocument[]
): Promise<Map<string, Appointment[]>> {
	const ids = documents
		.filter(({ delegates }) => delegates.length > 0)
		.map(({ organization }) => organization);
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('record')
		.where('id', 'in', ids)
		.select(['id', 'public_document'])
		.execute();
	return new Map(
		rows.map((row) => [row.id, (row.public_document as unknown as DocumentOf<'organization'>).appointments])
	);
}

async function solePositions(db: Database): Promise<ReadonlySet<string>> {
	const { positions } = await referenceData(db);
	return new Set(positions.filter(({ is_sole }) => is_sole).map(({ code }) => code));
}

/** The post as the source states it, else what the register knows that the person held on the first day. */
function postOf(
	delegate: Delegate,
	appointments: OrganizationDocument['appointments'],
	conference: ConferenceItem,
	soles: ReadonlySet<string>
): Omit<DelegateItem, 'person'> {
	if (delegate.position || delegate.title) {
		return { position: delegate.position ?? null, title: delegate.title ?? null, is_filled_in: false };
	}
	const held = heldOn(appointments, conference.from, soles).find(({ person }) => person === delegate.person);
	return { position: held?.position ?? null, title: held?.title ?? null, is_filled_in: held !== undefined };
}

/** The posts that were held on the first day of a conference, by all that the register knows. */
function heldOn(
	appointments: Appointment[],
	from: string | null | undefined,
	soles: ReadonlySet<string>
): Appointment[] {
	if (!from) return [];
	return boardOn(appointments, daysWithin(from).earliest, soles).map(({ appointment }) => appointment);
}

/** The conference of a participation, for a page about it. */
export async function findConferenceOf(db: Database, participation: string): Promise<Label | undefined> {
	const row = await db
		.selectFrom('participation')
		.where('record_id', '=', participation)
		.select('conference')
		.executeTakeFirst();
	return row && (await labelsOf(db, [row.conference]))[row.conference];
}

export type Holder = { person: Label; position: string; title: Appointment['title'] | null };

/** Who held which post of an organization on the first day of a conference, those of the board first: one post each. */
export async function holdersAt(db: Database, organization: string, conference: string): Promise<Holder[]> {
	const [row, [item], { positions }] = await Promise.all([
		db.selectFrom('record').where('id', '=', organization).select('public_document').executeTakeFirst(),
		selectItems(db).where('record.id', '=', conference).execute(),
		referenceData(db)
	]);
	if (!row || !item) return [];
	const { appointments } = row.public_document as unknown as OrganizationDocument;
	const soles = new Set(positions.filter(({ is_sole }) => is_sole).map(({ code }) => code));
	const rank = new Map(positions.map(({ code, rank }) => [code, rank]));
	const held = heldOn(appointments, item.from, soles).toSorted(
		(one, other) => (rank.get(one.position) ?? 999) - (rank.get(other.position) ?? 999)
	);
	const labels = await labelsOf(
		db,
		held.map(({ person }) => person)
	);
	const first = held.filter(({ person }, n) => held.findIndex((other) => other.person === person) === n);
	return first.flatMap(({ person, position, title }) =>
		labels[person] ? [{ person: labels[person], position, title: title ?? null }] : []
	);
}
