import { identifierLexeme } from '../indexing/lexemes.ts';
import { sharedStem, stemsOf } from '../matching/stems.ts';
import { tokenMatcher } from '../matching/token_match.ts';
import type { How } from '../query.ts';
import { bareForm } from '../vocabulary/vocabulary.ts';
import type { FoundWord } from './lexicon_lookup.ts';

/** Words of the register that answer one word of a query. */
export type Term = Map<string, Answer>;
export type Answer = {
	score: number;
	/** How sure it is that this word was meant, where that is less than its score. */
	likeness?: number;
	how: How;
	/** Records that hold it, and those whose names do. */
	uses: number;
	named: number;
	shown: string;
};

const most = { own: 12, script: 10, reworded: 8 };
const rewordingWorth = { gloss: 0.92, alias: 0.97 };

/** What answers a word itself, the best first. */
export function ownTerm(query: string, found: ReadonlyMap<string, FoundWord>): Term {
	const match = tokenMatcher(query);
	const asked = [...found.values()].filter(({ askedBy }) => askedBy.has(query));
	const usesOfBare = new Map<string, number>();
	for (const { word, uses } of asked) {
		const bare = bareForm(word);
		usesOfBare.set(bare, (usesOfBare.get(bare) ?? 0) + uses);
	}
	const answers: [string, Answer][] = [];
	for (const { word, uses, named, shown } of asked) {
		// A word with its article is as common as the word.
		const matched = match(word, usesOfBare.get(bareForm(word)));
		if (matched) answers.push([word, { ...matched, uses, named, shown }]);
	}
	return withIdentifier(query, bestOf(answers));
}

/** A number may be that of a licence. */
function withIdentifier(query: string, term: Term): Term {
	if (/\d{3}/.test(query))
		term.set(identifierLexeme(query), { score: 1, how: 'exact', uses: 1, named: 0, shown: query });
	return term;
}

/** What answers a word that others were put into. */
export function rewordedTerm(query: string, found: ReadonlyMap<string, FoundWord>): Term {
	const stems = stemsOf(query);
	const answers: [string, Answer][] = [];
	for (const { word, uses, named, shown, askedBy } of found.values()) {
		const shared = askedBy.has(query) ? sharedStem(stems, stemsOf(word)) : undefined;
		if (shared && shared.how !== 'part')
			answers.push([word, { score: shared.worth, how: 'gloss', uses, named, shown }]);
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
export function firstOf(ranked: [string, Answer][], count: number | undefined): [string, Answer][] {
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

/** Of a word that both answer, the better answer. */
export function withJoined(term: Term, joined: Term | undefined): Term {
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
export function soundly(term: Term): Term {
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

export function worthOf(term: Term, how: 'gloss' | 'alias'): Term {
	return new Map(
		[...term].map(([word, answer]) => [word, { ...answer, how, score: answer.score * rewordingWorth[how] }])
	);
}
