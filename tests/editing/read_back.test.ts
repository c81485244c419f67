import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSame } from '#lib/domain/change.ts';
import { participationRoles } from '#lib/domain/documents/participation.ts';
import type { RecordDocument } from '#lib/domain/documents/document.ts';
import { publicView } from '#lib/domain/public_view.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { organizationArbitrary } from '../harness/arbitraries.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { conference, organization, participation, person } from '../harness/documents.ts';
import { current, makeRecord, propose } from '../harness/factory.ts';

let test_database: TestDatabase;
let db: Database;
let people: string[];
let organizations: string[];

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
	people = (await makeAll(4, () => makeRecord(db, person()))).map(({ id }) => id);
	organizations = (await makeAll(3, () => makeRecord(db, organization()))).map(({ id }) => id);
});
afterAll(() => test_database.drop());

const makeAll = <T>(count: number, make: () => Promise<T>) =>
	Promise.all(Array.from({ length: count }, make));

test('whatever an organization is made to say is read back as it was written', async () => {
	const team = await makeRecord(db, organization());
	const arbitrary = organizationArbitrary({
		...{ id: team.id, people, organizations },
		fields: ['health', 'education', 'culture'],
		positions: ['member', 'secretary']
	});
	await fc.assert(
		fc.asyncProperty(arbitrary, async (document) => {
			const base = await current(db, 'organization', team.id);
			const wanted = { ...document, slug: base.document.slug };
			const outcome = await propose(db, 'register', { ...base, document: wanted }, {});
			expect(outcome).toMatchObject({ id: team.id });
			const written = await current(db, 'organization', team.id);
			expectSame(written.document, wanted);
			expectSame((await rowOf(team.id)).public_document, publicView(written.document));
		}),
		{ numRuns: 60 }
	);
});

test('an organization that is new is read back as it was written', async () => {
	await fc.assert(
		fc.asyncProperty(
			organizationArbitrary({
				...{ id: organizations[0]!, people, organizations },
				fields: ['health', 'education', 'culture'],
				positions: ['member', 'secretary']
			}),
			async (arbitrary) => {
				const document = { ...arbitrary, id: undefined, slug: undefined };
				const { id, document: written } = await makeRecord(db, document);
				expectSame(written, { ...document, id, slug: written.slug });
			}
		),
		{ numRuns: 20 }
	);
});

const text = { ar: 'نص بالعربية', en: 'A text in English' };
const shared = {
	links: [
		{ kind: 'website', url: 'https://ضفاف.example/لقاء?س=١', visibility: 'members', sources: ['s2', 's1'] }
	],
	figures: [{ label: text, value: '1,200', as_of: '1444-05 AH', sources: ['s1'] }],
	alternatives: [{ field: 'from', value: '2022-12-04', note: text, sources: ['s2'] }],
	notes: [{ text: { en: 'A note' } }],
	sources: [
		{ id: 's1', url: 'https://news.example/1', publisher: 'صحيفة', title: 'خبر', published: '2022-12-03' },
		{ id: 's2', title: 'نشرة', accessed: '2026-11-24' }
	],
	confirmed_on: '2026-02-28'
};

test('a conference with all that can be said of one is read back as it was written', async () => {
	const series = await makeRecord(db, conference({ kind: 'series' }));
	const document = conference({
		...shared,
		...{ kind: 'forum', status: 'held', summary: text, series: series.id, edition: 3, theme: text },
		...{ from: '1444-05-09 AH', until: '2022-12-05', venue: text, fields: ['education', 'health'] },
		names: [
			{ value: 'ملتقى ضفاف الثالث', lang: 'ar', sources: ['s1'] },
			{ value: 'Dhifaf', lang: 'en', kind: 'former', from: '2019', until: '2021?' }
		],
		place: { country: 'BH', city: { ar: 'المنامة', en: 'Manama' }, district: { ar: 'الجفير' } },
		sessions: [
			{ title: text, on: '2022-12-03', starts_at: '19:30', ends_at: '21:00', venue: text, sources: ['s1'] }
		],
		organizers: [{ organization: organizations[0], role: 'host' }, { name: { ar: 'لجنة الأهالي' } }],
		patrons: [
			{ person: people[0], title: text, sources: ['s1'] },
			{ name: { en: 'A guest' }, role: 'deputy' }
		],
		objectives: [{ text }],
		recommendations: [{ text, owner: text, state: 'under_way', sources: ['s1', 's2'] }],
		cited: { from: ['s1'], place: ['s2', 's1'] }
	});
	const { id, document: written } = await makeRecord(db, document);
	expectSame(written, { ...document, id, slug: written.slug });
});

test('a person with all that can be said of one is read back as it was written', async () => {
	const document = person({
		...shared,
		...{ summary: text, display: 'known_as', cited: { summary: ['s1'] } },
		names: [
			{
				...{ value: 'الأستاذ سلمان بن صالح آل ربيع', lang: 'ar', kind: 'official', from: '2014' },
				...{ honorific_prefix: 'الأستاذ', given_name: 'سلمان', patronymic_name: 'صالح' },
				...{ grandfather_name: 'حسن', family_name: 'آل ربيع', kunya: 'أبو ضياء', sources: ['s1'] }
			},
			{ value: 'أبو ضياء', lang: 'ar', kind: 'known_as' }
		],
		contacts: [{ kind: 'whatsapp', value: '+966 50 000 0000', visibility: 'members', sources: ['s2'] }]
	});
	const { id, document: written } = await makeRecord(db, document);
	expectSame(written, { ...document, id, slug: written.slug });
});

test.each(participationRoles)('a participation that %s is read back as it was written', async (role) => {
	const event = await makeRecord(db, conference());
	const document = participation({
		...shared,
		...{ organization: organizations[0]!, conference: event.id, role },
		...{ role_note: text, inviter: organizations[1], invited_by: text, summary: text },
		delegates: [
			{ person: people[0], position: 'chair', title: text, sources: ['s1'] },
			{ person: people[1] }
		],
		cited: { role: ['s1'] }
	});
	const { id, document: written } = await makeRecord(db, document);
	expectSame(written, { ...document, id });
});

test('what is set to nothing is nothing when it is read back', async () => {
	const whole = organization({
		...{ summary: text, place: { country: 'SA', city: text }, founded: '2014', fields: ['health'] },
		...{ names: [{ id: 'n', value: 'نسيم', lang: 'ar' }], aims: [{ text }], links: shared.links },
		...{ sources: shared.sources, cited: { founded: ['s1'] }, confirmed_on: '2026-02-28' }
	});
	const { id, document } = await makeRecord(db, whole);
	const bare = organization({ id, slug: document.slug, names: document.names });
	const { summary: _summary, place: _place, founded: _founded, confirmed_on: _confirmed, ...rest } = document;
	const base = await current(db, 'organization', id);
	expect(await propose(db, 'register', { ...base, document: { ...rest, ...bare } }, {})).toMatchObject({
		version: 2
	});
	expectSame((await current(db, 'organization', id)).document, bare);
});

async function rowOf(id: string) {
	const row = await db.selectFrom('record').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
	return { ...row, public_document: row.public_document as unknown as RecordDocument };
}

/** The order of the parts of a record that stands already is no statement; see `diff`. */
function expectSame(a: RecordDocument, b: RecordDocument): void {
	const [one, other] = [inOrderOfIds(a), inOrderOfIds(b)];
	if (!isSame(one, other)) expect(one).toEqual(other);
}

function inOrderOfIds(document: RecordDocument): unknown {
	const entries = Object.entries(document).map(([field, value]) => {
		const isList = Array.isArray(value) && value.every((part) => typeof part === 'object');
		const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
		return [field, isList ? (value as { id: string }[]).toSorted(byId) : value];
	});
	return Object.fromEntries(entries);
}
