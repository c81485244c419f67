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
 * stage is only read where those before did not yield enough. Its text depends on the number of stages, on which have
 * the same words, and on the filters alone.
 */
export function withStagedRead({ stages, filters, columns, limit }: StagedRead): RawBuilder<unknown> {
	const asked = [...new Set(stages.flatMap(({ words }) => words ?? []))];
	// Words are sent once, though a sample and the whole are read for them.
	const questions = asked.map((words, at) => sql`${nameOf('asked', at)} as (${questionsOf(words)})`);
	// Materialized, a stage is planned to be read whole, by its index, and yet read only as far as the limit.
	const parts = stages.map((stage, at) => {
		const source = stage.words && nameOf('asked', asked.indexOf(stage.words));
		return sql`${nameOf('stage', at)} as materialized (${rowsOf(stage, source, filters, columns)})`;
	});
	const reads = stages.map((_, at) => sql`select * from ${nameOf('stage', at)}`);
	return sql`${prepared}
		with ${sql.join([...questions, ...parts])}, read as materialized (
			${sql.join(reads, sql` union all `)} limit ${sql.lit(limit)}
		)`;
}

const nameOf = (what: string, at: number) => sql.ref(`${what}_${at}`);

function rowsOf(
	{ words, also = [] }: Stage,
	source: RawBuilder<unknown> | undefined,
	filters: readonly Condition[],
	columns: readonly string[]
) {
	const chosen = sql.join(columns.map((column) => sql.ref(column)));
	const others = [...also, ...filters];
	if (!words) return sql`select ${chosen} from search_entry where ${allOf(others)}`;
	return sql`select ${chosen} from ${source} cross join lateral (
		select * from search_entry where ${sql.ref(words.column)} @@ asked and ${allOf(others)}) as found`;
}

/** A tsquery for some of the words at a time. */
function questionsOf({ either, and }: Words): RawBuilder<unknown> {
	const count = Math.ceil(either.length / AT_ONCE);
	const chunks = Array.from({ length: count }, (_, at) =>
		either.slice(at * AT_ONCE, (at + 1) * AT_ONCE).join(' | ')
	);
	const parts = sql`unnest(${chunks}::tsquery[]) as part`;
	return and === undefined
		? sql`select part as asked from ${parts}`
		: sql`select part && ${and}::tsquery as asked from ${parts}`;
}

/** What holds for all rows of a stage. */
export const conditionOf = ({ words, also = [] }: Stage): Condition =>
	allOf([...(words ? [hasWords(words.column, queryOf(words))] : []), ...also]);

const queryOf = ({ either, and }: Words): string => {
	const one = `(${either.join(' | ')})`;
	return and === undefined ? one : `${one} & ${and}`;
};
