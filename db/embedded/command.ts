import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** The database cannot run; the message is one line for the person at the terminal. */
export class EmbeddedError extends Error {}

/** An operating-system user by its numbers. */
export type OsUser = { uid: number; gid: number };

export type Outcome = { code: number; output: string };

/** Runs a program of the server as `user`, from `/` because the caller's folder may be closed to that user. */
export function run(program: string, args: string[], user?: OsUser): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd: '/',
			env: { ...process.env, LC_ALL: 'C' },
			stdio: ['ignore', 'pipe', 'pipe'],
			// Out of the terminal's process group: Ctrl-C is ours to pass on, in our order.
			detached: true,
			...user
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code: code ?? 1, output }));
	});
}

/** Says whether `user` can list and enter `folder`, whatever the folders above it allow. */
export function canEnter(folder: string, user: OsUser): boolean {
	const test = ['-c', 'test -r "$1" && test -x "$1"', 'sh', folder];
	return spawnSync('/bin/sh', test, { cwd: '/', ...user }).status === 0;
}

/**
 * Makes `folder` and those above it. Step by step, since Node's own recursive `mkdir` never returns where a parent
 * exists and the file system answers ENOENT all the same, as /proc does.
 */
export function makeFolders(folder: string): void {
	if (existsSync(folder)) return;
	makeFolders(path.dirname(folder));
	try {
		mkdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}

/** Puts a failure of the file system or of a server program into one line about `folder`. */
export function explain(cause: unknown, folder: string): EmbeddedError {
	if (cause instanceof EmbeddedError) return cause;
	const text = cause instanceof Error ? cause.message : String(cause);
	if (/ENOSPC|EDQUOT|No space left|quota exceeded|wrote only \d+ of \d+ bytes/i.test(text)) {
		return new EmbeddedError(`The disk of the data folder ${folder} is full.`);
	}
	if (
		/EROFS|ENOENT.*mkdir|EACCES|EPERM|EEXIST|ENOTDIR|Read-only file system|Permission denied|not permitted/i.test(
			text
		)
	) {
		return new EmbeddedError(`The data folder ${folder} cannot be written: ${reason(text)}.`);
	}
	return new EmbeddedError(`The database in ${folder} does not run: ${reason(text)}.`);
}

/** The most telling line of what a server program printed. */
function reason(text: string): string {
	const lines = text.split('\n').filter((line) => line.trim());
	const line =
		lines.findLast((line) => /FATAL|PANIC|error|by signal/i.test(line)) ?? lines.at(-1) ?? 'no reason given';
	return line
		.replace(/^.*?(FATAL|PANIC|ERROR|LOG|error): +/, '')
		.trim()
		.replace(/\.$/, '');
}
