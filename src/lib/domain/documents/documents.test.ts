import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { registryId } from '../registry_id.ts';
import type { RecordType } from './common.ts';
import { documentSchemas } from './document.ts';

type Value = Record<string, unknown>;

const names = [{ id: 'n1', value: 'فريق نور', lang: 'ar' }];
const id = registryId(7);
const least: { [T in RecordType]: Value } = {
	organization: { type: 'organization', names },
	person: { type: 'person', names },
	conference: { type: 'conference', names },
	participation: { type: 'participation', organization: id, conference: id }
};

const read = (type: RecordType, partial: Value = {}) => {
	const { success, output, issues } = v.safeParse(documentSchemas[type], { ...least[type], ...partial });
	return success
		? { document: output as unknown as Value }
		: { refused: issues.map((issue) => [v.getDotPath(issue), issue.message]) };
};
const link = (url: unknown) => ({ links: [{ kind: 'website', url }] });
const name = (value: unknown, more: Value = {}) => ({ names: [{ value, lang: 'ar', ...more }] });
const appointment = (more: Value) => ({ appointments: [{ person: id, position: 'chair', ...more }] });

describe('a document', () => {
	test.each(Object.keys(least) as RecordType[])('of a %s needs no more than its type and a name', (type) => {
		expect(read(type)).toHaveProperty('document');
	});

	it('says the same when it is read again', () => {
		const { document } = read('organization', {
			...name('  فريق\u200f  نور '),
			place: { country: 'SA', city: { ar: 'القطيف' } },
			founded: '١٤٣٥ AH',
			...appointment({ seen_on: ['٢٠٢٢-١٢-٠٣'] })
		});
		expect(read('organization', document)).toEqual({ document });
	});
});

describe('what is refused', () => {
	test.each<[string, RecordType, Value, string, string | RegExp]>([
		['no name', 'organization', { names: [] }, 'names', 'error.no_name'],
		['an empty name', 'organization', name(''), 'names.0.value', 'error.required'],
		[
			'a name of nothing visible',
			'organization',
			name(' \u200f\u202e\u00ad\ud800 '),
			'names.0.value',
			'error.required'
		],
		['a name of 301 characters', 'organization', name('ن'.repeat(301)), 'names.0.value', 'error.too_long'],
		['a name that is no text', 'organization', name(5), 'names.0.value', /./],
		[
			'a language in words',
			'organization',
			name('نور', { lang: 'عربي' }),
			'names.0.lang',
			'error.not_a_language'
		],
		['an unknown kind of name', 'organization', name('نور', { kind: 'brand' }), 'names.0.kind', /./],
		[
			'a part of a name of 101 characters',
			'person',
			name('سلمان', { kunya: 'ن'.repeat(101) }),
			'names.0.kunya',
			'error.too_long'
		],
		['a summary in no language', 'organization', { summary: {} }, 'summary', 'error.no_language'],
		['a summary in a third language', 'organization', { summary: { ar: 'أ', fr: 'a' } }, 'summary.fr', /./],
		[
			'a summary of 4001 characters',
			'organization',
			{ summary: { ar: 'ن'.repeat(4001) } },
			'summary.ar',
			'error.too_long'
		],
		[
			'a script for a link',
			'organization',
			link('javascript:alert(1)'),
			'links.0.url',
			'error.not_a_web_address'
		],
		[
			'a script behind a tab',
			'organization',
			link('java\tscript:alert(1)'),
			'links.0.url',
			'error.not_a_web_address'
		],
		[
			'a script behind invisible characters',
			'organization',
			link('\u200b javascript:alert(1)'),
			'links.0.url',
			'error.not_a_web_address'
		],
		[
			'a data link',
			'organization',
			link('data:text/html,<script>'),
			'links.0.url',
			'error.not_a_web_address'
		],
		[
			'a link to a file',
			'organization',
			link('file:///etc/passwd'),
			'links.0.url',
			'error.not_a_web_address'
		],
		[
			'a link without a scheme',
			'organization',
			link('//example.org'),
			'links.0.url',
			'error.not_a_web_address'
		],
		[
			'a link with a password',
			'organization',
			link('https://user:secret@example.org'),
			'links.0.url',
			'error.not_a_web_address'
		],
		[
			'a link with a space',
			'organization',
			link('https://example.org/a b'),
			'links.0.url',
			'error.not_a_web_address'
		],
		[
			'a link of 2001 characters',
			'organization',
			link(`https://example.org/${'a'.repeat(2000)}`),
			'links.0.url',
			'error.too_long'
		],
		[
			'an unknown visibility',
			'organization',
			{ links: [{ kind: 'x', url: 'https://x.com/a', visibility: 'all' }] },
			'links.0.visibility',
			/./
		],
		['a day that does not exist', 'organization', { founded: '2022-02-30' }, 'founded', 'error.not_a_date'],
		[
			'day 30 of a Hijri month of 29',
			'organization',
			{ founded: '1444-01-30 AH' },
			'founded',
			'error.not_a_date'
		],
		[
			'a Hijri year in the Gregorian calendar',
			'organization',
			{ founded: '1446' },
			'founded',
			'error.not_a_date'
		],
		['a day before its month', 'organization', { founded: '03/12/2022' }, 'founded', 'error.not_a_date'],
		[
			'a day that was never confirmed',
			'organization',
			{ confirmed_on: '2026-02-31' },
			'confirmed_on',
			'error.not_a_date'
		],
		[
			'a confirmation by month',
			'organization',
			{ confirmed_on: '2026-02' },
			'confirmed_on',
			'error.not_a_date'
		],
		['a status of the review', 'organization', { status: 'approved' }, 'status', /./],
		['a state of the change', 'organization', { state: 'approved' }, 'state', /./],
		['a role', 'person', { role: 'admin' }, 'role', /./],
		['a visibility of the record', 'conference', { visibility: 'public' }, 'visibility', /./],
		['a version', 'participation', { version: 9 }, 'version', /./],
		[
			'a right beside a link',
			'organization',
			{ links: [{ kind: 'x', url: 'https://x.com/a', is_approved: true }] },
			'links.0.is_approved',
			/./
		],
		['contacts of a conference', 'conference', { contacts: [] }, 'contacts', /./],
		['an id twice', 'organization', { names: [...names, ...names] }, 'names', 'error.id_twice'],
		['an id with a slash', 'organization', name('نور', { id: 'a/b' }), 'names.0.id', 'error.not_an_id'],
		[
			'an id of the prototype',
			'organization',
			{ ...name('نور', { id: '__Proto__' }) },
			'names.0.id',
			'error.not_an_id'
		],
		['an id with wrong check digits', 'organization', { id: `${id.slice(0, 7)}00` }, 'id', 'error.not_an_id'],
		[
			'a reference with wrong check digits',
			'organization',
			{ part_of: `${id.slice(0, 7)}00` },
			'part_of',
			'error.not_an_id'
		],
		['a slug in capitals', 'organization', { slug: 'Nour' }, 'slug', 'error.not_a_slug'],
		['a slug that looks like an id', 'organization', { slug: id }, 'slug', 'error.not_a_slug'],
		[
			'a country in words',
			'organization',
			{ place: { country: 'البحرين' } },
			'place.country',
			'error.not_a_country'
		],
		[
			'a place without a country',
			'organization',
			{ place: { city: { ar: 'القطيف' } } },
			'place.country',
			/./
		],
		[
			'a position in words',
			'organization',
			appointment({ position: 'رئيس' }),
			'appointments.0.position',
			'error.not_a_position'
		],
		[
			'a term of half a number',
			'organization',
			{ board_terms: [{ number: 1.5 }] },
			'board_terms.0.number',
			/./
		],
		['term zero', 'organization', { board_terms: [{ number: 0 }] }, 'board_terms.0.number', /./],
		[
			'thirteen fields of work',
			'organization',
			{ fields: 'abcdefghijklm'.split('') },
			'fields',
			'error.too_many'
		],
		[
			'a time that is none',
			'conference',
			{ sessions: [{ starts_at: '24:00' }] },
			'sessions.0.starts_at',
			'error.not_a_time'
		],
		[
			'a patron who is nobody',
			'conference',
			{ patrons: [{ title: { ar: 'الوزير' } }] },
			'patrons.0',
			'error.nobody_named'
		],
		[
			'an organizer that is nobody',
			'conference',
			{ organizers: [{ role: 'host' }] },
			'organizers.0',
			'error.nobody_named'
		],
		[
			'a source that says nothing',
			'organization',
			{ sources: [{ published: '2022' }] },
			'sources.0',
			'error.source_is_empty'
		],
		[
			'a citation of a path',
			'organization',
			{ cited: { 'names/n1': ['s1'] } },
			'cited.names/n1',
			'error.not_a_field'
		],
		['a participation in nothing', 'participation', { conference: undefined }, 'conference', /./]
	])('%s', (_, type, partial, path, message) => {
		const { refused } = read(type, partial);
		expect(refused).toEqual([[path, expect.stringMatching(message)]]);
	});
});
