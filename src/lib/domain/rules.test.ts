import { describe, expect, test } from 'vitest';
import { conference, organization, participation, person } from '../../../tests/harness/documents.ts';
import { registryId } from './registry_id.ts';
import { breachesOf } from './rules.ts';

const ids = [1, 2, 3].map(registryId);
const sources = [{ id: 's1', title: 'خبر' }];
const iban = 'SA03 8000 0000 6080 1016 7519';
const post = { person: ids[0], position: 'chair' };

test('a record that says little breaks no rule', () => {
	expect(breachesOf(organization())).toEqual([]);
	expect(breachesOf(person())).toEqual([]);
	expect(breachesOf(conference())).toEqual([]);
	expect(breachesOf(participation({ organization: ids[0]!, conference: ids[1]! }))).toEqual([]);
});

describe('a source that is cited is one of the record', () => {
	test('by a field, by a part', () => {
		const names = [{ id: 'n1', value: 'نسيم', lang: 'ar', sources: ['s1', 's2'] }];
		expect(breachesOf(organization({ names, sources, cited: { founded: ['s3'], kind: ['s1'] } }))).toEqual([
			{ path: 'founded', message: 'rule.unknown_source' },
			{ path: 'names/n1', message: 'rule.unknown_source' }
		]);
	});
});

describe('an end does not lie before its start', () => {
	test.each([
		['2014', '2013', false],
		['2014-05', '2014', true],
		['2014-05', '2014-04', false],
		['2014-05-05', '2014-05-05', true],
		['1444-05-09 AH', '2022-12-02', false],
		['1444-05-09 AH', '2022-12-03', true],
		['2014?', '2013~', false]
	])('%s to %s: %s', (from, until, isAllowed) => {
		const breach = (path: string) => (isAllowed ? [] : [{ path, message: 'tenure.end_before_start' }]);
		expect(breachesOf(conference({ from, until }))).toEqual(breach('until'));
		const appointments = [{ ...post, id: 'a1', from, until }];
		expect(breachesOf(organization({ appointments }))).toEqual(breach('appointments/a1/until'));
		const licences = [{ id: 'l1', number: '12', from, until }];
		expect(breachesOf(organization({ licences }))).toEqual(breach('licences/l1/until'));
		const names = [{ id: 'n1', value: 'سلمان', lang: 'ar', from, until }];
		expect(breachesOf(person({ names }))).toEqual(breach('names/n1/until'));
	});

	test.each([
		['2014', '2013', false],
		['2014-05', '2014', true],
		['1431-03-29 AH', '2010', true],
		['2014', '2014-05', true],
		['2014-05', '2014-04', false]
	])('nor does the end of a body that began in %s lie in %s: %s', (founded, dissolved, isAllowed) => {
		const breaches = breachesOf(organization({ founded, dissolved }));
		expect(breaches).toEqual(
			isAllowed ? [] : [{ path: 'dissolved', message: 'rule.dissolved_before_founded' }]
		);
	});
});

test('a post is in a term of its own organization, or in none', () => {
	const board_terms = [{ id: 't1', number: 1 }];
	const appointments = ['t1', 't2', undefined].map((term, n) => ({ ...post, id: `a${n}`, term }));
	expect(breachesOf(organization({ board_terms, appointments }))).toEqual([
		{ path: 'appointments/a1/term', message: 'rule.unknown_term' }
	]);
});

describe('no text asks for money or tells who somebody is', () => {
	test.each([
		['IBAN', `للتبرع ${iban}`, 'rule.iban_in_text'],
		['IBAN in Arabic digits', 'SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩', 'rule.iban_in_text'],
		['national id', 'رقم الهوية 1000000008', 'rule.national_id_in_text'],
		['wallet', 'STC Pay 0500000000', 'rule.payment_in_text']
	])('%s', (_, ar, message) => {
		const text = { ar };
		expect(breachesOf(organization({ summary: text }))).toEqual([{ path: 'summary/ar', message }]);
		expect(breachesOf(organization({ aims: [{ id: 'a1', text }] }))).toEqual([
			{ path: 'aims/a1/text/ar', message }
		]);
		expect(breachesOf(person({ names: [{ id: 'n1', value: ar, lang: 'ar' }] }))).toEqual([
			{ path: 'names/n1/value', message }
		]);
		expect(breachesOf(conference({ recommendations: [{ id: 'r1', text, owner: text }] }))).toHaveLength(2);
	});

	test.each(['url', 'sources', 'to', 'person', 'id'])('nor where the part is called %s', (id) => {
		const notes = [{ id, text: { ar: iban } }];
		expect(breachesOf(organization({ notes }))).toEqual([
			{ path: `notes/${id}/text/ar`, message: 'rule.iban_in_text' }
		]);
	});

	test('but licences, numbers of the body and addresses hold what looks like one', () => {
		const number = '1000000008';
		const document = organization({
			licences: [{ number }],
			identifiers: [{ scheme: 'SA-NCNP', value: number }],
			links: [{ kind: 'x', url: `https://x.com/i/status/${number}` }],
			sources: [{ id: 's1', url: `https://news.example/${number}` }]
		});
		expect(breachesOf(document)).toEqual([]);
	});
});
