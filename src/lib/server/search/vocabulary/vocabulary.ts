import { fold } from '#lib/domain/folding.ts';
import { foldedWords } from '../indexing/text_words.ts';
import { articleForms } from '../matching/articles.ts';
import { aliases } from './aliases.ts';
import { generic } from './generic.ts';
import { glossary } from './glossary.ts';

/** What a phrase can be put in other words with: the folded words, and whether they translate it or only spell it otherwise. */
export type Rewording = { words: string[]; how: 'gloss' | 'alias' };

/** Words of the longest phrase that has an entry. */
export const longestPhrase = 4;

const rewordings = new Map<string, Rewording[]>();
const ownWords = new Set<string>();
const genericWords = new Set(linesOf(generic).flatMap(({ line }) => foldedWords(line).map(bareForm)));
/** ال is no word of a text, yet typed alone it is one that says nothing. */
for (const { line } of linesOf(generic)) genericWords.add(fold(line));
const functionWords = new Set(
	linesOf(generic)
		.filter(({ section }) => section === 'function words')
		.map(({ line }) => fold(line))
);

for (const { line } of linesOf(glossary)) {
	const [english = [], arabic = []] = line.split('=').map(phrasesOf);
	addAll(english, arabic, 'gloss');
	addAll(arabic, english, 'gloss');
	addOwnWords(arabic);
}
for (const { line, section } of linesOf(aliases)) {
	const spellings = phrasesOf(line);
	addAll(spellings, spellings, 'alias');
	if (section === 'places') addOwnWords(spellings);
}

/** Other words for a phrase of folded words, with or without articles. */
export function rewordingsOf(words: readonly string[]): readonly Rewording[] {
	return rewordings.get(keyOf(words)) ?? [];
}

/** Whether so many names hold a folded word that it need not be in a result. */
export function isGeneric(word: string): boolean {
	const known = judged.get(word);
	if (known !== undefined) return known;
	if (judged.size >= MOST_JUDGED) judged.clear();
	const is = genericWords.has(bareForm(word));
	judged.set(word, is);
	return is;
}

/** How many of these folded words are not generic: the length of a name, as search counts it. */
export const tellingWords = (words: readonly string[]): number =>
	words.filter((word) => !isGeneric(word)).length;

/** Whether a folded word says nothing by itself, such as في and “for”. */
export const isFunctionWord = (word: string): boolean => functionWords.has(word);

/** Ranking asks of the same words again and again. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 100_000;

/** Whether a folded word is the name of a place, or an Arabic word of the glossary, by itself. */
export const isOwnWord = (word: string): boolean => ownWords.has(bareForm(word));

function linesOf(text: string): { line: string; section: string }[] {
	let section = '';
	return text.split('\n').flatMap((raw) => {
		const line = raw.trim();
		if (line.startsWith('#')) section = line.slice(1).trim();
		return line === '' || line.startsWith('#') ? [] : [{ line, section }];
	});
}

function phrasesOf(side: string): string[][] {
	return side
		.split(/[,،]/)
		.map(foldedWords)
		.filter(({ length }) => length > 0 && length <= longestPhrase);
}

function addAll(from: string[][], to: string[][], how: Rewording['how']): void {
	for (const phrase of from) {
		const key = keyOf(phrase);
		const known = rewordings.get(key) ?? [];
		const seen = new Set([key, ...known.map(({ words }) => keyOf(words))]);
		for (const words of to) {
			if (seen.has(keyOf(words))) continue;
			seen.add(keyOf(words));
			known.push({ words, how });
		}
		rewordings.set(key, known);
	}
}

function addOwnWords(phrases: string[][]): void {
	for (const [word, ...more] of phrases) if (word && more.length === 0) ownWords.add(bareForm(word));
}

function keyOf(words: readonly string[]): string {
	return words.map(bareForm).join(' ');
}

/** A folded word without its article. */
export function bareForm(word: string): string {
	return articleForms(word).at(-1)!;
}
