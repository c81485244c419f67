import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		alter table lexicon add column named integer not null default 0 check (named between 0 and uses);
		update lexicon set named = least(counted.ndoc, lexicon.uses)
			from ts_stat('select name_words from search_entry') as counted where counted.word = lexicon.word;
		alter table lexicon alter column named drop default;
		comment on column lexicon.named is 'How many of them hold it in a name.';
	`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`alter table lexicon drop column named`.execute(db);
}
