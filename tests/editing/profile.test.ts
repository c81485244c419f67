import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { organizationArbitrary } from '../harness/arbitraries.ts';
import { organization } from '../harness/documents.ts';
import { dropBlankRows, readForm } from '#lib/server/forms.ts';
import { applyOperations, diff, isSame } from '#lib/domain/change.ts';
import { registryId } from '#lib/domain/registry_id.ts';
import {
	profileRows,
	profileSchema,
	profileValues,
	withProfile,
	type ProfileInput
} from '#lib/domain/forms/profile.ts';

const ids = [1, 2, 3].map(registryId);
const before = organization({
	id: ids[0],
	names: [
		{ id: 'n1', value: 'فريق نسيم', lang: 'ar', kind: 'official', from: '2014', sources: ['s1'] },
		{ id: 'n2', value: 'نسيم', lang: 'ar', kind: 'alias', sources: ['s1'] }
	],
	summary: { ar: 'فريق تطوعي', en: 'A volunteer team' },
	place: { country: 'SA', region: 'SA-04', city: { ar: 'صفوى' } },
	fields: ['health', 'culture'],
	links: [{ id: 'l1', kind: 'x', url: 'https://x.com/naseem', sources: ['s1'] }],
	contacts: [{ id: 'c1', kind: 'email', value: 'naseem@example.org' }],
	founded: '2014',
	sources: [{ id: 's1', url: 'https://news.example/1' }],
	cited: { summary: ['s1'], place: ['s1'], founded: ['s1'] }
});

/** The form as a browser sends it, with other values in some fields; undefined leaves a field out. */
async function send(values: Record<string, string | undefined>, document = before): Promise<ProfileInput> {
	const form = new FormData();
	for (const [key, value] of Object.entries({ ...profileValues(document), ...values })) {
		if (value !== undefined) form.append(key, value);
	}
	const read = await readForm(dropBlankRows(form, profileRows), profileSchema);
	if (!read.ok) throw new Error(JSON.stringify(read.errors));
	return read.input;
}

const save = async (values: Record<string, string | undefined>) => withProfile(before, await send(values));
const changes = async (values: Record<string, string | undefined>) => diff(before, await save(values));

describe('the profile form', () => {
	test('that is sent as it was shown changes nothing', async () => {
		expect(await save({})).toEqual(before);
		expect(await save({ source_url: 'https://news.example/2' })).toEqual(before);
	});

	test('of any organization that is sent as it was shown changes nothing', async () => {
		const arbitrary = organizationArbitrary({
			...{ id: ids[0]!, people: [ids[1]!], organizations: [ids[2]!] },
			...{ fields: ['health', 'culture'], positions: ['member'] }
		});
		await fc.assert(
			fc.asyncProperty(arbitrary, async (document) => {
				expect(diff(document, withProfile(document, await send({}, document)))).toEqual([]);
			})
		);
	});

	test('changes what is typed, and nothing that it does not show', async () => {
		const operations = await changes({ 'names.1.value': 'نسيم الساحل', 'place.city.ar': 'تاروت' });
		expect(operations.map(({ path }) => path).toSorted()).toEqual([
			...['cited/place', 'names/n2/sources', 'names/n2/value', 'place/city/ar']
		]);
		expect(await save({ 'names.0.value': 'فريق النسيم' })).toMatchObject({
			names: [{ id: 'n1', from: '2014' }, { id: 'n2' }],
			contacts: before.contacts,
			founded: '2014'
		});
	});

	test('removes what is emptied', async () => {
		expect((await changes({ 'names.1.value': '' })).map(({ path }) => path)).toEqual(['names/n2']);
		expect((await changes({ 'links.0.url': ' ' })).map(({ path }) => path)).toEqual(['links/l1']);
		const english = await save({ 'summary.en': '' });
		expect(english.summary).toEqual({ ar: 'فريق تطوعي' });
		const bare = await save({ 'summary.ar': '', 'summary.en': '', 'fields.health': undefined });
		expect(bare).not.toHaveProperty('summary');
		expect(bare.fields).toEqual(['culture']);
	});

	test('adds rows with ids of their own', async () => {
		const { names, links } = await save({
			...{ 'names.2.value': 'Naseem', 'names.2.lang': 'en', 'names.2.kind': 'transliteration' },
			...{
				'links.1.url': 'https://naseem.example',
				'links.1.kind': 'website',
				'links.1.visibility': 'public'
			}
		});
		expect(names.at(-1)).toMatchObject({
			value: 'Naseem',
			id: expect.stringMatching(/^[a-z0-9]{8}$/),
			sources: []
		});
		expect(links.at(-1)).toMatchObject({ url: 'https://naseem.example', sources: [] });
	});

	test('keeps the main field of work first, and adds others after it', async () => {
		expect((await save({ 'fields.advocacy': 'on' })).fields).toEqual(['health', 'culture', 'advocacy']);
	});

	test.each([
		[{ 'names.0.value': '', 'names.1.value': '' }, 'names', 'error.no_name'],
		[{ 'names.0.value': 'س'.repeat(301) }, 'names.0.value', 'error.too_long'],
		[{ 'links.0.url': 'javascript:alert(1)' }, 'links.0.url', 'error.not_a_web_address'],
		[{ source_url: 'javascript:alert(1)' }, 'source_url', 'error.not_a_web_address'],
		[{ 'place.country': '', 'place.region': '' }, 'place.country', 'error.required']
	])('%j is refused at %s', async (values, field, message) => {
		const errors = await send(values).catch((error: Error) => JSON.parse(error.message));
		expect(errors).toMatchObject({ [field]: message });
	});

	test('passes over fields that are none of its own', async () => {
		const input = await send({ status: 'dissolved', 'names.0.sources': 's9', 'names.0.from': '1999' });
		expect(withProfile(before, input)).toEqual(before);
	});
});

describe('a source that is given', () => {
	const source_url = 'https://news.example/2';
	const values = { 'names.1.value': 'نسيم الساحل', 'summary.ar': 'فريق شبابي', source_url };

	test('is cited for every value that changes, and for no other', async () => {
		const { names, sources, cited } = await save(values);
		const [, source] = sources;
		expect(source).toMatchObject({ url: source_url });
		expect(names.map(({ sources }) => sources)).toEqual([['s1'], [source!.id]]);
		expect(cited).toEqual({ summary: [source!.id], place: ['s1'], founded: ['s1'] });
	});

	test('that the record has already is not added again', async () => {
		const { names, sources } = await save({ ...values, source_url: 'https://news.example/1' });
		expect(sources).toEqual(before.sources);
		expect(names[1]!.sources).toEqual(['s1']);
	});

	test('is cited for no value that was taken away', async () => {
		const { cited } = await save({ 'summary.ar': '', 'summary.en': '', source_url });
		expect(cited).toEqual({ place: ['s1'], founded: ['s1'] });
	});

	test('or else what changes cites nothing any more', async () => {
		const { names, cited, sources } = await save({ ...values, source_url: undefined });
		expect(names.map(({ sources }) => sources)).toEqual([['s1'], []]);
		expect(cited).toEqual({ place: ['s1'], founded: ['s1'] });
		expect(sources).toEqual(before.sources);
	});
});

test('what the form says is what its operations say', async () => {
	const after = await save({ 'names.1.value': '', 'summary.en': '', 'fields.advocacy': 'on' });
	expect(isSame(applyOperations(before, diff(before, after)), after)).toBe(true);
	expect(v.is(profileSchema, {})).toBe(false);
});
