import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export class PortError extends Error {}

/** How long a server that is just stopping may take to give its port back. */
const PATIENCE_MS = 5000;
const RETRY_MS = 200;

/** Refuses, in one line, a port or host that the web server could not listen on. */
export async function checkPort(host: string, port: number): Promise<void> {
	const deadline = performance.now() + PATIENCE_MS;
	for (;;) {
		const code = await tryListening(host, port);
		if (!code) return;
		if (code !== 'EADDRINUSE') throw new PortError(`Port ${port} on ${host} cannot be used (${code}).`);
		if (performance.now() > deadline) {
			throw new PortError(
				`Port ${port} is taken by another program: stop it, or choose another one with PORT=${port + 1}.`
			);
		}
		await delay(RETRY_MS);
	}
}

/** The code of the failure, or nothing if the port is free. */
function tryListening(host: string, port: number): Promise<string | undefined> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
	});
}
