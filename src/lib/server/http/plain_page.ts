import { json, type RequestEvent } from '@sveltejs/kit';
import { directions, loadMessages, localPath, translator, type Translate } from '#lib/i18n.ts';
import type { Language } from '#lib/domain/documents/common.ts';

export type Problem = 'unavailable' | 'signed_out' | 'forbidden';

/** Seconds after which to ask again for what cannot be reached. */
export const RETRY_AFTER = '10';

/**
 * A page that needs nothing but the messages, for when the site's own pages cannot be made. A form that was
 * sent is on it, hidden and without passwords, to be sent again. Scripts get the problem as JSON.
 */
export async function plainPage(
	{ request, locals, isDataRequest }: Pick<RequestEvent, 'request' | 'locals' | 'isDataRequest'>,
	status: number,
	problem: Problem
): Promise<Response> {
	const headers = { 'cache-control': 'no-store', ...(status === 503 && { 'retry-after': RETRY_AFTER }) };
	if (isDataRequest || request.headers.get('accept')?.includes('application/json')) {
		const error = { message: `problem.${problem}` };
		return json({ ...error, type: 'error', error }, { status, headers });
	}
	const t = translator(locals.lang, await loadMessages(locals.lang));
	const again = request.method === 'POST' ? await sendAgain(t, request) : '';
	return new Response(page(t, locals.lang, problem, again), {
		status,
		headers: { ...headers, ...htmlHeaders }
	});
}

const htmlHeaders = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy':
		"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
};

const style = `
	:root { color-scheme: light dark; font: 1.125rem/1.7 system-ui, sans-serif }
	body { max-inline-size: 38rem; margin: 12vh auto; padding-inline: 1.25rem }
	h1 { font-size: 1.75rem; line-height: 1.4 }
	button { font: inherit; padding: 0.4em 1.2em }
`;

function page(t: Translate, lang: Language, problem: Problem, again: string): string {
	const title = escapeHtml(t(`problem.${problem}`));
	const signIn = `<p><a href="${localPath(lang, '/login')}" target="_blank">${escapeHtml(t('sign_in.new_tab'))}</a></p>`;
	return `<!doctype html>
<html lang="${lang}" dir="${directions[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${escapeHtml(t('site.name'))}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeHtml(t(`problem.${problem}_text`))}</p>
${problem === 'signed_out' ? signIn : ''}
${again}
<p><a href="${localPath(lang, '/')}">${escapeHtml(t('problem.home'))}</a></p>
</main>
</body>
</html>
`;
}

async function sendAgain(t: Translate, request: Request): Promise<string> {
	const form = await request.formData().catch(() => new FormData());
	const kept = [...form].filter((entry): entry is [string, string] => isKept(...entry));
	const fields = kept.map(
		([name, value]) => `<textarea hidden name="${escapeHtml(name)}">\n${escapeHtml(value)}</textarea>`
	);
	const action = new URL(request.url);
	return `<form method="post" action="${escapeHtml(action.pathname + action.search)}">
<p>${escapeHtml(t('problem.text_is_kept'))}</p>
${fields.join('\n')}
<button>${escapeHtml(t('problem.send_again'))}</button>
</form>`;
}

const isKept = (name: string, value: FormDataEntryValue) =>
	typeof value === 'string' && !name.includes('password');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);
