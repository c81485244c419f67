import { sql, type Kysely } from 'kysely';

/** What the columns that every part of a record shares mean. */
const partColumns = {
	record_id: 'The record that this part belongs to.',
	id: 'Id of the part, unique within its record and kept for life.',
	ordinal: 'Place of the part in its list, from 0.'
};

/** What the columns that hold a stated place mean. */
export const placeColumns = {
	country: 'ISO 3166-1 alpha-2 code.',
	region: 'ISO 3166-2 code.',
	governorate_ar: 'Governorate, in Arabic.',
	governorate_en: 'Governorate, in English.',
	city_ar: 'City or town, in Arabic.',
	city_en: 'City or town, in English.',
	district_ar: 'District or old quarter, in Arabic.',
	district_en: 'District or old quarter, in English.'
};

/** Writes a table's meaning and each column's into the database, from where it reaches the generated types. */
export async function describe(
	db: Kysely<never>,
	table: string,
	meaning: string,
	columns: Record<string, string>
): Promise<void> {
	await sql`comment on table ${sql.table(table)} is ${sql.lit(meaning)}`.execute(db);
	for (const [column, text] of Object.entries(columns)) {
		await sql`comment on column ${sql.ref(`${table}.${column}`)} is ${sql.lit(text)}`.execute(db);
	}
}

export async function describePart(
	db: Kysely<never>,
	table: string,
	meaning: string,
	columns: Record<string, string>
): Promise<void> {
	await describe(db, table, meaning, { ...partColumns, ...columns });
}
