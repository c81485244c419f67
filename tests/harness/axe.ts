import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds to mend on a page as it stands. */
export async function findViolations(page: Page): Promise<string[]> {
	// Our pages hold no frames, for which axe would open a page of its own each time.
	const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)
	);
}
