import { createContext } from 'svelte';
import type { RecordDocument } from '#lib/domain/documents/document.ts';

export type Source = RecordDocument['sources'][number];
export type Alternative = RecordDocument['alternatives'][number];

/** The sources of a page in one numbered list, drawn from the records that the page shows. */
export type Citations = {
	list: Source[];
	numbersOf: (recordId: string, sourceIds: readonly string[]) => number[];
};

/** Numbers the sources of several records from 1; a page that two records cite has one number. */
export function numberSources(records: readonly { id: string; sources: readonly Source[] }[]): Citations {
	const list: Source[] = [];
	const numbers = new Map<string, number>();
	const numberByPage = new Map<string, number>();
	for (const record of records) {
		for (const source of record.sources) {
			const page = JSON.stringify([source.url ?? null, source.url ? null : [source.publisher, source.title]]);
			const number = numberByPage.get(page) ?? list.push(source);
			numberByPage.set(page, number);
			numbers.set(`${record.id}/${source.id}`, number);
		}
	}
	return { list, numbersOf };

	function numbersOf(recordId: string, sourceIds: readonly string[]) {
		const found = sourceIds.flatMap((id) => numbers.get(`${recordId}/${id}`) ?? []);
		return [...new Set(found)].sort((a, b) => a - b);
	}
}

/** Numbers in rising order as runs: three or more in a row are one, `[1, 2, 3, 7]` → `[[1, 3], [7, 7]]`. */
export function runsOf(numbers: readonly number[]): [first: number, last: number][] {
	const runs: [number, number][] = [];
	for (const number of numbers) {
		const run = runs.at(-1);
		if (run && number === run[1] + 1) run[1] = number;
		else runs.push([number, number]);
	}
	return runs.flatMap(([first, last]): [number, number][] =>
		last - first === 1
			? [
					[first, first],
					[last, last]
				]
			: [[first, last]]
	);
}

/** What the parts of a record's page need to cite: the record and the numbered sources of the page. */
export type CitedRecord = {
	record: { id: string; cited: Record<string, string[]>; alternatives: Alternative[] };
	citations: Citations;
};

export const [useCitedRecord, setCitedRecord] = createContext<() => CitedRecord>();
