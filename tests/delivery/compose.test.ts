import { describe, expect, test } from 'vitest';
import { compose } from '#lib/server/delivery/compose.ts';
import { templates, type LetterArguments } from '#lib/server/delivery/letters.ts';
import { messages } from '../harness/house_rules.ts';
import { findInvalid } from '../harness/html_page.ts';
import { languages } from '../harness/public_pages.ts';

const origin = 'https://register.example';

/** Every value that any letter is filled with. */
const values: LetterArguments = {
	link: '/password/a-token',
	quote: 'سطر أول\nسطر ثانٍ',
	organization: { ar: 'فريق نور الوادي', en: 'Nour Al-Wadi Team' },
	conference: { ar: 'ملتقى ضفاف', en: 'Difaf Forum' },
	organizer: { ar: 'جمعية الضفاف', en: 'Difaf Association' },
	record: { ar: 'فريق نور الوادي', en: 'Nour Al-Wadi Team' },
	day: { ar: '20 ديسمبر 2026', en: '20 December 2026' },
	person: 'سلمى',
	address: 'salma@example.org',
	role: { ar: 'مدير', en: 'manager' }
};

describe.each(languages)('a letter in %s', (lang) => {
	test.each(templates)(
		'%s is whole, as text and as HTML that is written the right way round',
		async (template) => {
			const { subject, text, html } = await compose({ template, language: lang, arguments: values }, origin);
			expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|\[object/);
			expect(subject).toMatch(/^\S[^\n\u2068\u2069]*$/);
			expect(text).toContain(`${origin}${lang === 'en' ? '/en' : ''}/password/a-token`);
			expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`);
			expect(await findInvalid(html)).toEqual([]);
		}
	);
});

test('every text of a letter belongs to a letter', () => {
	const named = Object.keys(messages.ar).flatMap((key) => /^mail\.(\w+)\./.exec(key)?.[1] ?? []);
	expect(new Set(named)).toEqual(new Set(templates));
});
