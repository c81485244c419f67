import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVisits, stepNames, type Visits } from '../harness/page_visits.ts';
import { languages, publicPages, signedInPages } from '../harness/public_pages.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One page of each kind, and others that hold what it lacks. */
const pages = [
	...[...Object.values(publicPages), ...Object.values(signedInPages)].flatMap((paths) => paths.slice(0, 1)),
	'/organizations?q=لا وجود لهذا الاسم',
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

async function findViolations(page: Page): Promise<string[]> {
	// Our pages hold no frames, for which axe would open a page of its own each time.
	const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)
	);
}
