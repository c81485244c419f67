import { pino } from 'pino';
import { readEnv } from './env.ts';

/** The log of this process: one JSON object a line on stderr, so that results on stdout stay clean. */
export const log = pino(
	{
		level: readEnv().logLevel,
		base: undefined,
		timestamp: pino.stdTimeFunctions.isoTime,
		redact: ['password', '*.password', 'cookie', '*.cookie', 'authorization', '*.authorization']
	},
	pino.destination(2)
);
