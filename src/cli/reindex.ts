import { parseArgs } from 'node:util';
import { reindex } from '#lib/server/editing/reindex.ts';
import { DONE, type Io } from './io.ts';

/** Derives anew what search reads of each record, and prints how much that was as one line of JSON. */
export async function run(args: string[], io: Io): Promise<number> {
	parseArgs({ args });
	const report = await reindex(await io.db(), (done, total) => io.stderr.write(`${done} of ${total}\n`));
	io.stdout.write(`${JSON.stringify(report)}\n`);
	return DONE;
}
