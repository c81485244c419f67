/** An answer of the interface, its body read. */
export type Asked = { status: number; headers: Headers; body: Body };

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an answer holds is what the tests are about
type Body = any;

export type Ask = (path: string, init?: RequestInit) => Promise<Asked>;

/** Asks the interface at `origin`; paths are below `/api/v1`. Redirects are not followed. */
export function askerOf(origin: string): Ask {
	return async (path, init) => {
		const response = await fetch(`${origin}/api/v1${path}`, { redirect: 'manual', ...init });
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
	};
}
