import type { Sort } from '../query.ts';

/** Where a page of an order begins or ends: the sort value and id of its edge, and in which direction the page lies. */
export type Cursor = { order: Sort; value: string | number; id: string; isBackward: boolean };

/** A cursor as it stands in an address. */
export function writeCursor({ order, value, id, isBackward }: Cursor): string {
	return Buffer.from(JSON.stringify([isBackward ? '-' : '+', order, value, id])).toString('base64url');
}

/** Reads a cursor; undefined for one of another order and for anything that `writeCursor` did not write. */
export function readCursor(text: string | undefined, order: Sort): Cursor | undefined {
	if (!text || text.length > 2000) return undefined;
	try {
		const [direction, own, value, id] = JSON.parse(
			Buffer.from(text, 'base64url').toString('utf8')
		) as unknown[];
		const isValue = typeof value === 'string' || typeof value === 'number';
		if (own !== order) return undefined;
		if ((direction !== '+' && direction !== '-') || !isValue || typeof id !== 'string') return undefined;
		if (/\0/.test(`${value}${id}`)) return undefined;
		return { order, value, id, isBackward: direction === '-' };
	} catch {
		return undefined;
	}
}
