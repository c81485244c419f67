import type { RecordType } from '#lib/domain/documents/common.ts';
import { referencesOf } from './references.ts';

/** People first, then organizations, conferences, participations, so that what is referred to comes before. */
const typeOrder: readonly RecordType[] = ['person', 'organization', 'conference', 'participation'];

type Referring = { id: string; type: RecordType; value: Record<string, unknown> };

/** Sorts records so that each comes after those that it refers to; within a circle the order of the file stays. */
export function inOrderOfReference<T extends Referring>(records: T[]): T[] {
	const byId = new Map(records.map((record) => [record.id, record]));
	const ordered = new Set<T>();
	const entered = new Set<T>();
	const visit = (record: T) => {
		if (entered.has(record)) return;
		entered.add(record);
		for (const { key } of referencesOf(record.value)) {
			const referred = byId.get(key);
			if (referred) visit(referred);
		}
		ordered.add(record);
	};
	for (const type of typeOrder) records.filter((record) => record.type === type).forEach(visit);
	return [...ordered];
}
