import type { Database } from '#lib/server/db/connection.ts';
import { search } from '#lib/server/search/search.ts';
import { suggest } from '#lib/server/search/suggest.ts';
import { typedQueries, unkindQueries } from './questions.ts';
import type { Register } from './register.ts';

type Task = { label: string; queries: string[]; run: (db: Database, q: string) => Promise<unknown> };

const CLIENTS = [1, 8];

/** Prints the time of each kind of search; cold means that the server was started just before and has read nothing. */
export async function measureSpeed(
	register: Register,
	state: 'cold' | 'warm',
	sample: number
): Promise<void> {
	const tasks = await tasksOf(register, sample);
	if (state === 'cold') await register.restart();
	else for (const { queries, run } of tasks) for (const q of queries) await run(register.db, q);
	console.log(`\nSpeed, ${state} (ms, p50 / p95 / p99)`);
	for (const { label, queries, run } of tasks)
		for (const clients of state === 'cold' ? [1] : CLIENTS)
			console.log(
				`${label.padEnd(28)} ${`${clients}`.padStart(2)} client${clients > 1 ? 's' : ' '}  ${percentiles(await timesOf(register.db, queries, clients, run))}`
			);
	console.log(`memory of this process: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
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
	run: Task['run']
): Promise<number[]> {
	const times: number[] = [];
	let next = 0;
	await Promise.all(
		Array.from({ length: clients }, async () => {
			while (next < queries.length) {
				const q = queries[next++]!;
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
