import { sql } from 'kysely';
import type { Database } from '#lib/server/db/connection.ts';
import { search } from '#lib/server/search/search.ts';
import { folded, questionSets, typedQueries } from './questions.ts';
import { evenly } from './random.ts';
import type { Register } from './register.ts';
import { percentiles, timesOf } from './speed.ts';

/** Questions for the slow ways. */
const MOST_QUESTIONS = 20;

/** Folded names of the records that a plain query finds, best first. */
type Way = { label: string; find: (db: Database, q: string) => Promise<string[]> };

const ways: Way[] = [
	{
		label: 'this search',
		find: async (db, q) =>
			(await search(db, { q, type: 'organization', lang: 'ar', limit: 10 })).items.map(({ name_ar }) =>
				folded(name_ar)
			)
	},
	{
		label: 'trigrams of the rows',
		find: async (db, q) =>
			(
				await sql<{ name: string }>`
					select folded as name from plain_name where folded % ${folded(q)}
					order by similarity(folded, ${folded(q)}) desc limit 10`.execute(db)
			).rows.map(({ name }) => name)
	},
	{
		label: "to_tsvector('arabic')",
		find: async (db, q) =>
			(
				await sql<{ name: string }>`
					select folded as name from plain_name where words @@ plainto_tsquery('arabic', ${q})
					order by ts_rank(words, plainto_tsquery('arabic', ${q})) desc limit 10`.execute(db)
			).rows.map(({ name }) => name)
	}
];

/** Prints, in the same run, what two plain ways over the same names find and how long they take. */
export async function measureBaselines(register: Register, sample: number): Promise<void> {
	await makePlainNames(register.db);
	const sets = (await questionSets(register, sample)).filter(
		({ questions }) => questions[0]!.type === 'organization'
	);
	const typed = await typedQueries(register, sample);
	console.log('\nPlain ways over the same names (R@1 / R@10 of each set; ms, p50 / p95 / p99)');
	for (const { label, find } of ways) {
		for (const set of sets) {
			const questions = evenly(set.questions, MOST_QUESTIONS);
			let [first, tenth] = [0, 0];
			for (const { q, name } of questions) {
				const place = (await find(register.db, q)).indexOf(name);
				if (place === 0) first++;
				if (place >= 0) tenth++;
			}
			const share = (count: number) => (count / questions.length).toFixed(2);
			console.log(`${label.padEnd(24)} ${set.label.padEnd(42)} ${share(first)} / ${share(tenth)}`);
		}
		const queries = evenly(typed['Arabic, one typo']!, MOST_QUESTIONS);
		console.log(
			`${label.padEnd(24)} ${'time, Arabic with one typo'.padEnd(42)} ${percentiles(await timesOf(register.db, queries, 1, find))}`
		);
	}
}

/** The Arabic names in a table of their own, with the indexes that the plain ways need. */
async function makePlainNames(db: Database): Promise<void> {
	const { rows } = await sql`select from pg_class where relname = 'plain_name'`.execute(db);
	if (rows.length > 0) return;
	await sql`create table plain_name as
		select record_id, split_part(names, e'\n', 1) as folded, to_tsvector('arabic', name_ar) as words
		from search_entry where type = 'organization'`.execute(db);
	await sql`create index on plain_name using gin (folded gin_trgm_ops)`.execute(db);
	await sql`create index on plain_name using gin (words)`.execute(db);
	await sql`analyze plain_name`.execute(db);
}
