import type { RequestEvent } from '@sveltejs/kit';

/**
 * A page whose address is a secret: no cache keeps it, and the browser tells no other site where it came from.
 * With `no-referrer` browsers would send its forms with the origin `null`, which is refused (Fetch, section 3.2).
 */
export function keepSecret(setHeaders: RequestEvent['setHeaders']): void {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' });
}
