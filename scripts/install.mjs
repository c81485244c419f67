// Runs on the machine's own Node, so: built-in modules only, and nothing newer than Node 20.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = 20;
/** The oldest Node that runs the register's own TypeScript, should the pinned one be missing. */
const OLDEST_TYPESCRIPT_NODE = [22, 18];

const lockFile = path.join(root, 'package-lock.json');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.sijill-installed');

/** Installs the packages of the lock file unless they are there; exits with one line if that fails. */
export async function ensureInstalled() {
	if (nodeVersion()[0] < OLDEST_NODE) {
		fail(`Node ${process.versions.node} is too old: Sijill needs Node ${OLDEST_NODE} or newer.`);
	}
	if (isInstalled()) return;
	console.log('• installing packages (npm ci), about a minute …');
	const started = Date.now();
	// NODE_ENV=production would leave out the build tools.
	const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
	const { code, signal } = await runNpm(args).finished;
	if (signal || stopped) process.exit(0);
	if (code !== 0) fail(`Installing the packages failed (npm ci, exit ${code}).`);
	writeFileSync(stampFile, hashOfLock());
	console.log(`• packages installed  ${seconds(started)}`);
}

/** The Node that the project pins, or the machine's own where npm did not install it. */
export function pinnedNode() {
	const pinned = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (existsSync(pinned)) return pinned;
	const [major, minor] = nodeVersion();
	const [oldestMajor, oldestMinor] = OLDEST_TYPESCRIPT_NODE;
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
	return fail(
		`The package "node" is not complete, because npm ran no install scripts: run "npm ci --ignore-scripts=false", or use Node ${oldestMajor}.${oldestMinor} or newer.`
	);
}

let stopped = false;

/**
 * Starts a program whose life hangs on ours: signals are passed on, and it learns by its closed channel if we are killed.
 * `finished` gives its exit code and signal.
 */
export function runAttached(program, args, options = {}) {
	const child = spawn(program, args, {
		cwd: root,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		...options
	});
	const passOn = (signal) => {
		stopped = true;
		child.kill(signal);
	};
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, passOn);
	const finished = new Promise((resolve) => {
		child.on('error', (error) => fail(`${path.basename(program)} does not start: ${error.message}`));
		child.on('exit', (code, signal) => {
			for (const name of signals) process.off(name, passOn);
			resolve({ code, signal });
		});
	});
	return { child, finished };
}

/** Prints one line and ends the process. */
export function fail(line) {
	console.error(`sijill: ${line}`);
	process.exit(1);
}

export function seconds(started) {
	return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** By our stamp, or by npm's own hand: npm writes its hidden lock file last, after the install scripts. */
function isInstalled() {
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashOfLock()) return true;
	const hiddenLock = path.join(modules, '.package-lock.json');
	return existsSync(hiddenLock) && statSync(hiddenLock).mtimeMs >= statSync(lockFile).mtimeMs;
}

function hashOfLock() {
	return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** Under `npm start` the same npm is used; npm on Windows is a script that only a shell can start. */
function runNpm(args) {
	const npm = process.env.npm_execpath;
	if (npm?.endsWith('js')) return runAttached(process.execPath, [npm, ...args], { stdio: 'inherit' });
	return runAttached('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

function nodeVersion() {
	return process.versions.node.split('.').map(Number);
}
