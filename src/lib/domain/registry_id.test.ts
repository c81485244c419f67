import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { childId, isRegistryId, readRegistryId, registryId, REGISTRY_ID_PATTERN } from './registry_id.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const number = fc.bigInt({ min: 0n, max: 2n ** 35n - 1n });

describe('the permanent id', () => {
	it('is valid and of the published pattern', () => {
		fc.assert(
			fc.property(number, (n) => {
				expect(registryId(n)).toMatch(new RegExp(REGISTRY_ID_PATTERN));
				expect(isRegistryId(registryId(n))).toBe(true);
			})
		);
	});

	it('does not change from one release to the next', () => {
		expect([0, 1, 2, 1_000_000].map(registryId)).toEqual([
			'n7hek5191',
			'90d66mt13',
			'ws8xt4k65',
			'mxbqz7141'
		]);
	});

	it('is another for each number', () => {
		const ids = new Set(Array.from({ length: 20_000 }, (_, n) => registryId(n)));
		expect(ids.size).toBe(20_000);
		fc.assert(
			fc.property(number, number, (a, b) => {
				expect(registryId(a) === registryId(b)).toBe(a === b);
			})
		);
	});

	it('is refused for numbers that have none', () => {
		expect(() => registryId(-1)).toThrow(RangeError);
		expect(() => registryId(2n ** 35n)).toThrow(RangeError);
	});

	it('shows any one wrong character', () => {
		fc.assert(
			fc.property(number, (n) => {
				const id = registryId(n);
				for (let place = 0; place < id.length; place++) {
					for (const character of alphabet) {
						const wrong = id.slice(0, place) + character + id.slice(place + 1);
						expect(isRegistryId(wrong)).toBe(wrong === id);
					}
				}
			})
		);
	});

	it('shows any swap of two neighbours', () => {
		fc.assert(
			fc.property(number, (n) => {
				const id = registryId(n);
				for (let place = 0; place + 1 < id.length; place++) {
					const swapped = id.slice(0, place) + id[place + 1] + id[place] + id.slice(place + 2);
					expect(isRegistryId(swapped)).toBe(swapped === id);
				}
			})
		);
	});
});

describe('an id that somebody typed', () => {
	it('is read in capitals, in groups, with O for 0 and I or L for 1', () => {
		fc.assert(
			fc.property(number, fc.constantFrom('I', 'l', 'i', 'L'), fc.constantFrom('O', 'o'), (n, one, zero) => {
				const id = registryId(n);
				const typed = ` ${id.slice(0, 3)}-${id.slice(3, 6)} ${id.slice(6)}\u200F`.toUpperCase();
				expect(readRegistryId(typed.replace(/1/g, one).replace(/0/g, zero))).toBe(id);
			})
		);
	});

	it('is read with Arabic digits', () => {
		const id = registryId(7);
		expect(readRegistryId(id.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''))).toBe(id);
	});

	test.each(['', 'amal-al-qatif', 'bzzzzzn11', '123456789'])('%j is none', (typed) => {
		expect(readRegistryId(typed)).toBeUndefined();
	});
});

test('ids of parts are eight characters and do not repeat', () => {
	const ids = Array.from({ length: 5000 }, childId);
	expect(ids.every((id) => /^[0-9a-hjkmnp-tv-z]{8}$/.test(id))).toBe(true);
	expect(new Set(ids).size).toBe(ids.length);
});
