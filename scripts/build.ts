import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';

/** Everything that the built server is made of. */
const SOURCES = [
	'src/**/*',
	'db/**/*',
	'messages/**/*',
	'static/**/*',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];
const STAMP = 'build/.stamp';

export class BuildError extends Error {}

export function isBuilt(): boolean {
	return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOfSources();
}

/** Builds the web server into `build/`. The stamp is written last, so a build that was killed is made again. */
export async function build(signal?: AbortSignal): Promise<void> {
	const hash = hashOfSources();
	const { code, output } = await runVite(['build', '--logLevel', 'warn'], signal);
	if (code !== 0) throw new BuildError(`The build failed:\n${output}`);
	writeFileSync(STAMP, hash);
}

function hashOfSources(): string {
	const files = SOURCES.flatMap((pattern) => globSync(pattern))
		.filter((file) => !/\.test\.ts$/.test(file) && statSync(file).isFile())
		.sort();
	const hash = createHash('sha256').update(process.version);
	for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
	return hash.digest('hex');
}

function runVite(args: string[], signal?: AbortSignal): Promise<{ code: number | null; output: string }> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...args], {
			env: { ...process.env, NODE_ENV: 'production' },
			signal
		});
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('error', reject);
		child.on('close', (code) => resolve({ code, output }));
	});
}
