/** Where a page begins or ends: the sort value and id of its edge, and in which direction the page lies. */
export type Cursor = { value: string | number; id: string; isBackward: boolean };

/** A cursor as it stands in an address. */
export function writeCursor({ value, id, isBackward }: Cursor): string {
	return Buffer.from(JSON.stringify([isBackward ? '-' : '+', value, id])).toString('base64url');
}

/** Reads a cursor; undefined for anything that `writeCursor` did not write. */
export function readCursor(text: string | undefined): Cursor | undefined {
	if (!text || text.length > 2000) return undefined;
	try {
		const [direction, value, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
		const isValue = typeof value === 'string' || typeof value === 'number';
		if ((direction !== '+' && direction !== '-') || !isValue || typeof id !== 'string') return undefined;
		if (/\0/.test(`${value}${id}`)) return undefined;
		return { value, id, isBackward: direction === '-' };
	} catch {
		return undefined;
	}
}
