import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { languages, type Language } from '#lib/domain/documents/common.ts';
import { toAsciiDigits } from '#lib/domain/text.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { searchTypes, type SearchQuery } from '#lib/server/search/query.ts';
import { search } from '#lib/server/search/search.ts';
import { DONE, FAILED, UsageError, type Io } from './io.ts';

const DEFAULT_LIMIT = 10;
const MOST_ITEMS = 100;

/** Searches under way at once: more would wait for the same processors. */
const AT_ONCE = 4;

/** Searches for one query, or for each line of a file: one line of JSON for each, in their order. */
export async function run(args: string[], io: Io): Promise<number> {
	const { query, batch, ...options } = parse(args);
	const queries = batch === undefined ? [query] : await readLines(batch, io);
	if (!queries) {
		io.stderr.write(`${batch} cannot be read.\n`);
		return FAILED;
	}
	const db = await io.db();
	let isRead = true;
	io.stdout.once('error', () => (isRead = false));
	for await (const line of inOrder(queries, (q) => answer(db, { ...options, q }))) {
		if (!isRead) break;
		await writeLine(io.stdout, line);
	}
	return DONE;
}

/** Waits where the reader is slower; a reader that has gone (`| head`) is no failure. */
async function writeLine(stdout: Writable, line: string): Promise<void> {
	if (!stdout.write(`${line}\n`)) await once(stdout, 'drain').catch(() => {});
}

type Options = Pick<SearchQuery, 'type' | 'lang' | 'limit'>;

function parse(args: string[]): Options & { query: string; batch?: string } {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			type: { type: 'string' },
			limit: { type: 'string', default: `${DEFAULT_LIMIT}` },
			lang: { type: 'string', default: 'ar' },
			batch: { type: 'string' }
		}
	});
	if (values.batch !== undefined && positionals.length > 0)
		throw new UsageError('Give a query or a file of queries, not both.');
	return {
		query: positionals.join(' '),
		batch: values.batch,
		limit: readLimit(values.limit),
		lang: oneOf<Language>(languages, 'language', values.lang),
		...(values.type !== undefined && { type: oneOf(searchTypes, 'type', values.type) })
	};
}

function readLimit(typed: string): number {
	const limit = Number(toAsciiDigits(typed.trim()) || NaN);
	if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_ITEMS) return limit;
	throw new UsageError(`The limit must be a whole number from 1 to ${MOST_ITEMS}.`);
}

function oneOf<T extends string>(values: readonly T[], what: string, typed: string): T {
	const value = values.find((each) => each === typed);
	if (value !== undefined) return value;
	throw new UsageError(`There is no ${what} "${typed}"; there are ${values.join(', ')}.`);
}

/** The lines of a file, or of standard input for `-`; undefined where there is none. */
async function readLines(file: string, io: Io): Promise<string[] | undefined> {
	const read = file === '-' ? await text(io.stdin) : await readFile(file, 'utf8').catch(() => undefined);
	const lines = read?.replace(/^\uFEFF/, '').split(/\r?\n/);
	if (lines?.at(-1) === '') lines.pop();
	return lines;
}

async function answer(db: Database, query: SearchQuery & { q: string }): Promise<string> {
	const { items, total, did_you_mean, relaxed, is_approximate } = await search(db, query);
	const found = items.map(({ id, type, slug, name_ar, name_en, score, match }) => ({
		...{ id, type, slug, name_ar, name_en },
		...{ score, match }
	}));
	return JSON.stringify({ query: query.q, items: found, total, did_you_mean, relaxed, is_approximate });
}

/** The results in the order of the items, with several under way; the first failure ends them. */
async function* inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): AsyncGenerator<R> {
	const underWay: Promise<R>[] = [];
	for (const item of items) {
		const result = work(item);
		result.catch(() => {});
		underWay.push(result);
		if (underWay.length >= AT_ONCE) yield await underWay.shift()!;
	}
	for (const result of underWay) yield await result;
}
