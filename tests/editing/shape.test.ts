import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { proposeChange } from '#lib/server/editing/propose.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { current, makeMember, makeRecord } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

/** Proposes a document as it comes from outside, where nobody has looked at its shape yet. */
async function proposeRaw(partial: Record<string, unknown>) {
	const base = await makeRecord(db, organization());
	const outcome = await proposeChange(db, await makeMember(db, base.id), {
		id: base.id,
		base_version: base.version,
		after: { ...base.document, ...partial } as unknown as OrganizationDocument,
		channel: 'api'
	});
	return { outcome, now: await current(db, 'organization', base.id), base };
}

const own = { id: 'own', value: 'فريق نور الوادي', lang: 'ar', kind: 'official', sources: [] };

describe('a change is judged in the form in which the register would keep it', () => {
	test('a name without a kind is an official one, and waits', async () => {
		const { outcome, now } = await proposeRaw({ names: [own, { id: 'new', value: 'نور', lang: 'ar' }] });
		expect(outcome).toMatchObject({
			applied: [],
			waiting: [{ path: 'names/new', new: { kind: 'official' } }]
		});
		expect(now.document.names).toHaveLength(1);
	});

	test('what applies beside what waits is as clean as what applies alone', async () => {
		const { outcome, now } = await proposeRaw({
			names: [own, { id: 'new', value: ' نور\u202e  ', lang: 'ar', kind: 'alias' }],
			status: 'active'
		});
		expect(outcome).toMatchObject({
			applied: [{ path: 'names/new', new: { value: 'نور', sources: [] } }],
			waiting: [{ path: 'status' }]
		});
		expect(now.document.names[1]).toMatchObject({ value: 'نور' });
	});

	test.each<[string, Record<string, unknown>, string, string]>([
		['an id twice', { names: [own, { ...own, value: 'غيره' }] }, 'names', 'error.id_twice'],
		['a right that nobody gave', { is_approved: true }, 'is_approved', 'error.invalid'],
		['a status of the review', { status: 'approved' }, 'status', 'error.invalid'],
		['no names', { names: [] }, 'names', 'error.no_name'],
		['a source that is none of its own', { cited: { founded: ['s9'] } }, 'founded', 'rule.unknown_source']
	])('%s is refused, with its place and the key of a message', async (_, partial, path, refused) => {
		const { outcome, now, base } = await proposeRaw(partial);
		expect(outcome).toMatchObject({ refused, path, breaches: [{ path, message: refused }] });
		expect(now).toMatchObject({ version: 1, document: base.document });
	});

	test('a source comes at once, what waits cites it when it comes', async () => {
		const { outcome, now } = await proposeRaw({
			sources: [{ id: 's1', url: 'https://example.org' }],
			identifiers: [{ id: 'i1', scheme: 'SA-NCNP', value: '7', sources: ['s1'] }]
		});
		expect(outcome).toMatchObject({
			applied: [{ path: 'sources/s1' }],
			waiting: [{ path: 'identifiers/i1' }]
		});
		expect(now.document.identifiers).toEqual([]);
		expect(now.document.sources).toHaveLength(1);
	});
});
