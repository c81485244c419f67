import { randomUUID } from 'node:crypto';
import type { HandleServerError, RequestEvent } from '@sveltejs/kit';
import { log } from '#lib/server/platform/log.ts';
import pg from 'pg';

/** Names the problem for the page, and logs one line with the same id. Nothing that a visitor typed reaches the log. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'problem.not_found' };
	if (status < 500) return { message: 'problem.bad_request' };
	const id = logError(event, error);
	if (!isDatabaseLost(error)) return { message: 'problem.unexpected', id };
	event.locals.is_database_lost = true;
	return { message: 'problem.unavailable', id };
};

/** Logs an error that nobody expected, and returns the id of its line. */
export function logError(event: Pick<RequestEvent, 'request' | 'route'>, error: unknown): string {
	const id = randomUUID();
	const request = { id, route: event.route.id, method: event.request.method };
	log.error({ ...request, error: withoutValues(error) }, 'request failed');
	return id;
}

/** What tells where an error arose. The messages of PostgreSQL quote values, so only their codes are kept. */
function withoutValues(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { type: typeof error };
	const { name, message, stack } = error;
	const calls = stack?.split('\n').filter((line) => /^\s+at /.test(line));
	if (!(error instanceof pg.DatabaseError)) return { name, code: codeOf(error), message, calls };
	const { code, severity, table, constraint, routine } = error;
	return { name: 'DatabaseError', code, severity, table, constraint, routine, calls };
}

/** SQLSTATE: connection failed, not let in, no such database, disk or memory full, too many connections, server shut down, crashed or starting. */
const LOST_STATES = /^(08...|28...|3D000|53[1-3]00|57P0[1-3])$/;

const LOST_NETWORK = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ETIMEDOUT',
	'EPIPE',
	'EHOSTUNREACH',
	'ENETUNREACH'
]);

/** What pg and its pool say without a code. */
const LOST_MESSAGE =
	/^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/;

/** Whether an error means that the database cannot be reached for now. */
export function isDatabaseLost(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = codeOf(error);
	if (error instanceof pg.DatabaseError) return LOST_STATES.test(code);
	if (LOST_NETWORK.has(code)) return true;
	return LOST_MESSAGE.test(error.message) || isDatabaseLost(error.cause);
}

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '');
