import type { RequestEvent } from '@sveltejs/kit';
import {
	loadMessages,
	translator,
	type MessageArguments,
	type MessageKey,
	type Translate
} from '#lib/i18n.ts';
import { RETRY_AFTER } from './plain_page.ts';

/** The problems that the interface has, named as its description names them. */
const problems = {
	WrongParameter: { status: 400, title: 'api.wrong_parameter' },
	NotFound: { status: 404, title: 'api.not_found' },
	Gone: { status: 410, title: 'problem.retired' },
	MethodNotAllowed: { status: 405, title: 'api.method' },
	Unexpected: { status: 500, title: 'problem.unexpected' },
	Unavailable: { status: 503, title: 'problem.unavailable' }
} as const satisfies Record<string, { status: number; title: MessageKey }>;

export type ProblemName = keyof typeof problems;

type Said = { message: MessageKey; args?: MessageArguments };

/** What is wrong with a request; thrown by the work of an endpoint. */
export class Problem extends Error {
	readonly problem: ProblemName;
	readonly detail: Said | undefined;
	readonly errors: (Said & { parameter: string })[];

	constructor(
		name: ProblemName,
		{ detail, errors = [] }: { detail?: Said; errors?: (Said & { parameter: string })[] } = {}
	) {
		super(name);
		this.problem = name;
		this.detail = detail;
		this.errors = errors;
	}
}

/** The parts of `App.Locals` and of the request that a problem document is made from. */
type ProblemEvent = Pick<RequestEvent, 'url' | 'locals'>;

/**
 * The problem document (RFC 9457) in the language of the request. Its `type` leads to where the description tells of
 * that problem; `instance` is the id of the line in the log.
 */
export async function problemDocument(
	{ url, locals: { lang } }: ProblemEvent,
	{ problem, detail, errors }: Problem,
	options: { headers?: Record<string, string>; log_id?: string } = {}
): Promise<Response> {
	const t = translator(lang, await loadMessages(lang));
	const { status, title } = problems[problem];
	const told = errors.map((error) => ({ parameter: error.parameter, message: say(t, error) }));
	const body = {
		type: `${url.origin}/api/v1/openapi.json#/components/responses/${problem}`,
		title: t(title),
		status,
		detail: detail ? say(t, detail) : told.map((error) => `${error.parameter}: ${error.message}`).join(' '),
		...(options.log_id && { instance: `urn:uuid:${options.log_id}` }),
		...(told.length > 0 && { errors: told })
	};
	const headers = { ...headersOf(status, lang), ...options.headers };
	return new Response(JSON.stringify(body), { status, headers });
}

const say = (t: Translate, { message, args }: Said): string => t(message, args);

function headersOf(status: number, lang: string): Record<string, string> {
	return {
		'content-type': 'application/problem+json',
		'content-language': lang,
		'cache-control': 'no-store',
		...(status === 503 && { 'retry-after': RETRY_AFTER })
	};
}
