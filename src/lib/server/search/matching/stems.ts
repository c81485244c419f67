import { isOwnWord } from '../vocabulary/vocabulary.ts';
import { articleForms, splitServant } from './articles.ts';

/** A form under which a word is found, what it is worth, and why. */
export type Stem = { stem: string; worth: number; how: 'exact' | 'spelling' | 'article' | 'part' };

const worth = { spelling: 0.95, article: 0.97, shortArticle: 0.92, clitic: 0.9, part: 0.6 };

/** البر and بالدم: two letters behind an article are as often a part of the word, and الله is none. */
const shortArticle = /^(?:[وبكف]?ال|لل)(?!له$)(..)$/u;

/** و، ب، ل written onto a word. Short words that begin so are words of their own, but for known ones: بجدة، لدعم. */
const clitic = /^[وبل](.{3,})$/u;
const shortestBehindClitic = 4;

/** Letters of other languages, and the Arabic ones that are written for them. */
const neighbours: Readonly<Record<string, string>> = { پ: 'ب', چ: 'ج', ڤ: 'ف', گ: 'ك', ژ: 'ز' };

const father = /^(?:ابو|ابا|ام|abu|abo|umm?)(.{3,})$/u;

/**
 * The forms of a folded word: itself; without its article; without a clitic; and the name inside عبد… or أبو….
 * Two words that share a form answer each other.
 */
export function stemsOf(word: string): Stem[] {
	const [, bare] = articleForms(word);
	const native = word.replace(/[پچڤگژ]/gu, (letter) => neighbours[letter]!);
	const short = shortArticle.exec(word)?.[1];
	const part = splitServant(word)?.[1] ?? father.exec(word)?.[1];
	const stems: Stem[] = [
		{ stem: word, worth: 1, how: 'exact' },
		...(native !== word ? [{ stem: native, worth: worth.spelling, how: 'spelling' as const }] : []),
		...(bare ? [{ stem: bare, worth: worth.article, how: 'article' as const }] : []),
		...(short ? [{ stem: short, worth: worth.shortArticle, how: 'article' as const }] : []),
		...behindClitic(word).map((stem) => ({ stem, worth: worth.clitic, how: 'article' as const })),
		...(part ? [{ stem: articleForms(part).at(-1)!, worth: worth.part, how: 'part' as const }] : [])
	];
	return stems.filter(({ stem }, at) => stems.findIndex((other) => other.stem === stem) === at);
}

function behindClitic(word: string): string[] {
	const rest = clitic.exec(word)?.[1];
	if (rest === undefined) return [];
	return [...rest].length >= shortestBehindClitic || isOwnWord(rest) ? [rest] : [];
}

/** The best form that two words share: as good as the weaker of the two makes it. */
export function sharedStem(one: readonly Stem[], other: readonly Stem[]): Stem | undefined {
	let best: Stem | undefined;
	for (const a of one) {
		const b = other.find(({ stem }) => stem === a.stem);
		if (!b) continue;
		const weaker = a.worth <= b.worth ? a : b;
		if (!best || weaker.worth > best.worth) best = weaker;
	}
	return best;
}
