import { sql, type RawBuilder } from 'kysely';
import { prepared } from '../../db/connection.ts';
import { allOf, type Condition } from './conditions.ts';

export type StagedRead = {
	/** Conditions from the narrowest to the widest; a row may fit several. */
	stages: readonly Condition[];
	/** What each row must fit besides. */
	filters: readonly Condition[];
	/** Columns of search_entry. */
	columns: readonly string[];
	limit: number;
};

/**
 * The head of a statement: `read` has the rows of the first stages that yield so many; a later stage is only read where
 * those before did not yield enough. Its text depends on the number of stages and on the filters alone.
 */
export function withStagedRead({ stages, filters, columns, limit }: StagedRead): RawBuilder<unknown> {
	const names = stages.map((_, at) => sql.ref(`stage_${at}`));
	// Materialized, a stage is planned to be read whole, by its index, and yet read only as far as the limit.
	const parts = stages.map(
		(condition, at) => sql`${names[at]!} as materialized (
		select ${sql.join(columns.map((column) => sql.ref(column)))} from search_entry
		where ${allOf([condition, ...filters])})`
	);
	const reads = names.map((name) => sql`select * from ${name}`);
	return sql`${prepared}
		with ${sql.join(parts)}, read as materialized (
			${sql.join(reads, sql` union all `)} limit ${sql.lit(limit)}
		)`;
}
