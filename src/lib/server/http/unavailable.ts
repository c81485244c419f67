import type { Handle } from '@sveltejs/kit';
import { plainPage, RETRY_AFTER } from './plain_page.ts';

/**
 * Answers 503 instead of 500 where the database was lost, and says when to try again. Whoever sent a form
 * gets a page from which it can be sent again as it was.
 */
export const unavailable: Handle = async ({ event, resolve }) => {
	const sent = event.request.method === 'POST' ? event.request.clone() : undefined;
	const response = await resolve(event);
	if (response.status !== 500 || !event.locals.is_database_lost) return response;
	if (sent) return plainPage({ ...event, request: sent }, 503, 'unavailable');
	const headers = new Headers(response.headers);
	headers.set('retry-after', RETRY_AFTER);
	headers.set('cache-control', 'no-store');
	return new Response(response.body, { status: 503, headers });
};
