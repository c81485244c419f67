import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVisits, stepNames, type Visits } from '../harness/page_visits.ts';
import { languages, publicPages, signedInPages } from '../harness/public_pages.ts';

/** CSS pixels: WCAG 2.2, 1.4.10 Reflow, a page at 400 % on a screen of 1280. */
const NARROW = 320;

const pages = [...Object.values(publicPages), ...Object.values(signedInPages)].flat();

let visits: Visits;
beforeAll(async () => {
	visits = await startVisits(NARROW);
});
afterAll(() => visits.end());

describe.each(languages)(`in %s, nothing stands out of a window ${NARROW} pixels wide:`, (lang) => {
	test.each([...pages, ...stepNames])('%s', async (what) => {
		const page = await visits.visit(lang, what);
		expect(await page.evaluate(findOverflow)).toEqual([]);
	});
});

/** What makes the page scroll sideways: its width, and some of the elements that reach past an edge. */
function findOverflow(): string[] {
	const { scrollWidth, clientWidth } = document.documentElement;
	if (scrollWidth <= clientWidth) return [];
	const outside = [...document.body.querySelectorAll('*')].filter((element) => {
		const { left, right } = element.getBoundingClientRect();
		return right > clientWidth + 1 || left < -1;
	});
	const shown = outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 200));
	return [`${scrollWidth} > ${clientWidth}`, ...shown];
}
