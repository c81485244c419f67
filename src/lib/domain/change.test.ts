import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { organizationArbitrary } from '../../../tests/harness/arbitraries.ts';
import { applyOperations, diff, invert, isSame, rebase, valueAt, type Operation } from './change.ts';
import { organizationSchema, type OrganizationDocument } from './documents/organization.ts';
import { registryId } from './registry_id.ts';

const known = {
	id: registryId(1),
	people: [2, 3, 4, 5].map(registryId),
	organizations: [6, 7, 8].map(registryId),
	fields: ['health', 'education', 'culture'],
	positions: ['member', 'secretary']
};
const documents = organizationArbitrary(known);
const pairs = fc.tuple(documents, documents);

/** The inverse of a change brings parts that were removed back at the end. */
function inOrderOfIds<T>(document: T): T {
	const sorted = Object.entries(document as Record<string, unknown>).map(([key, value]) => [
		key,
		Array.isArray(value) && typeof value[0] === 'object'
			? [...(value as { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1))
			: value
	]);
	return Object.fromEntries(sorted) as T;
}
const expectSame = (one: unknown, other: unknown) => {
	if (!isSame(inOrderOfIds(one), inOrderOfIds(other))) expect(inOrderOfIds(one)).toEqual(inOrderOfIds(other));
};

const documentOf = (partial: Record<string, unknown> = {}): OrganizationDocument =>
	v.parse(organizationSchema, {
		type: 'organization',
		id: known.id,
		names: [{ id: 'n1', value: 'فريق النخلة', lang: 'ar' }],
		...partial
	});

describe('the properties of a change', () => {
	it('keeps the order of every list', () => {
		fc.assert(
			fc.property(pairs, ([before, after]) => {
				const applied = applyOperations(before, diff(before, after)) as unknown as Record<string, unknown>;
				for (const [key, value] of Object.entries(after)) {
					if (Array.isArray(value)) expect(applied[key] ?? []).toEqual(value);
				}
			})
		);
	});

	it('leads from one version to the other when it is applied', () => {
		fc.assert(
			fc.property(pairs, ([before, after]) => expectSame(applyOperations(before, diff(before, after)), after))
		);
	});

	it('survives being kept as JSON', () => {
		fc.assert(
			fc.property(pairs, ([before, after]) => {
				const kept = JSON.parse(JSON.stringify(diff(before, after))) as Operation[];
				expectSame(applyOperations(before, kept), after);
			})
		);
	});

	it('is empty between equal documents, and after it has been applied', () => {
		fc.assert(
			fc.property(pairs, ([before, after]) => {
				expect(diff(before, structuredClone(before))).toEqual([]);
				expect(diff(applyOperations(before, diff(before, after)), after)).toEqual([]);
			})
		);
	});

	it('is undone by its inverse', () => {
		fc.assert(
			fc.property(pairs, ([before, after]) => {
				const operations = diff(before, after);
				expectSame(applyOperations(applyOperations(before, operations), invert(operations)), before);
			})
		);
	});

	it('leaves the document that it is applied to as it was', () => {
		fc.assert(
			fc.property(pairs, ([before, after]) => {
				const kept = structuredClone(before);
				applyOperations(before, diff(before, after));
				expect(before).toEqual(kept);
			})
		);
	});

	it('rebases whole onto the version that it was made from, and to nothing where it is made already', () => {
		fc.assert(
			fc.property(pairs, ([before, after]) => {
				const operations = diff(before, after);
				expect(rebase(operations, before)).toEqual({ clean: operations, conflicts: [] });
				expect(rebase(operations, applyOperations(before, operations))).toEqual({ clean: [], conflicts: [] });
			})
		);
	});

	it('names every place once, and that place holds the old value before and the new one after', () => {
		fc.assert(
			fc.property(pairs, ([before, after]) => {
				const operations = diff(before, after);
				expect(new Set(operations.map(({ path }) => path)).size).toBe(operations.length);
				for (const { path, old, new: next } of operations) {
					expect(isSame(valueAt(before, path), old), path).toBe(true);
					expect(isSame(valueAt(after, path), next), path).toBe(true);
				}
			})
		);
	});
});

describe('the operations of a change', () => {
	const name2 = { id: 'n2', value: 'Nakhla', lang: 'en', kind: 'alias', sources: [] };
	test.each<[string, Record<string, unknown>, Record<string, unknown>, Operation[]]>([
		['a value set', {}, { founded: '2014' }, [{ path: 'founded', new: '2014' }]],
		[
			'a value changed',
			{ founded: '2014' },
			{ founded: '2015' },
			[{ path: 'founded', old: '2014', new: '2015' }]
		],
		['a value taken away', { founded: '2014' }, {}, [{ path: 'founded', old: '2014' }]],
		[
			'a language added',
			{ summary: { ar: 'أ' } },
			{ summary: { ar: 'أ', en: 'a' } },
			[{ path: 'summary/en', new: 'a' }]
		],
		[
			'a language removed',
			{ summary: { ar: 'أ', en: 'a' } },
			{ summary: { en: 'a' } },
			[{ path: 'summary/ar', old: 'أ' }]
		],
		['a text removed whole', { summary: { ar: 'أ' } }, {}, [{ path: 'summary', old: { ar: 'أ' } }]],
		['a part added', {}, { names: [documentOf().names[0], name2] }, [{ path: 'names/n2', new: name2 }]],
		['a part removed', { names: [documentOf().names[0], name2] }, {}, [{ path: 'names/n2', old: name2 }]],
		[
			'a part changed',
			{ names: [name2] },
			{ names: [{ ...name2, value: 'Nakhlah' }] },
			[{ path: 'names/n2/value', old: 'Nakhla', new: 'Nakhlah' }]
		],
		[
			'a list of codes is one value',
			{ fields: ['health'] },
			{ fields: ['health', 'culture'] },
			[{ path: 'fields', old: ['health'], new: ['health', 'culture'] }]
		],
		['a citation added', {}, { cited: { founded: ['s1'] } }, [{ path: 'cited/founded', new: ['s1'] }]],
		[
			'a second field cited',
			{ cited: { founded: ['s1'] } },
			{ cited: { founded: ['s1'], summary: ['s2'] } },
			[{ path: 'cited/summary', new: ['s2'] }]
		],
		['another id or type is no change', {}, { id: known.people[0] }, []]
	])('%s', (_, before, after, operations) => {
		const found = diff(documentOf(before), documentOf(after));
		expect(found.map(({ path }) => path)).toEqual(operations.map(({ path }) => path));
		found.forEach((operation, index) => {
			expect(isSame(operation.old, operations[index]!.old)).toBe(true);
			expect(isSame(operation.new, operations[index]!.new)).toBe(true);
		});
	});

	it('of a new record hold all that it says', () => {
		const document = documentOf({ founded: '2014', summary: { ar: 'أ' } });
		expect(diff(null, document)).toEqual(
			[
				{ path: 'names/n1', new: document.names[0] },
				{ path: 'kind', new: 'group' },
				{ path: 'status', new: 'unknown' },
				{ path: 'summary', new: { ar: 'أ' } },
				{ path: 'founded', new: '2014' }
			].sort((a, b) => order(document, a) - order(document, b))
		);
	});
});

const order = (document: OrganizationDocument, { path }: Operation) =>
	Object.keys(document).indexOf(path.split('/')[0]!);

describe('a change to a record that has moved', () => {
	const appointment = { id: 'a1', person: known.people[0], position: 'chair' };
	const base = documentOf({ founded: '2014', status: 'active', appointments: [appointment] });
	const mine = (partial: Record<string, unknown>) =>
		diff(base, documentOf({ founded: '2014', status: 'active', appointments: [appointment], ...partial }));
	const moved = (partial: Record<string, unknown>) =>
		documentOf({ founded: '2014', status: 'active', appointments: [appointment], ...partial });

	it('applies where nobody touched the value', () => {
		const operations = mine({ founded: '2015' });
		expect(rebase(operations, moved({ status: 'inactive' }))).toEqual({ clean: operations, conflicts: [] });
	});

	it('is a conflict where somebody did, and shows what stands there now', () => {
		expect(rebase(mine({ founded: '2015' }), moved({ founded: '2013' }))).toEqual({
			clean: [],
			conflicts: [{ path: 'founded', old: '2014', new: '2015', current: '2013' }]
		});
	});

	it('is a conflict where somebody took the value away', () => {
		const { conflicts } = rebase(mine({ founded: '2015' }), moved({ founded: undefined }));
		expect(conflicts).toEqual([{ path: 'founded', old: '2014', new: '2015' }]);
	});

	it('drops what somebody else made too', () => {
		expect(rebase(mine({ founded: '2015' }), moved({ founded: '2015' }))).toEqual({
			clean: [],
			conflicts: []
		});
	});

	it('applies where the value went away and came back', () => {
		const operations = mine({ founded: '2015' });
		expect(rebase(operations, structuredClone(base)).clean).toEqual(operations);
	});

	it('parts into what applies and what does not', () => {
		const { clean, conflicts } = rebase(
			mine({ founded: '2015', status: 'planned' }),
			moved({ status: 'inactive' })
		);
		expect(clean.map(({ path }) => path)).toEqual(['founded']);
		expect(conflicts.map(({ path }) => path)).toEqual(['status']);
	});

	it('is a conflict where the part that it changes was removed', () => {
		const ended = mine({ appointments: [{ ...appointment, until: '2026-01-01' }] });
		const { clean, conflicts } = rebase(ended, moved({ appointments: [] }));
		expect(clean).toEqual([]);
		expect(conflicts).toEqual([{ path: 'appointments/a1/until', new: '2026-01-01' }]);
	});

	it('is a conflict where the part that it removes was changed', () => {
		const { conflicts } = rebase(
			mine({ appointments: [] }),
			moved({ appointments: [{ ...appointment, until: '2026' }] })
		);
		expect(conflicts.map(({ path }) => path)).toEqual(['appointments/a1']);
	});

	it('applies beside parts that others added', () => {
		const other = { id: 'a2', person: known.people[1], position: 'member' };
		const operations = mine({ appointments: [appointment, { ...other, id: 'a3' }] });
		const current = moved({ appointments: [appointment, other] });
		const { clean } = rebase(operations, current);
		expect(applyOperations(current, clean).appointments.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
	});
});

describe('the order of a list', () => {
	const named = (...ids: string[]) =>
		documentOf({ names: ids.map((id) => ({ id, value: `اسم ${id}`, lang: 'ar' })) });
	const idsIn = ({ names }: OrganizationDocument) => names.map(({ id }) => id);

	test('is one step of a change, and only where it differs from the usual one', () => {
		expect(diff(named('a', 'b'), named('b', 'a'))).toEqual([
			{ path: 'names/*', old: ['a', 'b'], new: ['b', 'a'] }
		]);
		expect(diff(named('a', 'b', 'c'), named('a', 'c'))).toHaveLength(1);
		expect(diff(named('a', 'b'), named('a', 'b', 'c'))).toHaveLength(1);
	});

	test('is kept beside a name that someone else added meanwhile', () => {
		const mine = diff(named('a', 'b'), named('b', 'a'));
		const { clean, conflicts } = rebase(mine, named('a', 'b', 'x'));
		expect(conflicts).toEqual([]);
		expect(idsIn(applyOperations(named('a', 'b', 'x'), clean))).toEqual(['b', 'a', 'x']);
	});

	test('is a conflict where someone else sorted the list in another way', () => {
		const mine = diff(named('a', 'b', 'c'), named('c', 'a', 'b'));
		const { conflicts } = rebase(mine, named('b', 'a', 'c'));
		expect(conflicts).toMatchObject([{ path: 'names/*', current: ['b', 'a', 'c'] }]);
	});
});
