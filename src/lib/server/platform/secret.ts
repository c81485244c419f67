import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readEnv } from './env.ts';

let secret: string | undefined;

/** The secret of this register, from `SECRET_KEY`, or from a file in `DATA_DIR` that is made when it is first needed. */
export function readSecret(): string {
	return (secret ??= readEnv().secretKey ?? secretInFile(path.join(readEnv().dataDir, 'secret_key')));
}

function secretInFile(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		makeFile(file);
		return readFileSync(file, 'utf8');
	}
}

/** Of two processes that make it at once, one wins and both read the same. */
function makeFile(file: string): void {
	mkdirSync(path.dirname(file), { recursive: true });
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
	try {
		linkSync(draft, file);
	} catch (error) {
		if ((error as { code?: string }).code !== 'EEXIST') throw error;
	} finally {
		unlinkSync(draft);
	}
}
