import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './schema.d.ts';

export type { DB } from './schema.d.ts';

/** A connection to the register; a transaction is one too. */
export type Database = Kysely<DB>;
export type DatabaseTransaction = Transaction<DB>;

const DATE_OID = 1082;
const RANGE_OIDS = [3912];

/** Opens a pool on the database at `url`. Dates stay ISO strings: a day has no time zone. */
export function connect(url: string, options: { max?: number } = {}): Database {
	const pool = new pg.Pool({
		Client: PreparingClient,
		connectionString: url,
		// To start workers takes longer than what is asked here.
		options: '-c max_parallel_workers_per_gather=0',
		max: options.max ?? 10,
		connectionTimeoutMillis: 5000,
		idleTimeoutMillis: 30_000,
		types: { getTypeParser }
	});
	// A server that goes away ends connections between queries; the next query reports it to whoever asked.
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
	if (oid === DATE_OID || RANGE_OIDS.includes(oid)) return (value) => value;
	return pg.types.getTypeParser(oid, format as 'text');
}

const PREPARED = '/* prepared */';

/** At the head of a statement that is asked again and again: each connection parses and plans it once. Its text varies little. */
export const prepared = sql.raw(PREPARED);

class PreparingClient extends pg.Client {
	// The driver's method has many forms; Kysely uses the one with a text and its values.
	override query(...args: unknown[]): never {
		const [text, values] = args;
		const isPrepared = typeof text === 'string' && text.trimStart().startsWith(PREPARED);
		const forwarded = isPrepared ? [{ name: statementName(text), text, values }] : args;
		return super.query(...(forwarded as [string])) as never;
	}
}

const names = new Map<string, string>();

function statementName(text: string): string {
	const known = names.get(text);
	if (known) return known;
	const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
	names.set(text, name);
	return name;
}
