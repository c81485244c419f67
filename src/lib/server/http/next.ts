/**
 * The address to go on to after signing in: a path of this site, else the fallback. Refuses what a browser would
 * read as another site: two slashes, backslashes, and control characters, which browsers drop from addresses.
 */
export function nextAddress(value: string | null | undefined, fallback: string): string {
	if (!value || !/^\/(?![/\\])/.test(value) || /[\\\p{Cc}]/u.test(value)) return fallback;
	const base = 'http://site.invalid';
	const url = URL.parse(value, base);
	// Taking `..` out may leave two slashes at the start.
	if (url?.origin !== base || url.pathname.startsWith('//')) return fallback;
	return `${url.pathname}${url.search}${url.hash}`;
}
