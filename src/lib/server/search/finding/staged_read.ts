import { sql, type RawBuilder } from 'kysely';
import { prepared } from '../../db/connection.ts';
import { allOf, hasWords, type Condition, type WordColumn, type Words } from './conditions.ts';

export type Stage = {
	/** What its rows hold; those with the first words come first. */
	words?: Words & { column: WordColumn };
	/** What its rows fit besides. */
	also?: readonly Condition[];
};

export type StagedRead = {
	/** From the narrowest to the widest; a row may be in several. */
	stages: readonly Stage[];
	/** What each row must fit besides. */
	filters: readonly Condition[];
	/** Columns of search_entry. */
	columns: readonly string[];
	limit: number;
};

/**
 * Words that are looked up at once. One by one, a row costs the least, and many words cost much; all at once, each
 * row costs as much as there are words.
 */
const AT_ONCE = 8;

/**
 * The head of a statement: `read` has the rows of the first stages that yield so many, some of them twice; a later
 * stage is only read where those before did not yield enough. Its text depends on the number of stages and on the
 * filters alone.
 */
export function withStagedRead({ stages, filters, columns, limit }: StagedRead): RawBuilder<unknown> {
	const names = stages.map((_, at) => sql.ref(`stage_${at}`));
	// Materialized, a stage is planned to be read whole, by its index, and yet read only as far as the limit.
	const parts = stages.map(
		(stage, at) => sql`${names[at]!} as materialized (${rowsOf(stage, filters, columns)})`
	);
	const reads = names.map((name) => sql`select * from ${name}`);
	return sql`${prepared}
		with ${sql.join(parts)}, read as materialized (
			${sql.join(reads, sql` union all `)} limit ${sql.lit(limit)}
		)`;
}

function rowsOf({ words, also = [] }: Stage, filters: readonly Condition[], columns: readonly string[]) {
	const chosen = sql.join(columns.map((column) => sql.ref(column)));
	const others = [...also, ...filters];
	if (!words) return sql`select ${chosen} from search_entry where ${allOf(others)}`;
	const column = sql.ref(words.column);
	return sql`select ${chosen} from unnest(${inChunks(words)}::tsquery[]) as asked cross join lateral (
		select * from search_entry where ${column} @@ asked and ${allOf(others)}) as found`;
}

function inChunks({ either, and }: Words): string[] {
	const count = Math.ceil(either.length / AT_ONCE);
	return Array.from({ length: count }, (_, at) =>
		queryOf({ either: either.slice(at * AT_ONCE, (at + 1) * AT_ONCE), ...(and && { and }) })
	);
}

const queryOf = ({ either, and }: Words): string => {
	const one = `(${either.join(' | ')})`;
	return and === undefined ? one : `${one} & ${and}`;
};

/** What holds for all rows of a stage. */
export const conditionOf = ({ words, also = [] }: Stage): Condition =>
	allOf([...(words ? [hasWords(words.column, queryOf(words))] : []), ...also]);
