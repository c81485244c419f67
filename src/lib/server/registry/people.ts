import { sql, type SqlBool } from 'kysely';
import { daysWithin } from '#lib/domain/dates.ts';
import type { DocumentOf } from '#lib/domain/documents/document.ts';
import type { Appointment } from '#lib/domain/documents/organization.ts';
import { endedWith } from '#lib/domain/tenure.ts';
import type { ConferenceDocument } from '#lib/domain/documents/conference.ts';
import type { Database } from '../db/connection.ts';
import { selectItems, type ConferenceItem } from './conferences.ts';
import { labelsOf, type Label } from './labels.ts';
import { readRecords } from './read.ts';

export type Post = { organization: Label; appointment: Appointment };

export type Patronage = { conference: ConferenceItem } & Pick<
	ConferenceDocument['patrons'][number],
	'role' | 'title'
>;

/** Posts that a person holds or held: those that last first, then by the latest day that is known of them. */
export async function postsOf(db: Database, personId: string): Promise<Post[]> {
	const rows = await db
		.selectFrom('record')
		.where('record.visibility', '=', 'public')
		.where('record.type', '=', 'organization')
		.where(
			sql<SqlBool>`exists (select from appointment where record_id = record.id and person = ${personId})`
		)
		.select('public_document')
		.execute();
	const documents = rows.map((row) => row.public_document as unknown as DocumentOf<'organization'>);
	const labels = await labelsOf(
		db,
		documents.map(({ id }) => id!)
	);
	return documents
		.flatMap(({ id, appointments, dissolved }) =>
			endedWith(appointments, dissolved)
				.filter(({ person }) => person === personId)
				.map((appointment) => ({ organization: labels[id!]!, appointment }))
		)
		.filter(({ organization }) => organization !== undefined)
		.sort((a, b) => lastKnown(b.appointment).localeCompare(lastKnown(a.appointment)));
}

/** Every post of a person, also those in which the world does not see who it is: for those who may know. */
export async function allPostsOf(db: Database, personId: string): Promise<Post[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct record_id as id from appointment where person = ${personId} order by 1`.execute(db);
	const ids = rows.map(({ id }) => id);
	const [bodies, labels] = await Promise.all([readRecords(db, 'organization', ids), labelsOf(db, ids)]);
	return bodies
		.flatMap(({ id, document }) =>
			document.appointments
				.filter(({ person }) => person === personId)
				.map((appointment) => ({ organization: labels[id]!, appointment }))
		)
		.filter(({ organization }) => organization !== undefined);
}

/** The organizations in which a person has a post today, as far as is known. */
export async function organizationsOfPerson(db: Database, personId: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct record_id as id from appointment
		where person = ${personId}
			and (until is null or possible @> (now() at time zone 'Asia/Riyadh')::date)`.execute(db);
	return rows.map(({ id }) => id);
}

/** A post that began and has no end lasts, and comes before all that are known up to a day. */
function lastKnown({ from, until, seen_on }: Appointment): string {
	if (from && !until) return `9999 ${daysWithin(from).latest}`;
	const days = (until ? [until] : seen_on).map((date) => daysWithin(date).latest);
	return days.sort().at(-1) ?? '';
}

/** Conferences of which a person was patron, or which the person opened for one, newest first. */
export async function patronagesOf(db: Database, personId: string): Promise<Patronage[]> {
	const rows = await selectItems(db)
		.innerJoin('patron', 'patron.record_id', 'record.id')
		.where('patron.person', '=', personId)
		.select(['patron.role', 'patron.title_ar', 'patron.title_en'])
		.orderBy(sql`lower(conference.held)`, (by) => by.desc().nullsLast())
		.execute();
	return rows.map(({ role, title_ar, title_en, ...conference }) => ({
		conference,
		role: role as Patronage['role'],
		title:
			title_ar || title_en
				? { ...(title_ar && { ar: title_ar }), ...(title_en && { en: title_en }) }
				: undefined
	}));
}
