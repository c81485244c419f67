import type { RecordType } from '#lib/domain/documents/common.ts';
import { referenceKeys } from '#lib/domain/references.ts';
import { isRegistryId } from '#lib/domain/registry_id.ts';
import type { LineError, RawRecord } from './json_lines.ts';

type Value = Record<string, unknown>;

export type Reference = { holder: Value; field: string; path: string; type: RecordType; key: string };

/** All references that a record makes, by id or by slug. */
export function referencesOf(record: Value): Reference[] {
	return (referenceKeys[record.type as RecordType] ?? []).flatMap(([list, field, type]) =>
		(list === null ? [record] : asValues(record[list]))
			.map((holder, index) => ({
				holder,
				field,
				path: list === null ? field : `${list}/${index}/${field}`,
				type,
				key: holder[field] as string
			}))
			.filter(({ key }) => typeof key === 'string')
	);
}

/** Replaces slugs by ids in the record; false, with errors noted, if one is nowhere to be found. */
export function resolveReferences(
	{ line, value }: RawRecord,
	ids: ReadonlyMap<string, string>,
	errors: LineError[]
): boolean {
	detach(value);
	const unknown = referencesOf(value).filter(({ holder, field, type, key }) => {
		const id = ids.get(`${type}/${key}`) ?? (isRegistryId(key) ? key : undefined);
		if (id) holder[field] = id;
		return !id;
	});
	errors.push(...unknown.map(({ path }) => ({ line, path, message: 'import.reference_unknown' })));
	return unknown.length === 0;
}

/** Copies the parts that references are replaced in, so that what the caller gave stays as it was. */
function detach(record: Value): void {
	for (const [list] of referenceKeys[record.type as RecordType]) {
		if (list !== null && Array.isArray(record[list]))
			record[list] = asValues(record[list]).map((part) => ({ ...part }));
	}
}

const asValues = (list: unknown): Value[] =>
	Array.isArray(list) ? list.filter((part): part is Value => typeof part === 'object' && part !== null) : [];
