// `npm start`: installs what is missing, then serves on the Node that the project pins.
import { ensureInstalled, pinnedNode, root, runAttached } from './install.mjs';

const PARENT_CHECK_MS = 500;

process.chdir(root);
await ensureInstalled();
const { child, finished } = runAttached(pinnedNode(), ['scripts/serve.ts']);
stopWithNpm(child);
const { code } = await finished;
process.exit(code ?? 1);

/** An npm that is killed cannot pass the signal on: without it, stop too, so that the next start finds the port free. */
function stopWithNpm(child) {
	if (process.env.npm_lifecycle_event === undefined) return;
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), PARENT_CHECK_MS).unref();
}
