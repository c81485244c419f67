import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: process.cwd() });

async function isRefused(file: string, imported: string): Promise<boolean> {
	const [result] = await eslint.lintText(`import { a } from '${imported}';\nconsole.log(a);\n`, {
		filePath: file
	});
	return result!.messages.some(({ ruleId }) => ruleId === 'no-restricted-imports');
}

describe('an import never goes up', () => {
	it.each([
		['src/lib/domain/x.ts', '#lib/server/db/connection.ts'],
		['src/lib/domain/x.ts', '#lib/i18n.ts'],
		['src/lib/components/x.ts', '../server/forms.ts'],
		['src/lib/server/db/x.ts', '#lib/server/registry/read.ts'],
		['src/lib/server/registry/x.ts', '../editing/apply.ts'],
		['src/lib/server/search/x.ts', '#lib/server/editing/save.ts'],
		['src/lib/server/editing/x.ts', '#lib/server/exchange/import.ts'],
		['src/lib/server/exchange/x.ts', '#lib/server/http/guard.ts'],
		['src/lib/server/accounts/x.ts', '#lib/server/forms.ts'],
		['db/migrations/x.ts', '#lib/domain/change.ts']
	])('%s may not import %s', async (file, imported) => {
		expect(await isRefused(file, imported)).toBe(true);
	});

	it.each([
		['src/lib/server/editing/x.ts', '#lib/server/registry/read.ts'],
		['src/lib/server/registry/x.ts', '../db/connection.ts'],
		['src/lib/server/db/x.ts', '#lib/domain/change.ts'],
		['src/routes/x.ts', '#lib/server/editing/propose.ts'],
		['db/migrations/x.ts', '../describe.ts']
	])('%s may import %s', async (file, imported) => {
		expect(await isRefused(file, imported)).toBe(false);
	});
});
