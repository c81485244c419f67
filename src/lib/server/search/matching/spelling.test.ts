import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { plainSpelling } from './spelling.ts';

describe('what writers of Latin names choose freely has one plain spelling', () => {
	test.each([
		['musa', 'mousa', 'moosa', 'mosa', 'mussa'],
		['qatif', 'qateef', 'katif', 'qatiif'],
		['yusuf', 'yousuf', 'yoosof'],
		['ali', '3ali', 'aly', 'alie'],
		['fatima', 'fatimah', 'phatima'],
		['hussain', 'husain', 'houssain']
	])('%s', (...spellings) => {
		expect(new Set(spellings.map(plainSpelling)).size).toBe(1);
	});

	test.each([
		['salim', 'salam'],
		['hasan', 'husain'],
		['charity', 'karity'],
		['noor', 'nahr']
	])('%s and %s stay apart', (one, other) => {
		expect(plainSpelling(one)).not.toBe(plainSpelling(other));
	});
});

test('words of other scripts have none', () => {
	for (const word of ['القطيف', '2030', '']) expect(plainSpelling(word)).toBeUndefined();
});

it('leaves a plain spelling as it is, or makes it plainer, never longer', () => {
	const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
	fc.assert(
		fc.property(fc.array(letters, { minLength: 1, maxLength: 14 }), (word) => {
			const plain = plainSpelling(word.join(''))!;
			expect(plain.length).toBeLessThanOrEqual(word.length);
			if (plain !== '') expect(plainSpelling(plain)!.length).toBeLessThanOrEqual(plain.length);
		})
	);
});
