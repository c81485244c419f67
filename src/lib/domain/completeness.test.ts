import { describe, expect, test } from 'vitest';
import { organization } from '../../../tests/harness/documents.ts';
import { completenessOf } from './completeness.ts';
import { registryId } from './registry_id.ts';

const TODAY = '2026-11-24';
const whole = {
	id: registryId(1),
	names: [
		{ value: 'فريق نور الوادي', lang: 'ar' },
		{ value: 'Noor Al-Wadi Team', lang: 'en', kind: 'translation' }
	],
	summary: { ar: 'فريق تطوعي', en: 'A volunteer team' },
	place: { country: 'SA', city: { ar: 'صفوى', en: 'Safwa' } },
	fields: ['health'],
	founded: '2014',
	links: [{ kind: 'x', url: 'https://x.com/noor' }],
	affiliations: [{ to: registryId(2) }],
	board_terms: [
		{ id: 't1', label: { ar: 'الأولى', en: 'The first' }, from: '2024-01-01', until: '2028-01-01' }
	],
	appointments: [{ person: registryId(3), position: 'chair', from: '2024-01-01', term: 't1' }],
	sources: [{ url: 'https://news.example/1' }]
};
const gapsOf = (partial: Record<string, unknown>) =>
	completenessOf(organization({ ...whole, ...partial }), TODAY).gaps;

test('a record that has all that readers look for is complete in both languages', () => {
	const { done, total, gaps, languages } = completenessOf(organization(whole), TODAY);
	expect(gaps).toEqual([]);
	expect(done).toBe(total);
	expect(languages.map(({ done, total }) => done === total)).toEqual([true, true]);
});

describe('what is missing is named, with its language and the page that mends it:', () => {
	test.each([
		[{ names: [whole.names[0]] }, { kind: 'name', page: 'names', lang: 'en' }],
		[{ names: [whole.names[1]] }, { kind: 'name', page: 'names', lang: 'ar' }],
		[{ summary: { en: 'A team' } }, { kind: 'summary', page: 'profile', lang: 'ar' }],
		[{ summary: { ar: 'فريق' } }, { kind: 'summary', page: 'profile', lang: 'en' }],
		[{ place: undefined }, { kind: 'place', page: 'profile' }],
		[{ place: { country: 'SA', city: { ar: 'صفوى' } } }, { kind: 'city', page: 'profile', lang: 'en' }],
		[{ fields: [] }, { kind: 'fields', page: 'profile' }],
		[{ founded: undefined }, { kind: 'founded', page: 'profile' }],
		[{ links: [{ ...whole.links[0], visibility: 'members' }] }, { kind: 'way_to_reach', page: 'contacts' }],
		[{ affiliations: [] }, { kind: 'licence_or_association', page: 'affiliations' }],
		[
			{ kind: 'association', affiliations: [] },
			{ kind: 'licence_or_association', page: 'licences' }
		],
		[{ appointments: [] }, { kind: 'chair', page: 'board' }],
		[{ appointments: [{ ...whole.appointments[0], until: '2026-01-01' }] }, { kind: 'chair', page: 'board' }],
		[
			{ board_terms: [{ ...whole.board_terms[0], until: undefined }] },
			{ kind: 'term_dates', page: 'board/terms' }
		],
		[{ sources: [] }, { kind: 'sources', page: 'sources' }],
		[
			{ licences: [{ number: '12', issuer: { ar: 'المركز' } }] },
			{ kind: 'text', page: 'licences', lang: 'en', list: 'licences' }
		]
	])('%j', (partial, gap) => expect(gapsOf(partial)).toEqual([gap]));
});

test('of texts in one language the other is counted as missing', () => {
	const document = organization({ ...whole, aims: [{ text: { ar: 'السقيا' } }, { text: { en: 'Care' } }] });
	const { languages } = completenessOf(document, TODAY);
	expect(languages.map(({ lang, done, total }) => [lang, total - done])).toEqual([
		['ar', 1],
		['en', 1]
	]);
});

test('a body that an authority is needs no licence', () => {
	expect(gapsOf({ kind: 'authority', affiliations: [] })).toEqual([]);
});
