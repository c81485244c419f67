import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../tests/harness/database.ts';
import { checkDatabase, UnfitDatabaseError } from './server_check.ts';

let test: TestDatabase;
beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.drop());

describe('a database that the register is asked to run on', () => {
	it('is fit if it searches Arabic', async () => {
		await expect(checkDatabase(test.url)).resolves.toBeUndefined();
	});

	it('is refused if it is not there', async () => {
		await expectRefusal(renamed('sijill_nowhere'), /sijill_nowhere cannot be reached: .*does not exist\.$/);
	});

	it('is refused, without its password, if nothing listens', async () => {
		await expectRefusal(
			'postgres://me:secret@127.0.0.1:1/sijill',
			/^The database at 127\.0\.0\.1:1\/sijill cannot/
		);
	});

	it('is refused if its locale gives Arabic no trigrams', async () => {
		await withDatabase('C', (url) => expectRefusal(url, /locale C, which cannot search Arabic/));
	});

	it('is refused with the reason of the server if it cannot be written', async () => {
		await withDatabase('C.UTF-8', async (url) => {
			const name = new URL(url).pathname.slice(1);
			await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(test.db);
			await expectRefusal(
				url,
				/cannot be used: cannot execute CREATE EXTENSION in a read-only transaction\.$/
			);
		});
	});
});

/** An empty database whose letters are those of `locale`, for one check. */
async function withDatabase(locale: string, check: (url: string) => Promise<void>): Promise<void> {
	const name = `${new URL(test.url).pathname.slice(1)}_empty`;
	await sql`create database ${sql.id(name)} template template0 locale_provider libc
		lc_collate 'C' lc_ctype ${sql.lit(locale)}`.execute(test.db);
	try {
		await check(renamed(name));
	} finally {
		await sql`drop database ${sql.id(name)}`.execute(test.db);
	}
}

async function expectRefusal(url: string, line: RegExp): Promise<void> {
	const refusal = await checkDatabase(url).catch((error) => error);
	expect(refusal).toBeInstanceOf(UnfitDatabaseError);
	expect(refusal.message).toMatch(line);
	expect(refusal.message).not.toMatch(/\n|secret/);
}

function renamed(name: string): string {
	const url = new URL(test.url);
	url.pathname = `/${name}`;
	return url.href;
}
