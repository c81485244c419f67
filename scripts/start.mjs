// `npm start`: installs what is missing, then serves on the Node that the project pins.
import { ensureInstalled, fail, pinnedNode, root, runAttached } from './install.mjs';

const PARENT_CHECK_MS = 500;

process.chdir(root);
await ensureInstalled();
const { child, finished } = runAttached(pinnedNode(), ['scripts/serve.ts']);
stopWithNpm(child);
const { code, signal } = await finished;
if (signal) fail(`The server was ended (${signal}); the next start recovers what it left behind.`);
process.exit(code);

/** An npm that is killed passes no signal on: once it is gone, stop too, so that the next start finds the port free. */
function stopWithNpm(child) {
	if (process.env.npm_lifecycle_event === undefined) return;
	const npm = process.ppid;
	setInterval(() => process.ppid !== npm && child.kill('SIGTERM'), PARENT_CHECK_MS).unref();
}
