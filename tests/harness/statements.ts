import type { KyselyPlugin } from 'kysely';
import type { Database } from '#lib/server/db/connection.ts';

/** The same database, and how many statements it was sent through this connection so far. */
export function counting(db: Database): { db: Database; count(): number } {
	let statements = 0;
	const counter: KyselyPlugin = {
		transformQuery: ({ node }) => {
			statements++;
			return node;
		},
		transformResult: async ({ result }) => result
	};
	return { db: db.withPlugin(counter), count: () => statements };
}
