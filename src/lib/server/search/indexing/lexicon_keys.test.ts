import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { articleForms } from '../matching/articles.ts';
import { sharedStem, stemsOf } from '../matching/stems.ts';
import { tokenMatcher } from '../matching/token_match.ts';
import { keysOf, stemKeys, typoKeys } from './lexicon_keys.ts';
import { facetLexeme, identifierLexeme, lengthLexeme } from './lexemes.ts';
import { foldedWords } from './text_words.ts';

const arabic = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const latin = [...'abcdefghijklmnopqrstuvwxyz'];
const wordOf = (letters: string[], minLength: number, maxLength: number) =>
	fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((chosen) => chosen.join(''));

const spelledKeys = (word: string): string[] => [...stemKeys(word), ...typoKeys(word)];
const shareAKey = (query: string, word: string): boolean => {
	const asked = new Set(spelledKeys(query));
	return spelledKeys(word).some((key) => asked.has(key));
};

it('leads every word to itself, which is the best match', () => {
	const anyWord = fc
		.oneof(
			wordOf(arabic, 1, 14),
			wordOf(latin, 1, 14),
			wordOf([...'0123456789'], 1, 12),
			fc.string({ unit: 'binary' })
		)
		.map((text) => foldedWords(text)[0])
		.filter((word) => word !== undefined);
	fc.assert(
		fc.property(anyWord, (word) => {
			expect(shareAKey(word, word)).toBe(true);
			expect(tokenMatcher(word)(word)).toEqual({ score: 1, how: 'exact' });
		}),
		{ numRuns: 1000 }
	);
});

/** A word with one error: a letter left out, put in, mistaken, or swapped with the next. */
const withError = fc
	.tuple(
		wordOf(arabic, 5, 12),
		fc.nat(),
		fc.constantFrom(...arabic),
		fc.constantFrom('out', 'in', 'mistaken', 'swapped')
	)
	.map(([word, place, letter, error]) => {
		const letters = [...word];
		const at = place % letters.length;
		if (error === 'out') letters.splice(at, 1);
		else if (error === 'in') letters.splice(at, 0, letter);
		else if (error === 'mistaken') letters[at] = letter;
		else letters.splice(at, 2, ...letters.slice(at, at + 2).reverse());
		return { word, typed: letters.join('') };
	})
	.filter(({ word, typed }) => articleForms(word).length === 1 && articleForms(typed).length === 1);

it('leads a word of five letters or more with one error to the word, which is a match as a typo', () => {
	fc.assert(
		fc.property(withError, ({ word, typed }) => {
			expect(shareAKey(typed, word)).toBe(true);
			const match = tokenMatcher(typed)(word);
			expect(match?.score).toBeGreaterThan(0.55);
			if (!word.startsWith(typed) && !sharedStem(stemsOf(typed), stemsOf(word)))
				expect(match?.how).toBe('typo');
		}),
		{ numRuns: 1000 }
	);
});

describe('errors of people', () => {
	test.each([
		['القطبف', 'القطيف'],
		['القطييف', 'القطيف'],
		['القطف', 'القطيف'],
		['القيطف', 'القطيف'],
		['قطبف', 'القطيف'],
		['اقلطيف', 'القطيف'],
		['لاقطيف', 'القطيف'],
		['پاكستان', 'باكستان'],
		['ڤيلا', 'فيلا'],
		['چدة', 'جدة'],
		['الظاحية', 'الضاحية'],
		['التطوغي', 'التطوعي'],
		['الاجتمعاية', 'الاجتماعية'],
		['الاجتماعيهة', 'الاجتماعية'],
		['المتطعوين', 'المتطوعين'],
		['volunter', 'volunteer'],
		['asociation', 'association'],
		['charitabel', 'charitable']
	])('%s leads to %s', (typed, meant) => {
		const [query, word] = [foldedWords(typed)[0]!, foldedWords(meant)[0]!];
		expect(shareAKey(query, word)).toBe(true);
		expect(tokenMatcher(query)(word)?.how).toMatch(/^(typo|spelling)$/);
	});

	test('two in a word of eight letters, one in shorter ones, none in one of three', () => {
		expect(tokenMatcher('الاجتاعيه')('الاجتماعيه')?.how).toBe('typo');
		expect(tokenMatcher('اجتعاميه')('اجتماعيه')?.how).toBe('typo');
		expect(tokenMatcher('قتظيف')('قطيف')).toBeUndefined();
		expect(tokenMatcher('بحر')('بدر')).toBeUndefined();
	});

	test('a mistaken letter that sounds alike weighs less', () => {
		const score = (typed: string) => tokenMatcher(typed)('ضاحيه')!.score;
		expect(score('ظاحيه')).toBeGreaterThan(score('كاحيه'));
	});
});

describe('keys of', () => {
	const kinds = (word: string) => new Set(keysOf(word).map(({ kind }) => kind));

	test('an Arabic word: its stems, its errors, its consonants', () => {
		expect(kinds('القطيف')).toEqual(new Set(['stem', 'typo', 'arabic']));
		const keys = keysOf('القطيف').filter(({ kind }) => kind === 'stem');
		expect(keys.map(({ key }) => key)).toEqual(['القطيف', 'قطيف']);
	});

	test('a Latin word: also its plain spelling, and each likely reading of its consonants', () => {
		expect(kinds('moosa')).toEqual(new Set(['stem', 'typo', 'latin']));
		expect(stemKeys('moosa')).toEqual(['moosa', 'musa']);
		const shares = keysOf('qatif')
			.filter(({ kind }) => kind === 'latin')
			.map(({ share }) => share);
		expect(shares.length).toBeGreaterThan(1);
		for (const share of shares) expect(share).toSatisfy((value: number) => value > 0 && value <= 1);
	});

	test('a number: itself alone, for another number is another thing', () => {
		expect(keysOf('2030')).toEqual([{ kind: 'stem', key: '2030', share: 1, letters: 4 }]);
	});

	test('filters, lengths and identifiers: none, for nobody types them', () => {
		for (const lexeme of [facetLexeme('kind', 'group'), lengthLexeme('فريق', 3), identifierLexeme('A-1')])
			expect(keysOf(lexeme)).toEqual([]);
	});

	test('a long word: few enough to be kept', () => {
		expect(keysOf('س'.repeat(60)).length).toBeLessThan(10);
		expect(keysOf(arabic.concat(arabic).join('')).length).toBeLessThan(1800);
	});
});

test('an identifier is one however it is punctuated, in whatever case and digits', () => {
	const spellings = [
		'NCNP-77/1234',
		'ncnp 77 1234',
		'NCNP.77.1234',
		'NCNP٧٧١٢٣٤',
		'\u200Fncnp771234',
		'ＮＣＮＰ－77–1234'
	];
	expect(new Set(spellings.map(identifierLexeme))).toEqual(new Set(['id=ncnp771234']));
});
