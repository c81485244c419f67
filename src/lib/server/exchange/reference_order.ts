import { recordTypes } from '#lib/domain/documents/common.ts';
import type { Incoming } from './import.ts';
import { referencesOf } from './references.ts';

/** People first, then organizations, conferences, participations, so that what is referred to comes before. */
const typeOrder = [
	'person',
	'organization',
	'conference',
	'participation'
] as const satisfies readonly (typeof recordTypes)[number][];

/** Sorts records so that each comes after those that it refers to; within a circle the order of the file stays. */
export function inOrderOfReference(records: Incoming[]): Incoming[] {
	const byId = new Map(records.map((record) => [record.id, record]));
	const ordered = new Set<Incoming>();
	const entered = new Set<Incoming>();
	const visit = (record: Incoming) => {
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
