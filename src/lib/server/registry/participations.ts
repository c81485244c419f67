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
};

/** Participations of an organization, at a conference or of a delegate, newest conference first. */
export async function participationsOf(
	db: Database,
	of: { organization?: string; conference?: string; person?: string }
): Promise<ParticipationItem[]> {
	const documents = await readDocuments(db, of);
	const [labels, conferences, appointments, soles] = await Promise.all([
		labelsOf(db, documents.flatMap(mentionedIn)),
		readConferences(db, documents),
		readAppointments(db, documents),
		solePositions(db)
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
		return [{ id: document.id!, document, organization, conference, inviter, delegates }];
	});
}

async function readDocuments(
	db: Database,
	{ organization, conference, person }: { organization?: string; conference?: string; person?: string }
): Promise<ParticipationDocument[]> {
	const rows = await db
		.selectFrom('participation')
		.innerJoin('record', 'record.id', 'participation.record_id')
		.innerJoin('conference as gathering', 'gathering.record_id', 'participation.conference')
		.where('record.visibility', '=', 'public')
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
	const day = conference.from ? daysWithin(conference.from).earliest : undefined;
	const held = day
		? boardOn(appointments, day, soles).find(({ appointment }) => appointment.person === delegate.person)
		: undefined;
	return {
		position: held?.appointment.position ?? null,
		title: held?.appointment.title ?? null,
		is_filled_in: held !== undefined
	};
}
