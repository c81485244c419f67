import { addressOf } from '#lib/components/text/record_address.ts';
import { languages } from '#lib/domain/documents/common.ts';
import { localPath } from '#lib/i18n.ts';
import { db } from '#lib/server/db/pool.ts';
import { listAddresses } from '#lib/server/registry/records.ts';
import type { RequestHandler } from './$types';

/** https://www.sitemaps.org/protocol.html: a file holds at most 50,000 addresses, and each page has two. */
const MOST_PAGES = 25_000;

const pages: Page[] = ['/', '/organizations', '/conferences', '/about'].map((path) => ({ path }));

type Page = { path: string; changed_at?: Date };

export const GET: RequestHandler = async ({ url }) => {
	const records = (await listAddresses(db())).map(({ type, slug, changed_at }) => ({
		path: addressOf({ type, slug: encodeURIComponent(slug) }) ?? '/',
		changed_at
	}));
	const entries = [...pages, ...records].slice(0, MOST_PAGES).flatMap((page) => entriesOf(page, url.origin));
	return new Response(sitemap(entries), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};

function entriesOf({ path, changed_at }: Page, origin: string): string[] {
	const addresses = languages.map((lang) => ({ lang, href: escapeXml(origin + localPath(lang, path)) }));
	const alternates = addresses.map(
		({ lang, href }) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`
	);
	const changed = changed_at ? `<lastmod>${changed_at.toISOString()}</lastmod>` : '';
	return addresses.map(({ href }) => `<url><loc>${href}</loc>${changed}${alternates.join('')}</url>`);
}

const sitemap = (entries: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;

const escapeXml = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
