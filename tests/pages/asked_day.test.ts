import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectHouseRules, messages } from '../harness/house_rules.ts';
import { wordsOf } from '../harness/html_page.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { visitorOf, type Visitor } from '../harness/visitor.ts';

const GROUP = '/organizations/amal-al-qatif';

let server: SeededServer;
let visitor: Visitor;

beforeAll(async () => {
	server = await startSeededServer();
	visitor = visitorOf(server.origin);
});
afterAll(() => server.stop());

/** The address of a page asked about a day that was typed in boxes. */
const boxed = (path: string, name: string, parts: Record<string, string>) =>
	`${path}?${new URLSearchParams(Object.entries(parts).map(([part, typed]) => [`${name}.${part}`, typed]))}`;

test.each([
	[{ day: '3', month: '12', year: '2022', calendar: 'gregorian' }],
	[{ day: '٩', month: 'جمادى الأولى', year: '١٤٤٤', calendar: 'islamic-umalqura' }]
])('a day typed as %j leads to the board of that day', async (parts) => {
	for (const prefix of ['', '/en']) {
		const answer = await visitor.get(boxed(prefix + GROUP, 'on', parts));
		expect([answer.status, answer.headers.get('location')]).toEqual([302, `${prefix}${GROUP}?on=2022-12-03`]);
	}
});

test.each([
	[{ day: '', month: '12', year: '2022' }, 'date.day_missing'],
	[{ day: '', month: '', year: '2022' }, 'date.day_and_month_missing'],
	[{ day: '31', month: '2', year: '2022' }, 'date.no_such_day'],
	[{ day: 'x', month: '2', year: 'abc' }, 'date.not_a_number']
] as const)('%j is no whole day: it is said at the box, and what was typed stays', async (parts, error) => {
	for (const [path, name] of [
		[GROUP, 'on'],
		[`${GROUP}/history`, 'at']
	] as const) {
		const page = await expectHouseRules(await visitor.get(boxed(path, name, parts)), { lang: 'ar' });
		expect(wordsOf(page.html)).toContain(messages.ar[error]);
		const typed = page.root.querySelector(`[id="${name}.year"]`)?.getAttributeValue('value');
		expect(typed).toBe(parts.year);
	}
});

test('empty boxes ask for today', async () => {
	const answer = await visitor.get(boxed(GROUP, 'on', { day: '', month: '', year: '' }));
	const page = await expectHouseRules(answer, { lang: 'ar' });
	expect(wordsOf(page.html)).not.toContain(messages.ar['date.year_missing']);
});
