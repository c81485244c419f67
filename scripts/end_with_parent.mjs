// Preloaded into a server that a script or a test starts: a parent that is killed takes it along, so no port stays taken.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
