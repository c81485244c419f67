import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import type { Actor } from '#lib/domain/permissions.ts';
import { withheldName } from '#lib/domain/public_view.ts';
import { isWithheldPerson } from '#lib/domain/withheld_person.ts';
import type { Database } from '#lib/server/db/connection.ts';
import {
	listDueReviews,
	listProposedNames,
	openPerson,
	setDisplay,
	setPostDisplay
} from '#lib/server/editing/display.ts';
import { approveChange } from '#lib/server/editing/review.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { historyOf } from '#lib/server/registry/history.ts';
import { postsOf } from '#lib/server/registry/people.ts';
import type { ReadRecord } from '#lib/server/registry/read.ts';
import { findAddress, findPublic } from '#lib/server/registry/records.ts';
import { search } from '#lib/server/search/search.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeMember, makeRecord, makeRegistrar, propose } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

let count = 0;
let member: ReadRecord<PersonDocument>;
let body: ReadRecord<OrganizationDocument>;
let editor: Actor;

beforeEach(async () => {
	const names = [
		{ id: 'full', value: `ريّان الزبرجدي ${++count}`, lang: 'ar' },
		{ id: 'latin', value: `Rayyan Zabarjadi ${count}`, lang: 'en', kind: 'transliteration' },
		{ id: 'known', value: `أبو نجد ${count}`, lang: 'ar', kind: 'known_as' }
	];
	member = await makeRecord(db, person({ names }));
	body = await makeRecord(
		db,
		organization({ appointments: [{ id: 'p1', person: member.id, position: 'chair', from: '2024' }] })
	);
	editor = await makeMember(db, body.id, 'editor');
});

const slugNow = async () => (await current(db, 'person', member.id)).document.slug!;
const found = async (q: string) =>
	(await search(db, { lang: 'ar', q, type: 'person' })).items.map(({ id }) => id);

describe('a team of a body in which somebody has a post', () => {
	test('shows less at once, and the full name leads nowhere any more', async () => {
		const slug = await slugNow();
		expect(slug).toBe(`rayyan-zabarjadi-${count}`);
		const outcome = await setDisplay(db, editor, member.id, { display: 'known_as', reason: 'طلبه ريّان' });
		expect(outcome).toMatchObject({ waiting: [] });
		expect(await slugNow()).toMatch(new RegExp(`^أبو-نجد-${count}$`));
		expect(await findPublic(db, 'person', slug)).toBeUndefined();
		expect(await findAddress(db, member.id)).toEqual({ type: 'person', slug: await slugNow() });
		for (const q of ['الزبرجدي', 'Rayyan', slug]) expect(await found(q)).not.toContain(member.id);
		expect(await found(`أبو نجد ${count}`)).toContain(member.id);
		const seen = [await findPublic(db, 'person', member.id), await historyOf(db, member.id)];
		expect(JSON.stringify(seen)).not.toMatch(/ريّان|الزبرجدي|ayyan|abarjadi/);

		await setDisplay(db, editor, member.id, { display: 'role_only' });
		expect(await slugNow()).toBe(`person-${member.id}`);
	});

	test('shows more only once a registrar has looked at it', async () => {
		await setDisplay(db, editor, member.id, { display: 'role_only' });
		expect(await setDisplay(db, editor, member.id, { display: 'full' })).toMatchObject({
			applied: [],
			waiting: [{ path: 'display', old: 'role_only', new: 'full' }]
		});
		expect((await current(db, 'person', member.id)).document.display).toBe('role_only');
		const change = db.selectFrom('change').where('record_id', '=', member.id).where('state', '=', 'waiting');
		const { id } = await change.select('id').executeTakeFirstOrThrow();
		await approveChange(db, await makeRegistrar(db), id);
		expect(await slugNow()).toBe(`rayyan-zabarjadi-${count}`);
		expect(await found(`Rayyan ${count}`)).toContain(member.id);
	});

	test('names the day on which withholding is looked at again', async () => {
		const withhold = (review_on?: string) =>
			setDisplay(db, editor, member.id, { display: 'withheld', review_on });
		for (const day of [undefined, '2020-01-01'])
			expect(await withhold(day)).toMatchObject({ refused: 'display.review_on_missing' });
		expect(await withhold('2199-01-31')).toMatchObject({ waiting: [] });
		expect((await current(db, 'person', member.id)).document.display_review_on).toBe('2199-01-31');
		expect(JSON.stringify(await findPublic(db, 'person', member.id))).not.toContain('2199');
		const due = async () => (await listDueReviews(db)).map(({ id }) => id);
		expect(await due()).not.toContain(member.id);
		await db.updateTable('person').set({ display_review_on: '2026-01-01' }).execute();
		expect(await due()).toContain(member.id);
	});

	test('has no say about others, nor once the post has ended', async () => {
		const stranger = await makeMember(db, (await makeRecord(db, organization())).id);
		for (const actor of [stranger, await makeMember(db)]) {
			expect(await openPerson(db, actor, member.id)).toBeUndefined();
			expect(await setDisplay(db, actor, member.id, { display: 'role_only' })).toEqual({
				refused: 'refusal.not_allowed'
			});
		}
		const author = await makeRegistrar(db);
		expect(await openPerson(db, author, member.id)).toMatchObject({ role: 'registrar' });
		await db.updateTable('appointment').set({ until: '2025', possible: '[2024-01-01,2025-12-31]' }).execute();
		expect(await openPerson(db, editor, member.id)).toBeUndefined();
	});
});

test('a name is known by no other where the register knows none', async () => {
	const plain = await makeRecord(db, person());
	const registrar = await makeRegistrar(db);
	expect(await setDisplay(db, registrar, plain.id, { display: 'known_as' })).toMatchObject({
		refused: 'display.no_known_as'
	});
	const named = { display: 'known_as', known_as: 'أم يمام' } as const;
	await makeRecord(db, organization({ appointments: [{ person: plain.id, position: 'member' }] }));
	expect(await setDisplay(db, await makeMember(db), plain.id, named)).toEqual({
		refused: 'refusal.not_allowed'
	});
	await setDisplay(db, registrar, plain.id, named);
	const shown = await findPublic(db, 'person', plain.id);
	expect(shown).toMatchObject({ slug: 'أم-يمام', document: { names: [{ value: 'أم يمام' }] } });
});

describe('a name to be known by that a team proposes', () => {
	let plain: ReadRecord<PersonDocument>;
	beforeEach(async () => {
		plain = await makeRecord(db, person());
		const appointments = [{ person: plain.id, position: 'member' }];
		editor = await makeMember(db, (await makeRecord(db, organization({ appointments }))).id, 'editor');
	});
	const approveLast = async () => {
		const change = db.selectFrom('change').where('record_id', '=', plain.id).where('state', '=', 'waiting');
		const { id } = await change.select('id').executeTakeFirstOrThrow();
		expect(await approveChange(db, await makeRegistrar(db), id)).toHaveProperty('version');
	};
	const shown = async () => {
		const found = await findPublic(db, 'person', plain.id);
		return found && 'document' in found ? found.document.names.map(({ value }) => value) : [];
	};

	test('waits, and then stands beside the others', async () => {
		const choice = { display: 'full', known_as: 'أم يمام' } as const;
		expect(await setDisplay(db, editor, plain.id, choice)).toMatchObject({ applied: [], waiting: [{}] });
		expect(await shown()).toEqual(['سلمان آل ربيع']);
		expect(await listProposedNames(db, plain.id)).toEqual(['أم يمام']);
		await approveLast();
		expect(await shown()).toEqual(['سلمان آل ربيع', 'أم يمام']);
		expect(await listProposedNames(db, plain.id)).toEqual([]);
		expect(await setDisplay(db, editor, plain.id, choice)).toMatchObject({ applied: [], waiting: [] });
	});

	test('is what is shown once it is approved, and until then no name', async () => {
		const outcome = await setDisplay(db, editor, plain.id, { display: 'known_as', known_as: 'أم يمام' });
		expect(outcome).toMatchObject({
			applied: [{ path: 'display' }],
			waiting: [{ new: { value: 'أم يمام' } }]
		});
		expect(await shown()).toEqual(Object.values(withheldName));
		await approveLast();
		expect(await shown()).toEqual(['أم يمام']);
	});

	test('is all that a team may add to a person: no other kind of name, and no other value', async () => {
		const { id, version, document } = plain;
		for (const partial of [
			{ names: [...document.names, { ...document.names[0]!, id: 'n2', value: 'سلمان' }] },
			{ names: document.names.map((name) => ({ ...name, value: 'سلمان' })) },
			{ summary: { ar: 'نبذة' } }
		])
			expect(await propose(db, editor, { id, version, document }, partial)).toEqual({
				refused: 'refusal.not_allowed'
			});
	});
});

test('an old import knows who is not shown in full any more, and brings no second person', async () => {
	const slug = await slugNow();
	await setDisplay(db, editor, member.id, { display: 'role_only' });
	const line = JSON.stringify({ type: 'person', slug, names: member.document.names });
	const result = await importJsonLines(db, line, { author: 'register', channel: 'import' });
	expect(result).toMatchObject({ added: 0 });
	expect(await slugNow()).toBe(`person-${member.id}`);
});

test('who comes by a file with less than the full name has no address that tells it', async () => {
	const slug = `hidden-ruby-${count}`;
	const hidden = await makeRecord(db, person({ slug, display: 'role_only' }));
	expect(hidden.document.slug).toBe(`person-${hidden.id}`);
	expect(await findPublic(db, 'person', slug)).toBeUndefined();
});

test('in one post a name is left out everywhere, and stands in the others', async () => {
	const other = await makeRecord(
		db,
		organization({ appointments: [{ person: member.id, position: 'member' }] })
	);
	const post = { organization_id: body.id, appointment_id: 'p1' };
	expect(await setPostDisplay(db, editor, { ...post, display: 'role_only' })).toMatchObject({ waiting: [] });
	const shown = await findPublic(db, 'organization', body.id);
	if (!shown || !('document' in shown)) throw new Error('not found');
	const [{ person: nobody } = { person: '' }] = shown.document.appointments;
	expect(isWithheldPerson(nobody)).toBe(true);
	expect(shown.labels[nobody]).toMatchObject({ slug: null, name_ar: withheldName.ar });
	expect(JSON.stringify(await historyOf(db, body.id))).not.toContain(member.id);
	expect((await postsOf(db, member.id)).map(({ organization }) => organization.id)).toEqual([other.id]);
	expect(await setPostDisplay(db, editor, { ...post, display: undefined })).toMatchObject({
		waiting: [{ path: 'appointments/p1/display' }]
	});
});
