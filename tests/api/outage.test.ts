import { expect, test } from 'vitest';
import { createTestDatabase } from '../harness/database.ts';
import { startServer } from '../harness/server.ts';
import { askerOf } from './asker.ts';

test('without its database the interface says so, and when to ask again', async () => {
	const database = await createTestDatabase();
	const server = await startServer({ databaseUrl: database.url });
	const ask = askerOf(server.origin);
	expect((await ask('/search?q=a')).status).toBe(200);
	await database.drop();

	for (const path of ['/organizations', '/people/nobody', '/search?q=a', '/suggest?q=a']) {
		const { status, headers, body } = await ask(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
		expect(status).toBe(503);
		expect(headers.get('content-type')).toBe('application/problem+json');
		expect(headers.get('retry-after')).toBe('10');
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(body).toMatchObject({ status: 503, title: 'The register cannot be reached now' });
		// The log comes by a pipe of its own, maybe after the answer.
		const instance = body.instance.replace('urn:uuid:', '');
		await expect.poll(() => server.output(), { timeout: 10_000 }).toContain(instance);
	}
	expect((await ask('/openapi.json')).status).toBe(200);
	expect((await ask('/organizations?limit=0')).status).toBe(400);
	await server.stop();
});
