import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { proposalSchema, proposedDocument } from '#lib/domain/forms/proposal.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { listOwnProposals, proposeRecord } from '#lib/server/editing/proposals.ts';
import { listWaiting } from '#lib/server/editing/queue.ts';
import { approveChange, returnChange } from '#lib/server/editing/review.ts';
import { findAssociation } from '#lib/server/registry/associations.ts';
import { findLookAlikes } from '#lib/server/registry/look_alikes.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization } from '../harness/documents.ts';
import { makeMember, makeRecord, makeRegistrar, submissionKey } from '../harness/factory.ts';
import { lettersTo } from '../harness/mails.ts';

let test_database: TestDatabase;
let db: Database;
let registrar: Actor;
let proposer: Actor;
let association: string;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	registrar = await makeRegistrar(db);
	proposer = await makeMember(db);
	const names = [{ value: 'جمعية السواقي', lang: 'ar' }];
	association = (await makeRecord(db, organization({ kind: 'association', names }))).id;
});
afterAll(() => test_database.drop());

test('a proposal waits unseen, is approved under its own slug with its source, and both sides are told', async () => {
	const { id } = await proposed('فريق الزمردة');
	expect(await findPublic(db, 'organization', 'فريق-الزمردة')).toBeUndefined();
	expect(await findLookAlikes(db, [{ value: 'فريق الزمردة', lang: 'ar' }])).toEqual([]);
	expect(await lettersTo(db, await emailOf(registrar))).toMatchObject([{ template: 'proposal_to_review' }]);

	const change = (await listWaiting(db)).find(({ record }) => record.id === id)!;
	expect(change).toMatchObject({ proposed_role: 'account', record: { name_ar: 'فريق الزمردة', slug: null } });
	expect(await approveChange(db, proposer, change.id)).toEqual({ refused: 'refusal.not_allowed' });
	expect(await approveChange(db, registrar, change.id)).toEqual({ version: 1 });
	expect(await approveChange(db, registrar, change.id)).toEqual({ refused: 'refusal.decided_already' });

	const found = await findPublic(db, 'organization', id);
	if (!found || 'moved_to' in found) throw new Error('not on the register');
	const [source] = found.document.sources;
	expect(source).toMatchObject({ url: 'https://news.example/zumurruda' });
	expect(found.document.names).toMatchObject([{ kind: 'official', sources: [source!.id] }]);
	expect(found.document.affiliations).toMatchObject([{ to: association }]);
	const [told] = await lettersTo(db, await emailOf(proposer));
	expect(told).toMatchObject({
		template: 'proposal_approved',
		arguments: { link: `/workspace/organizations/${found.slug}/claim` }
	});
	expect(await listOwnProposals(db, proposer.account_id)).toEqual([]);
});

test('a returned proposal tells its proposer why', async () => {
	const other = await makeMember(db);
	const { id } = await proposed('فريق العقيق', other);
	const change = (await listWaiting(db)).find(({ record }) => record.id === id)!;
	await returnChange(db, registrar, change.id, 'لا مصدر يذكره.');
	expect(await lettersTo(db, await emailOf(other))).toMatchObject([
		{ template: 'proposal_returned', arguments: { quote: 'لا مصدر يذكره.' } }
	]);
	const [own] = await listOwnProposals(db, other.account_id);
	expect(own).toMatchObject({ state: 'returned', decision_reason: 'لا مصدر يذكره.' });
});

test('a form that is sent twice proposes once', async () => {
	const submission_key = submissionKey();
	const [first, second] = await Promise.all([
		proposed('فريق اللؤلؤة', proposer, submission_key),
		proposed('فريق اللؤلؤة', proposer, submission_key)
	]);
	expect(second.id).toBe(first.id);
	expect((await listWaiting(db)).filter(({ record }) => record.id === first.id)).toHaveLength(1);
});

test('two proposals of one name are both approved, each under its own slug', async () => {
	const both = [await proposed('فريق المرجان'), await proposed('فريق المرجان')];
	const waiting = (await listWaiting(db)).filter(({ record }) => both.some(({ id }) => id === record.id));
	for (const change of waiting) expect(await approveChange(db, registrar, change.id)).toEqual({ version: 1 });
	const slugs = await db.selectFrom('record').where('slug', 'like', 'فريق-المرجان%').select('slug').execute();
	expect(slugs).toHaveLength(2);
});

test('a registrar’s own proposal comes on the register at once', async () => {
	const outcome = await proposeRecord(db, registrar, wanted('فريق الفيروز'));
	expect(outcome).toMatchObject({ version: 1, waiting: [] });
});

test('look-alikes are found however they are spelt, and not by the words that all names share', async () => {
	const one = await makeRecord(db, organization({ names: [{ value: 'مجموعة أَمَل الوادي', lang: 'ar' }] }));
	await makeRecord(db, organization({ names: [{ value: 'فريق التطوع للخير', lang: 'ar' }] }));
	const found = await findLookAlikes(db, [{ value: 'فريق امل الوادى التطوعي', lang: 'ar' }]);
	expect(found.map(({ id }) => id)).toEqual([one.id]);
});

test('an association is known by its name, however it is spelt', async () => {
	expect(await findAssociation(db, ' جمعيه  السواقى ')).toBe(association);
	expect(await findAssociation(db, 'جمعية لا وجود لها')).toBeUndefined();
});

test('a form without any name, or with an identity number, is not read', () => {
	const typed = { kind: 'group', country: 'SA', reason: 'رقم هويتي 1000000008' };
	const { issues = [] } = v.safeParse(proposalSchema, typed);
	expect(issues.map(({ message }) => message)).toEqual(
		expect.arrayContaining(['error.no_name', 'rule.national_id_in_text'])
	);
});

function wanted(name: string, submission_key = submissionKey()) {
	const reason = 'من أعضائه';
	const source_url = 'https://news.example/zumurruda';
	const typed = {
		name: { ar: name },
		kind: 'group',
		country: 'SA',
		city: { ar: 'القطيف' },
		source_url,
		reason
	};
	return {
		after: proposedDocument(v.parse(proposalSchema, typed), { association_id: association }),
		reason,
		submission_key
	};
}

async function proposed(name: string, by = proposer, submission_key?: string): Promise<{ id: string }> {
	const outcome = await proposeRecord(db, by, wanted(name, submission_key));
	if (!('waiting' in outcome)) throw new Error(JSON.stringify(outcome));
	return outcome;
}

async function emailOf({ account_id }: Actor): Promise<string> {
	const account = db.selectFrom('account').where('id', '=', account_id).select('email');
	return (await account.executeTakeFirstOrThrow()).email;
}
