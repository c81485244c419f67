import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

it('reads what it wrote', () => {
	const withoutNul = fc.string({ unit: 'grapheme', maxLength: 100 }).map((text) => text.replaceAll('\0', ''));
	const cursor = fc.record({
		order: fc.constant('name' as const),
		value: fc.oneof(
			withoutNul,
			fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0)
		),
		id: withoutNul,
		isBackward: fc.boolean()
	});
	fc.assert(
		fc.property(cursor, (wanted) => {
			const written = writeCursor(wanted);
			expect(written).toMatch(/^[\w-]+$/);
			expect(readCursor(written, 'name')).toEqual(wanted);
		})
	);
});

it('passes over anything else', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
			const cursor = readCursor(text, 'name');
			if (cursor) expect(['string', 'number']).toContain(typeof cursor.value);
		}),
		{ numRuns: 1000 }
	);
});

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
	['nothing', undefined],
	['an empty text', ''],
	['a text', 'page-2'],
	['another direction', encoded(['*', 'name', 'نور', 'x'])],
	['no direction', encoded(['نور', 'x'])],
	['an object as its value', encoded(['+', 'name', { $gt: '' }, 'x'])],
	['a number as its id', encoded(['+', 'name', 'نور', 7])],
	['null', encoded(null)],
	['an object', encoded({ 0: '+', 1: 'نور', 2: 'x' })],
	['NUL in its value', encoded(['+', 'name', 'نو\0ر', 'x'])],
	['NUL in its id', encoded(['+', 'name', 'نور', '\0'])],
	['no end', encoded(['+', 'name', 'س'.repeat(3000), 'x'])]
])('a cursor of %s is none', (_, text) => {
	expect(readCursor(text, 'name')).toBeUndefined();
});
