import { sql } from 'kysely';
import { prepared, type Database } from '../../db/connection.ts';
import { stemKeys, typoKeys } from '../indexing/lexicon_keys.ts';
import { isArabic } from '../matching/letters.ts';
import {
	arabicForms,
	arabicKeys,
	candidateLimit,
	latinForms,
	latinKeys,
	lengthCost,
	lengthRatio
} from '../matching/name_match.ts';

const most = { prefixes: 12, prefixesRead: 600 };
const shortestPrefix = 2;

/**
 * A word of the register, in how many records it is, and in the names of how many, how it is written, and the words
 * of the query that share a key with it.
 */
export type FoundWord = { word: string; uses: number; named: number; shown: string; askedBy: Set<string> };

/** What the lexicon has, as it was after one change and before the next. */
export type Lookup = {
	found: Map<string, FoundWord>;
	/** How many records there are in all. */
	records: number;
	/** Another one after each change. */
	version: string;
};

/** The words that share a key with any of these; `others` by their stems alone. */
export async function lookUp(
	db: Database,
	own: readonly string[],
	others: readonly string[]
): Promise<Lookup> {
	const stems = [...own, ...others].flatMap((word) => stemKeys(word).map((key) => ({ by: word, key })));
	const typos = own.flatMap((word) => typoKeys(word).map((key) => ({ by: word, key })));
	const sounds = own.flatMap(soundKeys);
	const prefixes = own.filter(([...letters]) => letters.length >= shortestPrefix).map((by) => ({ by }));
	const { rows } = await sql<{ by: string | null } & Omit<FoundWord, 'askedBy'>>`${prepared}
		with answer as (
			select by, word from ${rowsOf(stems)} join lexicon_key as k on k.kind = 'stem' and k.key = asked.key
			union
			select by, word from ${rowsOf(typos)} join lexicon_key as k on k.kind = 'typo' and k.key = asked.key
			union
			select sounding.by, word from (select distinct by from ${rowsOf(sounds)}) as sounding cross join lateral (
				select k.word from ${rowsOf(sounds)} join lexicon_key as k on k.kind = asked.kind and k.key = asked.key
				where asked.by = sounding.by
				order by ln(asked.share * k.share) - ${sql.lit(lengthCost)}::real * abs(
					case k.kind when 'latin' then asked.letters - ${sql.lit(lengthRatio)}::real * k.letters
						else k.letters - ${sql.lit(lengthRatio)}::real * asked.letters end) desc
				limit ${sql.lit(candidateLimit)}
			) as heard
			union
			select by, begun.word from ${rowsOf(prefixes)} cross join lateral (
				select word from (
					select word from lexicon_key
					where kind = 'stem' and key >= asked.by collate "C" and key < asked.by || '￿' collate "C"
					limit ${sql.lit(most.prefixesRead)}
				) as read join lexicon using (word) order by uses desc limit ${sql.lit(most.prefixes)}
			) as begun
		)
		select by, word, uses, named, shown from answer join lexicon using (word)
		union all
		select null, word, uses, named, shown from lexicon where word like 'type=%'
		union all
		select null, 'version', 0, 0, changed_by::text from lexicon_version`.execute(db);
	const lookup: Lookup = { found: new Map(), records: 0, version: '' };
	for (const { by, ...word } of rows) {
		if (by !== null) noteFound(lookup.found, by, word);
		else if (word.word === 'version') lookup.version = word.shown;
		else lookup.records += word.uses;
	}
	return lookup;
}

function noteFound(found: Lookup['found'], by: string, word: Omit<FoundWord, 'askedBy'>): void {
	const known = found.get(word.word);
	if (known) known.askedBy.add(by);
	else found.set(word.word, { ...word, askedBy: new Set([by]) });
}

/** A key that one of the words asks by; consonants are looked for among the words of the other script. */
type AskedKey = { by: string; key?: string; kind?: 'arabic' | 'latin'; share?: number; letters?: number };

function rowsOf(keys: readonly AskedKey[]) {
	return sql`jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as asked (by text, key text, kind text, share real, letters int)`;
}

const rememberedKeys = new Map<string, AskedKey[]>();
const MOST_REMEMBERED = 10_000;

/** The same each time; words that were asked for last are remembered. */
function soundKeys(word: string): AskedKey[] {
	const known = rememberedKeys.get(word);
	if (known) return known;
	if (rememberedKeys.size >= MOST_REMEMBERED) rememberedKeys.clear();
	const keys = makeSoundKeys(word);
	rememberedKeys.set(word, keys);
	return keys;
}

function makeSoundKeys(word: string): AskedKey[] {
	if (isArabic(word)) {
		const forms = arabicForms(word);
		const letters = forms.full.length;
		return arabicKeys(forms).map((key) => ({ by: word, key, kind: 'latin', share: 1, letters }));
	}
	const forms = latinForms(word);
	const letters = forms.full.length;
	return latinKeys(forms).map(({ skeleton, share }) => ({
		by: word,
		key: skeleton,
		kind: 'arabic',
		share,
		letters
	}));
}
