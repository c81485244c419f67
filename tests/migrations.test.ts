import { sql } from 'kysely';
import { NO_MIGRATIONS } from 'kysely/migration';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateToLatest, migrator } from '#db/migrate.ts';
import type { Database } from '#lib/server/db/connection.ts';
import { createTestDatabase, type TestDatabase } from './harness/database.ts';

let test_database: TestDatabase;
let db: Database;

beforeAll(async () => {
	test_database = await createTestDatabase();
	db = test_database.db;
});
afterAll(() => test_database.drop());

test('every table says what it holds, every column what it means', async () => {
	const { rows } = await sql<{ place: string }>`
		select pg_class.relname || coalesce('.' || attname, '') as place
		from pg_class
		join pg_namespace on pg_namespace.oid = relnamespace and nspname = 'public'
		left join lateral (
			select 0 as attnum, null as attname
			union all select attnum, attname from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped
		) as part on true
		where relkind in ('r', 'p', 'v') and relname not like 'kysely_%'
			and coalesce(col_description(pg_class.oid, attnum), case attnum when 0 then obj_description(pg_class.oid, 'pg_class') end, '') = ''
		order by 1`.execute(db);
	expect(rows.map(({ place }) => place)).toEqual([]);
});

test('a day, and a range of days, comes back as it was written', async () => {
	const { rows } = await sql`
		select date '2022-12-03' as day, daterange('2022-12-03', '2022-12-05') as days,
			to_jsonb(date '2022-12-03') as within_json`.execute(db);
	expect(rows).toEqual([{ day: '2022-12-03', days: '[2022-12-03,2022-12-05)', within_json: '2022-12-03' }]);
});

test('the database can be taken down to nothing and made again', async () => {
	const before = await shape();
	const { error } = await migrator(db).migrateTo(NO_MIGRATIONS);
	expect(error).toBeUndefined();
	expect(await shape()).toEqual([]);
	expect(await migrateToLatest(db)).toHaveLength((await migrator(db).getMigrations()).length);
	expect(await shape()).toEqual(before);
});

test('the newest database has nothing left to do', async () => {
	expect(await migrateToLatest(db)).toEqual([]);
});

/** Tables, columns, constraints and indexes of ours, in words. */
async function shape(): Promise<string[]> {
	const { rows } = await sql<{ part: string }>`
		with ours as (
			select pg_class.oid, relname from pg_class
			join pg_namespace on pg_namespace.oid = relnamespace and nspname = 'public'
			where relkind in ('r', 'S', 'v') and relname not like 'kysely_%'
		)
		select format('%s %s %s %s', relname, attname, format_type(atttypid, atttypmod), attnotnull) as part
		from ours join pg_attribute on attrelid = ours.oid and attnum > 0
		union all
		select format('%s %s', relname, pg_get_constraintdef(pg_constraint.oid)) from ours join pg_constraint on conrelid = ours.oid
		union all
		select pg_get_indexdef(indexrelid) from ours join pg_index on indrelid = ours.oid
		union all
		select typname from pg_type where typtype = 'd' and typnamespace = 'public'::regnamespace
		order by 1`.execute(db);
	return rows.map(({ part }) => part);
}
