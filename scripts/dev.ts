import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readEnv } from '#lib/server/platform/env.ts';
import { prepareDatabase } from './database.ts';

const env = readEnv();
const database = await prepareDatabase(env);
const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'dev', '--port', `${env.port}`], {
	env: { ...process.env, DATABASE_URL: database.url, ORIGIN: env.origin },
	stdio: 'inherit'
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vite.kill(signal));
await once(vite, 'exit');
await database.stop();
process.exit();
