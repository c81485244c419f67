import type { ReadStream } from 'node:tty';
import type { Readable, Writable } from 'node:stream';
import type { Database } from '#lib/server/db/connection.ts';

/** What a command talks to: results go to `stdout`, progress and messages to `stderr`. */
export type Io = {
	stdin: Readable & Partial<Pick<ReadStream, 'isTTY'>>;
	stdout: Writable;
	stderr: Writable;
	/** Address of the register's database; starts the embedded server, or joins it, where no other is set. */
	databaseUrl(): Promise<string>;
	/** The register's database; connects at the first call. */
	db(): Promise<Database>;
};

/** Exit codes of every command. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

/** Wrong arguments: the message is one line that says what is wrong. */
export class UsageError extends Error {}
