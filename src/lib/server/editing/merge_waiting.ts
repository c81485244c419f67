import { sql } from 'kysely';
import type { Operation } from '#lib/domain/change.ts';
import type { DatabaseTransaction } from '../db/connection.ts';

type Place = (string | number)[];

/** A waiting change that named a record, and the ways to where its operations did. */
export type Renamed = { change_id: string; places: Place[] };

/** Lets what waits for other records mean the record that stays, wherever it meant the one that goes. */
export async function renameInWaiting(
	trx: DatabaseTransaction,
	{ kept_id, merged_id }: { kept_id: string; merged_id: string }
): Promise<Renamed[]> {
	const { rows } = await sql<{ id: string; operations: Operation[] }>`
		select id, operations from change where state = 'waiting' and strpos(operations::text, ${`"${merged_id}"`}) > 0
		order by id for update`.execute(trx);
	const renamed = rows.map(({ id, operations }) => ({
		change_id: id,
		places: placesOf(operations, merged_id)
	}));
	for (const [index, { id, operations }] of rows.entries())
		await write(trx, id, operations, renamed[index]!.places, kept_id);
	return renamed;
}

/** Takes that back where the change still waits and still means the record that stayed. */
export async function renameBack(
	trx: DatabaseTransaction,
	{ kept_id, merged_id }: { kept_id: string; merged_id: string },
	renamed: readonly Renamed[]
): Promise<void> {
	for (const { change_id, places } of renamed) {
		const waiting = trx.selectFrom('change').where('id', '=', change_id).where('state', '=', 'waiting');
		const change = await waiting.select('operations').forUpdate().executeTakeFirst();
		if (!change) continue;
		const operations = change.operations as Operation[];
		const standing = places.filter((place) => valueAt(operations, place) === kept_id);
		await write(trx, change_id, operations, standing, merged_id);
	}
}

async function write(
	trx: DatabaseTransaction,
	id: string,
	operations: Operation[],
	places: readonly Place[],
	value: string
): Promise<void> {
	const copy = structuredClone(operations);
	for (const place of places) {
		const holder = valueAt(copy, place.slice(0, -1)) as Record<string | number, unknown>;
		holder[place.at(-1)!] = value;
	}
	await trx
		.updateTable('change')
		.set({ operations: JSON.stringify(copy) })
		.where('id', '=', id)
		.execute();
}

function placesOf(value: unknown, wanted: string): Place[] {
	if (value === wanted) return [[]];
	if (typeof value !== 'object' || value === null) return [];
	const steps: [string | number, unknown][] = Array.isArray(value)
		? [...value.entries()]
		: Object.entries(value);
	return steps.flatMap(([step, inner]) => placesOf(inner, wanted).map((place) => [step, ...place]));
}

const valueAt = (value: unknown, place: Place): unknown =>
	place.reduce<unknown>(
		(inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step],
		value
	);
