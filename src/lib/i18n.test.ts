import { expect, test } from 'vitest';
import {
	languageOfPath,
	languageOfText,
	loadMessages,
	localPath,
	nameIn,
	textIn,
	translator,
	withoutLanguage
} from './i18n.ts';

test('Arabic stands at the root and English below /en; the query stays', () => {
	expect(localPath('ar', '/people/x?on=2022')).toBe('/people/x?on=2022');
	expect(localPath('en', '/people/x?on=2022')).toBe('/en/people/x?on=2022');
	expect(localPath('en', '/')).toBe('/en');
	expect(localPath('en', '/?q=a')).toBe('/en?q=a');
});

test('an address tells its language, and a word that begins with en is no language', () => {
	expect(['/', '/organizations', '/english', '/en', '/en/about'].map(languageOfPath)).toEqual([
		...['ar', 'ar', 'ar', 'en', 'en']
	]);
	expect(['/en', '/en/about', '/english'].map(withoutLanguage)).toEqual(['/', '/about', '/english']);
});

test('an address comes back whole from a language and back', () => {
	for (const address of ['/', '/organizations', '/people/علي']) {
		expect(withoutLanguage(localPath('en', address))).toBe(address);
	}
});

test('a text that is missing in a language is given in the other, and says so', () => {
	expect(textIn('en', { ar: 'القطيف' })).toEqual({ text: 'القطيف', lang: 'ar' });
	expect(textIn('ar', { ar: 'القطيف', en: 'Qatif' })).toEqual({ text: 'القطيف', lang: 'ar' });
	expect(textIn('en', null)).toEqual({ text: '', lang: 'en' });
	expect(nameIn('en', { name_ar: 'إيفاء', name_en: 'إيفاء' })).toEqual({ text: 'إيفاء', lang: 'ar' });
});

test('a text with letters of both scripts is in the expected language', () => {
	expect(languageOfText('منصة Volunteer', 'ar')).toBe('ar');
	expect(languageOfText('The group (أمل)', 'en')).toBe('en');
	expect(languageOfText('2022', 'ar')).toBe('ar');
});

test('Arabic counts have their own form each, with Latin digits', async () => {
	const t = translator('ar', await loadMessages('ar'));
	const forms = [0, 1, 2, 3, 11, 100].map((count) => t('organizations.count', { count }));
	expect(forms).toEqual(['لا منظمات', 'منظمة واحدة', 'منظمتان', '3 منظمات', '11 منظمة', '100 منظمة']);
});

test('a key without a message is refused', async () => {
	const t = translator('en', await loadMessages('en'));
	expect(() => t('no.such.key' as never)).toThrow('no.such.key');
});
