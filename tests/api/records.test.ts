import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonDocument } from '#lib/domain/documents/person.ts';
import { isWithheldName, withheldName } from '#lib/domain/public_view.ts';
import { toAsciiDigits } from '#lib/domain/text.ts';
import { retireRecord } from '#lib/server/editing/retirement.ts';
import { refreshSearchEntries } from '#lib/server/editing/search_index.ts';
import { findPublic } from '#lib/server/registry/records.ts';
import { organization, person } from '../harness/documents.ts';
import { current, makeRecord, makeRegistrar, propose, submissionKey } from '../harness/factory.ts';
import { startSeededServer, type SeededServer } from '../harness/seeded_server.ts';
import { askerOf, type Ask } from './asker.ts';

let server: SeededServer;
let ask: Ask;
let amal_al_qatif: string;
beforeAll(async () => {
	server = await startSeededServer();
	ask = askerOf(server.origin);
	amal_al_qatif = (await ask('/organizations/amal-al-qatif')).body.id;
});
afterAll(() => server.stop());

type Item = { id: string; type: string; names: { value: string }[] };

describe('one record', () => {
	test('is its whole public document, with its page and its version', async () => {
		const { status, body } = await ask('/organizations/amal-al-qatif');
		expect(status).toBe(200);
		const { url, version, changed_at, ...document } = body;
		const found = await findPublic(server.db, 'organization', 'amal-al-qatif');
		expect(document).toEqual((found as { document: object }).document);
		expect({ version, changed_at: new Date(changed_at) }).toEqual({
			version: (found as { version: number }).version,
			changed_at: (found as { changed_at: Date }).changed_at
		});
		expect((await fetch(url)).status).toBe(200);
	});

	test('is found by its id, however that is written', async () => {
		const arabicDigits = amal_al_qatif.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
		expect(toAsciiDigits(arabicDigits)).toBe(amal_al_qatif);
		for (const id of [amal_al_qatif, amal_al_qatif.toUpperCase(), arabicDigits]) {
			const { status, body } = await ask(`/organizations/${encodeURIComponent(id)}`);
			expect(status).toBe(200);
			expect(body.id).toBe(amal_al_qatif);
		}
	});

	test('is led to from a slug that it had, with the rest of the address', async () => {
		const made = await makeRecord(server.db, organization({ slug: 'made-for-moving' }));
		await propose(server.db, 'register', made, { slug: 'moved' });
		const { status, headers } = await ask('/organizations/made-for-moving?lang=en');
		expect(status).toBe(308);
		expect(headers.get('location')).toBe('/api/v1/organizations/moved?lang=en');
		const english = await fetch(`${server.origin}/en/api/v1/organizations/made-for-moving`);
		expect(english.url).toBe(`${server.origin}/en/api/v1/organizations/moved`);
		expect(await english.json()).toMatchObject({ id: made.id, slug: 'moved' });
	});

	test('is led to from a record that it took in', async () => {
		const [kept, merged] = await Promise.all([
			makeRecord(server.db, organization({ slug: 'kept' })),
			makeRecord(server.db, organization({ slug: 'merged' }))
		]);
		await alter(merged.id, { merged_into: kept.id });
		for (const asked of [merged.id, 'merged']) {
			const { status, headers } = await ask(`/organizations/${asked}`);
			expect(status).toBe(308);
			expect(headers.get('location')).toBe('/api/v1/organizations/kept');
		}
		const listed = await itemsOf('/organizations');
		expect(listed.map(({ id }) => id)).not.toContain(merged.id);
	});
});

describe('what is not public', () => {
	test('of an organization is in no answer', async () => {
		const secret = 'only-for-members';
		const { id } = await makeRecord(
			server.db,
			organization({
				names: [{ value: 'مجموعة سرّ المنديل', lang: 'ar' }],
				contacts: [
					{ kind: 'email', value: `${secret}@example.org`, visibility: 'members' },
					{ kind: 'email', value: 'for-all@example.org', visibility: 'public' }
				],
				links: [{ kind: 'x', url: `https://x.com/${secret}`, visibility: 'registrars' }]
			})
		);
		for (const path of [
			`/organizations/${id}`,
			`/organizations?q=${encodeURIComponent('سر المنديل')}`,
			`/search?q=${encodeURIComponent('سر المنديل')}`
		]) {
			const text = JSON.stringify((await ask(path)).body);
			expect(text).toContain('for-all@example.org');
			expect(text).not.toContain(secret);
		}
		for (const q of [secret, `${secret}@example.org`])
			expect((await itemsOf(`/search?q=${q}`)).map((item) => item.id)).not.toContain(id);
	});

	test('is a hidden record: it is neither found nor counted', async () => {
		const { id, document } = await makeRecord(
			server.db,
			organization({ names: [{ value: 'لجنة الزمرد الخفي', lang: 'ar' }] })
		);
		await alter(id, { visibility: 'hidden' });
		for (const asked of [id, document.slug!])
			expect((await ask(`/organizations/${encodeURIComponent(asked)}`)).status).toBe(404);
		for (const path of ['/organizations', '/search', '/suggest']) {
			const items = (await ask(`${path}?q=${encodeURIComponent('الزمرد الخفي')}`)).body.items as Item[];
			expect(items.map((item) => item.id)).not.toContain(id);
		}
	});

	test('is a withdrawn record: it answers 410 and why', async () => {
		const { id, document, version } = await makeRecord(server.db, organization());
		const actor = await makeRegistrar(server.db);
		const reason = 'never_existed';
		await retireRecord(server.db, actor, {
			...{ type: 'organization', id, base_version: version, submission_key: submissionKey(), reason }
		});
		for (const asked of [id, document.slug!]) {
			const { status, body } = await ask(`/organizations/${encodeURIComponent(asked)}?lang=en`);
			expect([status, body.detail]).toEqual([410, 'What it describes never existed']);
		}
		expect((await ask(`/people/${id}`)).status).toBe(404);
	});

	test.each(['withheld', 'role_only'] as const)(
		'is a name that is %s, or was shown once',
		async (display) => {
			const value = `زهير ${display === 'withheld' ? 'المنديلي' : 'الزمردي'}`;
			const slug = `zuhair-${display.replace('_', '-')}`;
			const names = [{ id: 'own', value, lang: 'ar' }];
			const shown = await makeRecord(server.db, person({ names, slug }));
			const chaired = await makeRecord(
				server.db,
				organization({
					names: [{ value: `فريق ${display}`, lang: 'ar' }],
					appointments: [{ person: shown.id, position: 'chair' }]
				})
			);
			expect((await itemsOf(`/people?q=${encodeURIComponent(value)}`))[0]).toMatchObject({ id: shown.id });
			await propose<PersonDocument>(
				server.db,
				'register',
				await current(server.db, 'person', shown.id),
				{ display },
				{ channel: 'seed' }
			);

			const one = await ask(`/people/${shown.id}`);
			expect(one.body).toMatchObject({ id: shown.id, slug: null, display });
			expect(one.body.url).toBe(`${server.origin}/id/${shown.id}`);
			expect(one.body.names.map((name: { value: string }) => name.value)).toContain(withheldName.ar);
			const q = encodeURIComponent(value);
			const answers = [
				one,
				await ask(`/organizations/${chaired.id}`),
				await ask(`/people?q=${q}`),
				await ask(`/search?q=${q}`),
				await ask(`/suggest?q=${q}`),
				await ask(`/suggest?q=${slug}`),
				await ask(`/people?limit=100`)
			];
			for (const { status, body } of answers) {
				expect(status).toBe(200);
				const text = JSON.stringify(withoutEcho(body));
				expect(text).not.toContain(value.split(' ')[1]);
				expect(text).not.toContain(slug);
			}
		}
	);
});

describe('a search', () => {
	test('says why a record was found', async () => {
		const { body } = await ask(`/organizations?q=${encodeURIComponent('امل القطيف')}&limit=3`);
		expect(body.items[0]).toMatchObject({ id: amal_al_qatif, type: 'organization', slug: 'amal-al-qatif' });
		const { field, text, marks, words } = body.items[0].match;
		expect(field).toBe('name');
		expect(marks.map(([start, end]: [number, number]) => text.slice(start, end))).not.toEqual([]);
		expect(words).toHaveLength(2);
		expect(body).toMatchObject({ relaxed: [], is_approximate: false });
	});

	test('over all types finds each under its own', async () => {
		for (const [q, type] of [
			['Amal Al-Qatif', 'organization'],
			['Muslim Al Musa', 'person'],
			['International Conference on Excellence', 'conference']
		]) {
			const { body } = await ask(`/search?q=${encodeURIComponent(q!)}&limit=5`);
			expect(body.items[0].type).toBe(type);
			const narrowed = await ask(`/search?q=${encodeURIComponent(q!)}&type=${type}&limit=5`);
			expect(narrowed.body.items[0].id).toBe(body.items[0].id);
		}
	});

	test('for nothing that is there finds nothing and says so', async () => {
		const { status, body } = await ask('/search?q=zzqxvw%20qqqqzzz');
		expect(status).toBe(200);
		expect(body).toMatchObject({ total: 0, items: [], next: null, previous: null });
	});

	test('takes an association by slug, by id and by a slug that it had', async () => {
		const { id } = (await ask('/organizations/volunteer-work-association')).body;
		const bySlug = await ask('/organizations?association=volunteer-work-association');
		expect(bySlug.body.items.map((item: Item) => item.id)).toContain(amal_al_qatif);
		expect((await ask(`/organizations?association=${id}`)).body).toEqual(bySlug.body);
		const parent = await current(server.db, 'organization', id);
		await propose(server.db, 'register', parent, { slug: 'volunteer-work' });
		const byFormer = await ask('/organizations?association=volunteer-work-association');
		expect(byFormer.body.total).toBe(bySlug.body.total);
	});

	test('takes a conference for the organizations that took part', async () => {
		const { body } = await ask('/organizations?conference=excellence-in-volunteer-work-2022');
		expect(body.items.map((item: Item) => item.id)).toContain(amal_al_qatif);
	});

	test('counts the values of filters where that is wanted', async () => {
		expect((await ask('/organizations')).body).not.toHaveProperty('facets');
		const { body } = await ask('/organizations?facets=true&limit=1');
		for (const [name, counts] of Object.entries<{ value: string; count: number }[]>(body.facets)) {
			const [{ value, count } = { value: '', count: 0 }] = counts;
			const filtered = await ask(`/organizations?${name}=${encodeURIComponent(value)}&limit=1`);
			expect(filtered.body.total, name).toBe(count);
		}
		expect(body.facets.kind.length).toBeGreaterThan(1);
	});

	test('proposes records while their name is typed', async () => {
		const { body } = await ask(`/suggest?q=${encodeURIComponent('امل ق')}&lang=en&limit=3`);
		expect(body.items.length).toBeLessThanOrEqual(3);
		const proposed = body.items.find((item: Item) => item.id === amal_al_qatif);
		expect(proposed).toMatchObject({
			type: 'organization',
			slug: 'amal-al-qatif',
			url: `${server.origin}/en/organizations/amal-al-qatif`
		});
		expect(proposed.name_ar).toContain('أمل القطيف');
		const none = await ask('/suggest');
		expect(none.status).toBe(200);
	});
});

describe('page by page', () => {
	test.each([
		['/organizations', 7],
		['/organizations?sort=newest', 10],
		['/organizations?sort=oldest&lang=en', 9],
		['/organizations?sort=confirmed', 11],
		[`/organizations?q=${encodeURIComponent('جمعية')}`, 4],
		['/organizations?kind=association&sort=name&lang=en', 3],
		['/people', 9],
		['/people?sort=name&lang=en', 13],
		['/conferences', 6],
		['/search', 50]
	])('%s gives every record exactly once, and the same way back', async (path, limit) => {
		const forward = await walk(path, limit, 'next');
		const ids = forward.pages.flat();
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBe(forward.total);
		expect(ids.length).toBeGreaterThan(0);
		expect(ids.toSorted()).toEqual((await allIds(path)).toSorted());
		const back = await walk(path, limit, 'previous', forward.last);
		expect(back.pages.reverse().flat()).toEqual(ids.slice(0, ids.length - forward.pages.at(-1)!.length));
	});

	test('Link leads to the neighbours as `next` and `previous` do', async () => {
		const { headers, body } = await ask('/organizations?limit=5&lang=en');
		const link = /^<([^>]+)>; rel="next"$/.exec(headers.get('link')!)!;
		const next = await (await fetch(link[1]!)).json();
		expect(next).toEqual((await ask(`/organizations?limit=5&lang=en&cursor=${body.next}`)).body);
	});
});

/** An answer without the words that were asked for. */
function withoutEcho({ relaxed: _relaxed, did_you_mean: _mean, ...body }: Echo) {
	const items = body.items?.map(({ match, ...item }) => ({ ...item, match: match?.text }));
	return { ...body, items };
}

type Echo = { relaxed?: string[]; did_you_mean?: string; items?: Found[] };

type Found = Item & { match?: { text: string } };

/** What registrars do to a record by hand, and what follows from it for search. */
async function alter(id: string, values: { visibility: 'hidden' } | { merged_into: string }): Promise<void> {
	await server.db.transaction().execute(async (trx) => {
		await trx.updateTable('record').set(values).where('id', '=', id).execute();
		await refreshSearchEntries(trx, [id]);
	});
}

const withParameters = (path: string, parameters: string) =>
	`${path}${path.includes('?') ? '&' : '?'}${parameters}`;

async function itemsOf(path: string): Promise<Item[]> {
	return (await ask(withParameters(path, 'limit=100'))).body.items;
}

/** Follows cursors in one direction; `from` is a page to go on from. */
async function walk(path: string, limit: number, direction: 'next' | 'previous', from?: Page) {
	const pages: string[][] = [];
	let page = from ?? (await pageAt(path, limit));
	const { total } = page;
	if (!from) pages.push(idsOf(page));
	while (page[direction] !== null) {
		page = await pageAt(path, limit, page[direction]);
		pages.push(idsOf(page));
		expect(pages.length).toBeLessThan(500);
	}
	return { pages, total, last: page };
}

type Page = { items: Item[]; total: number; next: string | null; previous: string | null };

async function pageAt(path: string, limit: number, cursor?: string): Promise<Page> {
	const { status, body } = await ask(
		withParameters(path, `limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`)
	);
	expect(status).toBe(200);
	return body;
}

const idsOf = ({ items }: Page) => items.map(({ id }) => id);

/** All that a walk should find: read in one go where it is filtered, else from the tables. */
async function allIds(path: string): Promise<string[]> {
	const [collection, query = ''] = path.slice(1).split('?');
	if (/(^|&)(q|kind)=/.test(query)) {
		const page = await pageAt(path, 100);
		expect(page.next).toBeNull();
		return idsOf(page);
	}
	const types = { organizations: 'organization', people: 'person', conferences: 'conference' };
	const type = types[collection as keyof typeof types];
	const rows = await server.db
		.selectFrom('record')
		.where('type', type ? '=' : '<>', type ?? 'participation')
		.where('visibility', '=', 'public')
		.where('merged_into', 'is', null)
		.select(['id', 'public_document'])
		.execute();
	return rows.filter(({ public_document }) => !isWithheld(public_document)).map(({ id }) => id);
}

const isWithheld = (document: unknown) =>
	(document as { names: { id: string; value: string }[] }).names.every(isWithheldName);
