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

/** A word of the register, in how many records it is, how it is written, and the words of the query that share a key with it. */
export type FoundWord = { word: string; uses: number; shown: string; askedBy: Set<string> };

/**
 * The words that share a key with any of these; `others` by their stems alone. `records`: how many there are in all.
 * One half of the words is looked up beside the other.
 */
export async function lookUp(
	db: Database,
	own: readonly string[],
	others: readonly string[]
): Promise<{ found: Map<string, FoundWord>; records: number }> {
	const half = Math.ceil(own.length / 2);
	const parts = await Promise.all([
		readAnswers(db, own.slice(0, half), others),
		...(own.length > half ? [readAnswers(db, own.slice(half), [])] : [])
	]);
	const found = new Map<string, FoundWord>();
	for (const { by, word, uses, shown } of parts.flat()) {
		if (by === null) continue;
		const known = found.get(word) ?? { word, uses, shown, askedBy: new Set<string>() };
		known.askedBy.add(by);
		found.set(word, known);
	}
	const types = parts[0]!.filter(({ by }) => by === null);
	return { found, records: types.reduce((sum, { uses }) => sum + uses, 0) };
}

type AnswerRow = { by: string | null; word: string; uses: number; shown: string };

/** A row for each word and what it shares a key with; without the latter, how many records of a type there are. */
async function readAnswers(
	db: Database,
	own: readonly string[],
	others: readonly string[]
): Promise<AnswerRow[]> {
	const stems = [...own, ...others].flatMap((word) => stemKeys(word).map((key) => ({ by: word, key })));
	const typos = own.flatMap((word) => typoKeys(word).map((key) => ({ by: word, key })));
	const sounds = own.flatMap(soundKeys);
	const prefixes = own.filter(([...letters]) => letters.length >= shortestPrefix).map((by) => ({ by }));
	const { rows } = await sql<AnswerRow>`${prepared}
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
		select by, word, uses, shown from answer join lexicon using (word)
		union all
		select null, word, uses, shown from lexicon where word like 'type=%'`.execute(db);
	return rows;
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
