import { readFile } from 'node:fs/promises';
import type { Database } from '#lib/server/db/connection.ts';
import { importJsonLines } from '#lib/server/exchange/import.ts';

/** What a test of search asks of a line of tests/search/register.jsonl. */
export type RegisterLine = {
	type: string;
	slug?: string;
	names?: { value: string; lang: string; kind?: string }[];
	kind?: string;
	status?: string;
	fields?: string[];
	place?: { country: string; region?: string; city?: { ar?: string; en?: string } };
	founded?: string;
	dissolved?: string;
	from?: string;
	affiliations?: { to: string }[];
	organization?: string;
	conference?: string;
};

/** A small register to search in: bodies of the seeds by name and place, people and bodies that do not exist. */
export async function readRegister(): Promise<RegisterLine[]> {
	const text = await readFile('tests/search/register.jsonl', 'utf8');
	return text
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as RegisterLine);
}

/** Imports the small register, and gives its lines. */
export async function loadRegister(db: Database): Promise<RegisterLine[]> {
	const lines = await readRegister();
	const text = lines.map((line) => JSON.stringify(line)).join('\n');
	const { errors } = await importJsonLines(db, text, { author: 'register', channel: 'import' });
	if (errors.length > 0) throw new Error(JSON.stringify(errors));
	return lines;
}
