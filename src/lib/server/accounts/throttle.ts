import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { Database } from '../db/connection.ts';

/**
 * Who guesses is slowed down, nobody is locked out: beyond so many failures within a window, the network that failed
 * waits between two attempts. Others with the right password, such as the owner of the account, go in at once.
 */
const limits = [
	{ of: 'pair', failures: 10, windowMinutes: 15, waitSeconds: 60 },
	{ of: 'network', failures: 100, windowMinutes: 15, waitSeconds: 60 },
	{ of: 'account', failures: 100, windowMinutes: 60, waitSeconds: 600 }
] as const;

type Counted = (typeof limits)[number]['of'];

/** Longest window of the limits: older failures are forgotten. */
const KEEP_MINUTES = 60;

/** An attempt to sign in: the e-mail address that was typed, and the client's address. */
export type Attempt = { email: string; address: string };

/**
 * Admits an attempt to sign in, or says how many seconds to wait. An admitted one counts as failed until
 * `forgetFailures`, so that attempts made at the same time do not slip through.
 */
export async function admitAttempt(
	db: Database,
	attempt: Attempt
): Promise<{ admitted: true } | { admitted: false; wait_seconds: number }> {
	const key = keyOf(attempt);
	await sql`delete from sign_in_failure where failed_at < ${minutesAgo(KEEP_MINUTES)}`.execute(db);
	return db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${key.email_hash}, 0))`.execute(trx);
		const wait_seconds = await waitOf(trx, key);
		if (wait_seconds > 0) return { admitted: false, wait_seconds };
		await trx.insertInto('sign_in_failure').values(key).execute();
		return { admitted: true };
	});
}

/** Forgets the failures of a client that has signed in. Those from elsewhere stay. */
export async function forgetFailures(db: Database, attempt: Attempt): Promise<void> {
	const { email_hash, network } = keyOf(attempt);
	const failures = db.deleteFrom('sign_in_failure').where('email_hash', '=', email_hash);
	await failures.where('network', '=', network).execute();
}

type Key = { email_hash: string; network: string };

async function waitOf(db: Database, key: Key): Promise<number> {
	const isCounted = {
		pair: sql`email_hash = ${key.email_hash} and network = ${key.network}`,
		network: sql`network = ${key.network}`,
		account: sql`email_hash = ${key.email_hash}`
	};
	const waits = limits.map(
		({ of, failures, windowMinutes, waitSeconds }) => sql`case when
			count(*) filter (where ${isCounted[of]} and failed_at > ${minutesAgo(windowMinutes)}) >= ${failures}
			then ${waitSeconds} - extract(epoch from now() - ${lastOf(of, isCounted)}) end`
	);
	const { rows } = await sql<{ seconds: number | null }>`
		select ceil(greatest(${sql.join(waits)}))::integer as seconds from sign_in_failure
		where ${isCounted.network} or ${isCounted.account}
	`.execute(db);
	return Math.max(0, rows[0]?.seconds ?? 0);
}

/** The failure from which the wait is counted is always one of this network. */
function lastOf(of: Counted, isCounted: Record<Counted, ReturnType<typeof sql>>) {
	return sql`max(failed_at) filter (where ${isCounted[of === 'network' ? 'network' : 'pair']})`;
}

const minutesAgo = (minutes: number) => sql`now() - make_interval(mins => ${minutes})`;

function keyOf({ email, address }: Attempt): Key {
	return {
		email_hash: createHash('sha256').update(email.toLowerCase()).digest('hex'),
		network: networkOf(address)
	};
}

/** An IPv4 address itself; of IPv6 the first 64 bits, for one subscriber owns all the addresses behind them. */
export function networkOf(address: string): string {
	const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
	if (!isIPv6(plain)) return plain;
	const [head = [], tail] = plain.split('::').map((part) => part.split(':').filter(Boolean));
	const gap = tail ? Array<string>(8 - head.length - tail.length).fill('0') : [];
	const groups = [...head, ...gap, ...(tail ?? [])].slice(0, 4);
	return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
