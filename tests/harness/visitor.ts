import { password } from '../accounts/factory.ts';

/** Someone who asks for pages and sends forms as a browser without script does; never follows a redirect. */
export type Visitor = {
	get(path: string): Promise<Response>;
	post(path: string, fields?: Record<string, string>): Promise<Response>;
};

/** A visitor of the site at `origin`, with the cookie of a session or without. */
export function visitorOf(origin: string, cookie = ''): Visitor {
	const headers = { cookie, accept: 'text/html' };
	return {
		get: (path) => fetch(origin + path, { headers, redirect: 'manual' }),
		post: (path, fields = {}) =>
			fetch(origin + path, {
				method: 'POST',
				body: new URLSearchParams(fields),
				headers: { ...headers, origin },
				redirect: 'manual'
			})
	};
}

/** Signs in to an account that `makeAccount` made; gives the session's cookie, `name=value`. */
export async function signIn(origin: string, email: string): Promise<string> {
	const response = await visitorOf(origin).post('/login', { email, password });
	const cookie = response.headers.get('set-cookie')?.split(';')[0];
	if (!cookie) throw new Error(`${email} could not sign in: ${response.status}`);
	return cookie;
}
