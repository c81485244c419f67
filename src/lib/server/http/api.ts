import { createHash } from 'node:crypto';
import type { Handle, RequestEvent, RequestHandler } from '@sveltejs/kit';
import { languages, type Language } from '#lib/domain/documents/common.ts';
import { languageOfPath, withoutLanguage } from '#lib/i18n.ts';
import { isDatabaseLost, logError } from './errors.ts';
import { Problem, problemDocument } from './problem.ts';

const METHODS = 'GET, HEAD, OPTIONS';

/** Open data: any site may read it. No cookie is read or set, so that nothing of a visitor goes along. */
const openHeaders = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'Allow, ETag, Link, Retry-After'
};

/** One day; browsers keep it for less. */
const preflightHeaders = {
	allow: METHODS,
	'access-control-allow-methods': METHODS,
	'access-control-allow-headers': '*',
	'access-control-max-age': '86400'
};

/** Whether a request is for the public interface, whose answers are documents and never pages. */
export function isApi({ url }: Pick<RequestEvent, 'url'>): boolean {
	return /^\/api(\/|$)/.test(withoutLanguage(url.pathname));
}

/** What stands around every endpoint of the interface: its language, its methods, and that anybody may read it. */
export const api: Handle = async (input) => {
	const { event } = input;
	Object.assign(event.locals, { account: null, actor: null, session_id_hash: null, is_database_lost: false });
	event.locals.lang = languageOf(event);
	const response = await respond(input);
	for (const [name, value] of Object.entries(openHeaders)) response.headers.set(name, value);
	return response;
};

async function respond({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	const { method } = event.request;
	if (event.route.id === null || event.isDataRequest) return problemDocument(event, nothingHere(event));
	if (method === 'OPTIONS') return new Response(null, { status: 204, headers: preflightHeaders });
	if (method !== 'GET' && method !== 'HEAD') {
		const problem = new Problem('MethodNotAllowed', {
			detail: { message: 'api.method_text', args: { methods: METHODS } }
		});
		return problemDocument(event, problem, { headers: { allow: METHODS } });
	}
	return resolve(event);
}

function nothingHere({ url }: RequestEvent): Problem {
	const args = { address: `${url.origin}/api/v1/openapi.json` };
	return new Problem('NotFound', { detail: { message: 'api.no_path', args } });
}

/** As the address asks, by `lang` or by `/en`, else the best of `Accept-Language`, else Arabic. */
function languageOf({ url, request }: RequestEvent): Language {
	const asked = languages.find((lang) => lang === url.searchParams.get('lang'));
	if (asked) return asked;
	if (languageOfPath(url.pathname) === 'en') return 'en';
	return preferredOf(request.headers.get('accept-language') ?? '') ?? 'ar';
}

/** The language of ours that an `Accept-Language` (RFC 9110) wants most. */
function preferredOf(header: string): Language | undefined {
	const wanted = header.split(',').map((range) => {
		const [tag = '', ...rest] = range.split(';').map((part) => part.trim().toLowerCase());
		const weight = rest.find((part) => part.startsWith('q='))?.slice(2);
		return { lang: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
	});
	const ours = languages
		.map((lang) => ({ lang, weight: Math.max(0, ...weightsOf(wanted, lang)) }))
		.filter(({ weight }) => weight > 0);
	return ours.sort((a, b) => b.weight - a.weight)[0]?.lang;
}

const weightsOf = (wanted: { lang: string | undefined; weight: number }[], lang: Language): number[] =>
	wanted.filter((each) => each.lang === lang && each.weight <= 1).map(({ weight }) => weight);

/** What an endpoint gives: a document, or where it went. */
export type Answer = { body: unknown; links?: Record<string, string> } | { moved_to: string };

/** An endpoint: its answer becomes JSON with an ETag, and what it throws a problem document. */
export function endpoint(
	cacheControl: string,
	work: (event: RequestEvent) => Answer | Promise<Answer>
): RequestHandler {
	return async (event) => {
		try {
			return respondWith(event, await work(event), cacheControl);
		} catch (error) {
			return problemDocument(event, ...asProblem(event, error));
		}
	};
}

function respondWith({ request, locals }: RequestEvent, answer: Answer, cacheControl: string): Response {
	const common = { 'cache-control': cacheControl, vary: 'Accept-Language' };
	if ('moved_to' in answer)
		return new Response(null, { status: 308, headers: { ...common, location: answer.moved_to } });
	const text = JSON.stringify(answer.body);
	const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
	if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ...common, etag } });
	const headers = { ...common, etag, 'content-type': 'application/json', 'content-language': locals.lang };
	return new Response(text, { headers: { ...headers, ...linkHeader(answer.links) } });
}

/** Whether the asker holds this version already: `If-None-Match` (RFC 9110) names it. */
function isKnown(request: Request, etag: string): boolean {
	const tags = request.headers.get('if-none-match')?.split(',') ?? [];
	return tags.some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')));
}

function linkHeader(links: Record<string, string> = {}): { link?: string } {
	const list = Object.entries(links).map(([relation, address]) => `<${address}>; rel="${relation}"`);
	return list.length > 0 ? { link: list.join(', ') } : {};
}

type Told = [Problem, { log_id?: string }?];

function asProblem(event: RequestEvent, error: unknown): Told {
	if (error instanceof Problem) return [error];
	const log_id = logError(event, error);
	return isDatabaseLost(error)
		? [new Problem('Unavailable', { detail: { message: 'problem.unavailable_text' } }), { log_id }]
		: [new Problem('Unexpected', { detail: { message: 'error.failure.text' } }), { log_id }];
}
