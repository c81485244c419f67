import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run as search } from '../../src/cli/search.ts';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { organization, person } from '../harness/documents.ts';
import { makeRecord } from '../harness/factory.ts';
import { run, sijill } from './command.ts';

let database: TestDatabase;
let folder: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
	database = await createTestDatabase();
	env = { ...process.env, DATABASE_URL: database.url };
	folder = await mkdtemp(path.join(tmpdir(), 'sijill-'));
	const named = (value: string, lang = 'ar') => ({ names: [{ value, lang }] });
	for (const value of ['مجموعة نبع الوادي', 'جمعية مرسى الخليج', 'فريق سواعد الساحل'])
		await makeRecord(database.db, organization(named(value)));
	await makeRecord(database.db, person(named('سلمان المرسى')));
});
afterAll(async () => {
	await database.drop();
	await rm(folder, { recursive: true });
});

const lines = (stdout: string) =>
	stdout
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));

async function batch(content: string, ...args: string[]) {
	const file = path.join(folder, 'queries.txt');
	await writeFile(file, content);
	return run(search, database, ['--batch', file, ...args]);
}

describe('one query', () => {
	test('gives one line: what was asked and what was found, with scores and reasons', async () => {
		const { code, stdout } = await run(search, database, ['نبع', 'الوادي']);
		expect(code).toBe(0);
		const [answer, ...more] = lines(stdout);
		expect(more).toEqual([]);
		expect(Object.keys(answer)).toEqual([
			'query',
			'items',
			'total',
			'did_you_mean',
			'relaxed',
			'is_approximate'
		]);
		expect(answer).toMatchObject({ query: 'نبع الوادي', total: 1, relaxed: [], is_approximate: false });
		expect(answer.items[0]).toMatchObject({
			type: 'organization',
			name_ar: 'مجموعة نبع الوادي',
			match: { field: 'name', text: 'مجموعة نبع الوادي' }
		});
		expect(answer.items[0].score).toBeGreaterThan(0);
	});

	test('is narrowed by type and limit', async () => {
		const all = lines((await run(search, database, ['مرسى'])).stdout)[0];
		expect(all.items.map(({ type }: { type: string }) => type).toSorted()).toEqual([
			'organization',
			'person'
		]);
		const people = lines((await run(search, database, ['مرسى', '--type', 'person'])).stdout)[0];
		expect(people.items.map(({ name_ar }: { name_ar: string }) => name_ar)).toEqual(['سلمان المرسى']);
		const [first] = lines((await run(search, database, ['مرسى', '--limit', '١'])).stdout);
		expect(first.items).toHaveLength(1);
		expect(first.total).toBe(2);
	});
});

describe('a file of queries', () => {
	test('is answered line by line in its order, blank lines too', async () => {
		const { code, stdout } = await batch('ساحل\n\nzzqqxx\nnabea al wadi\n   \nمرسى\n');
		expect(code).toBe(0);
		const answers = lines(stdout);
		expect(answers.map(({ query }) => query)).toEqual(['ساحل', '', 'zzqqxx', 'nabea al wadi', '   ', 'مرسى']);
		expect(answers[0].items[0].name_ar).toBe('فريق سواعد الساحل');
		expect(answers[1].total).toBe(4);
		expect(answers[2].items).toEqual([]);
		expect(answers[3].items[0].name_ar).toBe('مجموعة نبع الوادي');
		expect(answers[4]).toEqual({ ...answers[1], query: '   ' });
	});

	test('keeps its order though many are under way, and each answer is that of its own query', async () => {
		const words = ['نبع', 'مرسى', 'ساحل', 'سلمان', 'wadi', 'الخليج', 'zz'];
		const queries = Array.from({ length: 400 }, (_, at) => words[(at * at) % words.length]!);
		const answers = lines((await batch(queries.join('\n'), '--limit', '2')).stdout);
		expect(answers.map(({ query }) => query)).toEqual(queries);
		const alone = new Map<string, unknown>();
		for (const word of words)
			alone.set(word, lines((await run(search, database, [word, '--limit', '2'])).stdout)[0]);
		for (const answer of answers) expect(answer).toEqual(alone.get(answer.query));
	});

	test('may come with a mark of byte order and with the line ends of Windows', async () => {
		const answers = lines((await batch('\ufeffساحل\r\n\r\nمرسى\r\n')).stdout);
		expect(answers.map(({ query }) => query)).toEqual(['ساحل', '', 'مرسى']);
		expect(answers[0].items[0].name_ar).toBe('فريق سواعد الساحل');
	});

	test('may need no line end, hold strange signs, or be empty', async () => {
		expect(lines((await batch('مرسى')).stdout)).toHaveLength(1);
		const strange = ["'", '"', '\\', '%', "& | ! ( ) ' : *", '\u202eساحل', 'x'.repeat(10_000)];
		const answers = lines((await batch(strange.join('\n'))).stdout);
		expect(answers.map(({ query }) => query)).toEqual(strange);
		expect((await batch('')).stdout).toBe('');
	});

	test('may come on standard input', async () => {
		const { stdout } = await run(search, database, ['--batch', '-'], 'ساحل\nمرسى\n');
		expect(lines(stdout).map(({ query }) => query)).toEqual(['ساحل', 'مرسى']);
	});

	test('ends early and well where nobody reads on', async () => {
		const file = path.join(folder, 'long.txt');
		await writeFile(file, 'ساحل\n'.repeat(5000));
		const child = spawn(process.execPath, ['src/cli/main.ts', 'search', '--batch', file], { env });
		const ended = once(child, 'exit');
		await once(child.stdout, 'data');
		child.stdout.destroy();
		expect(await ended).toEqual([0, null]);
		expect(await text(child.stderr)).toBe('');
	});

	test('that is not there is said in one line', async () => {
		const { code, stdout, stderr } = await run(search, database, ['--batch', path.join(folder, 'none')]);
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr).toMatch(/^.*none cannot be read\.\n$/);
	});
});

describe('wrong usage', () => {
	test.each([
		[['ساحل', '--limit', '0']],
		[['ساحل', '--limit', '101']],
		[['ساحل', '--limit', 'abc']],
		[['ساحل', '--limit', '']],
		[['ساحل', '--type', 'participation']],
		[['ساحل', '--lang', 'fr']],
		[['ساحل', '--batch', 'queries.txt']],
		[['ساحل', '--colour', 'red']],
		[['ساحل', '--type']]
	])('%j is refused', async (args) => {
		await expect(run(search, database, args)).rejects.toThrow();
	});

	test('ends with 2, and with the usage on standard error', async () => {
		const { code, stdout, stderr } = await sijill(env, ['search', 'ساحل', '--limit', '0']);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('The limit must be a whole number from 1 to 100.');
		expect(stderr).toContain('--batch FILE');
	});
});

test('the command itself prints lines of JSON alone on standard output', async () => {
	const { code, stdout, stderr } = await sijill(env, ['search', 'ساحل', '--lang', 'en']);
	expect(code).toBe(0);
	expect(stderr).toBe('');
	expect(lines(stdout)).toHaveLength(1);
});
