// `npm start`: installs what is missing, then serves on the Node that the project pins.
import { readFileSync } from 'node:fs';
import { ensureInstalled, fail, pinnedNode, root, runAttached } from './install.mjs';

const PARENT_CHECK_MS = 500;

process.chdir(root);
await ensureInstalled();
const { child, finished } = runAttached(pinnedNode(), ['scripts/serve.ts']);
stopWithNpm(child);
const { code, signal } = await finished;
if (signal) fail(`The server was ended (${signal}); the next start recovers what it left behind.`);
process.exit(code);

/**
 * An npm that is killed passes no signal on, and one that is asked to end does not wait: once it is gone, stop too,
 * so that the next start finds the port free.
 */
function stopWithNpm(child) {
	if (process.env.npm_lifecycle_event === undefined) return;
	const before = ancestors();
	setInterval(() => ancestors() !== before && child.kill('SIGTERM'), PARENT_CHECK_MS).unref();
}

/** Our parent, which is the shell that npm runs a script with, and the parent of that. */
function ancestors() {
	return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8')
			.replace(/^.*\) /, '')
			.split(' ')[1];
	} catch {
		// Only Linux tells it in a file; elsewhere the shell is watched alone.
		return '';
	}
}
