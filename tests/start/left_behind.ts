import { startEmbedded } from '#db/embedded.ts';

// Starts a server on the folder in the first argument, prints its address, and dies like a process that is killed.
const server = await startEmbedded({ dataDir: process.argv[2]! });
process.stdout.write(server.url, () => process.kill(process.pid, 'SIGKILL'));
