import type { RequestEvent } from '@sveltejs/kit';

/** A page whose address is a secret: no cache keeps it, and the browser tells no other site where it came from. */
export function keepSecret(setHeaders: RequestEvent['setHeaders']): void {
	setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
}
