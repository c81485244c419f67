import { sql } from 'kysely';
import { prepared, type Database } from '../../db/connection.ts';
import { identifierLexeme } from '../indexing/lexemes.ts';
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
import { sharedStem, stemsOf } from '../matching/stems.ts';
import { bareForm, isGeneric } from '../vocabulary/vocabulary.ts';
import { tokenMatcher } from '../matching/token_match.ts';
import type { How } from '../query.ts';
import type { QueryGroup } from './groups.ts';

/** Words of the register that answer one word of a query. */
export type Term = Map<string, Answer>;
export type Answer = {
	score: number;
	/** How sure it is that this word was meant, where that is less than its score. */
	likeness?: number;
	how: How;
	uses: number;
	shown: string;
};

/** One way to answer a group: each of its terms by some word. */
export type Alternative = Term[];

export type ExpandedGroup = QueryGroup & {
	alternatives: Alternative[];
	/** How rare what answers it is, as idf; what nothing answers is as rare as can be. */
	weight: number;
	/** Records that may answer it, at most. */
	uses: number;
	/** Whether the register has the word itself. */
	isKnown: boolean;
};

export type Expansion = { groups: ExpandedGroup[]; records: number };

const most = { own: 12, script: 8, reworded: 8, prefixes: 12, prefixesRead: 600 };
const shortestPrefix = 2;
const rewordingWorth = { gloss: 0.92, alias: 0.97 };

/** From this score on a word is surely what was meant by another. */
const clearlyMeant = 0.7;

/** Below this share of the best score an answer does not count towards how common a group is. */
const goodAnswer = 0.75;

/** Finds for each word of a query the words of the register that answer it, by one look into the lexicon. */
export async function expand(db: Database, groups: readonly QueryGroup[]): Promise<Expansion> {
	const own = [...new Set(groups.flatMap(({ words, joined }) => [...words, joined ?? words[0]!]))];
	const others = [...new Set(groups.flatMap(({ rewordings }) => rewordings.flatMap(({ words }) => words)))];
	const { found, records } = await lookUp(db, own, others);
	const terms = new Map(own.map((word) => [word, ownTerm(word, found)]));
	const reworded = new Map(others.map((word) => [word, rewordedTerm(word, found)]));
	const expanded = groups.map((group) => expandGroup(group, terms, reworded, records));
	return { groups: withGeneric(expanded), records };
}

/** A misspelt or sounded word that means a generic one is optional, too, as long as another is not. */
function withGeneric(groups: ExpandedGroup[]): ExpandedGroup[] {
	const optional = groups.map((group) => ({
		...group,
		isOptional: group.isOptional || (!group.isKnown && meansGeneric(group))
	}));
	return optional.every(({ isOptional }) => isOptional) ? groups : optional;
}

function meansGeneric({ words, alternatives }: ExpandedGroup): boolean {
	const [own] = alternatives;
	if (words.length > 1 || !own?.[0]) return false;
	const best = [...own[0]].reduce((one, other) => (other[1].score > one[1].score ? other : one));
	return best[1].score >= clearlyMeant && isGeneric(best[0]);
}

type FoundWord = { word: string; uses: number; shown: string; askedBy: Set<string> };

/** The words that share a key with any of these; `others` by their stems alone. */
async function lookUp(
	db: Database,
	own: readonly string[],
	others: readonly string[]
): Promise<{ found: Map<string, FoundWord>; records: number }> {
	const stems = [...own, ...others].flatMap((word) => stemKeys(word).map((key) => ({ by: word, key })));
	const typos = own.flatMap((word) => typoKeys(word).map((key) => ({ by: word, key })));
	const sounds = own.flatMap(soundKeys);
	const prefixes = own.filter(([...letters]) => letters.length >= shortestPrefix).map((by) => ({ by }));
	const { rows } = await sql<{ by: string | null; word: string; uses: number; shown: string }>`${prepared}
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
	const found = new Map<string, FoundWord>();
	let records = 0;
	for (const { by, word, uses, shown } of rows) {
		if (by === null) records += uses;
		else {
			const known = found.get(word) ?? { word, uses, shown, askedBy: new Set<string>() };
			known.askedBy.add(by);
			found.set(word, known);
		}
	}
	return { found, records };
}

/** A key that one of the words asks by; consonants are looked for among the words of the other script. */
type AskedKey = { by: string; key?: string; kind?: 'arabic' | 'latin'; share?: number; letters?: number };

function rowsOf(keys: readonly AskedKey[]) {
	return sql`jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as asked (by text, key text, kind text, share real, letters int)`;
}

function soundKeys(word: string): AskedKey[] {
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

function ownTerm(query: string, found: ReadonlyMap<string, FoundWord>): Term {
	const match = tokenMatcher(query);
	const asked = [...found.values()].filter(({ askedBy }) => askedBy.has(query));
	const usesOfBare = new Map<string, number>();
	for (const { word, uses } of asked) {
		const bare = bareForm(word);
		usesOfBare.set(bare, (usesOfBare.get(bare) ?? 0) + uses);
	}
	const answers: [string, Answer][] = [];
	for (const { word, uses, shown } of asked) {
		// A word with its article is as common as the word.
		const matched = match(word, usesOfBare.get(bareForm(word)));
		if (matched) answers.push([word, { ...matched, uses, shown }]);
	}
	return withIdentifier(query, bestOf(answers));
}

/** A number may be that of a licence. */
function withIdentifier(query: string, term: Term): Term {
	if (/\d{3}/.test(query))
		term.set(identifierLexeme(query), { score: 1, how: 'exact', uses: 1, shown: query });
	return term;
}

function rewordedTerm(query: string, found: ReadonlyMap<string, FoundWord>): Term {
	const stems = stemsOf(query);
	const answers: [string, Answer][] = [];
	for (const { word, uses, shown, askedBy } of found.values()) {
		const shared = askedBy.has(query) ? sharedStem(stems, stemsOf(word)) : undefined;
		if (shared && shared.how !== 'part')
			answers.push([word, { score: shared.worth, how: 'gloss', uses, shown }]);
	}
	return new Map([...bestOf(answers)].slice(0, most.reworded));
}

/** The score of the word itself, with or without the article. */
const knownScore = 0.9;

/** Answers far behind the best one are noise beside it. */
const leastBesideBest = 0.45;
const leastBesideKnown = 0.65;
/** A word that is known as it is typed is also what it sounds like in the other script, but not what hardly does. */
const leastSoundOfKnown = 0.4;

/** The best in each script: those of the other one do not crowd out what is spelt nearly so. */
function bestOf(answers: [string, Answer][]): Term {
	const ranked = answers.toSorted(([, one], [, other]) => other.score - one.score || other.uses - one.uses);
	const isScript = ([, { how }]: [string, Answer]) => how === 'script';
	const [own, others] = [ranked.filter((answer) => !isScript(answer)), ranked.filter(isScript)];
	const isKnown = (own[0]?.[1].score ?? 0) >= knownScore;
	const kept = [
		...firstOf(withoutNoise(own), most.own),
		...firstOf(withoutNoise(others, isKnown ? leastSoundOfKnown : 0), most.script)
	];
	return new Map(ranked.filter((answer) => kept.includes(answer)));
}

/** The first so many words, each with and without its article. */
function firstOf(ranked: [string, Answer][], count: number | undefined): [string, Answer][] {
	if (count === undefined) return ranked;
	const bare = new Set<string>();
	return ranked.filter(([word]) => {
		if (bare.size < count) bare.add(bareForm(word));
		return bare.has(bareForm(word));
	});
}

/** In each script apart: a word that is known in one may be a name that is only known in the other. */
function withoutNoise(ranked: [string, Answer][], floor = 0): [string, Answer][] {
	const best = ranked[0]?.[1].score ?? 0;
	const least = best < knownScore ? leastBesideBest * best : leastBesideKnown;
	return ranked.filter(([, { score }]) => score >= Math.max(least, floor));
}

function expandGroup(
	group: QueryGroup,
	terms: ReadonlyMap<string, Term>,
	reworded: ReadonlyMap<string, Term>,
	records: number
): ExpandedGroup {
	const isTranslated = group.rewordings.length > 0;
	const own = group.words.map((word) => {
		const term = withJoined(
			terms.get(word)!,
			group.joined === undefined ? undefined : terms.get(group.joined)
		);
		return isTranslated ? term : soundly(term);
	});
	const others = group.rewordings.map(({ words, how }) =>
		words.map((word) => worthOf(reworded.get(word)!, how))
	);
	const alternatives = [own, ...others].filter((terms) => terms.every((term) => term.size > 0));
	const uses = Math.min(records, sum(alternatives.map((terms) => Math.min(...terms.map(usesOf)))));
	const isKnown = own.every((term) =>
		[...term.values()].some(({ how }) => how === 'exact' || how === 'article')
	);
	return { ...group, alternatives, uses, weight: Math.log(1 + records / (1 + uses)), isKnown };
}

/** Of a word that both answer, the better answer. */
function withJoined(term: Term, joined: Term | undefined): Term {
	if (!joined) return term;
	const better = [...joined].filter(([word, { score }]) => score > (term.get(word)?.score ?? 0));
	return new Map([...term, ...better].toSorted(([, one], [, other]) => other.score - one.score));
}

/**
 * What a clear sound is worth; by its likeness alone every name in the other script would lose to one in this script.
 * The less clear the best sound is, the less it gains, and it gains no more than what is spelt nearly so.
 */
const clearSound = { likeness: 0.6, worth: 0.9, besideOwn: 0.95 };
const faintSound = 0.4;
const goodSpelling = 0.75;

/** The words that sound alike, measured against the one that does best. A word that has a translation is none that is meant by its sound. */
function soundly(term: Term): Term {
	const answers = [...term.values()];
	const bestOf = (isSound: boolean) =>
		Math.max(0, ...answers.filter(({ how }) => (how === 'script') === isSound).map(({ score }) => score));
	const [sound, own] = [bestOf(true), bestOf(false)];
	const worth =
		own < goodSpelling ? clearSound.worth : Math.min(clearSound.worth, clearSound.besideOwn * own);
	const clarity = Math.min(1, Math.max(0, (sound - faintSound) / (clearSound.likeness - faintSound)));
	const gain = 1 + clarity * Math.max(0, worth / sound - 1);
	return new Map(
		[...term].map(([word, answer]) => {
			const { how, score } = answer;
			return [word, how === 'script' ? { ...answer, score: gain * score, likeness: score } : answer];
		})
	);
}

function worthOf(term: Term, how: 'gloss' | 'alias'): Term {
	return new Map(
		[...term].map(([word, answer]) => [word, { ...answer, how, score: answer.score * rewordingWorth[how] }])
	);
}

/** Records that hold a word which answers well. */
function usesOf(term: Term): number {
	const answers = [...term.values()];
	const best = Math.max(...answers.map(({ score }) => score));
	return sum(answers.filter(({ score }) => score >= goodAnswer * best).map(({ uses }) => uses));
}

/** Records that answer a group in any way, at most. */
export function allUses({ alternatives }: Pick<ExpandedGroup, 'alternatives'>): number {
	const usesOfTerm = (term: Term) => sum([...term.values()].map(({ uses }) => uses));
	return sum(alternatives.map((terms) => Math.min(...terms.map(usesOfTerm))));
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

/** From this share of the best score an answer is as good as the word itself: with its article, or translated. */
const sureAnswer = 0.8;
/** A word of the other script that sounds as asked for has about this score. */
const goodSound = 0.65;
const MOST_SURE = 6;
const MOST_SOUNDS = 4;

/** A group with those of its answers that are nearly as good as the best. */
export const withBestAnswers = (group: ExpandedGroup): ExpandedGroup => withAnswersFrom(group, goodAnswer);
export const withSureAnswers = (group: ExpandedGroup): ExpandedGroup =>
	withAnswersFrom(group, sureAnswer, MOST_SURE);

/** The best come first in each term. */
function withAnswersFrom(group: ExpandedGroup, share: number, count?: number): ExpandedGroup {
	const best = bestLikeness(group);
	const alternatives = group.alternatives
		.map((terms) => terms.map((term) => goodAnswers(term, share, best, count)))
		.filter((terms) => terms.every(({ size }) => size > 0));
	return alternatives.length > 0 ? { ...group, alternatives } : group;
}

/** A sound is measured against the best sound: what only has a name in the other script is not crowded out. */
function goodAnswers(term: Term, share: number, best: number, count?: number): Term {
	const answers = [...term];
	const own = answers.filter(([, { how, score }]) => how !== 'script' && score >= share * best);
	const sounds = answers.filter(([, { how }]) => how === 'script');
	const leastSound = share * Math.max(goodSound, ...sounds.map(([, { score }]) => score));
	const clear = sounds.filter(([, { score }]) => score >= leastSound);
	return new Map([...firstOf(own, count), ...firstOf(clear, count && MOST_SOUNDS)]);
}

/** How surely any word of the register is what a group means. */
export function bestLikeness({ alternatives }: ExpandedGroup): number {
	const scores = alternatives.map((terms) => {
		const best = terms.map((term) =>
			Math.max(...[...term.values()].map(({ likeness, score }) => likeness ?? score))
		);
		return best.reduce((sum, score) => sum + score, 0) / terms.length;
	});
	return Math.max(0, ...scores);
}
