import type { Operation } from '#lib/domain/change.ts';
import { isRetired, type RecordDocument } from '#lib/domain/documents/document.ts';
import { publicView } from '#lib/domain/public_view.ts';
import type { DatabaseTransaction } from '../db/connection.ts';
import { allocateSlugs, hasWrongSlug, takeBackSlugs } from './identity.ts';
import { insertRows, saveDocuments } from './save.ts';
import { refreshSearchEntries } from './search_index.ts';

/** A change whose operations are allowed and fit the record as it stands. */
export type Application = {
	change_id: string;
	id: string;
	version: number;
	before: RecordDocument | null;
	after: RecordDocument;
	operations: Operation[];
	/** The slug that the document came with, where it gets another. */
	called?: string | undefined;
};

/**
 * Carries changes out: rows, slug, revision and search entry, all in the transaction that is given. A record
 * that is new gets its `record` row here. Constraints that are broken end the transaction.
 */
export async function applyChanges(trx: DatabaseTransaction, given: readonly Application[]): Promise<void> {
	const applications = await withShownSlugs(trx, given);
	await insertNewRecords(
		trx,
		applications.filter(({ before }) => before === null)
	);
	await updateRecords(
		trx,
		applications.filter(({ before }) => before !== null)
	);
	await saveDocuments(trx, applications.map(savingOf));
	await insertRows(trx, 'revision', applications.map(revisionRow));
	await refreshSearchEntries(trx, [...new Set(applications.flatMap(indexedIdsOf))]);
}

/** Gives people whose names are shown otherwise from now on an address that follows them. */
async function withShownSlugs(
	trx: DatabaseTransaction,
	applications: readonly Application[]
): Promise<Application[]> {
	const wrong = applications.filter(({ before, after }) => hasWrongSlug(before, after));
	if (wrong.length === 0) return [...applications];
	const unnamed = wrong.map(
		({ id, after: { slug: _slug, ...after } }) => ({ ...after, id }) as RecordDocument
	);
	const named = await allocateSlugs(trx, await takeBackSlugs(trx, unnamed));
	const afters = new Map(wrong.map((application, index) => [application, named[index]!]));
	return applications.map((application) => ({
		...application,
		after: afters.get(application) ?? application.after,
		called: application.after.slug
	}));
}

async function insertNewRecords(
	trx: DatabaseTransaction,
	applications: readonly Application[]
): Promise<void> {
	await insertRows(
		trx,
		'record',
		applications.map((application) => ({
			...recordRow(application),
			type: application.after.type,
			created_at: 'now'
		}))
	);
	// What a file calls a person who is not shown in full is known again, and leads nobody on.
	const called = applications.filter(({ after, called }) => called && called !== after.slug);
	await insertFormerSlugs(trx, called, ({ called }) => called!);
}

async function updateRecords(trx: DatabaseTransaction, applications: readonly Application[]): Promise<void> {
	const renamed = applications.filter(({ before, after }) => before?.slug && before.slug !== after.slug);
	await insertFormerSlugs(trx, renamed, ({ before }) => before!.slug!);
	const rows = applications.map((application) => ({
		...recordRow(application),
		type: application.after.type
	}));
	await insertRows(trx, 'record', rows, ['id']);
}

async function insertFormerSlugs(
	trx: DatabaseTransaction,
	applications: readonly Application[],
	slugOf: (application: Application) => string
): Promise<void> {
	const rows = applications.map((application) => ({
		...{ type: application.after.type, slug: slugOf(application), record_id: application.id }
	}));
	await insertRows(trx, 'former_slug', rows, ['type', 'slug']);
}

/** Out of sight are records that a registrar retired, and participations that their organization took back. */
const isHidden = (after: RecordDocument): boolean =>
	isRetired(after) || (after.type === 'participation' && after.withdrawn_on !== undefined);

function retirementRow(after: RecordDocument) {
	const { reason, note, on } = ('retired' in after && after.retired) || {};
	return {
		retired_for: reason ?? null,
		retired_note_ar: note?.ar ?? null,
		retired_note_en: note?.en ?? null,
		retired_on: on ?? null
	};
}

const recordRow = ({ id, version, after }: Application) => ({
	id,
	slug: after.slug ?? null,
	version,
	confirmed_on: after.confirmed_on ?? null,
	visibility: isHidden(after) ? 'hidden' : 'public',
	...retirementRow(after),
	changed_at: 'now',
	public_document: publicView(after)
});

function savingOf({ id, before, after, operations }: Application) {
	const touched = before ? operations.map(({ path }) => path.split('/')[0]!) : Object.keys(after);
	return { id, isNew: before === null, document: after, touched: new Set(touched) };
}

const revisionRow = ({ id, version, change_id, operations, after }: Application) => ({
	record_id: id,
	version,
	change_id,
	operations,
	document: after,
	applied_at: 'now'
});

/** A change of posts also changes what finds the people who hold or held them. */
function indexedIdsOf({ id, before, after, operations }: Application): string[] {
	const touchesPosts = before === null || operations.some(({ path }) => path.startsWith('appointments'));
	const people = touchesPosts ? [before, after].flatMap(peopleOf) : [];
	return [id, ...people];
}

const peopleOf = (document: RecordDocument | null): string[] =>
	document?.type === 'organization' ? document.appointments.map(({ person }) => person) : [];
