import { sql, type Kysely } from 'kysely';
import { describe } from '../describe.ts';

export async function up(db: Kysely<never>): Promise<void> {
	await sql`
		drop table search_entry;
		create table search_entry (
			record_id text primary key references record,
			type text not null,
			name_ar text not null collate "ar-x-icu",
			name_en text not null collate "en-x-icu",
			names text not null,
			related text not null,
			place text not null,
			facets text[] not null,
			name_words tsvector not null,
			words tsvector not null,
			prior real not null check (prior between 0 and 1),
			active_years int4range,
			added_at timestamptz not null,
			confirmed_on date not null,
			held_on date not null
		);
		create index search_entry_words on search_entry using gin (name_words, words) with (fastupdate = off);
		create index search_entry_name_ar on search_entry (type, name_ar, record_id);
		create index search_entry_name_en on search_entry (type, name_en, record_id);
		create index search_entry_added_at on search_entry (type, added_at, record_id);
		create index search_entry_confirmed_on on search_entry (type, confirmed_on, record_id);
		create index search_entry_held_on on search_entry (type, held_on, record_id);

		create table lexicon (
			word text collate "C" primary key,
			uses integer not null check (uses > 0),
			shown text not null
		);
		create table lexicon_key (
			kind text not null check (kind in ('stem', 'typo', 'arabic', 'latin')),
			key text collate "C" not null,
			word text collate "C" not null references lexicon on delete cascade,
			share real not null,
			letters smallint not null,
			primary key (kind, key, word) include (share, letters)
		);
		create index lexicon_key_word on lexicon_key (word);
	`.execute(db);

	await describe(
		db,
		'search_entry',
		'What search reads of a record, derived from its public document in the transaction of each change.',
		{
			record_id: 'The record; a record that the public may not find has an entry without words.',
			type: 'Type of the record.',
			name_ar: 'Name to show and sort by in Arabic.',
			name_en: 'Name to show and sort by in English.',
			names: 'All its names, folded, between line feeds.',
			related: 'Names of the bodies and people that it belongs to or names, folded, between line feeds.',
			place: 'Its place, folded, in both languages.',
			facets: 'Values of filters, as name=value.',
			name_words: 'The distinct words of its names; and each of them as word#n, in a name of n words.',
			words: 'Every distinct word that finds it, its identifiers as id=value, and its facets.',
			prior: 'How much it is preferred to an equal match, from 0 to 1.',
			active_years: 'Gregorian years in which an organization existed, as far as is known.',
			added_at: 'When it came on the register.',
			confirmed_on:
				'Day on which someone responsible last said that the record is right; -infinity if nobody did.',
			held_on: 'First Gregorian day on which a conference may have been held; -infinity if it is not known.'
		}
	);
	await describe(
		db,
		'lexicon',
		'The vocabulary of search: every distinct folded word and facet of a search entry.',
		{
			word: 'The folded word, or a facet as name=value, which nobody can type.',
			uses: 'How many search entries hold it.',
			shown: 'The word as a record writes it.'
		}
	);
	await describe(db, 'lexicon_key', 'Keys under which words are looked up that are not typed exactly.', {
		kind: 'stem: the word without article or clitic; typo: it lacks one letter or two; arabic, latin: the consonants of a word in that script.',
		key: 'The key.',
		word: 'The word that it leads to.',
		share: 'Probability of this key among those of its kind for the word; 1 where there is one.',
		letters: 'Letters of the word as the key counts them.'
	});
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`
		drop table lexicon_key, lexicon, search_entry;
		create table search_entry (
			record_id text primary key references record on delete cascade,
			type text not null,
			name_ar text not null collate "ar-x-icu",
			name_en text not null collate "en-x-icu",
			folded_names text not null,
			folded_text text not null
		);
		create index search_entry_folded on search_entry using gin (folded_text gin_trgm_ops);
		create index search_entry_name_ar on search_entry (type, name_ar, record_id);
		create index search_entry_name_en on search_entry (type, name_en, record_id);
	`.execute(db);
}
