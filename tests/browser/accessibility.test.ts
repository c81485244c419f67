import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findViolations } from '../harness/axe.ts';
import { startVisits, stepNames, type Visits } from '../harness/page_visits.ts';
import { languages, publicPages, signedInPages } from '../harness/public_pages.ts';

/** One page of each kind, and others that hold what it lacks. */
const pages = [
	...[...Object.values(publicPages), ...Object.values(signedInPages)].flatMap((paths) => paths.slice(0, 1)),
	'/search?q=قطيف',
	'/search?q=أيتام الفطيف',
	'/organizations?q=لا وجود لهذا الاسم',
	'/organizations?q=qatif&founded_from=x',
	'/organizations?kind=association&region=SA-04&sort=newest',
	'/organizations/saihat-society',
	'/organizations/amal-al-qatif?on=2022-12-03',
	'/conferences/excellence-conference-bahrain'
];

let visits: Visits;
beforeAll(async () => {
	visits = await startVisits(1280);
});
afterAll(() => visits.end());

describe.each(languages)('in %s, axe finds nothing to mend in light or in dark:', (lang) => {
	test.each([...pages, ...stepNames])('%s', async (what) => {
		const page = await visits.visit(lang, what);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect(await findViolations(page)).toEqual([]);
		}
	});
});
