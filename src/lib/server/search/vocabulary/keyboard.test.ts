import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fold } from '#lib/domain/folding.ts';
import { otherLayout } from './keyboard.ts';

describe('what was typed while the other layout was on', () => {
	test.each([
		["hgr'dt", 'القطيف'],
		['[ludm hguldhx', 'جمعية العمياء'],
		["Hlg hgr'dt", 'أمل القطيف'],
		['Yihkm', 'إهانة'],
		['hgHlg', 'الأمل'],
		['gh Nfhx', 'لا آباء'],
		['صخقن', 'work'],
		['ؤاشقهفغ', 'charity'],
		['لامعث يعىث', 'blue dune']
	])('%s', (typed, meant) => {
		expect(fold(otherLayout(typed) ?? '')).toBe(fold(meant));
	});

	test.each(['2022', '', ' ', '«»', '!'])('%j is the same in both', (typed) => {
		expect(otherLayout(typed)).toBeUndefined();
	});
});

it('is an Arabic text again once it was read as a Latin one', () => {
	const letters = fc.constantFrom(...'ضصثقفغعهخحجدشسيبتنمكطئءؤرىةوزظذ', ' ');
	fc.assert(
		fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (chosen) => {
			const text = chosen.join('');
			const mapped = otherLayout(text);
			if (mapped !== undefined) expect(otherLayout(mapped)).toBe(text);
		})
	);
});

it('takes any text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => typeof (otherLayout(text) ?? '') === 'string')
	);
});
