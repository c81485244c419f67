/** A record as a file gives it: a plain object, and the line on which it stands. */
export type RawRecord = { line: number; value: Record<string, unknown> };

/** What a file got wrong: the line, the path of the value if one is to blame, and a message key. */
export type LineError = { line: number; path?: string | undefined; message: string };

/** Reads JSON Lines (https://jsonlines.org): UTF-8, a byte-order mark and empty lines are passed over. */
export function readJsonLines(text: string): { records: RawRecord[]; errors: LineError[] } {
	const records: RawRecord[] = [];
	const errors: LineError[] = [];
	text
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.forEach((content, index) => {
			if (content.trim() === '') return;
			const line = index + 1;
			const value = parseObject(content);
			if (value) records.push({ line, value });
			else errors.push({ line, message: 'import.not_an_object' });
		});
	return { records, errors };
}

function parseObject(content: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(content);
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? (value as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}
