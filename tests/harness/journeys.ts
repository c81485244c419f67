import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Language } from '#lib/domain/documents/common.ts';
import { localPath, translator, type MessageKey, type Translate } from '#lib/i18n.ts';
import { makeAccount, password } from '../accounts/factory.ts';
import { messages } from './house_rules.ts';
import { languages } from './public_pages.ts';
import type { SeededServer } from './seeded_server.ts';
import { signIn } from './visitor.ts';
import { grantRole } from '#lib/server/accounts/teams.ts';
import { findPublic } from '#lib/server/registry/records.ts';

/** How a journey is made: in which language, and whether the browser runs scripts. */
export type Journey = { lang: Language; hasScript: boolean; title: string };

export const journeys: Journey[] = languages.flatMap((lang) =>
	[true, false].map((hasScript) => ({
		lang,
		hasScript,
		title: `in ${lang}, with${hasScript ? '' : 'out'} scripts`
	}))
);

/** Both languages, one with scripts and the other without; `swapped` is the other half of all journeys. */
export const halfOfJourneys = journeys.filter(({ lang, hasScript }) => (lang === 'ar') === hasScript);
export const swapped = journeys.filter((journey) => !halfOfJourneys.includes(journey));

export const translators: Record<Language, Translate> = {
	ar: translator('ar', messages.ar),
	en: translator('en', messages.en)
};

/** A browser window of its own: cookies, scripts, size and colours as asked. */
export async function openWindow(
	browser: Browser,
	{ origin }: { origin: string },
	options: { hasScript?: boolean; cookie?: string; width?: number } = {}
): Promise<BrowserContext> {
	const { hasScript = true, cookie, width = 1280 } = options;
	const context = await browser.newContext({
		baseURL: origin,
		javaScriptEnabled: hasScript,
		viewport: { width, height: 800 }
	});
	context.setDefaultTimeout(10_000);
	const [name = '', value = ''] = cookie?.split('=') ?? [];
	if (cookie) await context.addCookies([{ name, value, url: origin }]);
	return context;
}

/** An account of a team or of a registrar, by what it signs in with. */
export async function makePerson(
	{ db }: SeededServer,
	role: { manages?: string; edits?: string; is_registrar?: boolean }
): Promise<{ email: string; password: string }> {
	const { id, email } = await makeAccount(db, { is_registrar: role.is_registrar ?? false });
	const slug = role.manages ?? role.edits;
	if (slug) {
		const organization = await findPublic(db, 'organization', slug);
		if (!organization || !('id' in organization)) throw new Error(`no ${slug}`);
		const team = { organization_id: organization.id, role: role.manages ? 'manager' : 'editor' } as const;
		await grantRole(db, { account_id: id, ...team, granted_by: null });
	}
	return { email, password };
}

/** The cookie of a session of a new person. */
export async function cookieOf(
	server: SeededServer,
	role: Parameters<typeof makePerson>[1]
): Promise<string> {
	return signIn(server.origin, (await makePerson(server, role)).email);
}

/** Opens a page in a language. */
export function visit(page: Page, lang: Language, path: string) {
	return page.goto(localPath(lang, path));
}

/** Waits until the main heading of the page says this. */
export function heading(page: Page, name: string | RegExp): Promise<void> {
	return page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Presses a button by its name; of several the last: the first may be the one that Enter presses. */
export const press = (page: Page, name: string | RegExp): Promise<void> =>
	page
		.getByRole('main')
		.getByRole('button', { name, exact: typeof name === 'string' })
		.last()
		.click();

/** Follows a link of the page itself by its name. */
export const follow = (page: Page, name: string | RegExp): Promise<void> =>
	page.getByRole('main').getByRole('link', { name }).first().click();

/** Types a day into the three boxes of a date. */
export async function typeDate(
	page: Page,
	t: Translate,
	label: string,
	parts: { day?: string; month?: string; year: string }
): Promise<void> {
	const date = page.getByRole('group', { name: label, exact: true });
	for (const [part, typed] of Object.entries(parts))
		await date.getByLabel(t(`field.${part}` as MessageKey), { exact: true }).fill(typed);
}

/** Goes on from a form that is filled in: to the check of its changes, and saves them. */
export async function checkAndSave(page: Page, t: Translate): Promise<void> {
	await press(page, t('profile.to_check'));
	await heading(page, t('profile.check'));
	await press(page, t('profile.save'));
}

/** A row of a group of the profile form, counted from one. */
export function rowOf(
	page: Page,
	t: Translate,
	group: 'names' | 'links' | 'contacts' | 'licences' | 'members',
	number: number
): Locator {
	return page.getByRole('group', {
		name: t('profile.row', { list: t(`field.${group}`), number }),
		exact: true
	});
}
