import { sql, type Kysely } from 'kysely';

/** The index is emptied, and made anew at the next start. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		truncate search_entry, lexicon cascade;
		comment on column search_entry.name_words is
			'The distinct words of its names; and in a name of n words that are not generic each word as word#n, and each two of these as word+word#n.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		truncate search_entry, lexicon cascade;
		comment on column search_entry.name_words is
			'The distinct words of its names; and each of them as word#n, in a name of n words.';
	`.execute(db);
}
