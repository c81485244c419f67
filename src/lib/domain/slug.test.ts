import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { registryId } from './registry_id.ts';
import { isSlug, numberedSlug, slugOf } from './slug.ts';

const named = (value: string, lang = 'ar', kind = 'official') => ({ value, lang, kind });

describe('the slug of a record', () => {
	test.each([
		['the English name', [named('أمل القطيف'), named('Amal Al-Qatif', 'en')], 'amal-al-qatif'],
		['the official one first', [named('Hope', 'en', 'alias'), named('Amal', 'en')], 'amal'],
		[
			'a transliteration',
			[named('جمعية'), named('Jam‘iyyat al-Qaṭīf', 'en', 'transliteration')],
			'jamiyyat-al-qatif'
		],
		[
			'the Latin name of another language',
			[named('جمعية'), named('Société Générale', 'fr')],
			'societe-generale'
		],
		['the Arabic name', [named('جمعيّةُ «العمل» التطـــوعي')], 'جمعية-العمل-التطوعي'],
		['digits of any script', [named('ملتقى ٢٠٢٢م')], 'ملتقى-2022م'],
		['an English name without letters', [named('رؤية'), named('2030', 'en')], 'رؤية'],
		['presentation forms', [named('ﺟﻤﻌﻴﺔ')], 'جمعية'],
		['nothing that can be kept', [named('😀'), named('…', 'en')], 'record'],
		['no name', [], 'record']
	])('%s', (_, names, slug) => {
		expect(slugOf(names)).toBe(slug);
	});

	it('is cut at a word', () => {
		const slug = slugOf([
			named('International Conference on Excellence in Volunteer Work and Community Development 2022', 'en')
		]);
		expect(slug).toBe('international-conference-on-excellence-in-volunteer-work-and-community');
		expect(slugOf([named(`${'x'.repeat(40)} ${'y'.repeat(39)} z`, 'en')])).toBe(
			`${'x'.repeat(40)}-${'y'.repeat(39)}`
		);
		expect(slugOf([named('x'.repeat(300), 'en')])).toBe('x'.repeat(80));
	});

	it('is never the id of a record', () => {
		const id = Array.from({ length: 200 }, (_, n) => registryId(n)).find((id) => /[a-z]/.test(id)) ?? '';
		expect(slugOf([named(id, 'en')])).toBe(`record-${id}`);
		expect(isSlug(id)).toBe(false);
	});

	it('is a slug whatever the names are', () => {
		const names = fc.array(
			fc.record({
				value: fc.string({ unit: 'binary', maxLength: 200 }),
				lang: fc.constantFrom('ar', 'en', 'fr'),
				kind: fc.constantFrom('official', 'alias', 'transliteration', 'other')
			})
		);
		fc.assert(
			fc.property(names, (names) => {
				expect(isSlug(slugOf(names))).toBe(true);
			}),
			{ numRuns: 1000 }
		);
	});
});

test.each([
	'',
	'-a',
	'a-',
	'a--b',
	'A',
	'a b',
	'a/b',
	'..',
	'а',
	'جمعيّة',
	'جمعيـة',
	'a\u202Eb',
	'x'.repeat(81)
])('%j is no slug', (text) => {
	expect(isSlug(text)).toBe(false);
});

test('the second record of a name has a number', () => {
	expect(numberedSlug('amal', 2)).toBe('amal-2');
	expect(numberedSlug('x'.repeat(80), 12)).toBe(`${'x'.repeat(77)}-12`);
	expect(isSlug(numberedSlug(`${'x'.repeat(40)}-${'y'.repeat(39)}`, 100))).toBe(true);
});
