import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv } from './env.ts';

const wrongValues: Record<string, string[]> = {
	PORT: ['0', '65536', '80a', '-1', '3e3', '٣٠٠٠'],
	HOST: ['my host', 'http://host'],
	ORIGIN: [
		'register.example',
		'ftp://register.example',
		'https://register.example/path',
		'https://a@b.example'
	],
	DATABASE_URL: ['mysql://host/db', 'sijill', 'postgres:///sijill'],
	DATABASE_REPLICA_URLS: ['postgres://a/b,c'],
	SMTP_URL: ['mail.example', 'http://mail.example'],
	SECRET_KEY: ['short'],
	LOG_LEVEL: ['loud', 'INFO']
};

describe('the environment', () => {
	it('has a default for everything but the addresses of other servers', () => {
		expect(parseEnv({})).toEqual({
			port: 3000,
			host: '0.0.0.0',
			origin: 'http://localhost:3000',
			databaseUrl: undefined,
			databaseReplicaUrls: [],
			dataDir: path.resolve('data'),
			smtpUrl: undefined,
			secretKey: undefined,
			logLevel: 'info'
		});
	});

	it('takes an empty value for one that is not set', () => {
		expect(parseEnv({ PORT: '', DATABASE_URL: ' ' })).toEqual(parseEnv({}));
	});

	it('lets the origin follow the port', () => {
		expect(parseEnv({ PORT: '8080' }).origin).toBe('http://localhost:8080');
		expect(parseEnv({ PORT: '8080', ORIGIN: 'https://register.example/' }).origin).toBe(
			'https://register.example'
		);
	});

	it('reads a list of replicas', () => {
		const urls = ['postgres://one/sijill', 'postgresql://two:5433/sijill'];
		expect(parseEnv({ DATABASE_REPLICA_URLS: urls.join(', ') }).databaseReplicaUrls).toEqual(urls);
	});

	it('accepts a server behind a Unix socket', () => {
		const url = 'postgres:///sijill?host=/run/postgresql';
		expect(parseEnv({ DATABASE_URL: url }).databaseUrl).toBe(url);
	});

	for (const [name, values] of Object.entries(wrongValues)) {
		it.each(values)(`refuses ${name}=%s in one line that names it`, (value) => {
			const parse = () => parseEnv({ [name]: value });
			expect(parse).toThrow(EnvError);
			expect(parse).toThrow(new RegExp(`^${name} is wrong: it must be [^\n]+\\.$`));
		});
	}

	it('never repeats a password', () => {
		expect(() => parseEnv({ DATABASE_URL: 'mysql://me:secret@host/db' })).not.toThrow(/secret/);
	});
});
