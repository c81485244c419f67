// `npm test`: installs what is missing, then runs every check; `npm test -- some/path` runs the tests of that path alone,
// on an up-to-date build.
import path from 'node:path';
import { ensureInstalled, fail, pinnedNode, root, runAttached, seconds } from './install.mjs';

const bin = path.join(root, 'node_modules', '.bin');

const checks = [
	['formatting', 'prettier', '--check', '--log-level', 'warn', '.'],
	['lint', 'eslint', '.'],
	['generated routes', 'svelte-kit', 'sync'],
	['types', 'svelte-check', '--fail-on-warnings'],
	['types of the database', 'node', 'scripts/types.ts', '--check']
];

process.chdir(root);
await ensureInstalled();
const env = {
	...process.env,
	PATH: [path.dirname(pinnedNode()), bin, process.env.PATH].join(path.delimiter)
};
const filters = process.argv.slice(2);
if (filters.length === 0) for (const [label, ...command] of checks) await runStep(label, command);
await runStep('build', ['node', 'scripts/build_if_changed.ts']);
await runStep('tests', ['vitest', 'run', ...filters]);

async function runStep(label, [program, ...args]) {
	console.log(`\n• ${label}`);
	const started = Date.now();
	const { code, signal } = await runAttached(program, args, { env, stdio: 'inherit' }).finished;
	if (code !== 0) fail(`"${label}" failed (${signal ?? `exit ${code}`}) after ${seconds(started)}.`);
}
