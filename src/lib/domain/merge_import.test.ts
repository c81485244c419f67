import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { organizationArbitrary } from '../../../tests/harness/arbitraries.ts';
import { mergeImport } from './merge_import.ts';
import { registryId } from './registry_id.ts';

type Value = Record<string, unknown>;
type Part = Value & { id: string };

const parts = (document: Value, list: string) => document[list] as Part[];
const merge = (current: Value, incoming: Value) => mergeImport(mergeImport(null, current), incoming);

const documents = organizationArbitrary({
	id: registryId(1),
	people: [2, 3].map(registryId),
	organizations: [4, 5].map(registryId),
	fields: ['health', 'culture'],
	positions: ['member']
});

/** As a file would give it: nothing named by an id of its own, sources by their address. */
function withoutIds(document: Value): Value {
	const urls = new Map(parts(document, 'sources').map((source) => [source.id, source.url]));
	const byUrl = (ids: unknown) => (ids as string[]).flatMap((id) => urls.get(id) ?? []);
	const entries = Object.entries(document).map(([key, value]) => {
		if (key === 'cited') {
			return [
				key,
				Object.fromEntries(Object.entries(value as Value).map(([field, ids]) => [field, byUrl(ids)]))
			];
		}
		if (!Array.isArray(value) || typeof value[0] !== 'object') return [key, value];
		return [
			key,
			(value as Part[]).map(({ id: _id, ...part }) =>
				'sources' in part ? { ...part, sources: byUrl(part.sources) } : part
			)
		];
	});
	return Object.fromEntries(entries);
}

describe('an import merged twice', () => {
	it('says the same as once, with the ids of the file', () => {
		fc.assert(
			fc.property(documents, (document) => {
				const once = mergeImport(null, document);
				expect(mergeImport(once, document)).toEqual(once);
			})
		);
	});

	it('says the same as once, also where the file gives no ids', () => {
		fc.assert(
			fc.property(documents, (document) => {
				const file = withoutIds(document);
				const once = mergeImport(null, file);
				expect(mergeImport(once, file)).toEqual(once);
			})
		);
	});

	it('removes nothing of what the register had', () => {
		fc.assert(
			fc.property(documents, documents, (document, other) => {
				const merged = mergeImport(document, withoutIds(other));
				for (const [list, before] of Object.entries(document)) {
					if (!Array.isArray(before) || typeof before[0] !== 'object') continue;
					const ids = parts(merged, list).map(({ id }) => id);
					expect(ids.slice(0, before.length), list).toEqual((before as Part[]).map(({ id }) => id));
				}
				expect(Object.keys(merged)).toEqual(expect.arrayContaining(Object.keys(document)));
				expect(Object.keys(merged.cited as Value)).toEqual(
					expect.arrayContaining(Object.keys(document.cited))
				);
			})
		);
	});
});

describe('a part is known again', () => {
	test.each<[string, string, Value, Value]>([
		[
			'a name by its value and language',
			'names',
			{ value: 'نور', lang: 'ar', kind: 'alias' },
			{ value: 'نور', lang: 'ar', kind: 'official' }
		],
		[
			'a name whatever its spaces',
			'names',
			{ value: 'فريق نور', lang: 'ar' },
			{ value: ' فريق  نور\u200f', lang: 'ar' }
		],
		[
			'a link by its address',
			'links',
			{ url: 'https://example.org', kind: 'other' },
			{ url: 'https://example.org', kind: 'website' }
		],
		[
			'an aim whatever the order of its languages',
			'aims',
			{ text: { ar: 'أ', en: 'a' } },
			{ text: { en: 'a', ar: 'أ' } }
		],
		[
			'a licence by its number, in any digits',
			'licences',
			{ number: '1017' },
			{ number: '١٠١٧', state: 'valid' }
		],
		[
			'a licence without a number by issuer and start',
			'licences',
			{ issuer: { ar: 'الوزارة' }, from: '2014' },
			{ issuer: { ar: 'الوزارة' }, from: '2014', number: '7' }
		],
		[
			'a term by its number',
			'board_terms',
			{ number: 2, label: { ar: 'الثانية' } },
			{ number: 2, from: '2018' }
		],
		[
			'a term by its label where one of the two has no number',
			'board_terms',
			{ number: 2, label: { ar: 'الثانية' } },
			{ label: { ar: 'الثانية' } }
		],
		[
			'a source by its address',
			'sources',
			{ url: 'https://example.org/a' },
			{ url: 'https://example.org/a', title: 'خبر' }
		],
		[
			'a source without one by publisher and title',
			'sources',
			{ publisher: 'جريدة', title: 'خبر' },
			{ publisher: 'جريدة', title: 'خبر', published: '2022' }
		],
		[
			'an appointment by person, position and term',
			'appointments',
			{ person: 'p', position: 'chair' },
			{ person: 'p', position: 'chair', from: '2020' }
		],
		['a delegate by the person', 'delegates', { person: 'p' }, { person: 'p', position: 'chair' }]
	])('%s', (_, list, before, incoming) => {
		const current = mergeImport(null, {
			[list]: [{ value: 'other', url: 'other', number: 'other', person: 'q' }, before]
		});
		const merged = mergeImport(current, { [list]: [incoming] });
		expect(parts(merged, list)).toHaveLength(2);
		expect(parts(merged, list)[1]).toEqual({ ...before, ...incoming, id: parts(current, list)[1]!.id });
	});

	test.each<[string, string, Value, Value]>([
		[
			'another number of the same issuer',
			'licences',
			{ number: '1', issuer: { ar: 'الوزارة' } },
			{ number: '2', issuer: { ar: 'الوزارة' } }
		],
		[
			'another term under the same label',
			'board_terms',
			{ number: 1, label: { ar: 'المجلس' } },
			{ number: 2, label: { ar: 'المجلس' } }
		],
		[
			'another page under the same title',
			'sources',
			{ url: 'https://example.org/1', title: 'خبر' },
			{ url: 'https://example.org/2', title: 'خبر' }
		],
		[
			'the same name in another language',
			'names',
			{ value: 'Nour', lang: 'en' },
			{ value: 'Nour', lang: 'fr' }
		],
		[
			'another position of the same person',
			'appointments',
			{ person: 'p', position: 'member' },
			{ person: 'p', position: 'chair' }
		]
	])('but not %s', (_, list, before, incoming) => {
		expect(parts(merge({ [list]: [before] }, { [list]: [incoming] }), list)).toHaveLength(2);
	});

	it('once only: who held a post twice has both appointments, each with its own dates', () => {
		const twice = [
			{ person: 'p', position: 'chair', from: '2014', until: '2018' },
			{ person: 'p', position: 'chair', from: '2022' }
		];
		const current = mergeImport(null, { appointments: twice });
		expect(mergeImport(current, { appointments: twice })).toEqual(current);
		const merged = mergeImport(current, { appointments: [{ ...twice[1], until: '2026' }] });
		expect(parts(merged, 'appointments').map(({ from, until }) => [from, until])).toEqual([
			['2014', '2018'],
			['2022', '2026']
		]);
	});
});

describe('what points to other parts of the record', () => {
	it('follows a term to the id that it has on the register', () => {
		const file = (id: string) => ({
			board_terms: [{ id, number: 2 }],
			appointments: [{ person: 'p', position: 'chair', term: id }]
		});
		const merged = merge(file('t-old'), file('t-new'));
		expect(parts(merged, 'board_terms').map(({ id }) => id)).toEqual(['t-old']);
		expect(parts(merged, 'appointments').map(({ term }) => term)).toEqual(['t-old']);
	});

	it('follows a source named by its address or by the id of the file', () => {
		const current = mergeImport(null, {
			sources: [
				{ id: 'a', url: 'https://example.org/1' },
				{ id: 'b', url: 'https://example.org/2' }
			],
			names: [{ id: 'n', value: 'نور', lang: 'ar', sources: ['a'] }],
			cited: { founded: ['a'] }
		});
		const merged = mergeImport(current, {
			sources: [{ id: 'x', url: 'https://example.org/2' }],
			links: [{ url: 'https://example.org', sources: ['x', 'https://example.org/1'] }],
			cited: { summary: ['https://example.org/2'] }
		});
		expect(parts(merged, 'sources').map(({ id }) => id)).toEqual(['a', 'b']);
		expect(parts(merged, 'links')[0]!.sources).toEqual(['b', 'a']);
		expect(parts(merged, 'names')[0]!.sources).toEqual(['a']);
		expect(merged.cited).toEqual({ founded: ['a'], summary: ['b'] });
	});
});

describe('what is no list of parts', () => {
	test.each(['text', 5, { a: 1 }, [null], ['text'], [[]]])(
		'%j goes through as it is, to be refused',
		(wrong) => {
			expect(mergeImport({ names: [] }, { names: wrong, sources: wrong, board_terms: wrong })).toMatchObject({
				names: wrong,
				sources: wrong,
				board_terms: wrong
			});
		}
	);

	it('also where citations should be', () => {
		expect(mergeImport({ cited: { founded: ['a'] } }, { cited: 'text' }).cited).toBe('text');
	});
});
