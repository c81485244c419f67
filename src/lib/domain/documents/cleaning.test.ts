import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { organizationSchema } from './organization.ts';

type Value = Record<string, unknown>;

const names = [{ value: 'فريق نور', lang: 'ar' }];
const name = (value: unknown, more: Value = {}) => ({ names: [{ value, lang: 'ar', ...more }] });
const link = (url: string) => ({ links: [{ kind: 'website', url }] });

const value = (partial: Value, pick: (document: Value) => unknown) =>
	pick(v.parse(organizationSchema, { type: 'organization', names, ...partial }));
const firstName = (document: Value) => (document.names as Value[])[0]!.value;
const first = (list: string, key: string) => (document: Value) => (document[list] as Value[])[0]![key];

describe('what is put right', () => {
	test.each<[string, Value, (document: Value) => unknown, unknown]>([
		['spaces around and within', name('  فريق \u00a0 نور\t'), firstName, 'فريق نور'],
		['bidi overrides', name('فريق\u202e نور\u2066'), firstName, 'فريق نور'],
		['lone surrogates', name('نور\ud83c'), firstName, 'نور'],
		['null characters', name('نو\u0000ر'), firstName, 'نور'],
		['letters and marks apart', name('\u0627\u0653مال e\u0301'), firstName, 'آمال é'],
		['line breaks in a name', name('فريق\nنور'), firstName, 'فريق نور'],
		['a date in Arabic digits', { founded: ' ٢٠١٤-٠٥ ' }, ({ founded }) => founded, '2014-05'],
		['a Hijri date in Persian digits', { founded: '۱۴۳۵ AH' }, ({ founded }) => founded, '1435 AH'],
		[
			'a day of confirmation in Arabic digits',
			{ confirmed_on: '٢٠٢٦-٠١-٣١' },
			(each) => each.confirmed_on,
			'2026-01-31'
		],
		[
			'a telephone number in Arabic digits',
			{ contacts: [{ kind: 'phone', value: '+٩٦٦ ١٣ ٨٥٥' }] },
			first('contacts', 'value'),
			'+966 13 855'
		],
		[
			'a licence number in Arabic digits',
			{ licences: [{ number: '١٠١٧' }] },
			first('licences', 'number'),
			'1017'
		],
		[
			'an identifier in Arabic digits',
			{ identifiers: [{ scheme: 'SA-NCNP', value: '٧٧' }] },
			first('identifiers', 'value'),
			'77'
		],
		[
			'a figure in Arabic digits',
			{ figures: [{ label: { ar: 'متطوع' }, value: '٣٥٠' }] },
			first('figures', 'value'),
			'350'
		],
		[
			'a link between spaces and invisible characters',
			link('\u200e https://example.org/a\ufeff '),
			first('links', 'url'),
			'https://example.org/a'
		],
		[
			'a field of work given twice',
			{ fields: ['health', 'culture', 'health'] },
			({ fields }) => fields,
			['health', 'culture']
		],
		['a source named twice', name('نور', { sources: ['s1', 's1'] }), first('names', 'sources'), ['s1']],
		[
			'a citation given twice',
			{ cited: { founded: ['s1', 's1'] } },
			({ cited }) => cited,
			{ founded: ['s1'] }
		]
	])('%s', (_, partial, pick, expected) => {
		expect(value(partial, pick)).toEqual(expected);
	});

	it('300 characters are a name still', () => {
		expect(value(name('ن'.repeat(300)), firstName)).toHaveLength(300);
	});

	it('each part without an id gets one of its own', () => {
		const ids = value(
			{
				names: [
					{ value: 'أ', lang: 'ar' },
					{ value: 'ب', lang: 'ar' }
				]
			},
			({ names }) => (names as Value[]).map((part) => part.id)
		) as string[];
		expect(new Set(ids).size).toBe(2);
	});

	it('a contact is for registrars, and a link for everyone, unless they say otherwise', () => {
		expect(value({ contacts: [{ kind: 'phone', value: '1' }] }, first('contacts', 'visibility'))).toBe(
			'registrars'
		);
		expect(value(link('https://example.org'), first('links', 'visibility'))).toBe('public');
	});
});
