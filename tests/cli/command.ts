import { execFile } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import type { Io } from '../../src/cli/io.ts';
import type { TestDatabase } from '../harness/database.ts';

type Command = (args: string[], io: Io) => Promise<number>;

/** Runs a command of the register in this process, with `input` on its standard input. */
export async function run(command: Command, { db, url }: TestDatabase, args: string[], input = '') {
	const [out, err] = [collect(), collect()];
	const code = await command(args, {
		stdin: Readable.from([Buffer.from(input)]),
		stdout: out.stream,
		stderr: err.stream,
		databaseUrl: async () => url,
		db: async () => db
	});
	return { code, stdout: out.text(), stderr: err.text() };
}

function collect() {
	let text = '';
	const stream = new Writable({
		write(chunk, _encoding, done) {
			text += chunk;
			done();
		}
	});
	return { stream, text: () => text };
}

type Ended = { code: number; stdout: string; stderr: string };

/** The command as it is started at a terminal, on the Node that runs this. */
export function sijill(env: NodeJS.ProcessEnv, args: string[]): Promise<Ended> {
	return new Promise((resolve) => {
		execFile(process.execPath, ['src/cli/main.ts', ...args], { env }, (error, stdout, stderr) =>
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
		);
	});
}
