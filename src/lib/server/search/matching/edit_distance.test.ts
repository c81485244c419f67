import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deletionKeys, editDistance, typosBetween } from './edit_distance.ts';

const word = fc.string({ unit: fc.constantFrom(...'ابتجدرسعلمن'), minLength: 5, maxLength: 9 });

describe('edit distance', () => {
	it.each([
		['القطيف', 'القطيف', 0],
		['القطيف', 'القطف', 1],
		['القطيف', 'القيطف', 1],
		['القطيف', 'القظيفي', 2],
		['qatif', 'tarut', 3]
	])('%s and %s differ by %i (counted up to 3)', (one, other, distance) => {
		expect(editDistance(one, other, 2)).toBe(distance);
		expect(editDistance(other, one, 2)).toBe(distance);
	});

	it('forgives one error from four letters and two from eight', () => {
		expect(typosBetween('علي', 'عل')).toBeUndefined();
		expect(typosBetween('سلمي', 'سلي')).toBe(1);
		expect(typosBetween('القطيف', 'القظيفي')).toBeUndefined();
		expect(typosBetween('التطوعيه', 'التتوعيةه')).toBe(2);
	});

	it('finds every error of one letter by a shared deletion key', () => {
		fc.assert(
			fc.property(word, fc.nat(), fc.constantFrom('swap', 'drop', 'change', 'add'), (right, place, error) => {
				const wrong = withError([...right], place % (right.length - 1), error).join('');
				expect(editDistance(right, wrong, 2)).toBeLessThanOrEqual(1);
				const keys = new Set(deletionKeys(right));
				expect(deletionKeys(wrong).some((key) => keys.has(key))).toBe(true);
			})
		);
	});
});

function withError(letters: string[], at: number, error: string): string[] {
	const [letter, next] = [letters[at]!, letters[at + 1]!];
	if (error === 'swap') return letters.toSpliced(at, 2, next, letter);
	if (error === 'drop') return letters.toSpliced(at, 1);
	return error === 'change' ? letters.toSpliced(at, 1, 'ق') : letters.toSpliced(at, 0, 'ق');
}
