import type { RequestHandler } from './$types';

const unlisted = ['/workspace', '/registrar', '/account', '/login', '/logout'];

export const GET: RequestHandler = ({ url }) => {
	const rules = unlisted.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]);
	const lines = ['User-agent: *', ...rules, '', `Sitemap: ${url.origin}/sitemap.xml`, ''];
	return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
