import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organization, participation, person } from '../../../tests/harness/documents.ts';
import { displayLevels } from './documents/person.ts';
import { publicView, withheldName } from './public_view.ts';
import { registryId } from './registry_id.ts';

const link = (id: string, visibility: string) => ({
	...{ id, kind: 'x', url: `https://x.com/${id}`, visibility }
});
const contact = (id: string, visibility: string) => ({
	...{ id, kind: 'email', value: `${id}@example.org`, visibility }
});
const levels = ['public', 'members', 'registrars'];

describe('of an organization', () => {
	const whole = organization({
		links: levels.map((level) => link(level, level)),
		contacts: levels.map((level) => contact(level, level)),
		summary: { ar: 'فريق تطوعي' },
		sources: [{ id: 's1', title: 'خبر' }],
		cited: { summary: ['s1'] }
	});

	test('only public links and contacts are seen', () => {
		const { links, contacts } = publicView(whole);
		expect(links.map(({ id }) => id)).toEqual(['public']);
		expect(contacts.map(({ id }) => id)).toEqual(['public']);
	});

	test('everything else is, and the document itself stays whole', () => {
		const { links: _links, contacts: _contacts, ...rest } = whole;
		expect(publicView(whole)).toMatchObject(rest);
		expect(whole.contacts).toHaveLength(3);
	});

	test('a contact is hidden unless somebody chose otherwise, a link is public', () => {
		const { links, contacts } = organization({
			links: [{ kind: 'x', url: 'https://x.com/ghaith' }],
			contacts: [{ kind: 'email', value: 'ghaith@example.org' }]
		});
		expect([links[0]!.visibility, contacts[0]!.visibility]).toEqual(['public', 'registrars']);
	});

	test('what was hidden since is not in former versions either', () => {
		const before = organization({ links: [link('a', 'public')], contacts: [contact('b', 'public')] });
		const now = organization({ links: [link('a', 'members')], contacts: [contact('b', 'registrars')] });
		expect(publicView(before, now)).toMatchObject({ links: [], contacts: [] });
		expect(publicView(now, before)).toMatchObject({ links: [], contacts: [] });
		expect(publicView(before, before)).toMatchObject({ links: [{ id: 'a' }], contacts: [{ id: 'b' }] });
	});
});

test('of a participation only public links are seen', () => {
	const partial = { organization: registryId(1), conference: registryId(2) };
	const { links } = publicView(
		participation({ ...partial, links: levels.map((level) => link(level, level)) })
	);
	expect(links.map(({ id }) => id)).toEqual(['public']);
});

describe('of a person', () => {
	const secrets = ['هيفاء', 'الربيعة', 'Haifa', 'Rabiah', 'haifa', 'أم سعد', 'هيف', 'rabiah'];
	const whole = person({
		id: registryId(7),
		slug: 'haifa-al-rabiah',
		names: [
			{
				...{ id: 'n1', value: 'هيفاء بنت سالم الربيعة', lang: 'ar', kind: 'official' },
				...{ honorific_prefix: 'الأستاذة', given_name: 'هيفاء', family_name: 'الربيعة', kunya: 'أم سعد' }
			},
			{ id: 'n2', value: 'Haifa Al-Rabiah', lang: 'en', kind: 'transliteration' },
			{ id: 'n3', value: 'هيف', lang: 'ar', kind: 'alias' }
		],
		summary: { ar: 'هيفاء الربيعة متطوعة' },
		links: [{ kind: 'x', url: 'https://x.com/haifa' }],
		contacts: [{ kind: 'email', value: 'haifa@example.org', visibility: 'public' }],
		notes: [{ text: { ar: 'تُكنى أم سعد' } }],
		figures: [{ label: { ar: 'ساعات هيفاء' }, value: '12' }],
		alternatives: [{ field: 'names/n1', value: 'هيفاء الربيعه' }],
		sources: [{ id: 's1', title: 'تكريم هيفاء الربيعة', url: 'https://news.example/haifa' }],
		cited: { summary: ['s1'] }
	});
	const knownAs = { id: 'k1', value: 'أم ضياء', lang: 'ar', kind: 'known_as' as const, sources: ['s1'] };

	test('who is shown in full is, but for hidden contacts', () => {
		expect(publicView(whole)).toEqual(whole);
		const { contacts } = publicView(person({ contacts: [contact('a', 'members')] }));
		expect(contacts).toEqual([]);
	});

	test.each(['known_as', 'role_only', 'withheld'] as const)('nothing names who is shown as %s', (display) => {
		const names = display === 'known_as' ? [...whole.names, knownAs] : whole.names;
		const view = publicView({ ...whole, names, display });
		for (const secret of secrets) expect(JSON.stringify(view)).not.toContain(secret);
		expect(view).toMatchObject({ type: 'person', id: whole.id, display });
	});

	test('who is known by another name is shown by that alone', () => {
		const { names } = publicView({ ...whole, names: [...whole.names, knownAs], display: 'known_as' });
		expect(names.map(({ value }) => value)).toEqual(['أم ضياء']);
	});

	test.each(['role_only', 'withheld'] as const)('that name is not shown either where it is %s', (display) => {
		const view = publicView({ ...whole, names: [...whole.names, knownAs], display });
		expect(view.names.map(({ value }) => value)).toEqual([withheldName.ar, withheldName.en]);
	});

	test('who has no such name has none that is shown', () => {
		const { names } = publicView({ ...whole, display: 'known_as' });
		expect(names.map(({ value, lang }) => [lang, value])).toEqual([
			['ar', withheldName.ar],
			['en', withheldName.en]
		]);
	});

	test('of two levels, then and now, the stricter holds', () => {
		fc.assert(
			fc.property(fc.constantFrom(...displayLevels), fc.constantFrom(...displayLevels), (then, now) => {
				const names = [...whole.names, knownAs];
				const view = publicView({ ...whole, names, display: then }, { ...whole, names, display: now });
				const stricter = displayLevels[Math.max(...[then, now].map((level) => displayLevels.indexOf(level)))];
				expect(view.names).toEqual(publicView({ ...whole, names, display: stricter! }).names);
			})
		);
	});
});
