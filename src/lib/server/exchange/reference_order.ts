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

/** A record, after all those of the given ones that it refers to, also through others. */
export function withReferred<T extends Referring>(record: T, others: T[]): T[] {
	const byId = new Map(others.map((other) => [other.id, other]));
	const found = new Set<T>([record]);
	for (const each of found) {
		for (const { key } of referencesOf(each.value)) if (byId.has(key)) found.add(byId.get(key)!);
	}
	return inOrderOfReference([...found]);
}
