import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrganizationDocument } from '#lib/domain/documents/organization.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { refreshSearchEntries } from '#lib/server/editing/search_index.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';
import { search } from '#lib/server/search/search.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeRecord, propose } from '../harness/factory.ts';
import { expectTrueCounts, expectTrueKeys } from '../harness/search_index.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

test('an import of some hundred records counts each word, and finds each record by its whole name', async () => {
	const many = Array.from({ length: 300 }, (_, at) => ({
		type: 'organization',
		slug: `many-${at}`,
		names: [
			{ value: `فريق الراية ${at} للخدمة بحي ${['الزهور', 'النخيل', 'الياسمين'][at % 3]}`, lang: 'ar' }
		],
		place: { country: 'SA', city: { ar: 'القطيف' } },
		fields: ['health']
	}));
	const text = many.map((line) => JSON.stringify(line)).join('\n');
	const report = await importJsonLines(db, text, { author: 'register', channel: 'import' });
	expect(report).toMatchObject({ added: 300, errors: [] });
	await expectTrueCounts(db);
	await expectTrueKeys(db);
	for (const { slug, names } of many.filter((_, at) => at % 60 === 0)) {
		const { items } = await search(db, { q: names[0]!.value, lang: 'ar' });
		expect(items[0]).toMatchObject({ slug });
	}
});

const word = fc.constantFrom(
	'نور',
	'النور',
	'وادي',
	'بالوادي',
	'أمل',
	'الأمل',
	'Nour',
	'عبد الله',
	'فريق',
	'2030'
);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const target = fc.nat({ max: 5 });
const step = fc.oneof(
	fc.record({ do: fc.constant('rename' as const), target, name }),
	fc.record({ do: fc.constant('affiliate' as const), target, to: target }),
	fc.record({ do: fc.constant('appoint' as const), target, display: fc.constantFrom('full', 'withheld') }),
	fc.record({ do: fc.constant('hide' as const), target, visibility: fc.constantFrom('public', 'hidden') }),
	fc.record({ do: fc.constant('add' as const), name })
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

test('the lexicon counts what the entries say after any changes', async () => {
	const teams = await Promise.all(
		[0, 1, 2, 3, 4, 5].map(async (at) => (await makeRecord(db, organization({ slug: `team-${at}` }))).id)
	);
	const chair = (await makeRecord(db, person({ names: [{ value: 'سالم النوراني', lang: 'ar' }] }))).id;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
			for (const each of steps) await carryOut(each, teams, chair);
			await expectTrueCounts(db);
		}),
		{ numRuns: 8 }
	);
});

async function carryOut(step: Step, teams: string[], chair: string): Promise<void> {
	const edit = async (at: number, partial: Partial<OrganizationDocument>) =>
		propose(db, 'register', await current(db, 'organization', teams[at]!), partial);
	switch (step.do) {
		case 'add':
			await makeRecord(db, organization({ names: [{ value: step.name, lang: 'ar' }] }));
			break;
		case 'rename':
			await edit(step.target, {
				names: [{ id: 'own', value: step.name, lang: 'ar', kind: 'official', sources: [] }]
			});
			break;
		case 'affiliate':
			await edit(step.target, { affiliations: [{ id: 'x', to: teams[step.to]!, sources: [] }] });
			break;
		case 'appoint': {
			const post = { id: 'a', person: chair, position: 'chair', seen_on: [], is_acting: false, sources: [] };
			await edit(step.target, { appointments: [post] });
			await propose(db, 'register', await current(db, 'person', chair), { display: step.display as 'full' });
			break;
		}
		case 'hide':
			await db.transaction().execute(async (trx) => {
				const id = teams[step.target]!;
				await trx.updateTable('record').set({ visibility: step.visibility }).where('id', '=', id).execute();
				await refreshSearchEntries(trx, [id]);
			});
	}
}

test('and after changes that come all at once, some of which are refused', async () => {
	const names = ['فجر النور', 'فجر الوادي', 'فجر الأمل'].map((value) => [{ value, lang: 'ar' }]);
	const made = await Promise.allSettled(
		Array.from({ length: 15 }, (_, at) =>
			makeRecord(db, organization({ names: names[at % 3], slug: `at-once-${at % 10}` }))
		)
	);
	expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
	await expectTrueCounts(db);
	expect(await search(db, { q: 'فجر', lang: 'ar' })).toMatchObject({ total: 10 });
});
