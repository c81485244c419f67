import { afterAll, beforeAll, describe, test } from 'vitest';
import { expectHouseRules, expectSameStructure } from '../harness/house_rules.ts';
import { addressIn, isIndexed, publicPages } from '../harness/public_pages.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { visitorOf, type Visitor } from '../harness/visitor.ts';

let server: SeededServer;
let visitor: Visitor;
beforeAll(async () => {
	server = await startSeededServer();
	visitor = visitorOf(server.origin);
});
afterAll(() => server.stop());

describe('keeps the rules of the house in both languages:', () => {
	test.each(Object.values(publicPages).flat())('%s', async (path) => {
		const options = { isIndexed: isIndexed(path) };
		const inArabic = await expectHouseRules(await visitor.get(addressIn('ar', path)), {
			lang: 'ar',
			...options
		});
		const inEnglish = await expectHouseRules(await visitor.get(addressIn('en', path)), {
			lang: 'en',
			...options
		});
		expectSameStructure(inArabic, inEnglish);
	});
});
