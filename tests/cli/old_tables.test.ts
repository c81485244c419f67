import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from '../harness/database.ts';
import { sijill } from './command.ts';

test('a database whose migrations were not run is named as such, in one line', async () => {
	const database = await createTestDatabase('template0');
	onTestFinished(() => database.drop());
	const env = { ...process.env, DATABASE_URL: database.url };
	const before = await sijill(env, ['search', 'ساحل']);
	expect(before).toMatchObject({ code: 1, stdout: '' });
	expect(before.stderr).toMatch(/^The tables .* Run: npm run sijill -- migrate\n$/);

	expect((await sijill(env, ['migrate'])).code).toBe(0);
	const after = await sijill(env, ['search', 'ساحل']);
	expect(after).toMatchObject({ code: 0, stderr: '' });
});
