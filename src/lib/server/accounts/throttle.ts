import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import type { Database } from '../db/connection.ts';

type Counted = 'pair' | 'network' | 'account';
type Limit = { of: Counted; most: number; windowMinutes: number; waitSeconds: number };

/** Attempts of one kind: the table that counts them and their limits. The longest window says how long they are kept. */
export type Throttle = { table: string; moment: string; keepMinutes: number; limits: readonly Limit[] };

/**
 * Who guesses is slowed down, nobody is locked out: beyond so many failures within a window, the network that failed
 * waits between two attempts. Others with the right password, such as the owner of the account, go in at once.
 */
const signIn: Throttle = {
	table: 'sign_in_failure',
	moment: 'failed_at',
	keepMinutes: 60,
	limits: [
		{ of: 'pair', most: 10, windowMinutes: 15, waitSeconds: 60 },
		{ of: 'network', most: 100, windowMinutes: 15, waitSeconds: 60 },
		{ of: 'account', most: 100, windowMinutes: 60, waitSeconds: 600 }
	]
};

/**
 * Mails to an address that anyone may type. Here too only networks that asked before wait: whoever floods an address
 * does not keep its owner from asking, from elsewhere, for the one mail that is needed.
 */
const mailRequests: Throttle = {
	table: 'mail_request',
	moment: 'requested_at',
	keepMinutes: 24 * 60,
	limits: [
		{ of: 'pair', most: 3, windowMinutes: 60, waitSeconds: 900 },
		{ of: 'network', most: 30, windowMinutes: 60, waitSeconds: 300 },
		{ of: 'account', most: 12, windowMinutes: 24 * 60, waitSeconds: 24 * 3600 }
	]
};

/** An attempt: the e-mail address that was typed, and the client's address. */
export type Attempt = { email: string; address: string };

export type Admission = { admitted: true } | { admitted: false; wait_seconds: number };

/**
 * Admits an attempt to sign in, or says how many seconds to wait. An admitted one counts as failed until
 * `forgetFailures`, so that attempts made at the same time do not slip through.
 */
export function admitAttempt(db: Database, attempt: Attempt): Promise<Admission> {
	return admit(db, signIn, attempt);
}

/** Admits a request for a mail to an address that was typed, or says how many seconds to wait. */
export function admitMailRequest(db: Database, attempt: Attempt): Promise<Admission> {
	return admit(db, mailRequests, attempt);
}

/** Forgets the failures of a client that has signed in. Those from elsewhere stay. */
export async function forgetFailures(db: Database, attempt: Attempt): Promise<void> {
	const { email_hash, network } = keyOf(attempt);
	const failures = db.deleteFrom('sign_in_failure').where('email_hash', '=', email_hash);
	await failures.where('network', '=', network).execute();
}

async function admit(db: Database, throttle: Throttle, attempt: Attempt): Promise<Admission> {
	const { table, moment, keepMinutes } = throttle;
	const { email_hash, network } = keyOf(attempt);
	await sql`delete from ${sql.table(table)} where ${sql.ref(moment)} < ${minutesAgo(keepMinutes)}`.execute(
		db
	);
	return db.transaction().execute(async (trx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${email_hash}, 0))`.execute(trx);
		const wait_seconds = await waitOf(trx, throttle, { email_hash, network });
		if (wait_seconds > 0) return { admitted: false, wait_seconds };
		await sql`insert into ${sql.table(table)} (email_hash, network) values (${email_hash}, ${network})`.execute(
			trx
		);
		return { admitted: true };
	});
}

type Key = { email_hash: string; network: string };
type Conditions = Record<Counted, ReturnType<typeof sql>>;

async function waitOf(db: Database, { table, moment, limits }: Throttle, key: Key): Promise<number> {
	const at = sql.ref(moment);
	const isCounted: Conditions = {
		pair: sql`email_hash = ${key.email_hash} and network = ${key.network}`,
		network: sql`network = ${key.network}`,
		account: sql`email_hash = ${key.email_hash}`
	};
	// The attempt from which the wait is counted is always one of this network.
	const lastOf = (of: Counted) =>
		sql`max(${at}) filter (where ${isCounted[of === 'network' ? 'network' : 'pair']})`;
	const waits = limits.map(
		({ of, most, windowMinutes, waitSeconds }) => sql`case when
			count(*) filter (where ${isCounted[of]} and ${at} > ${minutesAgo(windowMinutes)}) >= ${most}
			then ${waitSeconds} - extract(epoch from now() - ${lastOf(of)}) end`
	);
	const { rows } = await sql<{ seconds: number | null }>`
		select ceil(greatest(${sql.join(waits)}))::integer as seconds from ${sql.table(table)}
		where ${isCounted.network} or ${isCounted.account}
	`.execute(db);
	return Math.max(0, rows[0]?.seconds ?? 0);
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
