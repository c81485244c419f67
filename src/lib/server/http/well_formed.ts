import { error, type Handle } from '@sveltejs/kit';

/**
 * What PostgreSQL cannot take and no form of ours sends is answered as the asker's mistake: an address with NUL in it
 * leads nowhere, and a body that is no form is a bad request.
 */
export const wellFormed: Handle = ({ event, resolve }) => {
	const params: Record<string, string | undefined> = event.params;
	for (const [name, value] of Object.entries(params)) {
		if (value?.includes('\0')) params[name] = value.replaceAll('\0', '\uFFFD');
	}
	if (event.request.method === 'POST') refuseBrokenForm(event.request);
	return resolve(event);
};

function refuseBrokenForm(request: Request): void {
	const read = request.formData.bind(request);
	request.formData = () =>
		read().catch((reason: unknown) => {
			// A body over the limit says so itself.
			if (reason instanceof Error && 'status' in reason) throw reason;
			error(400, { message: 'problem.bad_request' });
		});
}
