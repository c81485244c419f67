import path from 'node:path';

/** What the environment says, parsed. `databaseUrl` is absent where the embedded server is to be used. */
export type Env = {
	port: number;
	host: string;
	origin: string;
	databaseUrl: string | undefined;
	databaseReplicaUrls: string[];
	dataDir: string;
	smtpUrl: string | undefined;
	/** Absent where the register makes a secret of its own in `dataDir`. */
	secretKey: string | undefined;
	logLevel: string;
};

/** A wrong value in the environment; the message is one line that names the variable and says what is expected. */
export class EnvError extends Error {}

type Source = Record<string, string | undefined>;
type Variable<T> = { expected: string; parse: (text: string) => T | undefined };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
const DATABASE_PROTOCOLS = ['postgres:', 'postgresql:'];

const variables = {
	PORT: { expected: 'a whole number from 1 to 65535', parse: parsePort },
	HOST: {
		expected: 'a host name or an IP address, such as 0.0.0.0',
		parse: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined)
	},
	ORIGIN: {
		expected: 'the address that people open, without a path, such as https://register.example',
		parse: parseOrigin
	},
	DATABASE_URL: {
		expected: 'an address such as postgres://user:password@host:5432/sijill',
		parse: parseDatabaseUrl
	},
	DATABASE_REPLICA_URLS: {
		expected: 'one or more postgres:// addresses, with commas between them',
		parse: parseDatabaseUrls
	},
	DATA_DIR: { expected: 'a folder', parse: (text) => path.resolve(text) },
	SMTP_URL: {
		expected: 'an address such as smtp://user:password@host:587',
		parse: (text) => (parseUrl(text, ['smtp:', 'smtps:'])?.hostname ? text : undefined)
	},
	SECRET_KEY: {
		expected: 'a secret of 32 characters or more',
		parse: (text) => (text.length >= 32 ? text : undefined)
	},
	LOG_LEVEL: {
		expected: `one of ${LOG_LEVELS.join(', ')}`,
		parse: (text) => (LOG_LEVELS.includes(text) ? text : undefined)
	}
} satisfies Record<string, Variable<unknown>>;

/**
 * Parses the environment variables that the register knows; an empty one counts as not set.
 * Throws an `EnvError` at the first wrong one; it never quotes the value, which may hold a password.
 */
export function parseEnv(source: Source): Env {
	const port = read(source, 'PORT', variables.PORT) ?? 3000;
	return {
		port,
		host: read(source, 'HOST', variables.HOST) ?? '0.0.0.0',
		origin: read(source, 'ORIGIN', variables.ORIGIN) ?? `http://localhost:${port}`,
		databaseUrl: read(source, 'DATABASE_URL', variables.DATABASE_URL),
		databaseReplicaUrls: read(source, 'DATABASE_REPLICA_URLS', variables.DATABASE_REPLICA_URLS) ?? [],
		dataDir: read(source, 'DATA_DIR', variables.DATA_DIR) ?? path.resolve('data'),
		smtpUrl: read(source, 'SMTP_URL', variables.SMTP_URL),
		secretKey: read(source, 'SECRET_KEY', variables.SECRET_KEY),
		logLevel: read(source, 'LOG_LEVEL', variables.LOG_LEVEL) ?? 'info'
	};
}

let env: Env | undefined;

/** The environment of this process, parsed once. */
export function readEnv(): Env {
	return (env ??= parseEnv(process.env));
}

function read<T>(source: Source, name: string, variable: Variable<T>): T | undefined {
	const text = source[name]?.trim();
	if (!text) return undefined;
	const value = variable.parse(text);
	if (value === undefined) throw new EnvError(`${name} is wrong: it must be ${variable.expected}.`);
	return value;
}

function parsePort(text: string): number | undefined {
	const port = Number(text);
	return /^\d+$/.test(text) && port >= 1 && port <= 65535 ? port : undefined;
}

function parseOrigin(text: string): string | undefined {
	const url = parseUrl(text, ['http:', 'https:']);
	const isBare = url?.pathname === '/' && !url.search && !url.hash && !url.username;
	return isBare ? url.origin : undefined;
}

function parseDatabaseUrls(text: string): string[] | undefined {
	const urls = text.split(/[\s,]+/).map(parseDatabaseUrl);
	return urls.every((url) => url !== undefined) ? urls : undefined;
}

/** A server behind a Unix socket is named by `?host=/folder`. */
function parseDatabaseUrl(text: string): string | undefined {
	const url = parseUrl(text, DATABASE_PROTOCOLS);
	return url?.hostname || url?.searchParams.get('host') ? text : undefined;
}

function parseUrl(text: string, protocols: string[]): URL | undefined {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	return url && protocols.includes(url.protocol) ? url : undefined;
}
