import { describe, expect, test } from 'vitest';
import { displayName } from './display_name.ts';

const name = (value: string, lang: string, kind: string) => ({ value, lang, kind });
const names = [
	name('غيث', 'ar', 'alias'),
	name('Ghaith', 'en', 'transliteration'),
	name('فريق غيث التطوعي', 'ar', 'official'),
	name('Rain Volunteer Team', 'en', 'translation')
];

describe('the name to show', () => {
	test('is the best of the language', () => {
		expect(displayName(names, 'ar')).toBe('فريق غيث التطوعي');
		expect(displayName(names, 'en')).toBe('Rain Volunteer Team');
	});

	test('is the best of any where the language has none', () => {
		const arabic = names.filter(({ lang }) => lang === 'ar');
		expect(displayName(arabic, 'en')).toBe('فريق غيث التطوعي');
		expect(displayName([name('Équipe Pluie', 'fr', 'official')], 'ar')).toBe('Équipe Pluie');
	});

	test('is no former one while another is in use, be it of the other language', () => {
		const renamed = [name('Rain Team', 'en', 'former'), names[2]!];
		expect(displayName(renamed, 'en')).toBe('فريق غيث التطوعي');
		expect(displayName(renamed.slice(0, 1), 'ar')).toBe('Rain Team');
	});

	test.each([
		['official', 'known_as'],
		['known_as', 'translation'],
		['translation', 'transliteration'],
		['transliteration', 'alias'],
		['alias', 'acronym'],
		['acronym', 'former']
	])('prefers %s to %s', (better, worse) => {
		const two = [name('second', 'en', worse), name('first', 'en', better)];
		expect(displayName(two, 'en')).toBe('first');
	});

	test('is the first of two equals, and leaves the list in its order', () => {
		const two = [name('one', 'en', 'alias'), name('two', 'en', 'alias'), name('three', 'en', 'official')];
		expect(displayName(two.slice(0, 2), 'en')).toBe('one');
		displayName(two, 'en');
		expect(two.map(({ value }) => value)).toEqual(['one', 'two', 'three']);
	});

	test('is empty where there is none', () => expect(displayName([], 'ar')).toBe(''));
});
