import { sql } from 'kysely';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { can, type Role } from '#lib/domain/permissions.ts';
import { noteAudit } from '../accounts/audit.ts';
import type { Database } from '../db/connection.ts';
import { findKeptPhoto } from '../registry/images.ts';
import { participationsOf } from '../registry/participations.ts';
import { allPostsOf, patronagesOf } from '../registry/people.ts';
import { readRecord } from '../registry/read.ts';

/**
 * Everything that the register holds on a person, hidden or not, as one readable document; undefined where there is no
 * such person. Who edited is told by role alone, for that is held on others. `account_id` is null for the person.
 */
export async function exportPerson(
	db: Database,
	{ person_id, role, account_id }: { person_id: string; role: Role; account_id: string | null }
) {
	const person = can(role, 'export_person') ? await readRecord(db, 'person', person_id) : undefined;
	if (!person) return undefined;
	await noteAudit(db, { action: 'data_exported', account_id, record_id: person_id });
	const [held, where, history, letters, photo] = await Promise.all([
		readHeld(db, person_id),
		readWhere(db, person_id),
		readHistory(db, person_id),
		readLetters(db, person_id, person.document),
		readPhoto(db, person_id)
	]);
	return {
		format: 'sijill-person-1',
		exported_at: new Date().toISOString(),
		record: person.document,
		...held,
		...where,
		...history,
		...letters,
		photo
	};
}

/** How the record stands, beside what it says. */
async function readHeld(db: Database, id: string) {
	const record = db.selectFrom('record').where('id', '=', id);
	const columns = ['public_document', 'version', 'visibility', 'created_at', 'changed_at'] as const;
	const { public_document, ...rest } = await record.select(columns).executeTakeFirstOrThrow();
	const former = await db.selectFrom('former_slug').where('record_id', '=', id).select('slug').execute();
	const merged = await db.selectFrom('record').where('merged_into', '=', id).select('id').execute();
	const seen = db.selectFrom('audit_entry').where('record_id', '=', id).select(['at', 'action', 'detail']);
	return {
		shown_to_the_public: public_document,
		...rest,
		former_addresses: former.map(({ slug }) => slug),
		merged_records: merged.map((row) => row.id),
		audit: await seen.orderBy('audit_entry.id').execute()
	};
}

async function readWhere(db: Database, person: string) {
	const [posts, patronages, participations] = await Promise.all([
		allPostsOf(db, person),
		patronagesOf(db, person),
		participationsOf(db, { person })
	]);
	return {
		posts,
		patronages,
		delegations: participations.map(({ conference, organization, document }) => ({
			...{ conference, organization },
			delegate: document.delegates.find((delegate) => delegate.person === person)
		}))
	};
}

async function readHistory(db: Database, id: string) {
	const revisions = db
		.selectFrom('revision')
		.innerJoin('change', 'change.id', 'revision.change_id')
		.where('revision.record_id', '=', id)
		.orderBy('version')
		.select([
			'version',
			'applied_at',
			'proposed_role',
			'channel',
			'reason',
			'revision.operations',
			'document'
		]);
	const proposals = db
		.selectFrom('change')
		.where('record_id', '=', id)
		.where('state', '<>', 'applied')
		.orderBy('proposed_at')
		.select(['proposed_at', 'proposed_role', 'channel', 'state', 'reason', 'operations'])
		.select(['proposed_operations', 'decided_at', 'decision_reason']);
	const reports = db
		.selectFrom('report')
		.where('record_id', '=', id)
		.orderBy('reported_at')
		.select(['kind', 'text', 'source_url', 'reported_at', 'due_at', 'state', 'answer', 'decided_at']);
	return {
		history: await revisions.execute(),
		proposals: await proposals.execute(),
		reports: await reports.execute()
	};
}

/** The photo, as WebP in base64, and the consent by which it is shown. */
async function readPhoto(db: Database, id: string) {
	const kept = await findKeptPhoto(db, id);
	if (!kept) return null;
	const { image, ...consent } = kept;
	const file = db
		.selectFrom('image')
		.where('hash', '=', image ?? '')
		.select('webp');
	return { ...consent, webp: (await file.executeTakeFirst())?.webp.toString('base64') ?? null };
}

/** The links that were mailed, and the letters to every address that is known; a secret in one is left out. */
async function readLetters(db: Database, id: string, document: RecordDocument) {
	const links = await db
		.selectFrom('own_link')
		.where('person_id', '=', id)
		.orderBy('sent_at')
		.select(['email', 'language', 'sent_at', 'expires_at', 'revoked_at'])
		.execute();
	const contacts = 'contacts' in document ? document.contacts.map(({ value }) => value) : [];
	const addresses = [...links.map(({ email }) => email), ...contacts].map((address) => address.toLowerCase());
	const { rows: mails } = await sql`
		select recipient, template, language, arguments - 'link' as arguments, state, created_at, settled_at
		from mail where lower(recipient) = any(${addresses}) order by created_at`.execute(db);
	return { own_links: links, mails };
}
