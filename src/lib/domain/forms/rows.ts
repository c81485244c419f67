import { parsePartialDate } from '../dates.ts';
import { dateValues } from './date.ts';

/** A value of a document as a form shows it, flat: `names.0.value`, `place.city.ar`; a stated date in its boxes. */
export function flatValues(prefix: string, value: unknown): Record<string, string> {
	if (value === undefined || value === null || value === false) return {};
	if (value === true) return { [prefix]: 'on' };
	if (typeof value === 'object') {
		return Object.assign(
			{},
			...Object.entries(value).map(([key, item]) => flatValues(`${prefix}.${key}`, item))
		);
	}
	const isDate = typeof value === 'string' && dateField.test(prefix) && parsePartialDate(value) !== undefined;
	return isDate ? dateValues(prefix, value) : { [prefix]: String(value) };
}

/** Fields that are typed in boxes. */
const dateField = /(^|\.)(from|until|on|\w+_on|founded|dissolved|published|accessed)$/;

/** The rows of a group, each with those fields of its part that the form shows. */
export function rowValues<Part extends { id: string }>(
	group: string,
	parts: readonly Part[],
	fields: readonly (keyof Part)[]
): Record<string, string> {
	const rows = parts.map((part, n) =>
		['id' as const, ...fields].map((field) => flatValues(`${group}.${n}.${String(field)}`, part[field]))
	);
	return Object.assign({}, ...rows.flat());
}

/**
 * The rows of the form laid over the parts with the same id, in the order of the form; a part that the form left out is
 * gone, and so is what of a part the form shows and was emptied.
 */
export function mergeRows<Part extends { id: string; sources: string[] }>(
	parts: readonly Part[],
	rows: readonly { id: string }[],
	fields: readonly (keyof Part)[]
): Part[] {
	const byId = new Map(parts.map((part) => [part.id, part]));
	return rows.map((row) => {
		const unseen = Object.entries(byId.get(row.id) ?? {}).filter(
			([key]) => !fields.includes(key as keyof Part)
		);
		const typed = Object.entries(row).filter(([, value]) => value !== undefined);
		return { sources: [], ...Object.fromEntries(unseen), ...Object.fromEntries(typed) } as unknown as Part;
	});
}

/** The numbers of the rows of a group, in their order. */
export function rowNumbers(values: Record<string, string>, group: string): number[] {
	const numbers = Object.keys(values).flatMap((name) =>
		name.startsWith(`${group}.`) ? [Number(name.split('.')[1])] : []
	);
	return [...new Set(numbers)].filter(Number.isInteger).sort((a, b) => a - b);
}

/** What was typed, with a row of a group and its neighbour changed in place: `names.2.up`. Anything else changes nothing. */
export function moveRow(values: Record<string, string>, asked: string): Record<string, string> {
	const [group = '', number, way] = asked.split('.');
	const numbers = rowNumbers(values, group);
	const place = numbers.indexOf(Number(number));
	const other = numbers[place + (way === 'up' ? -1 : 1)];
	if (place < 0 || other === undefined) return values;
	const [one, two] = [`${group}.${number}.`, `${group}.${other}.`];
	const renamed = (name: string) =>
		name.startsWith(one)
			? two + name.slice(one.length)
			: name.startsWith(two)
				? one + name.slice(two.length)
				: name;
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [renamed(name), value]));
}
