import { parseArgs } from 'node:util';
import { DemoRefused, loadDemo } from '#lib/server/exchange/demo.ts';
import english from '../../messages/en.json' with { type: 'json' };
import { DONE, FAILED, UsageError, type Io } from './io.ts';

const MOST = 10_000_000;

/** Brings demo organizations onto the register; how many were added and how many stood there already is printed as JSON. */
export async function run(args: string[], io: Io): Promise<number> {
	const count = parse(args);
	try {
		const report = await loadDemo(await io.db(), count, {
			onProgress: (done) => io.stderr.write(`${done} of ${count}\n`)
		});
		io.stdout.write(`${JSON.stringify(report)}\n`);
		return DONE;
	} catch (error) {
		if (!(error instanceof DemoRefused)) throw error;
		io.stderr.write(`${(english as Record<string, string>)[error.message] ?? error.message}\n`);
		return FAILED;
	}
}

function parse(args: string[]): number {
	const { positionals } = parseArgs({ args, allowPositionals: true });
	const count = Number(positionals[0]);
	const isCount = positionals.length === 1 && Number.isInteger(count) && count > 0 && count <= MOST;
	if (!isCount) throw new UsageError(`Say how many organizations: a number from 1 to ${MOST}.`);
	return count;
}
