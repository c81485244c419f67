import { foldTokens } from '#lib/domain/folding.ts';

/** A folded word of a text and where it stands, in UTF-16 units. */
export type TextWord = { word: string; start: number; end: number };

/** Letters, digits and marks, with what folding deletes between them: tatweel, apostrophes, invisible characters. */
const run = /[\p{L}\p{N}\p{M}'`´‘’ʻʼʾʿˈ\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]+/gu;

/** Apostrophes at the edges are quotation marks. */
const edges = /^['`´‘’]+|['`´‘’]+$/g;

/** No more of a word is read: longer runs are no words. */
const longestWord = 60;

/**
 * The words of a text as search knows them: folded; عبد and abd one word with the name behind them, however they
 * were written; without آل, al and the like where they stand alone. Texts and queries are read by this one function.
 */
export function textWords(text: string): TextWord[] {
	return withoutArticles(gluedServants([...text.matchAll(run)].flatMap(wordsOfRun)));
}

/** The folded words alone. */
export const foldedWords = (text: string): string[] => textWords(text).map(({ word }) => word);

function wordsOfRun({ 0: shown, index }: RegExpExecArray): TextWord[] {
	const core = shown.replace(edges, '');
	const start = index + shown.indexOf(core);
	return wordsIn(core).map((word) => ({ word, start, end: start + core.length }));
}

const remembered = new Map<string, string[]>();
const MOST_REMEMBERED = 50_000;
const longestRemembered = 30;

/** The folded words of a run, mostly one. Texts are made of the same words again and again, and to fold them is dear. */
function wordsIn(run: string): string[] {
	const known = remembered.get(run);
	if (known) return known;
	const words = foldTokens(run).map((word) => word.slice(0, longestWord));
	if (run.length > longestRemembered) return words;
	if (remembered.size >= MOST_REMEMBERED) remembered.clear();
	remembered.set(run, words);
	return words;
}

/** عبد and what is written for it in Latin, with or without the article that may follow. */
const servant = /^(?:عبد|[23]?abd(?:[aeiou]l?|[aeu][dnrstz]|[ae]?l)?)$/u;
const standsAlone = /^(?:ال|[ae]l|[aei](?:d|dh|n|r|s|sh|t|th|z)|ul|il)$/u;

function gluedServants(words: TextWord[]): TextWord[] {
	const glued: TextWord[] = [];
	for (let at = 0; at < words.length; at++) {
		const first = words[at]!;
		const names = servant.test(first.word) ? namesBehind(words, at) : [];
		const last = names.at(-1);
		if (!last) glued.push(first);
		else {
			const word = (first.word + names.map((name) => name.word).join('')).slice(0, longestWord);
			glued.push({ word, start: first.start, end: last.end });
			at += names.length;
		}
	}
	return glued;
}

/** The name behind عبد, with an article that is written apart in Latin. */
function namesBehind(words: TextWord[], at: number): TextWord[] {
	const [next, afterNext] = [words[at + 1], words[at + 2]];
	if (next && afterNext && isLatinArticle(next.word) && afterNext.word.length >= 3) return [next, afterNext];
	return next && next.word.length >= 3 && !/\d/.test(next.word) ? [next] : [];
}

const isLatinArticle = (word: string) => word !== 'ال' && standsAlone.test(word);

/** A text of nothing else keeps them. */
function withoutArticles(words: TextWord[]): TextWord[] {
	const kept = words.filter(({ word }) => !standsAlone.test(word));
	return kept.length > 0 ? kept : words;
}
