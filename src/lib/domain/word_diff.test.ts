import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffWords } from './word_diff.ts';

describe('two texts, word by word', () => {
	const rest = ' يعنى بالبيئة وبتدريب الشباب على العمل التطوعي';

	test('an Arabic sentence in which one word became two', () => {
		expect(
			diffWords('فريق تطوعي في القطيف منذ سنة' + rest, 'فريق تطوعي في محافظة القطيف منذ سنتين' + rest)
		).toEqual([
			{ kind: 'same', text: 'فريق تطوعي في' },
			{ kind: 'added', text: ' محافظة' },
			{ kind: 'same', text: ' القطيف منذ' },
			{ kind: 'removed', text: ' سنة' },
			{ kind: 'added', text: ' سنتين' },
			{ kind: 'same', text: rest }
		]);
	});

	test('texts that have little in common are not compared', () => {
		expect(diffWords('A group of volunteers', `Founded in 2014 by neighbours, who${rest}`)).toBeUndefined();
	});

	test('names are not compared', () => {
		expect(diffWords('فريق نور الوادي', 'فريق نور الوادي الأهلي')).toBeUndefined();
	});

	test('very long texts are not compared', () => {
		const long = 'word '.repeat(2000);
		expect(diffWords(long, `${long}more`)).toBeUndefined();
	});

	test('both texts can be read from it, letter by letter', () => {
		const text = fc.array(fc.constantFrom('نور', 'the', 'سنة', 'of', ' ', '\n'), { maxLength: 40 });
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
