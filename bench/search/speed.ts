import { sql } from 'kysely';
import type { Database } from '#lib/server/db/connection.ts';
import { search } from '#lib/server/search/search.ts';
import { suggest } from '#lib/server/search/suggest.ts';
import { typedQueries, unkindQueries } from './questions.ts';
import type { Register } from './register.ts';

type Task = { label: string; queries: string[]; run: (db: Database, q: string) => Promise<unknown> };

/**
 * `cold`: the server was started just before and has read nothing. `warm`: everything was asked before. `changed`: so
 * it was, but the register changes before each search, so that nothing of the lexicon is remembered.
 */
type State = 'cold' | 'warm' | 'changed';
const clientsOf: Record<State, number[]> = { cold: [1], warm: [1, 8], changed: [1] };

/** Prints the time of each kind of search. */
export async function measureSpeed(register: Register, state: State, sample: number): Promise<void> {
	const tasks = await tasksOf(register, sample);
	if (state === 'cold') await register.restart();
	else for (const { queries, run } of tasks) for (const q of queries) await run(register.db, q);
	const before = state === 'changed' ? () => noteChange(register.db) : undefined;
	console.log(`\nSpeed, ${state} (ms, p50 / p95 / p99)`);
	for (const { label, queries, run } of tasks)
		for (const clients of clientsOf[state])
			console.log(
				`${label.padEnd(28)} ${`${clients}`.padStart(2)} client${clients > 1 ? 's' : ' '}  ${percentiles(await timesOf(register.db, queries, clients, run, before))}`
			);
	console.log(`memory of this process: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
}

/** What each change of the register does to what processes remember. */
async function noteChange(db: Database): Promise<void> {
	await sql`update lexicon_version set changed_by = pg_current_xact_id()`.execute(db);
}

async function tasksOf(register: Register, sample: number): Promise<Task[]> {
	const typed = await typedQueries(register, sample);
	const find = (db: Database, q: string) => search(db, { q, type: 'organization', lang: 'ar' });
	const searches = Object.entries(typed).map(([label, queries]) => ({ label, queries, run: find }));
	const [arabic = []] = Object.values(typed);
	const halves = arabic.flatMap((q) => [q.slice(0, 3), q.slice(0, 5), q.slice(0, -2)]);
	return [
		...searches,
		{ label: 'suggestions while typing', queries: halves, run: (db, q) => suggest(db, { q, lang: 'ar' }) },
		{
			label: 'search with facet counts',
			queries: arabic,
			run: (db, q) => search(db, { q, type: 'organization', lang: 'ar', withFacets: true })
		},
		{ label: 'made to be slow', queries: await unkindQueries(register), run: find }
	];
}

export async function timesOf(
	db: Database,
	queries: readonly string[],
	clients: number,
	run: Task['run'],
	before?: () => Promise<void>
): Promise<number[]> {
	const times: number[] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: clients }, async () => {
			while (next < queries.length) {
				const q = queries[next++]!;
				await before?.();
				const started = performance.now();
				await run(db, q);
				times.push(performance.now() - started);
			}
		})
	);
	return times;
}

export function percentiles(times: readonly number[]): string {
	const sorted = times.toSorted((one, other) => one - other);
	const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1).padStart(7);
	return `${at(0.5)} / ${at(0.95)} / ${at(0.99)}`;
}
