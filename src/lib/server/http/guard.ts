import { error, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#lib/domain/permissions.ts';
import { localPath } from '#lib/i18n.ts';
import type { SignedInAccount } from '#lib/server/accounts/sessions.ts';
import { plainPage } from './plain_page.ts';

const PROTECTED = /^\/(workspace|registrar|account)(\/|$)/;
const REGISTRAR = /^\/registrar(\/|$)/;

/** Whether a route is for people who are signed in. */
export function isProtected(routeId: string | null): boolean {
	return PROTECTED.test(withoutGroups(routeId));
}

/** Lets nobody but the signed in reach a protected route, and nobody but registrars theirs. */
export const guard: Handle = async ({ event, resolve }) => {
	if (!isProtected(event.route.id)) return resolve(event);
	const { actor, is_database_lost } = event.locals;
	if (!actor && is_database_lost) return plainPage(event, 503, 'unavailable');
	if (!actor && carriesForm(event)) return plainPage(event, 401, 'signed_out');
	if (!actor) redirect(303, loginAddress(event));
	const isRefused = REGISTRAR.test(withoutGroups(event.route.id)) && !actor.is_registrar;
	return isRefused ? plainPage(event, 403, 'forbidden') : resolve(event);
};

export type SignedInEvent = { actor: Actor; account: SignedInAccount; session_id_hash: string };

/** First line of a protected load or action: who is signed in. */
export function requireActor(event: Pick<RequestEvent, 'locals' | 'url'>): SignedInEvent {
	const { actor, account, session_id_hash } = event.locals;
	if (!actor || !account || !session_id_hash) redirect(303, loginAddress(event));
	return { actor, account, session_id_hash };
}

/** First line of a registrar's load or action. */
export function requireRegistrar(event: Pick<RequestEvent, 'locals' | 'url'>): SignedInEvent {
	const signedIn = requireActor(event);
	if (!signedIn.actor.is_registrar) error(403, { message: 'problem.forbidden' });
	return signedIn;
}

/** The page to sign in on, which leads back; the name of an action (`?/end`) does not go along. */
export function loginAddress({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): string {
	const search = url.search.replace(/([?&])\/[^&]*&?/, '$1').replace(/[?&]$/, '');
	return localPath(locals.lang, `/login?next=${encodeURIComponent(url.pathname + search)}`);
}

/** A form that was sent without script; one that a script sent keeps its text on the page. */
function carriesForm({ request }: RequestEvent): boolean {
	return request.method === 'POST' && !request.headers.get('accept')?.includes('application/json');
}

/** `/(account)/login` is the route `/login`. */
const withoutGroups = (routeId: string | null) => routeId?.replace(/\/\([^)]+\)/g, '') ?? '';
