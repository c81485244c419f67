import pg from 'pg';

/** A database that the register cannot run on; the message is one line. */
export class UnfitDatabaseError extends Error {}

const OLDEST_VERSION = 150000;

/**
 * Refuses, in one line, a database that cannot be reached, is older than PostgreSQL 15, is not in UTF-8, or whose
 * locale gives pg_trgm no trigrams for Arabic (lc_ctype C does so). Leaves nothing behind.
 */
export async function checkDatabase(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on('error', () => {});
	await client.connect().catch((error: Error) => {
		throw new UnfitDatabaseError(`The database at ${placeOf(url)} cannot be reached: ${reasonOf(error)}.`);
	});
	try {
		await checkVersion(client, url);
		await checkLocale(client, url);
	} finally {
		await client.end();
	}
}

async function checkVersion(client: pg.Client, url: string): Promise<void> {
	const { rows } = await client.query(
		`select current_setting('server_version_num')::int as number, current_setting('server_version') as version`
	);
	if (rows[0].number < OLDEST_VERSION) {
		throw new UnfitDatabaseError(
			`The server at ${placeOf(url)} is PostgreSQL ${rows[0].version}; 15 or newer is needed.`
		);
	}
}

async function checkLocale(client: pg.Client, url: string): Promise<void> {
	await client.query('begin');
	try {
		await client.query('create extension if not exists pg_trgm');
		const { rows } = await client.query(
			`select pg_encoding_to_char(encoding) as encoding, datctype, show_trgm('قطيف')::text as trigrams
			from pg_database where datname = current_database()`
		);
		const { encoding, datctype, trigrams } = rows[0];
		if (encoding !== 'UTF8' || trigrams === '{}') {
			throw new UnfitDatabaseError(
				`The database at ${placeOf(url)} has encoding ${encoding} and locale ${datctype}, which cannot search Arabic: create it with encoding UTF8 and locale C.UTF-8.`
			);
		}
	} catch (error) {
		throw error instanceof UnfitDatabaseError ? error : unusable(url, error as Error);
	} finally {
		await client.query('rollback').catch(() => {});
	}
}

/** SQLSTATE: connection lost, privilege missing, read-only, disk or memory full, server stopped, its files unreadable. */
const UNFIT_STATES = /^(08...|42501|25006|53...|57P..|58...)$/;

/** What pg and the network say of a connection that broke. */
const BROKEN_CONNECTION =
	/^(Connection terminated|Client has encountered a connection error)|ECONNRESET|ECONNREFUSED|EPIPE/;

/** Puts what is the database's fault into one line; any other error is given back as it is. */
export function explainUnfit(error: unknown, url: string): unknown {
	if (!(error instanceof Error) || error instanceof UnfitDatabaseError) return error;
	const isUnfit = error instanceof pg.DatabaseError && UNFIT_STATES.test(error.code ?? '');
	if (!isUnfit && !BROKEN_CONNECTION.test(error.message)) return error;
	return unusable(url, error);
}

function unusable(url: string, error: Error): UnfitDatabaseError {
	return new UnfitDatabaseError(`The database at ${placeOf(url)} cannot be used: ${reasonOf(error)}.`);
}

/** The address without its password. */
function placeOf(url: string): string {
	const { host, pathname, searchParams } = new URL(url);
	return `${host || searchParams.get('host')}${pathname}`;
}

function reasonOf(error: Error): string {
	const causes = error instanceof AggregateError ? error.errors : [error];
	const { message } = causes[0] as Error;
	return message.replace(/\s*\n\s*/g, ' ').replace(/\.$/, '');
}
