import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords } from './word_diff.ts';

describe('two texts, word by word', () => {
	test('an Arabic sentence in which one word became two', () => {
		expect(diffWords('فريق تطوعي في القطيف منذ سنة', 'فريق تطوعي في محافظة القطيف منذ سنتين')).toEqual([
			{ kind: 'same', text: 'فريق تطوعي في' },
			{ kind: 'added', text: ' محافظة' },
			{ kind: 'same', text: ' القطيف منذ' },
			{ kind: 'removed', text: ' سنة' },
			{ kind: 'added', text: ' سنتين' }
		]);
	});

	test('texts that have little in common are not compared', () => {
		expect(diffWords('A group of volunteers', 'Founded in 2014 by neighbours')).toBeUndefined();
		expect(diffWords('نور', 'ضياء')).toBeUndefined();
	});

	test('very long texts are not compared', () => {
		const long = 'word '.repeat(2000);
		expect(diffWords(long, `${long}more`)).toBeUndefined();
	});

	test('both texts can be read from it, letter by letter', () => {
		const text = fc.array(fc.constantFrom('نور', 'the', 'سنة', 'of', ' ', '\n'), { maxLength: 30 });
		fc.assert(
			fc.property(text, text, (a, b) => {
				const [old, next] = [a.join(' '), b.join(' ')];
				const segments = diffWords(old, next);
				if (!segments) return;
				const without = (kind: string) =>
					segments
						.filter((segment) => segment.kind !== kind)
						.map((segment) => segment.text)
						.join('');
				expect(without('added')).toBe(old);
				expect(without('removed')).toBe(next);
			})
		);
	});
});
