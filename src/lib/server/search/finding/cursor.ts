import { sorts, type Sort } from '../query.ts';

/** Where a page of an order begins or ends: the sort value and id of its edge, and in which direction the page lies. */
export type Cursor = { order: Sort; value: string | number; id: string; isBackward: boolean };

/** A cursor as it stands in an address. */
export function writeCursor({ order, value, id, isBackward }: Cursor): string {
	return Buffer.from(JSON.stringify([isBackward ? '-' : '+', order, value, id])).toString('base64url');
}

/** Reads a cursor; undefined for one of another order and for anything that `writeCursor` did not write. */
export function readCursor(text: string | undefined, order: Sort): Cursor | undefined {
	const cursor = parse(text);
	return cursor?.order === order ? cursor : undefined;
}

/** Whether a text is a cursor of some order. */
export const isCursor = (text: string): boolean => parse(text) !== undefined;

function parse(text: string | undefined): Cursor | undefined {
	if (!text || text.length > 2000) return undefined;
	try {
		const parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
		const [direction, named, value, id] = parts;
		const order = sorts.find((sort) => sort === named);
		const isValue = typeof value === 'string' || typeof value === 'number';
		if (!order || (direction !== '+' && direction !== '-') || !isValue || typeof id !== 'string')
			return undefined;
		return /\0/.test(`${value}${id}`) ? undefined : { order, value, id, isBackward: direction === '-' };
	} catch {
		return undefined;
	}
}
