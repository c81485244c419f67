import type { Handle } from '@sveltejs/kit';
import { isProtected } from './guard.ts';

/** What every answer carries (OWASP Secure Headers Project); the policy for content is in svelte.config.js. */
const headers = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'strict-origin-when-cross-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
	'cross-origin-opener-policy': 'same-origin'
};

/** One year. */
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

/** Adds the security headers; keeps out of every cache what was made for someone who is signed in or signing in. */
export const securityHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(headers))
		if (!response.headers.has(name)) response.headers.set(name, value);
	if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', STRICT_TRANSPORT);
	if (event.locals.account || isProtected(event.route.id) || response.headers.has('set-cookie'))
		response.headers.set('cache-control', 'no-store');
	// A permanent redirect would be kept for ever; but a merger can be undone, and a name come back.
	if (response.status === 308 && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'no-cache');
	return response;
};
