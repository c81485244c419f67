import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importJsonLines, type ImportReport } from '#lib/server/exchange/import.ts';
import english from '../../messages/en.json' with { type: 'json' };
import { DONE, FAILED, UsageError, type Io } from './io.ts';

/** Imports JSON Lines: the report as JSON on standard output, what is wrong by line on standard error. */
export async function run(args: string[], io: Io): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		options: { 'dry-run': { type: 'boolean', default: false } },
		allowPositionals: true
	});
	const [file, ...more] = positionals;
	if (!file || more.length > 0) throw new UsageError('Name one file to import.');
	const report = await importJsonLines(await io.db(), await readFile(file, 'utf8'), {
		author: 'register',
		channel: 'import',
		isDryRun: values['dry-run'],
		onProgress: (done, total) => io.stderr.write(`${done} of ${total}\n`)
	});
	for (const error of report.errors) io.stderr.write(`${file}:${describe(error)}\n`);
	io.stdout.write(`${JSON.stringify({ ...report, errors: report.errors.length })}\n`);
	return report.errors.length > 0 ? FAILED : DONE;
}

function describe({ line, path, message }: ImportReport['errors'][number]): string {
	const text = (english as Record<string, string>)[message] ?? message;
	return path ? `${line} ${path}: ${text}` : `${line}: ${text}`;
}
