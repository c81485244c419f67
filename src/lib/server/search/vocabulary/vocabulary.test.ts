import { describe, expect, test } from 'vitest';
import { foldedWords } from '../indexing/text_words.ts';
import { aliases } from './aliases.ts';
import { generic } from './generic.ts';
import { glossary } from './glossary.ts';
import { isGeneric, isOwnWord, longestPhrase, rewordingsOf } from './vocabulary.ts';

const linesOf = (list: string): string[] =>
	list.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));

const wordsFor = (phrase: string, how: 'gloss' | 'alias'): string[] =>
	rewordingsOf(foldedWords(phrase))
		.filter((rewording) => rewording.how === how)
		.map(({ words }) => words.join(' '));

describe('a word of the field is found by what it means in the other language', () => {
	test.each([
		['orphans', 'أيتام'],
		['association', 'جمعية'],
		['volunteer', 'تطوعي'],
		['elderly', 'مسنين'],
		['autism', 'التوحد'],
		['blood donation', 'التبرع بالدم'],
		['food bank', 'بنك الطعام']
	])('%s and %s, both ways', (english, arabic) => {
		const folded = (text: string) => foldedWords(text).join(' ').replace(/^ال/, '');
		expect(wordsFor(english, 'gloss').map(folded)).toContain(folded(arabic));
		expect(wordsFor(arabic, 'gloss')).toContain(foldedWords(english).join(' '));
	});

	test('with or without the article, in any spelling that folds', () => {
		expect(wordsFor('الأيتام', 'gloss')).toEqual(wordsFor('ايتام', 'gloss'));
		expect(wordsFor('أيتام', 'gloss')).not.toEqual([]);
	});

	test('an Arabic term is no gloss of an Arabic one', () => {
		for (const gloss of wordsFor('أيتام', 'gloss')) expect(gloss).toMatch(/^[a-z ]+$/);
	});
});

describe('a place or a name is found by its other spellings', () => {
	test.each([
		['Qateef', 'القطيف'],
		['Jiddah', 'جدة'],
		['Mecca', 'مكة المكرمة'],
		['Mohamed', 'محمد']
	])('%s is %s', (latin, arabic) => {
		expect(wordsFor(latin, 'alias')).toContain(foldedWords(arabic).join(' '));
		expect(wordsFor(arabic, 'alias')).toContain(foldedWords(latin).join(' '));
	});

	test('and never by itself', () => {
		for (const name of ['القطيف', 'محمد'])
			expect(wordsFor(name, 'alias')).not.toContain(foldedWords(name)[0]);
	});
});

test('places of one word are known, with or without the article', () => {
	for (const place of ['جدة', 'القطيف', 'قطيف', 'الرياض'])
		expect(isOwnWord(foldedWords(place)[0]!)).toBe(true);
	for (const word of ['محمد', 'خريدل']) expect(isOwnWord(foldedWords(word)[0]!)).toBe(false);
});

test('a word that very many names hold is generic, one that tells names apart is not', () => {
	for (const word of [
		'جمعية',
		'الجمعية',
		'فريق',
		'التطوعي',
		'الخيرية',
		'association',
		'الدكتورة',
		'بن',
		'في'
	])
		expect(isGeneric(foldedWords(word)[0]!), word).toBe(true);
	for (const word of ['القطيف', 'الأيتام', 'نور', 'orphans', 'عبدالله', 'موسى'])
		expect(isGeneric(foldedWords(word)[0]!), word).toBe(false);
	for (const word of linesOf(generic).flatMap((line) => foldedWords(line)))
		expect(isGeneric(word), word).toBe(true);
});

describe('each line of the lists is whole', () => {
	test('the glossary has both languages on each line', () => {
		for (const line of linesOf(glossary)) {
			const sides = line.split('=');
			expect(sides, line).toHaveLength(2);
			expect(sides[0], line).not.toMatch(/\p{Script=Arabic}/u);
			expect(sides[1], line).not.toMatch(/\p{Script=Latin}/u);
		}
	});

	test('a set of aliases has two spellings or more', () => {
		for (const line of linesOf(aliases)) expect(line.split(/[,،]/).length, line).toBeGreaterThan(1);
	});

	test('a term has a word, and no more than a phrase may have', () => {
		for (const line of [...linesOf(glossary), ...linesOf(aliases)])
			for (const term of line.split(/[=,،]/)) {
				expect(foldedWords(term).length, `${term} in ${line}`).toBeGreaterThan(0);
				expect(foldedWords(term).length, `${term} in ${line}`).toBeLessThanOrEqual(longestPhrase);
			}
	});
});
