import { describe, expect, test } from 'vitest';
import { publicView } from '#lib/domain/public_view.ts';
import { registryId } from '#lib/domain/registry_id.ts';
import { conference, organization, person } from '../../../../../tests/harness/documents.ts';
import { searchEntryOf, type Mentions, type Searchable } from './search_entry.ts';

const [self, chair, parent, whole] = [1, 2, 3, 4].map(registryId) as [string, string, string, string];

const mentions: Mentions = {
	names: new Map([
		[chair, ['خالد الفناري', 'Khalid Al-Fanari']],
		[parent, ['جمعية الواحة']],
		[whole, ['مؤسسة البستان']]
	]),
	organizationsOf: new Map([[self, [parent]]]),
	regions: new Map([['SA-04', ['المنطقة الشرقية', 'Eastern Province']]]),
	fields: new Map([['health', ['الصحة', 'Human health services']]])
};

const entryOf = (document: Searchable) =>
	searchEntryOf(publicView({ ...document, id: self }), mentions).entry;

describe('an organization is found by', () => {
	const entry = entryOf(
		organization({
			names: [
				{ value: 'جمعيّة نور الوادي', lang: 'ar' },
				{ value: 'Nour Al-Wadi', lang: 'en', kind: 'transliteration' },
				{ value: 'فريق الغيمة', lang: 'ar', kind: 'former' }
			],
			summary: { ar: 'ترعى بستان زمردة', en: 'It keeps an orchard' },
			aims: [{ text: { ar: 'سقيا العابرين' } }],
			place: {
				country: 'SA',
				region: 'SA-04',
				city: { ar: 'سيهات', en: 'Saihat' },
				district: { ar: 'الفردوس' }
			},
			fields: ['health'],
			part_of: whole,
			affiliations: [{ to: parent }],
			appointments: [{ person: chair, position: 'chair' }],
			licences: [{ number: '٤٤١٧/٢' }],
			identifiers: [{ scheme: 'SA-NCNP', value: 'NCNP-77.9' }]
		})
	);

	test('its names in all languages, the former one too', () => {
		expect(entry.names).toBe('جمعيه نور الوادي\nnour wadi\nفريق الغيمه');
		expect(entry).toMatchObject({ name_ar: 'جمعيّة نور الوادي', name_en: 'Nour Al-Wadi' });
	});

	test('the names of what it belongs to and of its people', () => {
		expect(entry.related).toBe('موسسه البستان\nجمعيه الواحه\nخالد الفناري\nkhalid fanari');
	});

	test('its place in both languages, with region and country', () => {
		const place = ['سيهات', 'saihat', 'الفردوس', 'المنطقه الشرقيه', 'eastern province'];
		expect(entry.place).toBe([...place, 'المملكه العربيه السعوديه', 'saudi arabia'].join('\n'));
	});

	test('what it says at length, and its fields of work', () => {
		expect(entry.words).toEqual(
			expect.arrayContaining(['زمرده', 'orchard', 'سقيا', 'الصحه', 'health', 'services'])
		);
	});

	test('its id and numbers in one form, which no name has', () => {
		const ids = entry.words.filter((word) => word.startsWith('id='));
		expect(ids).toEqual([`id=${self}`, 'id=ncnp779', 'id=44172']);
	});

	test('each word once, those of its names also apart, with how long the names are', () => {
		expect(new Set(entry.words).size).toBe(entry.words.length);
		expect(entry.name_words).toEqual([
			...['جمعيه', 'نور', 'الوادي', 'جمعيه#2', 'نور#2', 'الوادي#2', 'نور+وادي#2'],
			...['nour', 'wadi', 'nour#2', 'wadi#2', 'nour+wadi#2', 'فريق', 'الغيمه', 'فريق#1', 'الغيمه#1']
		]);
	});

	test('nothing that the public may not see', () => {
		const hidden = organization({
			contacts: [{ kind: 'email', value: 'zumurrud@example.org', visibility: 'members' }],
			links: [{ kind: 'x', url: 'https://x.com/zumurrud', visibility: 'registrars' }]
		});
		expect(JSON.stringify(entryOf(hidden))).not.toContain('zumurrud');
	});
});

describe('the values of filters', () => {
	const facetsOf = (document: Searchable) => entryOf(document).facets;

	test('of an organization', () => {
		expect(
			facetsOf(
				organization({
					...{ kind: 'association', status: 'active', founded: '1440 AH', fields: ['health', 'culture'] },
					place: { country: 'SA', region: 'SA-04', city: { ar: 'سيهات', en: 'Saihat' } }
				})
			)
		).toEqual([
			...['type=organization', 'kind=association', 'status=active', 'region=SA-04', 'country=SA'],
			...['city=سيهات', 'field=health', 'field=culture', 'founded=2018', 'founded=2019']
		]);
	});

	test('a place without regions is its country; a city without an Arabic name has its English one', () => {
		const place = { country: 'BH', city: { en: 'Hamala' } };
		expect(facetsOf(organization({ place }))).toEqual(
			expect.arrayContaining(['region=BH', 'country=BH', 'city=Hamala'])
		);
	});

	test('of a conference, with the year in which it began', () => {
		const facets = facetsOf(conference({ kind: 'forum', from: '2019-12-30', until: '2020-01-02' }));
		expect(facets).toEqual(['type=conference', 'kind=forum', 'status=unknown', 'year=2019']);
	});

	test('are words of the entry too', () => {
		const { facets, words } = entryOf(organization({ place: { country: 'SA' } }));
		expect(words).toEqual(expect.arrayContaining(facets));
	});
});

test('a person is found by the names of the bodies in which they have or had a post', () => {
	const { related, facets } = entryOf(person({ names: [{ value: 'ريم السنابلي', lang: 'ar' }] }));
	expect([related, facets]).toEqual(['جمعيه الواحه', ['type=person']]);
});

test('a conference is found by its organizers and patrons, on the register or as printed', () => {
	const entry = entryOf(
		conference({
			from: '1441-02-10 AH',
			place: { country: 'BH' },
			venue: { ar: 'قاعة النخيل' },
			theme: { ar: 'خلود العطاء' },
			sessions: [{ title: { ar: 'الجلسة الأولى' } }],
			organizers: [{ organization: parent }, { name: { ar: 'نادي الضفاف', en: 'Difaf Club' } }],
			patrons: [{ person: chair, title: { ar: 'محافظ' } }]
		})
	);
	expect(entry.related.split('\n')).toEqual([
		...['جمعيه الواحه', 'خالد الفناري', 'khalid fanari', 'نادي الضفاف', 'difaf club']
	]);
	expect(entry.words).toEqual(expect.arrayContaining(['قاعه', 'خلود', 'الجلسه']));
	expect(entry.held_on).toBe('2019-10-09');
});

test('a conference is found by its venue also where its place is not told', () => {
	expect(entryOf(conference({ venue: { ar: 'قاعة النخيل' } })).place).toBe('قاعه النخيل');
});

describe('a person who withholds the name', () => {
	const names = [
		{ value: 'ميسون الخزامى', lang: 'ar' },
		{ value: 'أم بدر', lang: 'ar', kind: 'known_as' }
	];

	test.each(['role_only', 'withheld'])('(%s) has an entry that nothing finds or counts', (display) => {
		const entry = entryOf(person({ names, display }));
		expect(entry).toMatchObject({ names: '', related: '', place: '', facets: [], name_words: [], words: [] });
	});

	test('(known_as) is found by the name that is shown, and by no other', () => {
		const entry = entryOf(person({ names, display: 'known_as' }));
		expect(entry).toMatchObject({ name_ar: 'أم بدر', names: 'ام بدر', related: 'جمعيه الواحه' });
		expect(JSON.stringify(entry)).not.toMatch(/ميسون|الخزام/);
	});
});

test('of equal matches the active, confirmed, described and sourced one is preferred', () => {
	const merits = [
		{ status: 'active' },
		{ confirmed_on: '2026-01-31' },
		{ summary: { ar: 'نبذة' } },
		{ sources: [{ title: 'خبر' }] }
	];
	const priors = [0, 1, 2, 3, 4].map(
		(count) => entryOf(organization(Object.assign({}, ...merits.slice(0, count)))).prior
	);
	expect(priors).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
});

test('a record of very many words keeps its numbers, filters and names', () => {
	const text = Array.from({ length: 4000 }, (_, at) => `ك${at}`);
	const summary = { ar: text.slice(0, 700).join(' ') };
	const aims = [1, 2, 3, 4, 5].map((at) => ({
		text: {
			ar: text
				.slice(at * 80, at * 80 + 80)
				.join(' ')
				.slice(0, 500)
		}
	}));
	const notes = Array.from({ length: 60 }, (_, at) => ({
		text: { ar: text.slice(700 + at * 50, 750 + at * 50).join(' ') }
	}));
	const long = conference({ summary, objectives: [...aims, ...notes], status: 'held' });
	const { words } = entryOf(long);
	expect(words).toHaveLength(1500);
	expect(words).toEqual(
		expect.arrayContaining([`id=${self}`, 'type=conference', 'status=held', 'ملتقي', 'ضفاف'])
	);
});

test('each word is shown as the record writes it first', () => {
	const { shown } = searchEntryOf(
		{
			...organization({
				names: [
					{ value: 'جمعيّة الإحسان', lang: 'ar' },
					{ value: 'جمعية', lang: 'ar' }
				]
			}),
			id: self
		},
		mentions
	);
	expect([...shown]).toEqual([
		['جمعيه', 'جمعيّة'],
		['الاحسان', 'الإحسان']
	]);
});
