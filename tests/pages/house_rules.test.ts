import { beforeAll, describe, expect, test } from 'vitest';
import { expectHouseRules, expectSameStructure } from '../harness/house_rules.ts';
import { parsePage } from '../harness/html_page.ts';

const page = `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>Groups · Sijill</title>
<meta name="description" content="Groups of the register">
<link rel="canonical" href="ORIGIN/en/groups"><link rel="alternate" hreflang="ar" href="ORIGIN/groups">
<link rel="alternate" hreflang="en" href="ORIGIN/en/groups"><link rel="alternate" hreflang="x-default" href="ORIGIN/groups">
</head><body><main id="content"><h1>Groups</h1><p>3 groups</p><label for="q">Search</label><input id="q" name="q">
<a href="/en">Home</a></main></body></html>`;

const origin = 'http://register.test';
const headers = {
	'content-type': 'text/html; charset=utf-8',
	'x-content-type-options': 'nosniff',
	'content-security-policy': "default-src 'self'; script-src 'self'"
};

const suggested = page
	.replace('name="q"', 'name="q" data-suggest=""')
	.replace(
		'</head>',
		'<script type="module" src="/_app/immutable/assets/suggestions.aB3-_x.js"></script></head>'
	);

test('a good page passes', () => expectPasses(page));
test('a page whose field proposes records has the script for it', () => expectPasses(suggested));

describe('the rules of the house notice', () => {
	test.each([
		['another language', 'lang="en"', 'lang="ar"'],
		['another direction', 'dir="ltr"', 'dir="rtl"'],
		['a title without the site', ' · Sijill</title>', '</title>'],
		['a second main heading', '<p>3 groups</p>', '<h1>More</h1>'],
		['an empty heading', '<h1>Groups</h1>', '<h1> </h1>'],
		['an argument without value', '3 groups', '{count} groups'],
		['a value without words', '3 groups', '<b>undefined</b> groups'],
		['an object in words', '3 groups', '[object Object]'],
		['a key in place of its message', '3 groups', 'organizations.count'],
		['an id twice', '<p>', '<p id="q">'],
		['a field without label', '<label for="q">', '<label for="p">'],
		['a link without words', '>Home<', '><'],
		['invalid HTML', '<p>3 groups</p>', '<p><div>3</div></p>'],
		['a script', '<p>', '<script>alert(1)</script><p>'],
		['a script in an attribute', '<p>', '<p onclick="alert(1)">'],
		['another canonical address', '/en/groups"><link', '/en/other"><link'],
		['a missing language', 'hreflang="ar"', 'hreflang="fr"'],
		['a page that hides from search engines', '</head>', '<meta name="robots" content="noindex"></head>'],
		['a heavy page', '3 groups', 'x'.repeat(120_000)]
	])('%s', async (_what, part, broken) => {
		expect(page).toContain(part);
		await expect(expectPasses(page.replace(part, broken))).rejects.toThrow();
	});

	test.each([
		['the script without a field for it', ' data-suggest=""', ''],
		['a field without the script', /<script.*<\/script>/, ''],
		['a script of another name', 'suggestions.', 'other.'],
		['a script from elsewhere', 'src="/', 'src="https://elsewhere.test/'],
		['a script that is no module', ' type="module"', ''],
		['words in the script', '></script>', '>alert(1)</script>'],
		['a second script', '</head>', '<script src="/more.js"></script></head>']
	])('%s', async (_what, part, broken) => {
		const changed = suggested.replace(part, broken);
		expect(changed).not.toBe(suggested);
		await expect(expectPasses(changed)).rejects.toThrow();
	});

	test.each([
		['a policy that lets any script run', { 'content-security-policy': "script-src 'self' 'unsafe-inline'" }],
		['no policy', { 'content-security-policy': '' }],
		['guessing of types', { 'x-content-type-options': '' }]
	])('%s', async (_what, changed) => {
		await expect(expectPasses(page, { ...headers, ...changed })).rejects.toThrow();
	});

	test('another status', async () => {
		await expect(expectPasses(page, headers, 404)).rejects.toThrow();
	});

	test('headings that only one language has', async () => {
		const more = await parsePage(page.replace('<p>', '<h2>More</h2><p>'));
		expect(() => expectSameStructure(more, pair)).toThrow();
		expect(() => expectSameStructure(pair, pair)).not.toThrow();
	});
});

let pair: Awaited<ReturnType<typeof parsePage>>;
beforeAll(async () => {
	pair = await parsePage(page);
});

async function expectPasses(
	html: string,
	answered: Record<string, string> = headers,
	status = 200
): Promise<void> {
	const response = new Response(html.replaceAll('ORIGIN', origin), { status, headers: answered });
	Object.defineProperty(response, 'url', { value: `${origin}/en/groups` });
	await expectHouseRules(response, { lang: 'en' });
}
