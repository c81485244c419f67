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

const GONE = 410;

/** One year. */
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

/**
 * Adds the security headers; keeps out of every cache what was made for someone who is signed in or signing in, and that
 * a page was withdrawn: browsers take a 410 for final, and it may come back.
 */
export const securityHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(headers))
		if (!response.headers.has(name)) response.headers.set(name, value);
	if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', STRICT_TRANSPORT);
	const isPersonal =
		event.locals.account || isProtected(event.route.id) || response.headers.has('set-cookie');
	if (isPersonal || response.status === GONE) response.headers.set('cache-control', 'no-store');
	// A permanent redirect would be kept for ever; but a merger can be undone, and a name come back.
	if (response.status === 308 && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'no-cache');
	return response;
};
